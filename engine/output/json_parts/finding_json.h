// One finding as an object: an element of the JSON report, a line of the one in lines.
#pragma once

#include "engine/findings/finding.h"
#include "engine/output/json_parts/json_writer.h"

namespace hoagiai {

/// Its keys and values, into an object that is open.
void write_finding(JsonWriter& json, const CheckResult& result, const Finding& finding);

}  // namespace hoagiai
