#include "engine/output/wrap.h"

#include "engine/text/fold.h"

namespace hoagiai {

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
    std::string result(first);
    std::size_t width = display_width(first);
    bool line_empty = true;
    std::size_t at = 0;
    const std::string shown = visible(text);
    while (at < shown.size()) {
        std::size_t to = shown.find(' ', at);
        if (to == std::string::npos) to = shown.size();
        const std::string_view piece = std::string_view(shown).substr(at, to - at);
        const std::size_t piece_width = display_width(piece);
        if (!line_empty && width + 1 + piece_width > line_width) {
            result += "\n";
            result += rest;
            width = display_width(rest);
            line_empty = true;
        }
        if (!line_empty) {
            result += ' ';
            ++width;
        }
        result += piece;
        width += piece_width;
        line_empty = false;
        at = to + 1;
    }
    return result + "\n";
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t first_indent) {
    return wrapped(text, std::string(first_indent, ' '), std::string(indent, ' '));
}

}  // namespace hoagiai
