// The door of grammar.cpp, so that no other file sees Boost.Spirit.
#pragma once

#include <optional>
#include <vector>

#include "engine/language/tree_builder.h"

namespace hoagiai {

struct Reading {
    ExprId root = no_expr;  ///< no_expr: the builder says why, or reading stopped at `stop`
    std::size_t stop = 0;   ///< index of the furthest token at which something else was wanted
    TokenSet expected{};    ///< what was wanted there
    bool too_deep = false;  ///< nested too deep at `stop`
};

/// Reads the whole of the tokens (the last one is `end`).
Reading read_grammar(const std::vector<Token>& tokens, TreeBuilder& builder);

}  // namespace hoagiai
