// One space around operators and words, none inside parentheses: the edits that make it so in one expression.
#pragma once

#include "engine/authoring/formatter/windows.h"
#include "engine/text/edit.h"

namespace hoagiai {

void space_out(const Text& text, const Window& window, std::vector<Edit>& edits);

}  // namespace hoagiai
