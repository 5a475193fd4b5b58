// JSON as a tree, for what a report says once, and the pieces that its parts have in common. What it says of every unit is
// written without one (members.h).
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "engine/findings/message.h"

namespace hoagiai {

using Json = nlohmann::ordered_json;

Json in_both(const Words& words);
Json basis_json(const std::vector<Basis>& all);

}  // namespace hoagiai
