// One unit that a selection lists as an object: an element of the JSON report, a line of the one in lines.
#pragma once

#include "engine/findings/finding.h"
#include "engine/output/json_parts/json_writer.h"

namespace hoagiai {

/// Its keys and values, into an object that is open.
void write_selected(JsonWriter& json, const CheckResult& result, const Selection& selection, const SelectedUnit& unit);

}  // namespace hoagiai
