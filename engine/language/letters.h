// What a word is made of, and how a piece of an expression is shown in a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hoagiai {

/// Bytes of the code point that begins at `at`, at least 1.
std::size_t code_point_length(std::string_view text, std::size_t at);
/// The code point that begins at `at` (the text is valid UTF-8).
char32_t code_point(std::string_view text, std::size_t at);
/// Bytes of the letter that begins at `at` (any script, and `_`); 0 if there is none.
std::size_t letter_length(std::string_view text, std::size_t at);
/// The same for what may follow in a word: a letter, a digit, or a mark of the letter before.
std::size_t word_part_length(std::string_view text, std::size_t at);
/// Bytes of the blank at `at`, no-break spaces and line ends included; 0 if there is none.
std::size_t blank_length(std::string_view text, std::size_t at);
/// In backticks, control characters visible, shortened in the middle of a long one.
std::string quoted(std::string_view piece);
inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

}  // namespace hoagiai
