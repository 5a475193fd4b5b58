// Why a selection lists a unit or leaves it out, for people at a terminal.
#pragma once

#include "engine/findings/selection/selection_explanation.h"

namespace hoagiai {

std::string explanation_text(const SelectionExplanation& explanation, Language language, bool colour);

}  // namespace hoagiai
