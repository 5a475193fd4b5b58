// What counts as nothing around a value: people and spreadsheets put ordinary, no-break and thin spaces around what they write.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace hoagiai {

/// Bytes of the space that the text begins with (ASCII white space, U+00A0, U+2000 to U+200A, U+202F, U+3000); 0 if none.
std::size_t leading_space(std::string_view text);
std::string_view trimmed_slowly(std::string_view text);

inline bool is_ascii_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

/// The text without the spaces around it. Most cells have none, and no byte above 0x7F at their ends.
inline std::string_view trimmed(std::string_view text) {
    const auto plain = [](char byte) { return byte > ' ' && byte < '\x7f'; };
    if (text.empty() || (plain(text.front()) && plain(text.back()))) return text;
    return trimmed_slowly(text);
}

inline bool is_plain_ascii(std::string_view text) {
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        if (word & 0x8080808080808080u) return false;
    }
    for (; left > 0; ++at, --left)
        if (static_cast<unsigned char>(*at) >= 0x80) return false;
    return true;
}

/// A value inside a message: control characters and broken bytes shown as \xNN, long ones cut after about 60 characters.
std::string shown(std::string_view value);
/// Valid UTF-8 whatever the bytes: broken ones as \xNN.
std::string readable(std::string_view bytes);

}  // namespace hoagiai
