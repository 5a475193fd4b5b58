// What every report says of records that were read leniently: how much was unreadable, what was made of it, and which kinds of
// problem there were.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/output/head.h"
#include "engine/records/load.h"

namespace hoagiai {

struct LenientCounts {
    std::uint64_t cells = 0, unplaced = 0, below = 0, copies = 0;
};
/// Of one table, or of all.
LenientCounts lenient_counts(const Dataset& data, EntityId entity);
LenientCounts lenient_counts(const Dataset& data);

struct ProblemKind {
    std::string code, name;
    Words title;
    std::uint64_t count = 0;
};
/// By code.
std::vector<ProblemKind> problem_kinds(const Records& records);

/// Lines of the head; none where records were read strictly.
std::vector<HeadLine> lenient_head(const Records& records);

}  // namespace hoagiai
