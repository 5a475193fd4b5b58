// The order of findings: by the ids of their units from the top down (bytewise), then by rule; the same however the records and
// rulebooks were given.
#pragma once

#include <vector>

#include "engine/records/dataset.h"

namespace hoagiai {

/// A unit and what it belongs to, from the top down.
struct UnitChain {
    static constexpr std::size_t most = 6;
    std::size_t size = 0;
    EntityId entities[most] = {};
    Row rows[most] = {};
};
UnitChain chain_of(const Dataset& data, EntityId entity, Row row);

struct UnitAndRule {
    EntityId entity = none_id;
    Row row = no_row;
    std::uint32_t rule = 0;  ///< its place among all rules by id
};
/// Indices into `all`, in order.
std::vector<std::uint32_t> order_by_unit(const Dataset& data, const std::vector<UnitAndRule>& all, unsigned threads = 1);

}  // namespace hoagiai
