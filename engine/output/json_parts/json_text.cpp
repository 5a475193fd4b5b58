#include "engine/output/json_parts/json_text.h"

#include <fmt/format.h>

namespace hoagiai {

namespace {

/// DEL, C1 controls and direction marks can only stand in strings, where an escape is the same character: a terminal that shows
/// the document obeys none of them.
std::string shown(const std::string& document, std::size_t indent) {
    std::string result;
    result.reserve(document.size());
    for (std::size_t i = 0; i < document.size(); ++i) {
        const auto at = [&](std::size_t n) {
            return i + n < document.size() ? static_cast<unsigned char>(document[i + n]) : 0u;
        };
        unsigned mark = 0;
        if (at(0) == 0x7F) mark = 0x7F;
        if (at(0) == 0xC2 && at(1) >= 0x80 && at(1) <= 0x9F) mark = at(1);
        if (at(0) == 0xE2 && (at(1) == 0x80 || at(1) == 0x81)) {
            const unsigned point = 0x2000 + ((at(1) & 0x3F) << 6) + (at(2) & 0x3F);
            const bool turns = point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
                               (point >= 0x2066 && point <= 0x2069);
            if (turns) mark = point;
        }
        if (mark == 0) {
            result += document[i];
            if (document[i] == '\n') result.append(indent, ' ');  // a string has none
            continue;
        }
        result += fmt::format("\\u{:04x}", mark);
        i += mark < 0x80 ? 0 : mark < 0x800 ? 1 : 2;
    }
    return result;
}

}  // namespace

std::string json_line(const Json& value) { return shown(value.dump(-1, ' ', false, Json::error_handler_t::replace), 0); }

std::string json_lines(const Json& value, std::size_t indent) {
    return shown(value.dump(2, ' ', false, Json::error_handler_t::replace), indent);
}

}  // namespace hoagiai
