// All shipped rules that judge a year, and records made for them.
#pragma once

#include "engine/findings/finding.h"

namespace hoagiai::support {

/// Records with built-in defects, as `hoagiai new sample --defects` makes them.
Records sampled_records(unsigned communes, unsigned seed);
/// The rulebooks of rules/ for 2026, on its last day.
CheckRequest all_shipped_rules();

}  // namespace hoagiai::support
