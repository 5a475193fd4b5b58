// Reading an expression that is a part of a longer text: messages hold several, and each must know its place in the whole.
#pragma once

#include "engine/language/ast.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

/// Reads text[window]; ranges count from the beginning of the text, which the caller puts at ast.texts[index].
ExprId read_expression(Ast& ast, std::uint32_t index, const Text& text, Range window, Diagnostics& diagnostics);

}  // namespace hoagiai
