// The pieces that findings and selections have in common, written. Keys keep the order in which docs/cli.md tells of them.
#pragma once

#include <optional>
#include <vector>

#include "engine/findings/message.h"
#include "engine/output/json_parts/json_writer.h"

namespace hoagiai {

void write_both(JsonWriter& json, const Words& words);
void write_basis(JsonWriter& json, const std::vector<Basis>& all);
void write_evidence(JsonWriter& json, const std::vector<Evidence>& all);
void write_missing(JsonWriter& json, const std::vector<MissingText>& all);
void write_recommendations(JsonWriter& json, const std::vector<Recommendation>& all);
/// The unit with all that lies above it.
void write_unit(JsonWriter& json, const Dataset& data, EntityId entity, Row row);

/// Null where there is none.
template <typename Integer>
void write_number(JsonWriter& json, const std::optional<Integer>& number) {
    if (number)
        json.number(*number);
    else
        json.null();
}

}  // namespace hoagiai
