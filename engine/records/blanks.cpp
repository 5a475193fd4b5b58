// Spaces around values, and values inside messages.
#include "engine/records/blanks.h"

#include <fmt/format.h>

#include "engine/text/fold.h"

namespace hoagiai {

std::size_t leading_space(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_space(text[0])) return 1;
    if (text.substr(0, 2) == "\xC2\xA0") return 2;
    if (text.size() < 3) return 0;
    const auto second = static_cast<unsigned char>(text[1]), third = static_cast<unsigned char>(text[2]);
    if (text[0] == '\xE2' && second == 0x80 && ((third >= 0x80 && third <= 0x8A) || third == 0xAF)) return 3;
    if (text.substr(0, 3) == "\xE3\x80\x80") return 3;
    return 0;
}

namespace {

std::size_t trailing_space(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_space(text.back())) return 1;
    for (const std::size_t size : {std::size_t{2}, std::size_t{3}})
        if (text.size() >= size && leading_space(text.substr(text.size() - size)) == size) return size;
    return 0;
}

}  // namespace

std::string_view trimmed_slowly(std::string_view text) {
    while (const std::size_t size = leading_space(text)) text.remove_prefix(size);
    while (const std::size_t size = trailing_space(text)) text.remove_suffix(size);
    return text;
}

std::string readable(std::string_view bytes) {
    std::string result;
    while (true) {
        const std::size_t bad = find_invalid_utf8(bytes);
        result += bytes.substr(0, bad);
        if (bad == std::string_view::npos) return result;
        result += fmt::format("\\x{:02X}", static_cast<unsigned>(static_cast<unsigned char>(bytes[bad])));
        bytes.remove_prefix(bad + 1);
    }
}

std::string shown(std::string_view value) {
    std::size_t characters = 0, end = 0;
    for (; end < value.size() && end < 240; ++end) {
        const bool begins = (static_cast<unsigned char>(value[end]) & 0xC0) != 0x80;
        if (begins && ++characters > 60) break;
    }
    return visible(readable(value.substr(0, end))) + (end < value.size() ? "…" : "");
}

}  // namespace hoagiai
