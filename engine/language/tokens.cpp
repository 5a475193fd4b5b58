// Cutting an expression into tokens. One pass; the first thing that is no token ends it with an error in words.
#include "engine/language/tokens.h"

#include <fmt/format.h>

#include <limits>

#include "engine/language/keywords.h"
#include "engine/language/letters.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

struct Sign {
    std::string_view written;
    TokenKind kind;
};
constexpr Sign signs[] = {
    {"<=", TokenKind::less_equal}, {">=", TokenKind::greater_equal}, {"!=", TokenKind::not_equal}, {"(", TokenKind::open},
    {")", TokenKind::close},       {"[", TokenKind::open_list},      {"]", TokenKind::close_list}, {",", TokenKind::comma},
    {".", TokenKind::dot},         {"+", TokenKind::plus},           {"-", TokenKind::minus},      {"*", TokenKind::times},
    {"/", TokenKind::divide},      {"=", TokenKind::equal},          {"<", TokenKind::less},       {">", TokenKind::greater},
};

class Scanner {
public:
    Scanner(std::string_view text, Range window) : text_(text.substr(0, window.end)), at_(window.begin) {}

    std::variant<std::vector<Token>, SyntaxError> read() {
        while (true) {
            skip_blanks();
            if (at_ >= text_.size()) break;
            if (auto error = one()) return std::move(*error);
        }
        const auto behind = tokens_.empty() ? static_cast<std::uint32_t>(at_) : tokens_.back().range.end;
        tokens_.push_back({TokenKind::end, {behind, behind}});
        return std::move(tokens_);
    }

private:
    void skip_blanks() {
        while (const std::size_t length = blank_length(text_, at_)) at_ += length;
    }
    Range range_from(std::size_t begin) const { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}; }

    std::optional<SyntaxError> one() {
        const std::string_view rest = text_.substr(at_);
        if (is_digit(rest[0])) return number();
        if (rest[0] == '"') return quoted_text();
        if (letter_length(text_, at_) > 0) {
            return word();
        }
        if (rest[0] == '.' && rest.size() > 1 && is_digit(rest[1])) {
            const auto here = static_cast<std::uint32_t>(at_);
            return SyntaxError{bad_number,
                               {here, here + 1},
                               {"số không bắt đầu bằng dấu chấm, tên không bắt đầu bằng chữ số",
                                "a number does not begin with a point, nor a name with a digit"},
                               {"tỷ lệ viết với %, ví dụ `50%`", "a ratio is written with %, such as `50%`"}};
        }
        if (!is_foreign_pair(rest)) {
            for (const Sign& sign : signs) {
                if (rest.substr(0, sign.written.size()) != sign.written) continue;
                const std::size_t begin = at_;
                at_ += sign.written.size();
                tokens_.push_back({sign.kind, range_from(begin)});
                return {};
            }
        }
        return refuse_sign(text_, at_, text_.size());
    }

    std::optional<SyntaxError> number() {
        if (auto error = spread_number()) return error;
        auto read = read_number(text_, at_, text_.size());
        if (auto* error = std::get_if<SyntaxError>(&read)) return std::move(*error);
        tokens_.push_back(std::move(std::get<Token>(read)));
        return {};
    }

    /// `1 000`: two numbers side by side are never right, so they are met before `000` is called a wrong number.
    std::optional<SyntaxError> spread_number() const {
        const auto* before = tokens_.empty() ? nullptr : std::get_if<NumberLiteral>(&tokens_.back().literal);
        if (!before || before->ratio || tokens_.back().kind != TokenKind::literal) return {};
        std::size_t end = at_;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        const Range first = tokens_.back().range;
        const std::string joined =
            fmt::format("{}{}", text_.substr(first.begin, first.end - first.begin), text_.substr(at_, end - at_));
        return SyntaxError{bad_number,
                           {first.begin, static_cast<std::uint32_t>(end)},
                           {"hai số đứng cạnh nhau", "two numbers stand side by side"},
                           {fmt::format("nếu là một số thì viết liền: `{}`", joined),
                            fmt::format("if it is one number, write it without the space: `{}`", joined)}};
    }

    std::optional<SyntaxError> quoted_text() {
        const std::size_t begin = at_;
        TextLiteral literal;
        for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                tokens_.push_back({TokenKind::literal, range_from(begin), {}, std::move(literal)});
                return {};
            }
            if (text_[at_] == '\\') {
                const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
                if (next != '"' && next != '\\') {
                    const auto here = static_cast<std::uint32_t>(at_);
                    return SyntaxError{bad_text,
                                       {here, here + 1},
                                       {"trong ngoặc kép, dấu `\\` chỉ đứng trước `\"` hoặc `\\`",
                                        "inside quotes `\\` stands only before `\"` or `\\`"},
                                       {"viết `\\\\` để có một dấu `\\`", "write `\\\\` for one `\\`"}};
                }
                ++at_;
            }
            literal.value += text_[at_];
        }
        const auto opening = static_cast<std::uint32_t>(begin);
        return SyntaxError{
            bad_text,
            {opening, opening + 1},
            {"ngoặc kép mở ở đây không được đóng trên cùng dòng", "the quote opened here is not closed on its line"},
            {"thêm `\"` vào cuối đoạn chữ", "add `\"` at the end of the text"}};
    }

    std::optional<SyntaxError> word() {
        const std::size_t begin = at_;
        while (const std::size_t length = word_part_length(text_, at_)) at_ += length;
        Token token{TokenKind::word, range_from(begin), new_spelling(text_.substr(begin, at_ - begin))};
        Token* before = tokens_.empty() ? nullptr : &tokens_.back();
        if (before && is_unit_of(*before, token)) return join_number(*before, token);
        if (const Keyword* keyword = find_keyword(token.word)) {
            token.kind = keyword->kind;
            if (keyword->truth) token.literal = BooleanLiteral{*keyword->truth};
            if (keyword->reserved) token.literal = ReservedWord{*keyword->reserved};
            if (before && before->kind == TokenKind::previous_word && keyword->reserved == Reserved::period) {
                before->kind = TokenKind::period;
                before->literal = ReservedWord{Reserved::previous_period};
                before->range.end = token.range.end;
                return {};
            }
            // `không bị_thiếu` is one thing, though `không` alone begins a negation.
            if (before && before->kind == TokenKind::not_word && token.kind == TokenKind::is_missing) {
                before->kind = TokenKind::is_not_missing;
                before->range.end = token.range.end;
                return {};
            }
        }
        tokens_.push_back(std::move(token));
        return {};
    }

    /// A unit right behind a whole number makes a duration of it; everywhere else it is an ordinary word.
    static bool is_unit_of(const Token& before, const Token& word) {
        const auto* number = std::get_if<NumberLiteral>(&before.literal);
        return before.kind == TokenKind::literal && number && !number->ratio && find_unit(word.word);
    }
    static std::optional<SyntaxError> join_number(Token& before, const Token& word) {
        const Unit* unit = find_unit(word.word);
        const std::int64_t number = std::get<NumberLiteral>(before.literal).value.numerator();
        before.range.end = word.range.end;
        std::int64_t amount = 0;
        if (__builtin_mul_overflow(number, unit->each, &amount))
            return SyntaxError{
                bad_number,
                before.range,
                {"khoảng thời gian quá dài", "the duration is too long"},
                {fmt::format("nhiều nhất là {} {}", std::numeric_limits<std::int64_t>::max() / unit->each, unit->vi),
                 fmt::format("at most {} {}", std::numeric_limits<std::int64_t>::max() / unit->each, unit->plural)}};
        before.literal = DurationLiteral{amount, unit->months};
        return {};
    }

    std::string_view text_;
    std::size_t at_;
    std::vector<Token> tokens_;
};

}  // namespace

std::variant<std::vector<Token>, SyntaxError> read_tokens(std::string_view text, Range window) {
    return Scanner(text, window).read();
}

}  // namespace hoagiai
