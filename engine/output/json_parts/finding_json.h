// One finding as an object: an element of the JSON report, a line of the one in lines.
#pragma once

#include "engine/findings/finding.h"
#include "engine/output/json_parts/pieces.h"

namespace hoagiai {

Json finding_json(const CheckResult& result, const Finding& finding);

}  // namespace hoagiai
