// Which cells a rule looks at as they are given, by `is missing` and `else`: to blank or to fill one of them is another record,
// not the same record known better or worse.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "engine/checking/checked.h"

namespace hoagiai::metamorphic {

struct LookedAt {
    /// Fields below `is missing` or left of `else`, and links on the way there; entity and name.
    std::set<std::pair<EntityId, std::string>> as_given;
    /// Boolean fields that the rule reads as `(field else true)` or `(field else false)` alone, and what they then stand for.
    std::map<std::pair<EntityId, std::string>, bool> standing_for;
};

/// Of all that the rule's conditions and dates read, definitions written out.
LookedAt looked_at(const CheckedRulebook& book, const CheckedRule& rule);

}  // namespace hoagiai::metamorphic
