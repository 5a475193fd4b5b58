#include "tests/support/document_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "engine/authoring/lint.h"
#include "engine/authoring/rule_tests/rule_test.h"
#include "engine/checking/load_profile.h"
#include "engine/findings/message.h"
#include "engine/text/yaml.h"

namespace hoagiai::support {

namespace {

constexpr const char* head_of_a_part =
    "rulebook: example\ntitle: {vi: \"Ví dụ\", en: \"An example\"}\n"
    "source: {number: 35/2013/QH13, issuer: \"Quốc hội\", issued: 2013-06-20}\n";

SourcePtr source(const std::string& name, const std::string& text) { return std::make_shared<const Source>(name, text); }

bool is_code(const std::string& word) {
    return word.size() == 4 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= '0' && word[1] <= '9';
}

std::string doubled(std::string text, char sign) {
    for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos; at += 2) text.insert(at, 1, sign);
    return text;
}

/// The last word: `of team T1` is T1.
std::string last_word(const std::string& text) { return text.substr(text.rfind(' ') + 1); }

bool has_row(const Dataset& data, EntityId entity, const std::string& id) {
    for (Row row = 0; row < data.tables[entity].size; ++row)
        if (data.id(entity, row) == id) return true;
    return false;
}

/// A missing cell as the document names it: `gender of mediator b`.
std::string cell_words(const MissingText& cell) {
    if (!cell.commune.empty()) return "the " + cell.entity + "s of " + cell.commune;
    if (cell.field.empty()) return "table of " + cell.entity + "s";
    return cell.id.empty() ? fmt::format("column {} of {}s", cell.field, cell.entity)
                           : fmt::format("{} of {} {}", cell.field, cell.entity, cell.id);
}

}  // namespace

DocumentReader::DocumentReader(std::filesystem::path folder)
    : folder_(std::move(folder)), preface_(head_of_a_part), as_of_(*parse_iso_date("2023-12-31")) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    period_ = parse_period("2023");
}

void DocumentReader::expect(const std::string& what, const std::string& expected, const std::string& actual) {
    ++answers_;
    if (expected != actual) problems_.push_back(fmt::format("line {}: {}: `{}`, not `{}`", line_, what, actual, expected));
}

void DocumentReader::read(const std::vector<DocumentPart>& parts) {
    for (const DocumentPart& part : parts) {
        line_ = part.line;
        if (part.table)
            read_table(part);
        else
            read_block(part);
    }
}

void DocumentReader::read_block(const DocumentPart& part) {
    ++blocks_;
    std::set<std::string> expected, codes;
    bool records = false;
    for (const std::string& label : part.labels) {
        records = records || label == "records";
        if (is_code(label)) expected.insert(label);
    }
    Diagnostics said;
    if (records)
        read_records(part.text, said);
    else
        read_rules(part.text, said);
    for (const Diagnostic& diagnostic : said.all()) {
        codes.insert(diagnostic.code);
        if (!expected.count(diagnostic.code)) problems_.push_back(render(diagnostic, Language::en, false));
    }
    if (codes != expected) problems_.push_back(fmt::format("line {}: said {}, not {}", line_, codes, expected));
}

void DocumentReader::read_records(const std::string& text, Diagnostics& said) {
    const auto root = read_yaml(source("records.yaml", text), said);
    if (!root) return;
    records_ = std::make_shared<Records>(records_from_yaml(*root, builtin_schema()));
    said.append(records_->diagnostics);
}

void DocumentReader::read_rules(const std::string& text, Diagnostics& said) {
    const std::string first = text.substr(0, text.find(':'));
    const bool part = first != "rulebook" && first != "profile" && first != "tests";
    std::string name = part ? "example" : text.substr(first.size() + 1, text.find('\n') - first.size() - 1);
    name.erase(0, name.find_first_not_of(' '));
    if (first == "tests") name = name.substr(0, name.find('.')) + ".test";
    const std::filesystem::path path = folder_ / (name + ".yaml");
    std::ofstream(path, std::ios::binary) << (part ? head_of_a_part : "") << text;
    if (first == "tests") return run_tests(path, said);
    said = lint({path.string()}, builtin_schema()).diagnostics;
    Diagnostics again;
    const RuleFiles found = find_rule_files({path.string()}, again);
    if (said.has_errors() || found.files.size() != 1) return;
    incomplete_.clear();
    as_of_ = *parse_iso_date("2023-12-31");
    period_ = parse_period("2023");
    if (first == "profile") {
        const auto loaded = load_profile(found.files.front(), builtin_schema(), again);
        books_ = loaded->books;
        incomplete_ = loaded->incomplete;
        period_ = loaded->profile->period;
        as_of_ = loaded->profile->as_of.value_or(period_ ? period_->last : as_of_);
        return;
    }
    books_ = {load_rulebook(found.files.front(), builtin_schema(), again)};
    if (part && ("\n" + text).find("\nrules:") == std::string::npos) preface_ = head_of_a_part + text;
}

void DocumentReader::run_tests(const std::filesystem::path& path, Diagnostics& said) {
    for (const RuleFile& file : find_rule_files({path.string()}, said).files)
        for (const TestCase& one : run_rule_tests(file, builtin_schema(), "", said)) {
            expect("test " + one.name, "passed", one.passed() ? "passed" : "failed");
            for (const TestFailure& failure : one.failures)
                problems_.push_back(fmt::format("line {}: {} {}: {}, not {}", line_, failure.rule, failure.unit, failure.actual,
                                                failure.expected));
        }
}

