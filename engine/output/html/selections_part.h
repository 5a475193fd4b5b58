// Who is chosen, in the order of their ranks, and why.
#pragma once

#include <string>

#include "engine/findings/finding.h"

namespace hoagiai {

/// Empty where no rule selects, or none of it was asked for.
std::string selections_part(const CheckResult& result, Language language);

}  // namespace hoagiai
