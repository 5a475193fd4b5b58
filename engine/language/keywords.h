// The words of the language, in one table: one meaning, two spellings. Only what is here is reserved; functions, units and
// everything else are ordinary words.
#pragma once

#include <optional>
#include <string_view>

#include "engine/language/tokens.h"

namespace hoagiai {

struct Keyword {
    std::string_view en, vi;  ///< vi empty: only the English spelling
    TokenKind kind = TokenKind::word;
    std::optional<Reserved> reserved{};  ///< for kinds reserved and period
    std::optional<bool> truth{};         ///< true, false
};

/// By the exact word, NFC, in either spelling; null for an ordinary word.
const Keyword* find_keyword(std::string_view word);

/// `day`, `days`, `ngày` … right behind a whole number.
struct Unit {
    std::string_view en, plural, vi;
    bool months = false;
    std::int64_t each = 1;
};
const Unit* find_unit(std::string_view word);

}  // namespace hoagiai
