#include "engine/findings/layer_effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/findings/parameter_words.h"

namespace hoagiai {

namespace {

/// Whether a rule reads the parameter on days other than the as-of date.
bool read_on_other_days(const CheckedRulebook& book, std::size_t parameter) {
    return std::any_of(book.rules.begin(), book.rules.end(), [&](const CheckedRule& rule) {
        return !rule.decl->on.empty() &&
               std::find(rule.parameters.begin(), rule.parameters.end(), parameter) != rule.parameters.end();
    });
}

Words title_of(const CheckRequest& request, const std::string& name) {
    for (const auto& book : request.books)
        if (book->book->name.value == name) return book->book->title;
    return {name, name};
}

}  // namespace

std::vector<OverriddenParameter> overridden_parameters(const CheckRequest& request) {
    // A book that extends another has copies of its parameters: each value is named once.
    std::map<std::tuple<std::string, std::optional<Day>>, OverriddenParameter> all;
    for (const auto& book : request.books)
        for (std::size_t i = 0; i < book->parameters.size(); ++i) {
            const CheckedParameter& parameter = book->parameters[i];
            const bool any_day = read_on_other_days(*book, i);
            for (const CheckedValue& value : parameter.values) {
                if (value.set_by.empty() || (!any_day && !value.span.contains(request.as_of))) continue;
                const std::string name = parameter.owner + "/" + parameter.name;
                all.emplace(
                    std::tuple(name, value.span.from),
                    OverriddenParameter{name, parameter_title(*book, parameter), parameter_value_words(*book, parameter, value),
                                        value.span, value.set_by, title_of(request, value.set_by), value.reason, value.basis});
            }
        }
    std::vector<OverriddenParameter> list;
    for (auto& [key, one] : all) list.push_back(std::move(one));
    return list;
}

std::vector<RuleOff> rules_off(const CheckRequest& request) {
    std::map<std::string, RuleOff> all;  // several versions of a rule are one
    for (const auto& book : request.books)
        for (const SwitchedOff& off : book->book->switched_off) {
            const std::string& id = off.rule.id.value;
            const Words title = off.rule.title.en.empty() ? Words{id, id} : off.rule.title;
            const std::string full = book->book->name.value + "/" + id;
            all.emplace(full, RuleOff{full, title, off.by, off.by_title, off.reason, off.basis});
        }
    std::vector<RuleOff> list;
    for (auto& [id, one] : all) list.push_back(std::move(one));
    return list;
}

std::vector<std::shared_ptr<const Rulebook>> names_only(const CheckRequest& request) {
    std::map<std::string, std::shared_ptr<const Rulebook>> all;
    for (const auto& book : request.books)
        for (const auto& extended : book->book->extended) all.emplace(extended->name.value, extended);
    for (const auto& book : request.books) all.erase(book->book->name.value);
    std::vector<std::shared_ptr<const Rulebook>> list;
    for (auto& [name, one] : all) list.push_back(std::move(one));
    return list;
}

Words why_off(const CheckRequest& request, const std::string& name) {
    for (const RuleOff& one : rules_off(request))
        if (one.rule == name || one.rule.substr(one.rule.find('/') + 1) == name)
            return {fmt::format("{} không áp dụng theo {}; lý do: {}", one.rule, one.by, one.reason),
                    fmt::format("{} is switched off by {}; reason: {}", one.rule, one.by, one.reason)};
    return {};
}

}  // namespace hoagiai
