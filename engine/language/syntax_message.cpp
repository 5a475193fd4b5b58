// Saying in words why the grammar could not read an expression: what was wanted at the furthest token it reached, what
// stands there, and, for the slips that people really make, what to write instead.
#include "engine/language/syntax_message.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/language/familiar_slips.h"
#include "engine/language/keywords.h"
#include "engine/language/letters.h"
#include "engine/language/parser.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// What is still open in front of a token.
struct Open {
    const Token* token;  ///< `(`, `[` or `if`
    bool then = false;   ///< of an if: its `then` has been read
    bool call = false;   ///< of `(`: a name stands before it
};

std::vector<Open> open_before(const std::vector<Token>& tokens, std::size_t stop) {
    std::vector<Open> open;
    const auto close_ifs = [&] {
        while (!open.empty() && open.back().token->kind == TokenKind::if_word) open.pop_back();
    };
    for (std::size_t i = 0; i < stop; ++i) {
        switch (tokens[i].kind) {
            case TokenKind::open:
                open.push_back({&tokens[i], false, i > 0 && tokens[i - 1].kind == TokenKind::word});
                break;
            case TokenKind::open_list:
            case TokenKind::if_word:
                open.push_back({&tokens[i]});
                break;
            case TokenKind::close:
            case TokenKind::close_list:
                close_ifs();
                if (!open.empty()) open.pop_back();
                break;
            case TokenKind::then_word:
                if (!open.empty()) open.back().then = true;
                break;
            case TokenKind::else_word:
                if (!open.empty() && open.back().token->kind == TokenKind::if_word) open.pop_back();
                break;
            default:
                break;
        }
    }
    return open;
}

class Explanation {
public:
    Explanation(std::string_view text, const std::vector<Token>& tokens, const Reading& reading)
        : text_(text),
          tokens_(tokens),
          reading_(reading),
          here_(tokens[reading.stop]),
          before_(reading.stop > 0 ? &tokens[reading.stop - 1] : nullptr),
          open_(open_before(tokens, reading.stop)) {}

    SyntaxError say() const {
        if (reading_.too_deep)
            return error(deep_expression,
                         {fmt::format("biểu thức lồng nhau quá sâu: tối đa {} mức", max_expression_depth),
                          fmt::format("the expression is nested too deep: at most {} levels", max_expression_depth)},
                         {"tách biểu thức thành các định nghĩa (definitions)", "give parts of it names under `definitions`"});
        if (before_ && (before_->kind == TokenKind::open || before_->kind == TokenKind::open_list) &&
            here_.kind == TokenKind::end)
            return unclosed(open_.back());
        if (reading_.expected.has(TokenKind::literal)) return value();
        if (reading_.expected.has(TokenKind::open_list)) return set();
        if (reading_.expected.has(TokenKind::missing_word)) return missing();
        if (reading_.expected == TokenSet(TokenKind::word)) return name();
        return rest();
    }

private:
    std::string written(const Token& token) const {
        return quoted(text_.substr(token.range.begin, token.range.end - token.range.begin));
    }
    bool at_end() const { return here_.kind == TokenKind::end; }
    Words found() const {
        return at_end() ? Words{"biểu thức kết thúc ở đây", "the expression ends here"}
                        : Words{fmt::format("ở đây là {}", written(here_)), fmt::format("found {}", written(here_))};
    }
    SyntaxError error(const DiagnosticKind& kind, Words message, Words help = {}) const {
        return {kind, here_.range, std::move(message), std::move(help)};
    }
    Words familiar() const { return familiar_slip(text_, tokens_, reading_.stop); }
    /// The familiar slip's hint if there is one, otherwise `help`.
    Words hint(Words help = {}) const {
        Words slip = familiar();
        return slip.en.empty() ? help : slip;
    }

    SyntaxError value() const {
        const Words what = found();
        if (!before_ && is_closing()) return stray();
        if (!before_)
            return error(value_expected,
                         {fmt::format("biểu thức phải bắt đầu bằng một giá trị, {}", what.vi),
                          fmt::format("an expression begins with a value, {}", what.en)},
                         hint());
        const std::string last = written(*before_);
        return error(value_expected,
                     {fmt::format("sau {} cần một giá trị, {}", last, what.vi),
                      fmt::format("expected a value after {}, {}", last, what.en)},
                     hint());
    }

    SyntaxError set() const {
        const Words what = found();
        return error(unexpected_part,
                     {fmt::format("sau {} cần một danh sách `[…]`, tên tham số hoặc `kỳ`, {}", written(*before_), what.vi),
                      fmt::format("expected a list `[…]`, the name of a parameter or `period` after {}, {}", written(*before_),
                                  what.en)},
                     hint({"viết ví dụ `trong [a, b]`", "write for instance `in [a, b]`"}));
    }

