// Who is chosen, in the order of their ranks, and why.
#pragma once

#include "engine/findings/finding.h"
#include "engine/text/sink.h"

namespace hoagiai {

/// Not where no rule selects, or none of it was asked for.
bool has_selections(const CheckResult& result);
void selections_part(const CheckResult& result, Language language, Sink& out);

}  // namespace hoagiai
