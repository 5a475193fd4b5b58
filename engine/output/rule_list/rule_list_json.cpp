// The list as JSON, for programs; the names are those of docs/cli.md.
#include <nlohmann/json.hpp>

#include "engine/output/basis_parts.h"
#include "engine/output/rule_list/rule_list.h"

namespace hoagiai {

namespace {

using Json = nlohmann::ordered_json;

Json in_both(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }
Json day_or_null(const std::optional<Day>& day) { return day ? Json(iso_date(*day)) : Json(nullptr); }

Json basis_json(const std::vector<Basis>& all) {
    Json list = Json::array();
    for (const Basis& basis : all) {
        Json& one = list.emplace_back(Json::object());
        for (const auto& [name, value] : basis_parts(basis)) one[std::string(name)] = value;
    }
    return list;
}

Json rule_json(const ListedRule& rule, bool needs) {
    Json one = {{"rule", rule.id},
                {"title", in_both(rule.title)},
                {"kind", word(rule.kind)},
                {"severity", word(rule.severity)},
                {"entity", rule.entity},
                {"from", day_or_null(rule.span.from)},
                {"to", day_or_null(rule.span.to)},
                {"state", word(rule.state)},
                {"basis", basis_json(rule.basis)}};
    if (!rule.why.en.empty()) one["why"] = in_both(rule.why);
    if (rule.off) one["off"] = {{"by", rule.off->by}, {"reason", rule.off->reason}, {"basis", basis_json(rule.off->basis)}};
    if (needs) one["needs"] = rule.needs;
    return one;
}

Json parameter_json(const ListedParameter& parameter) {
    Json values = Json::array();
    for (const ListedValue& value : parameter.values) {
        Json one = {{"from", day_or_null(value.span.from)},
                    {"to", day_or_null(value.span.to)},
                    {"value", in_both(value.value)},
                    {"holds", value.holds},
                    {"origin", word(value.origin)}};
        if (value.origin != ListedValue::Origin::book) {
            one["by"] = value.by;
            one["reason"] = value.reason;
        }
        one["basis"] = basis_json(value.basis);
        values.push_back(std::move(one));
    }
    Json one = {{"parameter", parameter.name}};
    if (!parameter.title.en.empty()) one["title"] = in_both(parameter.title);
    one["values"] = std::move(values);
    return one;
}

}  // namespace

std::string rule_list_json(const RuleList& list, bool needs) {
    Json books = Json::array();
    for (const ListedBook& book : list.books) {
        Json rules = Json::array(), parameters = Json::array();
        for (const ListedRule& rule : book.rules) rules.push_back(rule_json(rule, needs));
        for (const ListedParameter& parameter : book.parameters) parameters.push_back(parameter_json(parameter));
        books.push_back({{"rulebook", book.name},
                         {"title", in_both(book.title)},
                         {"file", book.file},
                         {"sha256", book.sha256},
                         {"rules", std::move(rules)},
                         {"parameters", std::move(parameters)}});
    }
    const Json document = {{"as_of", iso_date(list.as_of)},
                           {"profile", list.profile.empty() ? Json(nullptr) : Json(list.profile)},
                           {"rulebooks", std::move(books)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hoagiai
