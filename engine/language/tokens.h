// The words, numbers and signs of an expression, each with its place. What people write from habit of other tools (`==`, `≥`,
// `87,5%`, smart quotes) is met here with a hint, so that the grammar sees only what the language has.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/syntax_error.h"

namespace hoagiai {

enum class TokenKind : std::uint8_t {
    literal,   ///< number, ratio, date, duration, text, true, false
    reserved,  ///< never, as_of, period_start, period_end
    period,    ///< period, previous period
    word,
    open,
    close,
    open_list,
    close_list,
    comma,
    dot,
    plus,
    minus,
    times,
    divide,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    and_word,
    or_word,
    not_word,
    in_word,
    is_word,
    missing_word,
    is_missing,
    is_not_missing,
    if_word,
    then_word,
    else_word,
    where_word,
    of_word,
    previous_word,  ///< `previous` without its `period`
    end
};

struct Token {
    TokenKind kind = TokenKind::end;
    Range range;
    std::string word{};  ///< in the new spelling, for words and keywords
    Node literal{};      ///< for literal, reserved and period: the node, ready
};

/// A set of kinds.
struct TokenSet {
    std::uint64_t bits = 0;
    constexpr TokenSet() = default;
    constexpr TokenSet(TokenKind kind) : bits(1ull << static_cast<unsigned>(kind)) {}  // NOLINT: a kind is a set of one
    constexpr bool has(TokenKind kind) const { return (bits >> static_cast<unsigned>(kind) & 1) != 0; }
    constexpr TokenSet& operator|=(TokenSet other) {
        bits |= other.bits;
        return *this;
    }
    friend constexpr TokenSet operator|(TokenSet a, TokenSet b) { return a |= b; }
    friend constexpr bool operator==(const TokenSet&, const TokenSet&) = default;
};
constexpr TokenSet operator|(TokenKind a, TokenKind b) { return TokenSet(a) | TokenSet(b); }

inline constexpr TokenSet comparing = TokenKind::equal | TokenKind::not_equal | TokenKind::less | TokenKind::less_equal |
                                      TokenKind::greater | TokenKind::greater_equal;

/// The tokens of text[window.begin, window.end), with an `end` token behind the last; or the first error.
std::variant<std::vector<Token>, SyntaxError> read_tokens(std::string_view text, Range window);

/// A number, ratio or date at `at` (a digit stands there); moves `at` behind it. A unit behind a whole number is the
/// caller's.
std::variant<Token, SyntaxError> read_number(std::string_view text, std::size_t& at, std::size_t end);

/// The error for a sign that the language does not have, with what to write instead.
SyntaxError refuse_sign(std::string_view text, std::size_t at, std::size_t end);
/// Whether two or three signs that are one in other languages begin here (`=>`, `==`, `<>`), each of which alone is ours.
bool is_foreign_pair(std::string_view rest);

}  // namespace hoagiai
