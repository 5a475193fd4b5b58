// Lines that are too long: an expression is broken before its loosest `or` or `and`, in a block scalar of its own.
#pragma once

#include "engine/authoring/formatter/windows.h"
#include "engine/text/edit.h"

namespace hoagiai {

/// Columns that a line with an expression may take.
inline constexpr std::size_t line_width = 100;

/// Edits that break one level of one expression; none when nothing is too long or nothing can be broken. `flow`: it stands
/// between braces or brackets, where there are no blocks.
void break_lines(const Text& text, const Window& window, bool flow, std::vector<Edit>& edits);

}  // namespace hoagiai
