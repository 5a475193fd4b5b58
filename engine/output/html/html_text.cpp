// Five characters have a meaning in HTML, SVG and XML; two more may not stand in XML at all.
#include "engine/output/html/html_text.h"

#include <fmt/format.h>

#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

std::string escaped(std::string_view text, bool quotes) {
    std::string result;
    const std::string shown = visible(text);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const char byte = shown[i];
        if (byte == '&')
            result += "&amp;";
        else if (byte == '<')
            result += "&lt;";
        else if (byte == '>')
            result += "&gt;";
        else if (byte == '"' && quotes)
            result += "&quot;";
        else if (byte == '\'' && quotes)
            result += "&#39;";
        else if (shown.compare(i, 2, "\xEF\xBF") == 0 && i + 2 < shown.size() &&
                 static_cast<unsigned char>(shown[i + 2]) >= 0xBE) {
            // U+FFFE and U+FFFF are no characters (XML 1.0, 2.2).
            result += shown[i + 2] == '\xBE' ? "\\uFFFE" : "\\uFFFF";
            i += 2;
        } else {
            result += byte;
        }
    }
    return result;
}

int hex_digit(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

}  // namespace

std::string html_text(std::string_view text) { return escaped(text, false); }

std::string html_attribute(std::string_view text) { return escaped(text, true); }

std::string html_isolated(std::string_view text) { return "<bdi>" + html_text(text) + "</bdi>"; }

std::string html_link(std::string_view address, std::string_view words) {
    const bool web = address.rfind("https://", 0) == 0 || address.rfind("http://", 0) == 0;
    if (!web) return html_text(words);
    return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html_attribute(address), html_text(words));
}

std::string html_element(std::string_view tag, std::string_view text, std::string_view attributes) {
    return fmt::format("<{}{}>{}</{}>", tag, attributes, html_text(text), tag);
}

std::string html_source_hash(std::string_view content) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string hex = sha256(content);
    std::string result = "'sha256-";
    // 32 bytes: ten times three, and two.
    for (std::size_t byte = 0; byte < hex.size() / 2; byte += 3) {
        unsigned group = 0;
        std::size_t given = 0;
        for (std::size_t i = byte; i < byte + 3; ++i) {
            group <<= 8;
            if (2 * i + 1 >= hex.size()) continue;
            group |= static_cast<unsigned>(hex_digit(hex[2 * i]) * 16 + hex_digit(hex[2 * i + 1]));
            ++given;
        }
        for (std::size_t i = 0; i < 4; ++i) result += i <= given ? letters[(group >> (18 - 6 * i)) & 63] : '=';
    }
    return result + "'";
}

}  // namespace hoagiai
