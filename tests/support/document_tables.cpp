// The tables: each row is asked of the engine.
#include "tests/support/document_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/text/fold.h"

namespace hoagiai::support {

namespace {

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

void DocumentReader::read_table(const DocumentPart& part) {
    const std::vector<std::string>& head = part.rows.front();
    const bool value_vi = head[0].rfind("của ", 0) == 0, refused_vi = head[0].rfind("không nhận", 0) == 0;
    const bool asks_value = value_vi || head[0].rfind("of ", 0) == 0;
    const bool asks_refused = refused_vi || head[0].rfind("not taken", 0) == 0;
    const bool status_vi = head[0] == "quy tắc";
    if (!asks_value && !asks_refused && !status_vi && head[0] != "rule") return;
    vietnamese_ = value_vi || refused_vi || status_vi;
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
    request.profile = profile_;
    request.books = books;
    request.as_of = as_of;
    request.period = period_;
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived};
    resolve(records_->dataset, incomplete_);
    return run_check(request, *records_);
}

std::string DocumentReader::status_of(const CheckResult& result, const std::string& rule, const Finding* decided) const {
    for (const Diagnostic& diagnostic : result.diagnostics.all())
        if (diagnostic.severity == Severity::error)
            for (const char behind : {' ', ','})
                if (diagnostic.message.en.find("/" + rule + behind) != std::string::npos) return "error " + diagnostic.code;
    if (decided)
        return vietnamese_ ? lower_first(status_title(decided->outcome.status).vi) : std::string(word(decided->outcome.status));
    for (const std::string& id : result.not_in_force)
        if (id.substr(id.find('/') + 1) == rule) return "not in force";
    return "no such rule or unit";
}

/// What stands in one column of the table, as the engine says it.
std::string DocumentReader::column_of(const std::string& head, const FindingText& text) const {
    if (head == "said" || head == "câu kết luận") return text.message.in(vietnamese_);
    if (head == "gap") return text.gaps.size() == 1 ? text.gaps.front().sentence.en : fmt::format("{} gaps", text.gaps.size());
    if (head == "recommended" || head == "kiến nghị")
        return text.recommendations.size() == 1 ? text.recommendations.front().text.in(vietnamese_)
                                                : fmt::format("{} recommendations", text.recommendations.size());
    if (head == "missing" || head == "còn thiếu") {
        std::vector<std::string> cells;
        for (const MissingText& one : text.missing) cells.push_back(vietnamese_ ? one.words.vi : cell_words(one));
        return cells.empty() ? "–" : fmt::format("{}", fmt::join(cells, ", "));
    }
    return "(a column that is not known here)";
}

void DocumentReader::ask_status(const std::vector<std::string>& head, const std::vector<std::string>& row) {
    const std::string &rule = row[0], &unit = row[1];
    const auto is_day = [](const std::string& one) { return one == "as of" || one == "ngày xét"; };
    const auto as_of = std::find_if(head.begin(), head.end(), is_day);
    const std::string day = as_of == head.end() ? "" : row[static_cast<std::size_t>(as_of - head.begin())];
    const CheckResult result = check(books_, day.empty() ? as_of_ : parse_iso_date(day).value_or(as_of_));
    const Finding* decided = nullptr;
    for (const Finding& finding : result.findings) {
        const CheckedRule& judged = result.rule(finding);
        if (judged.decl->id.value != rule || records_->dataset.id(judged.entity, finding.row) != unit) continue;
        // Of several versions of a rule the one that applies decides.
        if (!decided || finding.outcome.status != Status::not_applicable) decided = &finding;
    }
    const std::string what = rule + ", " + unit;
    expect(what, row[2], status_of(result, rule, decided));
    for (std::size_t i = 3; i < head.size(); ++i)
        if (!is_day(head[i]) && !row[i].empty())
            expect(what, row[i], decided ? column_of(head[i], describe(result, *decided)) : "(nothing)");
}

std::shared_ptr<const CheckedRulebook> DocumentReader::asking(const std::string& entity, const std::string& expression,
                                                              Diagnostics& said) const {
    const std::string quoted = doubled(expression, '\'');
    // A rule that always fails says the value.
    const std::string text = fmt::format(
        "{}rules:\n- {{id: asked, kind: data, for: {}, require: 'id = \"\"', finding: {{vi: '{{{}}}', en: '{{{}}}'}}}}\n",
        preface_, entity, quoted, quoted);
    const auto book = read_rulebook(std::make_shared<const Source>("table.yaml", text), said);
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
            expect(row[0], row[1], describe(result, finding).message.in(vietnamese_));
}

void DocumentReader::ask_refused(const std::string& entity, const std::vector<std::string>& row) {
    Diagnostics said;
    asking(entity, row[0], said);
    expect(row[0], row[1], said.empty() ? "(taken)" : said.all().front().code);
    if (said.empty() || row.size() < 3 || row[2].empty()) return;
    const Diagnostic& first = said.all().front();
    const std::string sentence = first.message.in(vietnamese_) + "; " + first.help.in(vietnamese_);
    if (sentence.find(row[2]) == std::string::npos) expect(row[0], row[2], sentence);
}

}  // namespace hoagiai::support
