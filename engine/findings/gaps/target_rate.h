// The rate that a target asks for, beside the figure it is held to: what a picture of it is drawn from. Over holes the rate is
// every value that some way of filling them gives.
#pragma once

#include <vector>

#include "engine/findings/finding.h"

namespace hoagiai {

struct TargetRate {
    NumberRange rate, target;  ///< both bounded
    bool upper = false;        ///< the target is a most
    Words rate_text, target_text;
    Words reading;  ///< the title of the reading under which it is so; empty where all readings agree
};

/// One for each comparison of a share, or of a quotient of whole numbers, with a bound, as the rule's condition has them when
/// definitions are written out. Empty where the record leaves a rate without any bound.
std::vector<TargetRate> target_rates(const CheckResult& result, const Finding& finding);

}  // namespace hoagiai
