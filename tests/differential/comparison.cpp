#include "tests/differential/comparison.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <stdexcept>

#include "engine/checking/load_profile.h"
#include "engine/text/yaml.h"

namespace hoagiai::differential {

Books shipped_books(const Reading* reading) {
    std::string profile = fmt::format(
        "profile: p\ntitle: {{vi: P, en: P}}\nrulebooks:\n"
        "  - {0}/national/law-35-2013.yaml\n  - {0}/national/reports.yaml\n  - {0}/national/yardsticks.yaml\n"
        "  - {0}/bac-lieu/guidance-428-2023.yaml\n",
        HOAGIAI_SOURCE_DIR "/rules");
    if (reading)
        profile += fmt::format(
            "parameters:\n"
            "  guidance-428-2023/success_rate_base: {{value: {0}, reason: R}}\n"
            "  guidance-428-2023/binds_each_team: {{value: {1}, reason: R}}\n"
            "  guidance-428-2023/binds_non_pilots: {{value: {2}, reason: R}}\n"
            "  yardsticks/success_rate_base: {{value: {0}, reason: R}}\n",
            reading->base, reading->binds_each_team, reading->binds_non_pilots);
    Diagnostics said;
    RuleFile file{std::make_shared<const Source>("p.yaml", profile), nullptr, FileKind::profile};
    if (auto root = read_yaml(file.source, said)) file.root = std::make_shared<const YamlNode>(std::move(*root));
    const auto loaded = load_profile(file, builtin_schema(), said);
    for (const Diagnostic& d : said.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE_FALSE(said.has_errors());
    REQUIRE(loaded);
    return loaded->books;
}

Answers ask_engine(const Books& books, const Records& records, const Occasion& occasion, const std::set<std::string>& rules) {
    CheckRequest request;
    request.books = books;
    request.as_of = *parse_iso_date(occasion.as_of);
    request.period = parse_period(occasion.period);
    request.rules = rules;
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
    const CheckResult result = run_check(std::move(request), records);
    REQUIRE_FALSE(result.diagnostics.has_errors());
    Answers answers;
    for (const Finding& finding : result.findings) {
        const CheckedRule& rule = result.rule(finding);
        answers[rule.id].emplace(records.dataset.id(rule.entity, finding.row), word(finding.outcome.status));
    }
    // A rule that no unit was judged by applies to none.
    for (const auto& book : books)
        for (const CheckedRule& rule : book->rules)
            if (std::find(result.not_in_force.begin(), result.not_in_force.end(), rule.id) != result.not_in_force.end())
                for (Row row = 0; row < records.dataset[rule.entity].size; ++row)
                    answers[rule.id].emplace(records.dataset.id(rule.entity, row), word(Status::not_applicable));
    return answers;
}

Answers ask_database(Database& database, const std::vector<RuleQueries>& queries, const Occasion& occasion,
                     const Reading& reading, const std::set<std::string>& rules) {
    database.run(fmt::format("DELETE FROM run; INSERT INTO run VALUES ('{}', '{}', '{}', '{}', '{}', '{}', {:d}, {:d})",
                             occasion.as_of, occasion.first, occasion.last, occasion.first_before, occasion.last_before,
                             reading.base, reading.binds_each_team, reading.binds_non_pilots));
    Answers answers;
    for (const RuleQueries& book : queries)
        for (const auto& [rule, sql] : book.by_rule) {
            const std::string full = book.book + "/" + rule;
            if (!rules.empty() && rules.count(full) == 0) continue;
            for (const Database::Cells& row : database.query(sql)) {
                if (row.size() != 3) throw std::runtime_error(full + ": three columns are expected");
                const auto is = [&](std::size_t at, const char* what) { return row[at] && *row[at] == what; };
                // Kleene's logic is SQL's as well: NULL is unknown.
                const char* status = "unknown";
                if (is(1, "0"))
                    status = "not_applicable";
                else if (is(2, "1"))
                    status = "pass";
                else if (is(1, "1") && is(2, "0"))
                    status = "fail";
                answers[full].emplace(row[0].value(), status);
            }
        }
    return answers;
}

Answers together(const std::vector<Answers>& readings) {
    Answers joined = readings.front();
    for (auto& [rule, units] : joined)
        for (auto& [unit, status] : units)
            for (const Answers& reading : readings) {
                const std::string& other = reading.at(rule).at(unit);
                if (other == status) continue;
                const std::set<std::string> both = {status, other};
                status = both == std::set<std::string>{"pass", "not_applicable"} ? "pass" : "unknown";
            }
    return joined;
}

std::set<std::string> rules_with_readings(const Books& books) {
    std::set<std::string> found;
    for (const auto& book : books)
        for (const CheckedRule& rule : book->rules)
            for (const std::uint32_t parameter : rule.parameters)
                for (const CheckedValue& value : book->parameters[parameter].values)
                    if (value.undetermined) found.insert(rule.id);
    return found;
}

std::set<std::string> fields_asked_whether_blank(const Books& books) {
    std::set<std::string> found;
    for (const auto& book : books)
        for (ExprId id = 0; id < book->book->ast.nodes.size(); ++id) {
            const auto& node = book->book->ast[id].node;
            ExprId path = no_expr;
            if (const auto* asked = std::get_if<IsMissing>(&node)) path = asked->path;
            if (const auto* asked = std::get_if<Else>(&node)) path = asked->path;
            if (path == no_expr || book->facts[path].path == none_id) continue;
            const PathMeaning& meaning = book->path(path);
            REQUIRE(meaning.end == PathMeaning::End::field);
            const Entity& entity = (*book->schema)[meaning.entity];
            found.insert(entity.name + "." + entity.fields[meaning.index].name);
        }
    return found;
}

}  // namespace hoagiai::differential
