// Where in a file's text expressions stand, and how a stretch of an expression's value is found in the file again. Only what
// stands there letter for letter is ever edited: escapes and folded lines are left as they are.
#pragma once

#include <optional>
#include <vector>

#include "engine/language/ast.h"

namespace hoagiai {

/// One expression in one scalar.
struct Window {
    std::uint32_t text = 0;  ///< into Ast::texts
    Range range;             ///< in the scalar's value, blanks around included
    bool whole = false;      ///< the scalar is this expression and nothing else; otherwise it is a part of a message
};

/// All expressions of the tree that stand in this source, by scalar and place.
std::vector<Window> find_windows(const Ast& ast, const SourcePtr& source);

/// Bytes of a file.
struct LineStretch {
    std::size_t begin = 0, end = 0;
};
/// Where value[range) stands in the file; empty if it does not stand there as it is. `range` may be empty.
std::optional<LineStretch> in_source(const Text& text, Range range);

}  // namespace hoagiai
