// Values as people read them. Printed digits never contradict a verdict: a ratio gets as many decimals as it takes to stand
// on the same side of every threshold that the rule knows.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/text/diagnostic.h"
#include "engine/values/known.h"
#include "engine/values/type.h"

namespace hoagiai {

/// A value known only as a range prints as `1–2`, one that may be anything as `?`.
std::string value_text(const Known& known, const Type& type, Language language, const std::vector<Number>& thresholds = {});
/// The ratios that a rule compares with, literals and parameters.
std::vector<Number> thresholds_of(const CheckedRulebook& book, const CheckedRule& rule);

}  // namespace hoagiai
