#include "engine/authoring/rule_tests/case_runner.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/authoring/rule_tests/selection_expectation.h"
#include "engine/checking/layers/book_set.h"
#include "engine/checking/settle_parameters.h"
#include "engine/findings/layer_effects.h"
#include "engine/findings/message.h"
#include "engine/rulebook/kinds.h"
#include "engine/rulebook/mapping.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

bool same_place(const Place& a, const Place& b) { return a.file == b.file && a.line == b.line && a.column == b.column; }

/// One case: its records, its parameters, and what it expects.
class CaseRunner {
public:
    CaseRunner(const TestedBooks& tested, Coverage* coverage, TestCase& result)
        : tested_(tested), schema_(tested.schema), coverage_(coverage), result_(result) {}

    /// False if the filter leaves it out.
    bool run(const YamlNode& node, const std::string& filter) {
        Mapping keys(node, {"trường hợp kiểm thử", "case"}, problems());
        result_.place = keys.head();
        if (!node.is_mapping()) return true;
        const auto name = keys.text("name", true);
        if (name) result_.name = name->value;
        if (result_.name.find(filter) == std::string::npos) return false;
        if (const auto period = keys.text("period")) request_.period = read_period(*period, problems());
        // A test never depends on the day on which it runs.
        const auto as_of = keys.text("as_of", !keys.node().find("period"));
        std::optional<Day> day = as_of ? read_day(*as_of, problems()) : std::nullopt;
        if (!day && request_.period) day = request_.period->last;
        request_.as_of = day.value_or(0);
        request_.books = tested_.books;
        if (const YamlNode* parameters = keys.optional("parameters")) settle(*parameters);
        const YamlNode* records = keys.required("records");
        const YamlNode* expect = keys.required("expect");
        keys.finish();
        if (!records || !expect || result_.broken()) return true;
        read_records(*records);
        if (!result_.broken()) compare_all(*expect);
        return true;
    }

private:
    Diagnostics& problems() { return result_.problems; }

    /// The rulebooks once more, with the case's values in them.
    void settle(const YamlNode& node) {
        const Words help = {"viết tham_số: giá_trị, hoặc tên_bộ/tham_số: giá_trị",
                            "write parameter: value, or book/parameter: value"};
        Mapping(node, {"phần `parameters`", "part `parameters`"}, problems(), help);
        if (!node.is_mapping()) return;
        std::vector<ProfileParameter> values;
        for (const YamlEntry& entry : node.entries) values.push_back(read_settled(entry.key, entry.value, problems()));
        if (result_.broken()) return;
        ParameterSettler settler(values, true);
        BookSet books(schema_);
        for (const RuleFile& file : tested_.files) books.add(file);
        Diagnostics own;
        books.check(own, &settler);
        request_.books = books.running();
        // The books have no errors of their own: what is wrong is a value that does not fit.
        for (const Diagnostic& problem : own.all())
            if (problem.severity == Severity::error) problems().add(problem);
        settler.report_unused({"các bộ quy tắc của tệp kiểm thử này", "the rulebooks of this test file"}, problems());
    }

    void read_records(const YamlNode& node) {
        if (!node.is_scalar()) {
            records_ = records_from_yaml(node, schema_);
            problems().append(records_.diagnostics);
            return;
        }
        records_ = load_records((tested_.folder / node.text.value).lexically_normal(), schema_);
        // What a file of records has to spare is none of the test's business.
        for (const Diagnostic& problem : records_.diagnostics.all())
            if (problem.severity == Severity::error)
                problems().add(problem).related.push_back({node.place(), {"hồ sơ nêu ở đây", "the records are named here"}});
    }

    void compare_all(const YamlNode& expect) {
        Mapping(expect, {"phần `expect`", "part `expect`"}, problems(),
                {"viết expect: {mã-quy-tắc: {mã-đơn-vị: pass}}", "write expect: {rule-id: {unit-id: pass}}"});
        if (expect.is_mapping() && expect.entries.empty()) say_nothing_expected(expect.place());
        for (const YamlEntry& rule : expect.entries)
            if (const auto id = find_rule(rule.key)) request_.rules.insert(*id);
        request_.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
        request_.keep_selected = {SelectionStatus::recommended, SelectionStatus::possible};
        if (request_.rules.empty()) return;
        const CheckResult check = run_check(request_, records_);
        for (Diagnostic problem : check.diagnostics.all()) {
            if (problem.code == "E002") problem.help = {"thêm period: 2023 vào trường hợp này", "add period: 2023 to the case"};
            problem.related.push_back({result_.place, {"trong trường hợp này", "in this case"}});
            problems().add(std::move(problem));
        }
        for (const YamlEntry& rule : expect.entries) {
            const auto id = find_rule(rule.key, false);
            if (!id) continue;
            if (is_selection(*id)) {
                compare_selection(*id, rule.key.value, rule.value, check);
                continue;
            }
            Mapping(rule.value, {"phần mong đợi của một quy tắc", "rule's expectation"}, problems(),
                    {fmt::format("viết {}: {{mã-đơn-vị: pass}}", visible(rule.key.value)),
                     fmt::format("write {}: {{unit-id: pass}}", visible(rule.key.value))});
            if (rule.value.is_mapping() && rule.value.entries.empty()) say_nothing_expected(rule.value.place());
            for (const YamlEntry& unit : rule.value.entries) compare_one(*id, rule.key.value, unit, check);
        }
    }

