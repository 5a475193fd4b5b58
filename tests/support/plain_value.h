// Values of one filled record: nothing is unknown here, so a value is a truth, a fraction, a word, or the endless ones that
// "never" gives. Shares nothing with the engine's values.
#pragma once

#include <cstdint>
#include <string_view>

namespace hoagiai::plain {

__extension__ using Wide = __int128;

struct Value {
    enum class Is : std::uint8_t {
        nothing,   ///< no answer: nothing to divide by
        truth,     ///< top is 0 or 1
        number,    ///< top / under; a date is its day, a duration its days
        months,    ///< top months
        never,     ///< a date later than every day
        longest,   ///< never - DAY
        shortest,  ///< DAY - never
        word       ///< a choice or a text; top tells it from all others
    };
    Is is = Is::nothing;
    Wide top = 0, under = 1;

    static Value truth(bool value) { return {Is::truth, value ? 1 : 0, 1}; }
    static Value number(Wide top, Wide under = 1) { return {Is::number, top, under}; }
    bool yes() const { return is == Is::truth && top != 0; }
    bool no() const { return is == Is::truth && top == 0; }
    bool lacks() const { return is == Is::nothing; }
};

/// Choices and texts by number; upper and lower case of ASCII and spaces around do not matter.
std::int64_t number_of_word(std::string_view word);

/// Truths, by Kleene's tables.
Value both(const Value& a, const Value& b);
Value either(const Value& a, const Value& b);
Value opposite(const Value& a);

enum class Order { less, same, more, different, nothing };  ///< different: words have no order
Order order(const Value& a, const Value& b);

Value added(const Value& a, const Value& b, int sign);
Value multiplied(const Value& a, const Value& b);
Value divided(const Value& a, const Value& b);
Value negated(const Value& a);
Value year_of(const Value& date);

}  // namespace hoagiai::plain
