// What stands above every report: by which rules, for which days, over which records, and what those lacked. Enough for its
// reader to know what was looked at, and for somebody else to do it again.
#pragma once

#include <vector>

#include "engine/findings/finding.h"
#include "engine/output/summary.h"

namespace hoagiai {

struct HeadLine {
    Words label, text;
};

/// In order; several lines may have one label (one for each rulebook).
std::vector<HeadLine> report_head(const CheckResult& result, const Summary& summary);

}  // namespace hoagiai
