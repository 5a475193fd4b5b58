#include "engine/authoring/formatter/line_breaks.h"

#include <algorithm>

#include "engine/language/tokens.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

struct Line {
    std::size_t begin = 0, end = 0;  ///< its line end excluded
};

Line line_at(std::string_view file, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : file.rfind('\n', at - 1);
    Line line{before == std::string_view::npos ? 0 : before + 1, std::min(file.find('\n', at), file.size())};
    if (line.end > line.begin && file[line.end - 1] == '\r') --line.end;
    return line;
}

std::string_view line_end_of(std::string_view file) {
    const std::size_t first = file.find('\n');
    return first != std::string_view::npos && first > 0 && file[first - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t width(std::string_view piece) { return display_width(nfc(piece)); }

/// Where the tokens from `first` to `last` would be broken: in front of those of the loosest level that has any.
struct Breaks {
    std::vector<std::size_t> before;  ///< tokens
    bool inside = false;              ///< within parentheses that the line opened
};

Breaks find_breaks(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
    Breaks best;
    int depth = 0, best_depth = 0;
    bool best_or = false;
    for (std::size_t i = first; i <= last; ++i) {
        const TokenKind kind = tokens[i].kind;
        if (kind == TokenKind::open || kind == TokenKind::open_list) ++depth;
        if (kind == TokenKind::close || kind == TokenKind::close_list) --depth;
        const bool is_or = kind == TokenKind::or_word;
        if (i == first || (!is_or && kind != TokenKind::and_word)) continue;
        const bool looser = best.before.empty() || depth < best_depth || (depth == best_depth && is_or && !best_or);
        if (looser) {
            best.before.clear();
            best_depth = depth;
            best_or = is_or;
        }
        if (depth == best_depth && is_or == best_or) best.before.push_back(i);
    }
    best.inside = best_depth > 0;
    return best;
}

/// `key: expression` on one line becomes `key: |` and the expression on the next, two columns to the right of the key.
void into_a_block(const Text& text, std::string_view file, const Line& line, bool breakable, std::vector<Edit>& edits) {
    const std::string_view in_front = file.substr(line.begin, text.begin - line.begin),
                           behind = file.substr(text.end, line.end - text.end);
    const std::size_t key_end = in_front.find_last_not_of(" \t");
    const std::size_t comment = behind.find_first_not_of(" \t");
    const bool alone = comment == std::string_view::npos || behind[comment] == '#';
    if (key_end == std::string_view::npos || in_front[key_end] != ':' || !alone) return;
    std::size_t key = in_front.find_first_not_of(' ');
    while (in_front.substr(key, 2) == "- ") key = in_front.find_first_not_of(' ', key + 2);
    const std::size_t first = text.value.find_first_not_of(" \t\r\n"), last = text.value.find_last_not_of(" \t\r\n");
    const std::string expression = text.value.substr(first, last + 1 - first);
    const std::string indentation(key + 2, ' ');
    if (expression.find('\n') != std::string::npos) return;
    if (!breakable && indentation.size() + width(expression) > line_width) return;
    edits.push_back({text.begin, text.end, "|"});
    edits.push_back({line.end, line.end, std::string(line_end_of(file)) + indentation + expression});
}

}  // namespace

void break_lines(const Text& text, const Window& window, bool flow, std::vector<Edit>& edits) {
    if (!window.whole || flow) return;
    const std::string_view file = text.source->text();
    const auto read = read_tokens(text.value, window.range);
    const auto* tokens = std::get_if<std::vector<Token>>(&read);
    if (!tokens || tokens->size() < 2) return;
    const Line written = line_at(file, text.begin);
    const bool block = file[text.begin] == '|' || file[text.begin] == '>';
    if (!block) {
        if (text.end > written.end || width(file.substr(written.begin, written.end - written.begin)) <= line_width) return;
        return into_a_block(text, file, written, !find_breaks(*tokens, 0, tokens->size() - 2).before.empty(), edits);
    }
    for (std::size_t first = 0; first + 1 < tokens->size();) {
        const Line line = line_at(file, text.source_offset((*tokens)[first].range.begin));
        std::size_t last = first;
        while (last + 2 < tokens->size() && text.source_offset((*tokens)[last + 1].range.begin) < line.end) ++last;
        if (width(file.substr(line.begin, line.end - line.begin)) > line_width) {
            const std::string_view whole_line = file.substr(line.begin, line.end - line.begin);
            const Breaks breaks = find_breaks(*tokens, first, last);
            std::string indentation(whole_line.substr(0, whole_line.find_first_not_of(" \t")));
            if (breaks.inside) indentation += "  ";
            for (const std::size_t i : breaks.before) {
                const auto gap = in_source(text, {(*tokens)[i - 1].range.end, (*tokens)[i].range.begin});
                if (gap) edits.push_back({gap->begin, gap->end, std::string(line_end_of(file)) + indentation});
            }
        }
        first = last + 1;
    }
}

}  // namespace hoagiai
