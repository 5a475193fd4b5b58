// The counts of a whole check as one object.
#pragma once

#include "engine/findings/finding.h"
#include "engine/output/json_parts/pieces.h"

namespace hoagiai {

Json summary_json(const CheckResult& result);

}  // namespace hoagiai
