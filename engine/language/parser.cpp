// Reading one expression: tokens, then the grammar; what was put into the arena by a reading that failed is taken out again.
#include "engine/language/parser.h"

#include <fmt/format.h>

#include "engine/language/expression_reader.h"
#include "engine/language/grammar.h"
#include "engine/language/letters.h"
#include "engine/language/syntax_message.h"

namespace hoagiai {

namespace {

std::variant<ExprId, SyntaxError> read(Ast& ast, std::uint32_t index, std::string_view text, Range window) {
    std::size_t first = window.begin;
    while (first < window.end && blank_length(text, first) > 0) first += blank_length(text, first);
    if (first >= window.end)
        return SyntaxError{empty_expression,
                           window,
                           {"biểu thức trống", "the expression is empty"},
                           {"viết một điều kiện hoặc giá trị", "write a condition or a value"}};
    if (window.end - window.begin > max_expression_bytes)
        return SyntaxError{
            long_expression,
            {window.begin, window.begin + 1},
            {fmt::format("biểu thức dài {} byte, tối đa {}", window.end - window.begin, max_expression_bytes),
             fmt::format("the expression has {} bytes, at most {}", window.end - window.begin, max_expression_bytes)},
            {"tách biểu thức thành các định nghĩa (definitions)", "give parts of it names under `definitions`"}};
    auto tokens = read_tokens(text, window);
    if (auto* error = std::get_if<SyntaxError>(&tokens)) return std::move(*error);
    const auto& list = std::get<std::vector<Token>>(tokens);
    TreeBuilder builder(ast, index);
    const Reading reading = read_grammar(list, builder);
    if (builder.error()) return *builder.error();
    if (reading.root == no_expr) return explain(text, list, reading);
    return reading.root;
}

}  // namespace

ExprId read_expression(Ast& ast, std::uint32_t index, const Text& text, Range window, Diagnostics& diagnostics) {
    const std::size_t before = ast.nodes.size();
    auto result = read(ast, index, text.value, window);
    if (const ExprId* id = std::get_if<ExprId>(&result)) return *id;
    ast.nodes.erase(ast.nodes.begin() + static_cast<std::ptrdiff_t>(before), ast.nodes.end());
    SyntaxError& error = std::get<SyntaxError>(result);
    // Nothing can be marked of a text that is empty: its whole scalar is the place.
    const Place place = text.value.empty() ? text.place() : text.place(error.range.begin, error.range.end);
    Diagnostic& added = diagnostics.add(error.kind, place, std::move(error.message), std::move(error.help));
    if (error.related)
        added.related.push_back(
            {text.place(error.related->range.begin, error.related->range.end), std::move(error.related->message)});
    return no_expr;
}

ExprId parse_expression(Ast& ast, const Text& text, Diagnostics& diagnostics) {
    const auto index = static_cast<std::uint32_t>(ast.texts.size());
    const ExprId id = read_expression(ast, index, text, {0, static_cast<std::uint32_t>(text.value.size())}, diagnostics);
    if (id != no_expr) ast.texts.push_back(text);
    return id;
}

}  // namespace hoagiai
