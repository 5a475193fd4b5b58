// The readings of an explanation, joined where nothing that is said of them differs: most combinations of open parameters come
// to the same.
#pragma once

#include "engine/findings/explanation/explained_values.h"
#include "engine/findings/reading_group.h"

namespace hoagiai {

/// The readings of one version of a rule, as the whole finding numbers them.
void renumber(ExplanationNode& node, const std::vector<std::size_t>& numbers);

/// Fills Explanation::readings, and numbers the values of its trees by them.
void explain_readings(const Finding& finding, const FindingText& text, const CheckedRulebook& book, Explanation& explanation);

}  // namespace hoagiai
