#include "engine/authoring/formatter/windows.h"

#include <algorithm>
#include <variant>

#include "engine/language/letters.h"
#include "engine/language/tokens.h"
#include "engine/language/walk.h"

namespace hoagiai {

namespace {

/// The expression of a message with the parentheses and blanks around it, up to its braces. Its own range where no braces
/// stand: a part of some other text.
Range up_to_braces(const std::string& value, Range range) {
    Range wide = range;
    const auto around = [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '(' || byte == ')'; };
    while (wide.begin > 0 && around(value[wide.begin - 1])) --wide.begin;
    while (wide.end < value.size() && around(value[wide.end])) ++wide.end;
    const bool braces = wide.begin > 0 && value[wide.begin - 1] == '{' && wide.end < value.size() && value[wide.end] == '}';
    return braces ? wide : range;
}

}  // namespace

std::vector<Window> find_windows(const Ast& ast, const SourcePtr& source) {
    std::vector<bool> part(ast.nodes.size());
    std::vector<std::size_t> in_text(ast.texts.size());
    for (const Expr& expr : ast.nodes) for_each_part(expr.node, [&](ExprId id) { part[id] = true; });
    for (ExprId id = 0; id < ast.nodes.size(); ++id)
        if (!part[id]) ++in_text[ast[id].text];
    std::vector<Window> windows;
    for (ExprId id = 0; id < ast.nodes.size(); ++id) {
        if (part[id]) continue;
        const Text& text = ast.texts[ast[id].text];
        if (text.source != source) continue;
        const Range all{0, static_cast<std::uint32_t>(text.value.size())};
        const auto tokens = in_text[ast[id].text] == 1 ? read_tokens(text.value, all)
                                                       : std::variant<std::vector<Token>, SyntaxError>(SyntaxError{});
        // A message has braces, which are no signs of the language; a list of expressions has several.
        const auto* list = std::get_if<std::vector<Token>>(&tokens);
        const auto beside = [&](const Token& token) {
            return token.kind != TokenKind::open && token.kind != TokenKind::close && token.kind != TokenKind::end &&
                   (token.range.end <= ast[id].range.begin || token.range.begin >= ast[id].range.end);
        };
        const bool whole = list && std::none_of(list->begin(), list->end(), beside);
        windows.push_back({ast[id].text, whole ? all : up_to_braces(text.value, ast[id].range), whole});
    }
    // One text may stand in the tree several times, once for each of its expressions (rank_by).
    std::stable_sort(windows.begin(), windows.end(), [&](const Window& a, const Window& b) {
        const auto one = ast.texts[a.text].begin, other = ast.texts[b.text].begin;
        return one != other ? one < other : a.range.begin < b.range.begin;
    });
    return windows;
}

std::optional<LineStretch> in_source(const Text& text, Range range) {
    const std::string_view file = text.source->text();
    // What stands in front is the surer guide: behind a word may come an indentation that the value has not.
    const std::size_t begin =
        range.begin == range.end && range.begin > 0 ? text.source_offset(range.begin - 1) + 1 : text.source_offset(range.begin);
    const std::size_t length = range.end - range.begin;
    if (begin + length > file.size() || file.substr(begin, length) != std::string_view(text.value).substr(range.begin, length))
        return std::nullopt;
    // Within the stretch bytes correspond one to one.
    if (length > 0 && text.source_offset(range.end - 1) != begin + length - 1) return std::nullopt;
    if (length == 0 && range.begin > 0 &&
        (begin == 0 || file[begin - 1] != text.value[range.begin - 1] ||
         (range.begin < text.value.size() && text.source_offset(range.begin) != begin)))
        return std::nullopt;
    return LineStretch{begin, begin + length};
}

}  // namespace hoagiai
