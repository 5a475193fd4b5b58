// Lines that no YAML parser takes and that can be meant in one way only: a sentence that needs quotes, a tab or an invisible
// space where a space belongs. The mended line is what a message shows, what `lint --fix` writes, and how the reader goes on
// to find the next slip in the same run.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/edit.h"

namespace hoagiai {

/// The text in double quotes, `\` and `"` escaped. If it stands in a pair of quotes already, those inside are escaped.
std::string in_quotes(std::string_view text);

/// `key: text` on the line of byte `at` becomes `key: "text"`. None if the line has another shape, or holds a comment, of
/// which nobody can say where it begins.
std::optional<Edit> quote_line(std::string_view text, std::size_t at);
/// The same inside {…} on one line, where byte `at` is a colon of the text: it ends in front of the next key or the brace. None
/// where quotes or brackets stand in it.
std::optional<Edit> quote_in_braces(std::string_view text, std::size_t at);
/// The text that begins with a quote at `begin` gets its closing one at the end of that line. None if there is one on the line.
std::optional<Edit> close_quote(std::string_view text, std::size_t begin);
/// Each tab at the front of a line becomes two spaces, in all lines.
std::vector<Edit> untab(std::string_view text);
/// A space that is none for YAML (U+00A0 and its like) at the front of a line, behind `-` or behind the colon of a key, on the
/// line of `at` or the one above it.
std::optional<Edit> plain_space(std::string_view text, std::size_t at);

/// The line on which byte `at` stands, without its end.
std::string_view line_at(std::string_view text, std::size_t at);

}  // namespace hoagiai
