// What holds on a day when all layers are put together: by rulebook its rules and its parameters, and where each comes from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/layer_effects.h"

namespace hoagiai {

struct ListedRule {
    enum class State { in_force, not_in_force, own_day, off };  ///< own_day: each case by its own date (`on`)
    std::string id;                                             ///< rulebook/id
    Words title;
    RuleKind kind = RuleKind::requirement;
    RuleSeverity severity = RuleSeverity::major;
    std::string entity;
    State state = State::in_force;
    Words why;                   ///< of one that is not in force
    std::optional<RuleOff> off;  ///< of one that is switched off
    InForce span;
    std::vector<Basis> basis;
    std::vector<std::string> needs;  ///< columns; empty for one that is switched off
};

struct ListedValue {
    enum class Origin { book, layer, profile };
    InForce span;
    Words value;
    bool holds = false;  ///< on the day
    Origin origin = Origin::book;
    std::string by;  ///< the rulebook that overrides, or the profile
    Words by_title;
    std::string reason;
    std::vector<Basis> basis;
};

struct ListedParameter {
    std::string name;  ///< rulebook/parameter
    Words title;       ///< empty where it has none
    std::vector<ListedValue> values;
};

struct ListedBook {
    std::string name;
    Words title;
    std::string number, file, sha256;
    std::vector<ListedRule> rules;
    std::vector<ListedParameter> parameters;
};

struct RuleList {
    Day as_of = 0;
    std::string profile;  ///< empty: rulebooks were named themselves
    Words profile_title;
    std::vector<ListedBook> books;
};

/// Of the request only the profile, the rulebooks and the day count.
RuleList list_rules(const CheckRequest& request);

std::string rule_list_text(const RuleList& list, Language language, bool needs, bool colour);
std::string rule_list_json(const RuleList& list, bool needs);

std::string_view word(ListedRule::State state);
std::string_view word(ListedValue::Origin origin);

}  // namespace hoagiai
