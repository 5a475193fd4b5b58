// Vietnamese letters come composed and decomposed, so a word is told by Unicode's letters and not by a list of bytes.
#include "engine/language/letters.h"

#include <fmt/format.h>

#include "engine/text/fold.h"

namespace hoagiai {

std::size_t code_point_length(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) ++length;
    return length;
}

char32_t code_point(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = code_point_length(text, at);
    if (length == 1) return lead;
    char32_t point = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) point = point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    return point;
}

std::size_t letter_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const char byte = text[at];
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_') return 1;
    if (static_cast<unsigned char>(byte) < 0x80) return 0;
    const std::size_t length = code_point_length(text, at);
    const char32_t point = code_point(text, at);
    if (point >= 0x1EA0 && point <= 0x1EF9) return length;  // most Vietnamese letters, without asking Unicode's tables
    return fold_identifier(text.substr(at, length)).empty() ? 0 : length;
}

std::size_t word_part_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (is_digit(text[at])) return 1;
    if (static_cast<unsigned char>(text[at]) >= 0x80) {
        const char32_t point = code_point(text, at);
        if (point >= 0x300 && point <= 0x36F) return code_point_length(text, at);
    }
    return letter_length(text, at);
}

std::size_t blank_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const char byte = text[at];
    if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') return 1;
    if (static_cast<unsigned char>(byte) < 0x80) return 0;
    const char32_t point = code_point(text, at);
    const bool blank = point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000;
    return blank ? code_point_length(text, at) : 0;
}

std::string quoted(std::string_view piece) {
    constexpr std::size_t limit = 60, kept = 40;
    if (piece.size() <= limit) return fmt::format("`{}`", visible(piece));
    std::size_t cut = kept;
    while (cut > 0 && (static_cast<unsigned char>(piece[cut]) & 0xC0) == 0x80) --cut;
    return fmt::format("`{}…`", visible(piece.substr(0, cut)));
}

}  // namespace hoagiai
