// What books did to those that they extend: whoever signs a report must see which values and which rules are not those of the
// law that they are printed under, by whose word, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/finding.h"

namespace hoagiai {

/// A value in the place of the one that the parameter's own book has.
struct OverriddenParameter {
    std::string name;  ///< rulebook/parameter
    Words title;       ///< of the parameter; its name where it has none
    Words value;
    InForce span;
    std::string by;  ///< the rulebook that overrides
    Words by_title;
    std::string reason;
    std::vector<Basis> basis;
};

/// A rule that does not run although its book does.
struct RuleOff {
    std::string rule;  ///< rulebook/id
    Words title;       ///< its id where it has none
    std::string by;
    Words by_title;
    std::string reason;
    std::vector<Basis> basis;
};

/// The overrides that hold on the as-of date, and those of other days where a rule that is judged by a day of its own may read
/// them; by name and day. What a profile settled is not among them.
std::vector<OverriddenParameter> overridden_parameters(const CheckRequest& request);
/// By name.
std::vector<RuleOff> rules_off(const CheckRequest& request);
/// Drafts of which only the names are used, since nobody named them themselves; by name.
std::vector<std::shared_ptr<const Rulebook>> names_only(const CheckRequest& request);
/// Of a name, `rulebook/id` or the id alone, that no rule of the run has: that it is switched off, by whom and why. Empty if
/// not.
Words why_off(const CheckRequest& request, const std::string& name);

}  // namespace hoagiai
