// Saying in words why the grammar could not read an expression.
#pragma once

#include "engine/language/grammar.h"

namespace hoagiai {

/// `reading` failed and the builder has no error of its own.
SyntaxError explain(std::string_view text, const std::vector<Token>& tokens, const Reading& reading);

}  // namespace hoagiai