    /// Such a case could never fail.
    void say_nothing_expected(const Place& place) {
        problems().add(bad_expectation, place, {"ở đây không mong đợi kết quả nào", "nothing is expected here"},
                       {"viết mã-quy-tắc: {mã-đơn-vị: pass}", "write rule-id: {unit-id: pass}"});
    }

    /// `rulebook/id`, or the id alone where only one book has it.
    std::optional<std::string> find_rule(const Text& name, bool say = true) {
        std::vector<std::string> all, found;
        for (const auto& book : request_.books)
            for (const CheckedRule& rule : book->rules) {
                if (std::find(all.begin(), all.end(), rule.decl->id.value) == all.end()) all.push_back(rule.decl->id.value);
                if ((rule.id == name.value || rule.decl->id.value == name.value) &&
                    std::find(found.begin(), found.end(), rule.id) == found.end())
                    found.push_back(rule.id);
            }
        if (found.size() == 1) return found.front();
        if (!say) return std::nullopt;
        const Words off = found.empty() ? why_off(request_, name.value) : Words{};
        if (!off.en.empty())
            problems().add(bad_expectation, name.place(), {"quy tắc " + off.vi, "the rule " + off.en});
        else if (found.empty())
            problems().add(bad_expectation, name.place(),
                           {fmt::format("không có quy tắc `{}`", visible(name.value)),
                            fmt::format("there is no rule `{}`", visible(name.value))},
                           did_you_mean(name.value, all));
        else
            problems().add(bad_expectation, name.place(),
                           {fmt::format("nhiều bộ quy tắc có quy tắc `{}`", visible(name.value)),
                            fmt::format("several rulebooks have a rule `{}`", visible(name.value))},
                           {fmt::format("viết một trong: {}", fmt::join(found, ", ")),
                            fmt::format("write one of: {}", fmt::join(found, ", "))});
        return std::nullopt;
    }

    bool is_unit(const std::string& rule_id, const Text& unit) {
        const Dataset& data = records_.dataset;
        for (const auto& book : request_.books)
            for (const CheckedRule& rule : book->rules) {
                if (rule.id != rule_id) continue;
                const Table& table = data[rule.entity];
                if (data.find(rule.entity, unit.value) != no_row) return true;
                std::vector<std::string> ids;
                for (Row row = 0; row < table.size; ++row) ids.emplace_back(data.id(rule.entity, row));
                std::sort(ids.begin(), ids.end());
                const Entity& entity = (*schema_)[rule.entity];
                problems().add(
                    bad_expectation, unit.place(),
                    {fmt::format("hồ sơ không có {} nào mang mã `{}`", lower_first(entity.title.vi), visible(unit.value)),
                     fmt::format("the records have no {} with the id `{}`", entity.name, visible(unit.value))},
                    ids.empty() ? Words{} : did_you_mean(unit.value, ids));
                return false;
            }
        return false;
    }

    bool is_selection(const std::string& rule_id) const {
        for (const auto& book : request_.books)
            for (const CheckedRule& rule : book->rules)
                if (rule.id == rule_id && rule.decl->selection) return true;
        return false;
    }

    void compare_selection(const std::string& rule_id, const std::string& written, const YamlNode& node,
                           const CheckResult& check) {
        const auto expected = read_selection_expectation(node, *schema_, problems());
        if (!expected) return;
        bool known = true;
        for (const ExpectedList& list : expected->lists)
            for (const ExpectedUnit& unit : list.units) known = is_unit(rule_id, unit.id) && known;
        if (!known || check.diagnostics.has_errors()) return;
        const auto found = std::find_if(check.selections.begin(), check.selections.end(),
                                        [&](const Selection& one) { return check.rule(one).id == rule_id; });
        const bool in_force = found != check.selections.end();
        if (expected->not_in_force || !in_force) {
            ++result_.expectations;
            if (expected->not_in_force != in_force) return;
            TestFailure failure{expected->place, written, "", "status", "not_in_force", "in_force", {}, {}};
            if (!in_force) std::swap(failure.expected, failure.actual);
            if (!in_force) failure.why = not_in_force(rule_id, check);
            result_.failures.push_back(std::move(failure));
            return;
        }
        const std::size_t failures_before = result_.failures.size();
        for (const ExpectedList& list : expected->lists) compare_list(written, list, *found, check);
        if (coverage_ && result_.failures.size() == failures_before) coverage_->record(check, *found);
    }

