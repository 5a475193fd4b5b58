// Reading expressions in tests, and comparing trees by shape: ids and places may differ, everything else may not.
#pragma once

#include <random>
#include <string>

#include "engine/language/parser.h"

namespace hoagiai::test {

struct Read {
    Ast ast;
    ExprId id = no_expr;
    Diagnostics diagnostics;
};

/// A text that stands alone in a file, so that its columns are the value's.
Text text_of(std::string value);
Read read(const std::string& expression);

bool same_tree(const Ast& a, ExprId x, const Ast& b, ExprId y);
/// The tree as nested names, for looking at: `(+ a (* b c))`.
std::string shape(const Ast& ast, ExprId id);

/// A random tree of what the grammar can give; `depth` levels at most.
ExprId random_tree(Ast& ast, std::mt19937& random, int depth);

}  // namespace hoagiai::test
