// The order of findings: by the ids of their units from the top down (bytewise), then by rule; the same however the records and
// rulebooks were given.
#pragma once

#include "engine/findings/finding.h"

namespace hoagiai {

/// A unit and what it belongs to, from the top down.
struct UnitChain {
    static constexpr std::size_t most = 6;
    std::size_t size = 0;
    EntityId entities[most] = {};
    Row rows[most] = {};
};
UnitChain chain_of(const Dataset& data, EntityId entity, Row row);

void sort_by_unit(CheckResult& result);

}  // namespace hoagiai