    void compare_list(const std::string& written, const ExpectedList& expected, const Selection& selection,
                      const CheckResult& check) {
        ++result_.expectations;
        std::string ids;
        for (const ExpectedUnit& unit : expected.units) ids += (ids.empty() ? "" : ", ") + unit.id.value;
        ids = "[" + ids + "]";
        const std::string actual = listed_ids(check, selection, expected.status);
        if (ids != actual) {
            result_.failures.push_back({expected.place,
                                        written,
                                        "",
                                        std::string(word(expected.status)),
                                        ids,
                                        actual,
                                        {},
                                        why_listed(check, selection)});
            return;
        }
        for (const ExpectedUnit& unit : expected.units)
            for (const SelectedUnit& listed : selection.listed) {
                if (check.records->dataset.id(check.rule(selection).entity, listed.row) != unit.id.value) continue;
                const SelectedText said = describe(check, selection, listed);
                FindingText text;
                text.message = said.message;
                text.missing = said.missing;
                text.more_missing = said.more_missing;
                for (const Difference& difference : compare(unit.details, text))
                    result_.failures.push_back({difference.place,
                                                written,
                                                unit.id.value,
                                                difference.of,
                                                difference.expected,
                                                difference.actual,
                                                {},
                                                said.message});
            }
    }

    /// What is said of all that are listed, one after the other.
    static Words why_listed(const CheckResult& check, const Selection& selection) {
        Words why;
        for (const SelectedUnit& unit : selection.listed) {
            const std::string id(check.records->dataset.id(check.rule(selection).entity, unit.row));
            const SelectedText said = describe(check, selection, unit);
            const Words status = status_title(unit.status);
            why.vi += fmt::format("{}{} ({}): {}", why.vi.empty() ? "" : " ", id, status.vi, said.message.vi);
            why.en += fmt::format("{}{} ({}): {}", why.en.empty() ? "" : " ", id, status.en, said.message.en);
        }
        return why;
    }

    void compare_one(const std::string& rule_id, const std::string& written, const YamlEntry& unit, const CheckResult& check) {
        const auto expected = read_expectation(unit.value, *schema_, problems());
        const bool known = is_unit(rule_id, unit.key);
        if (!expected || !known) return;
        for (const auto& book : check.request.books)
            for (const CheckedRule& rule : book->rules)
                for (const Diagnostic& problem : check.diagnostics.all())
                    // It overflowed or lacks a period, which the case was told already.
                    if (rule.id == rule_id && same_place(problem.place, rule.decl->id.place())) return;
        ++result_.expectations;
        const Finding* finding = find(rule_id, unit.key.value, check);
        TestFailure failure{expected->place, written, unit.key.value, "status", expected->status, "not_in_force", {}, {}};
        if (finding) failure.actual = word(finding->outcome.status);
        if (failure.actual != failure.expected) {
            if (finding)
                failure.explanation = explain(check, *finding);
            else
                failure.why = not_in_force(rule_id, check);
            result_.failures.push_back(std::move(failure));
            return;
        }
        if (!finding) return;
        const std::vector<Difference> differences = compare(*expected, describe(check, *finding));
        for (const Difference& difference : differences)
            result_.failures.push_back({difference.place,
                                        written,
                                        unit.key.value,
                                        difference.of,
                                        difference.expected,
                                        difference.actual,
                                        explain(check, *finding),
                                        {}});
        if (coverage_ && differences.empty()) coverage_->record(check, *finding);
    }

    /// Of several versions of a rule the one that applies decides. Null: none is in force.
    static const Finding* find(const std::string& rule_id, const std::string& unit, const CheckResult& check) {
        const Finding* found = nullptr;
        for (const Finding& finding : check.findings) {
            const CheckedRule& rule = check.rule(finding);
            if (rule.id != rule_id || check.records->dataset.id(rule.entity, finding.row) != unit) continue;
            if (!found || finding.outcome.status != Status::not_applicable) found = &finding;
        }
        return found;
    }

    static Words not_in_force(const std::string& rule_id, const CheckResult& check) {
        for (const auto& book : check.request.books)
            for (const CheckedRule& rule : book->rules)
                if (rule.id == rule_id) return why_not_in_force(*book, rule, check.request.as_of);
        return {};
    }

    const TestedBooks& tested_;
    const std::shared_ptr<const Schema>& schema_;
    Coverage* coverage_;
    TestCase& result_;
    CheckRequest request_;
    Records records_;
};

}  // namespace

bool run_case(const YamlNode& node, const TestedBooks& tested, const std::string& filter, Coverage* coverage,
              TestCase& result) {
    return CaseRunner(tested, coverage, result).run(node, filter);
}

}  // namespace hoagiai
