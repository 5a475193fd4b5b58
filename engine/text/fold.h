// How words are compared: people write Vietnamese with composed or decomposed letters, tone marks in the old or the new
// place (hoà, hòa), in any case, with stray spaces. Comparison forgets exactly that and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// NFC.
std::string nfc(std::string_view text);
/// NFC with the tone marks of oa, oe, uy in the new place (hoà -> hòa), case kept: one spelling for each name in an expression.
std::string new_spelling(std::string_view word);
/// Whether a word is spelled in Vietnamese: it has a letter that English has not.
bool is_vietnamese(std::string_view word);
/// NFC, trimmed, inner white space joined to one space, case folded, tone marks of oa, oe, uy moved to the new place.
std::string fold(std::string_view text);
/// The identifier that a title gives: fold(), every run of characters that are no letters or digits one `_`, none at the ends
/// ("vụ, việc" -> "vụ_việc").
std::string fold_identifier(std::string_view title);
/// Byte offset of the first invalid UTF-8 sequence, or npos.
std::size_t find_invalid_utf8(std::string_view text);
/// Columns that a text takes in a terminal (combining marks none, wide characters two).
std::size_t display_width(std::string_view text);
/// The text with control characters (terminal escapes among them) made visible as \xNN.
std::string visible(std::string_view text);

/// The text with its first letter in lower case, for a title inside a sentence.
std::string lower_first(std::string_view text);

/// The candidates that somebody may have meant by `word`: Damerau-Levenshtein distance over folded code points of at most
/// a third of the length, nearest first, at most three. Letters without their marks count as near (`to` for `tổ`).
std::vector<std::string> suggestions(std::string_view word, const std::vector<std::string>& candidates);

/// The way out for a word that is none of those known: the near ones, or all of them.
Words did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace hoagiai
