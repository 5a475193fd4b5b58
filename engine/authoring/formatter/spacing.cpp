// Blanks between the words and signs of one line. Line breaks stay where the author made them; breaking what is too long is
// done elsewhere.
#include "engine/authoring/formatter/spacing.h"

#include "engine/language/letters.h"
#include "engine/language/tokens.h"

namespace hoagiai {

namespace {

/// Behind these a value begins, so a minus there is a sign and no subtraction.
constexpr TokenSet before_value = comparing | TokenKind::plus | TokenKind::minus | TokenKind::times | TokenKind::divide |
                                  TokenKind::open | TokenKind::open_list | TokenKind::comma | TokenKind::and_word |
                                  TokenKind::or_word | TokenKind::not_word | TokenKind::in_word | TokenKind::if_word |
                                  TokenKind::then_word | TokenKind::else_word | TokenKind::where_word | TokenKind::of_word;

bool is_sign_of_number(const std::vector<Token>& tokens, std::size_t i) {
    return tokens[i].kind == TokenKind::minus && (i == 0 || before_value.has(tokens[i - 1].kind));
}

bool apart(const std::vector<Token>& tokens, std::size_t i) {
    const TokenKind left = tokens[i].kind, right = tokens[i + 1].kind;
    if (left == TokenKind::open || left == TokenKind::open_list || left == TokenKind::dot) return false;
    if (right == TokenKind::close || right == TokenKind::close_list || right == TokenKind::comma || right == TokenKind::dot)
        return false;
    if (left == TokenKind::word && right == TokenKind::open) return false;  // a call
    return !is_sign_of_number(tokens, i);
}

class Spacer {
public:
    Spacer(const Text& text, std::vector<Edit>& edits) : text_(text), edits_(edits) {}

    void gap(Range gap, std::string_view wanted) {
        const std::string_view between = std::string_view(text_.value).substr(gap.begin, gap.end - gap.begin);
        if (between == wanted || between.find('\n') != std::string_view::npos) return;
        if (const auto stretch = in_source(text_, gap)) edits_.push_back({stretch->begin, stretch->end, std::string(wanted)});
    }

    /// `3  days`, `previous   period`: words that are one token.
    void inside(Range token) {
        for (std::uint32_t at = token.begin; at < token.end;) {
            std::uint32_t end = at;
            while (end < token.end && blank_length(text_.value, end) > 0)
                end += static_cast<std::uint32_t>(blank_length(text_.value, end));
            const bool unit = at > token.begin && is_digit(text_.value[at - 1]) && letter_length(text_.value, at) > 0;
            if (end > at || unit) gap({at, end}, " ");
            at = end > at ? end : at + static_cast<std::uint32_t>(code_point_length(text_.value, at));
        }
    }

private:
    const Text& text_;
    std::vector<Edit>& edits_;
};

}  // namespace

void space_out(const Text& text, const Window& window, std::vector<Edit>& edits) {
    const auto read = read_tokens(text.value, window.range);
    const auto* tokens = std::get_if<std::vector<Token>>(&read);
    if (!tokens || tokens->size() < 2) return;
    Spacer spacer(text, edits);
    for (std::size_t i = 0; i + 1 < tokens->size(); ++i) {
        const Token& token = (*tokens)[i];
        const bool several_words = std::holds_alternative<DurationLiteral>(token.literal) || token.kind == TokenKind::period ||
                                   token.kind == TokenKind::is_not_missing;
        if (several_words) spacer.inside(token.range);
        const Token& next = (*tokens)[i + 1];
        if (next.kind != TokenKind::end) spacer.gap({token.range.end, next.range.begin}, apart(*tokens, i) ? " " : "");
    }
    if (window.whole) return;
    spacer.gap({window.range.begin, tokens->front().range.begin}, "");
    spacer.gap({tokens->back().range.end, window.range.end}, "");
}

}  // namespace hoagiai
