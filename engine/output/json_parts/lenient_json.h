// What lenient reading met, for machines.
#pragma once

#include "engine/output/json_parts/pieces.h"
#include "engine/records/load.h"

namespace hoagiai {

/// Each problem, as where nothing could be concluded, but in both languages.
Json problems_json(const Records& records);
/// Counts by kind and by table. Null where records were read strictly.
Json lenient_json(const Records& records);

}  // namespace hoagiai
