// The parameters that a profile settled: whoever signs the report must see which numbers are not the rulebook's own, and why.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/finding.h"

namespace hoagiai {

struct SettledParameter {
    std::string name;  ///< rulebook/parameter
    Words title;       ///< of the parameter; its name where it has none
    Words value;
    std::string reason;  ///< as the profile gives it
};

/// In the profile's order; none without a profile.
std::vector<SettledParameter> settled_parameters(const CheckRequest& request);

}  // namespace hoagiai
