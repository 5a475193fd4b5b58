// Printing a tree under other names than it was written with: what a name means is known later, by checking.
#pragma once

#include <functional>
#include <string>

#include "engine/language/parser.h"

namespace hoagiai {

/// The word for a path's name of that number, or (number 0) for the function of a call; empty: as it was written.
using NameOf = std::function<std::string_view(ExprId id, std::size_t number)>;

std::string print_expression(const Ast& ast, ExprId id, Spelling spelling, const NameOf& name_of);

}  // namespace hoagiai