    SyntaxError missing() const {
        const Words what = found();
        return error(unexpected_part,
                     {fmt::format("sau {} chỉ có `missing` hoặc `not missing`, {}", written(*before_), what.vi),
                      fmt::format("expected `missing` or `not missing` after {}, {}", written(*before_), what.en)},
                     hint({"viết `bị_thiếu` hoặc `không bị_thiếu`; để so sánh, viết `=`",
                           "write `is missing` or `is not missing`; to compare, write `=`"}));
    }

    SyntaxError name() const {
        const Words what = found();
        const bool keyword = !here_.word.empty();
        return error(unexpected_part,
                     {fmt::format("sau {} cần một tên, {}", written(*before_), what.vi),
                      fmt::format("expected a name after {}, {}", written(*before_), what.en)},
                     keyword ? Words{fmt::format("{} là từ của ngôn ngữ, không dùng làm tên được", written(here_)),
                                     fmt::format("{} is a word of the language and cannot be a name", written(here_))}
                             : Words{});
    }

    static bool is_capital_keyword(const Token& token) {
        const std::string small = fold(token.word);
        return token.kind == TokenKind::word && small != token.word && find_keyword(small);
    }
    bool is_closing() const { return here_.kind == TokenKind::close || here_.kind == TokenKind::close_list; }
    SyntaxError stray() const {
        return error(
            stray_bracket,
            {fmt::format("{} này không đóng dấu nào", written(here_)), fmt::format("this {} closes nothing", written(here_))},
            {fmt::format("bỏ {}, hoặc thêm dấu mở ở phía trước", written(here_)),
             fmt::format("leave the {} out, or add the opening one before it", written(here_))});
    }

    SyntaxError unclosed(const Open& open) const {
        const char* closing = open.token->kind == TokenKind::open ? ")" : "]";
        return {unclosed_bracket,
                open.token->range,
                {fmt::format("{} này không được đóng", written(*open.token)),
                 fmt::format("this {} is never closed", written(*open.token))},
                {fmt::format("thêm `{}`", closing), fmt::format("add `{}`", closing)}};
    }

    /// A whole value stands before; what should follow it?
    SyntaxError rest() const {
        if (is_closing() &&
            std::none_of(open_.begin(), open_.end(), [](const Open& open) { return open.token->kind != TokenKind::if_word; }))
            return stray();
        const Words slip = familiar();
        if (!open_.empty() && slip.en.empty()) return expected_by(open_.back());
        if (before_ && is_capital_keyword(*before_) && !is_capital_keyword(here_))  // NOT a
            return {unexpected_part,
                    before_->range,
                    {fmt::format("{} không phải là từ của ngôn ngữ", written(*before_)),
                     fmt::format("{} is no word of the language", written(*before_))},
                    slip};
        const Words what = found();
        if (!open_.empty() || at_end())
            return error(unexpected_part,
                         {fmt::format("không đọc được tiếp: {}", what.vi), fmt::format("cannot read on: {}", what.en)}, slip);
        return error(
            unexpected_part,
            {fmt::format("biểu thức đã đủ trước {}; ở đây cần một phép nối như `và`, `hoặc`, `=`, `+`", written(here_)),
             fmt::format("the expression is complete before {}; expected `and`, `or`, `=`, `+` or the like", written(here_))},
            slip);
    }

    SyntaxError expected_by(const Open& open) const {
        const Words what = found();
        if (open.token->kind == TokenKind::if_word) {
            const bool otherwise = open.then;
            SyntaxError result =
                error(incomplete_if,
                      otherwise ? Words{fmt::format("mỗi `nếu` phải có `còn_không`, {}", what.vi),
                                        fmt::format("every `if` has an `else`, {}", what.en)}
                                : Words{fmt::format("sau điều kiện của `nếu` cần `thì`, {}", what.vi),
                                        fmt::format("expected `then` after the condition of `if`, {}", what.en)},
                      {"viết `nếu điều_kiện thì giá_trị còn_không giá_trị`", "write `if condition then value else value`"});
            result.related = {open.token->range, {fmt::format("{} ở đây", written(*open.token)), "the `if` is here"}};
            return result;
        }
        if (at_end()) return unclosed(open);
        const bool list = open.token->kind == TokenKind::open_list;
        const std::string wanted = list ? "`,`, `]`" : open.call ? "`,`, `)`" : "`)`";
        SyntaxError result = error(unexpected_part,
                                   {fmt::format("ở đây cần {} hoặc một phép nối, {}", wanted, what.vi),
                                    fmt::format("expected {} or an operator, {}", wanted, what.en)},
                                   list ? Words{"các giá trị trong danh sách cách nhau bằng dấu phẩy: `[a, b]`",
                                                "separate what is in a list with commas: `[a, b]`"}
                                        : Words{});
        result.related = {
            open.token->range,
            {fmt::format("{} mở ở đây", written(*open.token)), fmt::format("the {} was opened here", written(*open.token))}};
        return result;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Reading& reading_;
    const Token& here_;
    const Token* before_;
    std::vector<Open> open_;
};

}  // namespace

SyntaxError explain(std::string_view text, const std::vector<Token>& tokens, const Reading& reading) {
    return Explanation(text, tokens, reading).say();
}

}  // namespace hoagiai
