// The pieces that findings and selections have in common, as JSON. Keys keep the order in which docs/cli.md tells of them.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "engine/findings/message.h"

namespace hoagiai {

using Json = nlohmann::ordered_json;

Json in_both(const Words& words);
Json basis_json(const std::vector<Basis>& all);
Json evidence_json(const std::vector<Evidence>& all);
Json missing_json(const std::vector<MissingText>& all);
Json recommendations_json(const std::vector<Recommendation>& all);
/// The unit with all that lies above it.
Json unit_json(const Dataset& data, EntityId entity, Row row);

}  // namespace hoagiai
