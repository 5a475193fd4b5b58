#include "engine/authoring/rule_tests/rule_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/findings/finding.h"
#include "engine/findings/message.h"
#include "engine/rulebook/mapping.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind bad_expectation{"B101", "bad-expectation"};
inline constexpr DiagnosticKind no_such_book{"B102", "no-such-rulebook"};
inline constexpr DiagnosticKind no_cases{"B104", "no-cases"};

const std::vector<std::string> status_words = {"pass", "fail", "unknown", "not_applicable"};

class TestFile {
public:
    TestFile(const RuleFile& file, const std::shared_ptr<const Schema>& schema, const std::string& filter,
             Diagnostics& diagnostics)
        : file_(file), schema_(schema), filter_(filter), diagnostics_(diagnostics) {}

    std::vector<TestCase> run() {
        Mapping keys(*file_.root, {"tệp kiểm thử", "test file"}, diagnostics_);
        const YamlNode* books = keys.required("tests");
        if (books)
            for (const YamlNode* item : one_or_several(*books))
                if (const auto name = scalar(*item, diagnostics_)) load_book(*name);
        const YamlNode* cases = keys.required("cases");
        keys.finish();
        std::vector<TestCase> results;
        if (!cases || books_.empty()) return results;
        if (!cases->is_sequence() || cases->items.empty()) {
            diagnostics_.add(no_cases, cases->place(),
                             {"`cases` là một danh sách các trường hợp", "`cases` is a list of cases"});
            return results;
        }
        for (const YamlNode& item : cases->items) run_case(item, results);
        return results;
    }

private:
    void load_book(const Text& name) {
        const std::filesystem::path path = std::filesystem::path(file_.source->name()).parent_path() / name.value;
        Diagnostics own;
        const RuleFiles found = find_rule_files({path.string()}, own);
        const auto book = found.files.size() == 1 ? load_rulebook(found.files.front(), schema_, own) : nullptr;
        if (book) {
            books_.push_back(book);
            return;
        }
        Diagnostic& said = diagnostics_.add(no_such_book, name.place(),
                                            {fmt::format("không dùng được bộ quy tắc `{}`", visible(name.value)),
                                             fmt::format("the rulebook `{}` cannot be used", visible(name.value))},
                                            {"kiểm tra tệp đó bằng hoagiai lint", "look at that file with hoagiai lint"});
        if (!own.all().empty()) said.related.push_back({own.all().front().place, own.all().front().message});
    }

    void run_case(const YamlNode& node, std::vector<TestCase>& results) {
        Mapping keys(node, {"trường hợp kiểm thử", "case"}, diagnostics_);
        if (!node.is_mapping()) return;
        const std::size_t errors_before = diagnostics_.errors();
        TestCase result;
        result.file = file_.source->name();
        result.place = node.entries.front().key.place();
        const auto name = keys.text("name", true);
        if (name) result.name = name->value;
        CheckRequest request;
        request.books = books_;
        request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
        if (const auto period = keys.text("period")) request.period = read_period(*period, diagnostics_);
        // A test never depends on the day on which it runs.
        const auto as_of = keys.text("as_of", !request.period);
        std::optional<Day> day = as_of ? read_day(*as_of, diagnostics_) : std::nullopt;
        if (!day && request.period) day = request.period->last;
        request.as_of = day.value_or(0);
        const YamlNode* records_node = keys.required("records");
        const YamlNode* expect = keys.required("expect");
        keys.finish();
        if (!filter_.empty() && result.name.find(filter_) == std::string::npos) return;
        if (!records_node || !expect || !day || diagnostics_.errors() > errors_before) {
            result.broken = true;
            results.push_back(std::move(result));
            return;
        }
        const Records records = records_from_yaml(*records_node, schema_);
        diagnostics_.append(records.diagnostics);
        if (records.diagnostics.has_errors()) {
            result.broken = true;
        } else {
            const CheckResult check = run_check(request, records);
            compare(*expect, check, result);
        }
        results.push_back(std::move(result));
    }

    void compare(const YamlNode& expect, const CheckResult& check, TestCase& result) {
        if (!expect.is_mapping()) {
            Mapping(expect, {"`expect`", "expect"}, diagnostics_);
            return;
        }
        for (const YamlEntry& rule : expect.entries) {
            if (!is_rule(rule.key.value)) {
                std::vector<std::string> ids;
                for (const auto& book : books_)
                    for (const CheckedRule& known : book->rules) ids.push_back(known.decl->id.value);
                diagnostics_.add(bad_expectation, rule.key.place(),
                                 {fmt::format("không có quy tắc `{}`", visible(rule.key.value)),
                                  fmt::format("there is no rule `{}`", visible(rule.key.value))},
                                 did_you_mean(rule.key.value, ids));
                result.broken = true;
                continue;
            }
            for (const Diagnostic& problem : check.diagnostics.all())
                if (problem.message.en.find("/" + rule.key.value + " ") != std::string::npos) {
                    diagnostics_.add(problem);
                    result.broken = true;
                }
            for (const YamlEntry& unit : rule.value.entries) compare_one(rule.key.value, unit, check, result);
        }
    }

    bool is_rule(const std::string& id) const {
        for (const auto& book : books_)
            for (const CheckedRule& rule : book->rules)
                if (rule.decl->id.value == id || rule.id == id) return true;
        return false;
    }

    void compare_one(const std::string& rule_id, const YamlEntry& unit, const CheckResult& check, TestCase& result) {
        const std::string& expected = unit.value.text.value;
        if (std::find(status_words.begin(), status_words.end(), expected) == status_words.end() && expected != "not_in_force") {
            diagnostics_.add(bad_expectation, unit.value.place(),
                             {fmt::format("không có kết quả `{}`", visible(expected)),
                              fmt::format("there is no status `{}`", visible(expected))},
                             did_you_mean(expected, status_words));
            result.broken = true;
            return;
        }
        ++result.expectations;
        std::string actual = "not_in_force";
        Words why;
        bool judged = false;
        for (const Finding& finding : check.findings) {
            const CheckedRule& rule = check.rule(finding);
            if ((rule.decl->id.value != rule_id && rule.id != rule_id) ||
                check.records->dataset.id(rule.entity, finding.row) != unit.key.value)
                continue;
            // Of several versions of a rule the one that applies decides.
            if (judged && finding.outcome.status == Status::not_applicable) continue;
            judged = true;
            actual = word(finding.outcome.status);
            if (actual != expected) why = describe(check, finding).message;
        }
        if (!judged) {
            for (const RuleCounts& counts : check.rules)
                if (check.rule(counts).decl->id.value == rule_id || check.rule(counts).id == rule_id) actual = "no such unit";
        }
        if (actual != expected) result.failures.push_back({unit.value.place(), rule_id, unit.key.value, expected, actual, why});
    }

    const RuleFile& file_;
    const std::shared_ptr<const Schema>& schema_;
    const std::string& filter_;
    Diagnostics& diagnostics_;
    std::vector<std::shared_ptr<const CheckedRulebook>> books_;
};

}  // namespace

std::vector<TestCase> run_rule_tests(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                     const std::string& filter, Diagnostics& diagnostics) {
    return TestFile(file, schema, filter, diagnostics).run();
}

}  // namespace hoagiai
