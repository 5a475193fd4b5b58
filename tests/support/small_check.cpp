#include "tests/support/small_check.h"

#include <catch2/catch.hpp>

#include "engine/text/yaml.h"

namespace hoagiai::support {

namespace {

SourcePtr source(const std::string& name, const std::string& text) { return std::make_shared<const Source>(name, text); }

}  // namespace

const Finding* SmallCheck::find(const std::string& rule, const std::string& unit) const {
    for (const Finding& finding : result.findings) {
        const CheckedRule& checked = result.rule(finding);
        if (checked.decl->id.value == rule && records->dataset.id(checked.entity, finding.row) == unit) return &finding;
    }
    return nullptr;
}

Status SmallCheck::status(const std::string& rule, const std::string& unit) const {
    const Finding* finding = find(rule, unit);
    INFO("rule " << rule << ", unit " << unit);
    REQUIRE(finding);
    return finding->outcome.status;
}

FindingText SmallCheck::text(const std::string& rule, const std::string& unit) const {
    const Finding* finding = find(rule, unit);
    REQUIRE(finding);
    return describe(result, *finding);
}

SmallCheck small_check(const std::string& rules, const std::string& records, const std::string& as_of,
                       const std::string& period) {
    SmallCheck check;
    Diagnostics& said = check.diagnostics;
    const auto book = read_rulebook(source("t.yaml", "rulebook: t\ntitle: {vi: T, en: T}\n" + rules), said);
    REQUIRE(book);
    CheckRequest request;
    const auto checked = check_rulebook(book, builtin_schema(), said);
    for (const Diagnostic& d : said.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE_FALSE(said.has_errors());
    request.books = {checked};
    request.as_of = *parse_iso_date(as_of);
    if (!period.empty()) request.period = parse_period(period);
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable, Status::waived};
    const auto root = read_yaml(source("records.yaml", records), said);
    REQUIRE(root);
    check.records = std::make_shared<Records>(records_from_yaml(*root, builtin_schema()));
    for (const Diagnostic& d : check.records->diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE_FALSE(check.records->diagnostics.has_errors());
    check.result = run_check(request, *check.records);
    return check;
}

std::string small_rule(const std::string& id, const std::string& entity, const std::string& require, const std::string& when) {
    return "- id: " + id + "\n  kind: data\n  for: " + entity + "\n  when: '" + when + "'\n  require: '" + require +
           "'\n  finding: {vi: v, en: e}\n";
}

void replace_text(Dataset& data, std::string_view from, std::string_view to) {
    Texts texts;
    for (std::size_t i = 0; i < data.texts.size(); ++i) texts.add(data.texts[i] == from ? to : data.texts[i]);
    data.texts = std::move(texts);
}

}  // namespace hoagiai::support
