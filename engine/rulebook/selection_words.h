// The words around the expressions of a selection (`giảm_dần`, `per`), which the grammar does not know: they stand at the
// outermost level only, so that a comma or a word inside parentheses is the expression's own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/language/ast.h"

namespace hoagiai {

/// Where the words and commas of the outermost level stand.
struct OuterParts {
    std::vector<Range> words;
    std::vector<std::uint32_t> commas;
};
OuterParts outer_parts(const std::string& text);

/// A word where it stands, and its two spellings.
struct SelectionWord {
    Range range;
    std::string_view en, vi;
};
/// The direction with which a part of `rank_by` ends.
std::optional<SelectionWord> direction_in(const std::string& text, const OuterParts& parts, Range window);
/// The `per` of a `limit`.
std::optional<SelectionWord> per_in(const std::string& text, const OuterParts& parts);

/// All such words of the text of a `limit`, or of a `rank_by`.
std::vector<SelectionWord> selection_words(const std::string& text, bool limit);

bool blank(const std::string& text, Range range);

}  // namespace hoagiai