void DocumentReader::read_table(const DocumentPart& part) {
    const std::vector<std::string>& head = part.rows.front();
    const bool asks_value = head[0].rfind("of ", 0) == 0 || head[0].rfind("của ", 0) == 0;
    const bool asks_refused = head[0].rfind("not taken", 0) == 0;
    if (!asks_value && !asks_refused && head[0] != "rule" && head[0] != "quy tắc") return;
    for (std::size_t i = 1; i < part.rows.size(); ++i) {
        line_ = part.line + 1 + i;  // behind the ruler
        std::vector<std::string> row = part.rows[i];
        row.resize(head.size());
        if (asks_value)
            ask_value(last_word(head[0]), row);
        else if (asks_refused)
            ask_refused(last_word(head[0]), row);
        else
            ask_status(head, row);
    }
}

CheckResult DocumentReader::check(const std::vector<std::shared_ptr<const CheckedRulebook>>& books, Day as_of) const {
    CheckRequest request;
    request.books = books;
    request.as_of = as_of;
    request.period = period_;
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived};
    resolve(records_->dataset, incomplete_);
    return run_check(request, *records_);
}

void DocumentReader::ask_status(const std::vector<std::string>& head, const std::vector<std::string>& row) {
    const auto cell = [&](std::string_view en, std::string_view vi) -> std::string {
        for (std::size_t i = 0; i < head.size(); ++i)
            if (head[i] == en || head[i] == vi) return row[i];
        return "";
    };
    const std::string rule = cell("rule", "quy tắc"), unit = cell("unit", "đơn vị"), day = cell("as of", "tính đến ngày");
    const CheckResult result = check(books_, day.empty() ? as_of_ : parse_iso_date(day).value_or(as_of_));
    std::string actual = "no such rule or unit";
    for (const std::string& id : result.not_in_force)
        if (id.substr(id.find('/') + 1) == rule) actual = "not in force";
    const Finding* decided = nullptr;
    for (const Finding& finding : result.findings) {
        const CheckedRule& judged = result.rule(finding);
        if (judged.decl->id.value != rule || records_->dataset.id(judged.entity, finding.row) != unit) continue;
        // Of several versions of a rule the one that applies decides.
        if (!decided || finding.outcome.status != Status::not_applicable) decided = &finding;
    }
    if (decided) actual = word(decided->outcome.status);
    for (const Diagnostic& diagnostic : result.diagnostics.all())
        if (diagnostic.message.en.find("/" + rule + " ") != std::string::npos ||
            diagnostic.message.en.find("/" + rule + ",") != std::string::npos)
            actual = "error " + diagnostic.code;
    const std::string what = rule + ", " + unit;
    expect(what, cell("status", "kết quả"), actual);
    if (!decided) return;
    const FindingText text = describe(result, *decided);
    if (const std::string said = cell("said", ""); !said.empty()) expect(what, said, text.message.en);
    if (const std::string said = cell("câu kết luận", "câu kết luận"); !said.empty()) expect(what, said, text.message.vi);
    if (const std::string gap = cell("gap", "gap"); !gap.empty())
        expect(what, gap, text.gaps.size() == 1 ? text.gaps.front().sentence.en : fmt::format("{} gaps", text.gaps.size()));
    if (const std::string advice = cell("recommended", "recommended"); !advice.empty())
        expect(what, advice,
               text.recommendations.size() == 1 ? text.recommendations.front().text.en
                                                : fmt::format("{} recommendations", text.recommendations.size()));
    if (const std::string missing = cell("missing", "còn thiếu"); !missing.empty()) {
        std::vector<std::string> cells;
        for (const MissingText& one : text.missing) cells.push_back(cell_words(one));
        expect(what, missing, cells.empty() ? "–" : fmt::format("{}", fmt::join(cells, ", ")));
    }
}

std::shared_ptr<const CheckedRulebook> DocumentReader::asking(const std::string& entity, const std::string& expression,
                                                              Diagnostics& said) const {
    // A rule that always fails says the value; the English text alone would be warned of, and both would say a slip twice.
    const std::string text =
        fmt::format("{}rules:\n- {{id: asked, kind: data, for: {}, require: 'id = \"\"', finding: {{vi: v, en: '{{{}}}'}}}}\n",
                    preface_, entity, doubled(expression, '\''));
    const auto book = read_rulebook(source("table.yaml", text), said);
    return check_rulebook(book, builtin_schema(), said);
}

void DocumentReader::ask_value(const std::string& unit, const std::vector<std::string>& row) {
    const std::vector<Entity>& entities = builtin_schema()->entities;
    const auto entity = std::find_if(entities.begin(), entities.end(), [&](const Entity& one) {
        return has_row(records_->dataset, builtin_schema()->find_entity(one.name), unit);
    });
    if (entity == entities.end()) return problems_.push_back(fmt::format("line {}: no unit {}", line_, unit));
    Diagnostics said;
    const auto checked = asking(entity->name, row[0], said);
    for (const Diagnostic& diagnostic : said.all()) problems_.push_back(render(diagnostic, Language::en, false));
    if (said.has_errors()) return;
    const CheckResult result = check({checked}, as_of_);
    for (const Finding& finding : result.findings)
        if (records_->dataset.id(result.rule(finding).entity, finding.row) == unit)
            expect(row[0], row[1], describe(result, finding).message.en);
}

void DocumentReader::ask_refused(const std::string& entity, const std::vector<std::string>& row) {
    Diagnostics said;
    asking(entity, row[0], said);
    expect(row[0], row[1], said.empty() ? "(taken)" : said.all().front().code);
    if (said.empty() || row.size() < 3 || row[2].empty()) return;
    const Diagnostic& first = said.all().front();
    const std::string sentence = first.message.en + "; " + first.help.en;
    if (sentence.find(row[2]) == std::string::npos) expect(row[0], row[2], sentence);
}

}  // namespace hoagiai::support
