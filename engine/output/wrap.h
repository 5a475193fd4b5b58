// Lines of at most 80 columns, as a terminal shows them: what people read in one place, however wide its letters are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hoagiai {

inline constexpr std::size_t line_width = 80;

/// The text in lines that end with a line feed; a word that is longer than a line stands alone. `first` begins the first line
/// and `rest` every other. Text from records is shown, never sent: no terminal escape gets through.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest);
/// The same with so many spaces.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t first_indent);

}  // namespace hoagiai
