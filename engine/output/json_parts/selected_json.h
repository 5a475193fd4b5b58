// One unit that a selection lists as an object: an element of the JSON report, a line of the one in lines.
#pragma once

#include "engine/findings/finding.h"
#include "engine/output/json_parts/pieces.h"

namespace hoagiai {

Json selected_json(const CheckResult& result, const Selection& selection, const SelectedUnit& unit);

}  // namespace hoagiai
