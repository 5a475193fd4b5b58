// An explanation for people at a terminal: what was asked, the rule as a tree with every value, and what the blank cells would
// decide.
#pragma once

#include <string>

#include "engine/findings/explanation/explanation.h"

namespace hoagiai {

std::string explanation_text(const Explanation& explanation, Language language, bool colour);

}  // namespace hoagiai
