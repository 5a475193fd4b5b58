// The rest of a finding. A check of the whole country keeps only which rule, which row and what status; by which readings and
// over which holes it came to that is found again when somebody asks, by the reference evaluator.
#pragma once

#include "engine/findings/finding.h"

namespace hoagiai {

/// The finding with its readings, and with what is missing where it is unknown. One that is whole already is given back.
Finding complete(const CheckResult& result, const Finding& finding);

}  // namespace hoagiai
