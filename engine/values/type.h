// The types of the rule language (docs/language.md, types). Days and months are two types, since they never meet.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// One word of a closed list, with what people read for it.
struct Choice {
    std::string name;
    Words title;
    std::string name_vi{};  ///< the Vietnamese spelling in rules; empty if there is none
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// A closed list of at most 62 words: a set of them is the bits of one word, and one bit stands for "none of these".
struct ChoiceSet {
    std::vector<Choice> choices;
    int index_of(std::string_view name) const;  ///< -1 if there is none
    int spelled(std::string_view word) const;   ///< the same in either spelling, as rules have it
    std::uint64_t all() const { return choices.size() >= 64 ? ~0ull : (1ull << choices.size()) - 1; }
};
using ChoiceSetPtr = std::shared_ptr<const ChoiceSet>;

enum class Kind {
    error,  ///< something was wrong here and has been said; agrees with everything
    boolean,
    integer,
    ratio,
    money,
    date,
    days,
    months,
    text,
    choice,
    period
};

struct Type {
    Kind kind = Kind::error;
    ChoiceSetPtr choices{};  ///< for choice
    bool list = false;       ///< a list of values of this type
    bool average = false;    ///< integer or money that need not be whole, since it is an average; only compared
    bool is(Kind other) const { return kind == other && !list; }
    bool is_numeric() const;  ///< held as a number: integer, ratio, money, date, days, months
    bool is_ordered() const { return is_numeric() && !list; }
};

/// "a whole number", "a ratio (such as 88%)", … for messages.
Words describe(const Type& type);

}  // namespace hoagiai
