// What was checked, by which rules, over which files, as the first keys of a report: enough for somebody else to do it again.
#pragma once

#include "engine/output/format.h"
#include "engine/output/json_parts/pieces.h"

namespace hoagiai {

/// An object with the keys from `hoagiai` to `rules_off`, and `records`: the hashes of the files.
Json head_json(const Report& report);

}  // namespace hoagiai
