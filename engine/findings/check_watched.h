// Judging while somebody waits: the same as run_check(), telling how far it is.
#pragma once

#include "engine/findings/finding.h"
#include "engine/text/progress.h"

namespace hoagiai {

/// Told at each rule, and every few thousand rows.
CheckResult run_check_watched(CheckRequest request, const Records& records, const Progress& progress);

}  // namespace hoagiai
