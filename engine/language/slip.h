// What a slip is told by: the tokens around the place where reading stopped.
#pragma once

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "engine/language/tokens.h"
#include "engine/text/fold.h"

namespace hoagiai {

struct Slip {
    std::string_view text;
    const std::vector<Token>& tokens;
    std::size_t stop;

    const Token& here() const { return tokens[stop]; }
    TokenKind kind(std::size_t back) const { return back <= stop ? tokens[stop - back].kind : TokenKind::end; }
    TokenKind next() const { return stop + 1 < tokens.size() ? tokens[stop + 1].kind : TokenKind::end; }
    std::string written(std::size_t at) const {
        const Range range = tokens[at].range;
        return visible(text.substr(range.begin, std::min<std::size_t>(range.end - range.begin, 200)));
    }
    bool touches() const { return stop > 0 && tokens[stop - 1].range.end == here().range.begin; }
    bool is_number(std::size_t at) const {
        return at < tokens.size() && std::holds_alternative<NumberLiteral>(tokens[at].literal) &&
               tokens[at].kind == TokenKind::literal;
    }
};

}  // namespace hoagiai
