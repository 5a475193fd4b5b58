// What is known of a value when records have holes: the set of values that some way of filling the holes would give.
// Sets are kept as their ends (numbers), as bits (truths, choices) or as a few candidates (texts); where a set is widened
// it only grows, so that "surely" stays true. Both evaluators and all functions speak this one type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/values/number.h"
#include "engine/values/type.h"

namespace hoagiai {

/// The possible outcomes of a condition, a set of: true, false, no answer (nothing to divide by).
struct Truth {
    bool can_be_true = false, can_be_false = false, can_lack = false;
    static constexpr Truth yes() { return {true, false, false}; }
    static constexpr Truth no() { return {false, true, false}; }
    static constexpr Truth either() { return {true, true, false}; }
    static constexpr Truth no_answer() { return {false, false, true}; }
    static constexpr Truth of(bool value) { return value ? yes() : no(); }
    constexpr bool surely_true() const { return can_be_true && !can_be_false && !can_lack; }
    constexpr bool surely_false() const { return !can_be_true && can_be_false && !can_lack; }
    constexpr unsigned bits() const { return (can_be_true ? 1u : 0u) | (can_be_false ? 2u : 0u) | (can_lack ? 4u : 0u); }
    static constexpr Truth from_bits(unsigned bits) { return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0}; }
    friend constexpr bool operator==(const Truth&, const Truth&) = default;
};

/// Kleene's connectives (S. C. Kleene, Introduction to Metamathematics, 1952, §64) over sets of outcomes; "no answer" is
/// Kleene's third value within one filling, and the set holds what several fillings give.
Truth both(Truth a, Truth b);
Truth any(Truth a, Truth b);
Truth negate(Truth a);
Truth united(Truth a, Truth b);

/// A set of numbers: every value in [low, high] (perhaps fewer), and for dates and durations the endless values that
/// "never" gives. Infinite low or high: no bound on that side.
struct NumberRange {
    bool finite = false;  ///< whether low and high mean anything
    Number low, high;
    bool minus = false;  ///< may be endless downward (DAY - never)
    bool plus = false;   ///< may be never, or endless upward (never - DAY)
    static NumberRange exactly(const Number& n) { return {true, n, n, false, false}; }
    static NumberRange between(const Number& low, const Number& high) { return {true, low, high, false, false}; }
    static NumberRange never() { return {false, 0, 0, false, true}; }
    bool empty() const { return !finite && !minus && !plus; }
    bool single() const { return finite ? (low == high && !low.is_infinite() && !minus && !plus) : (minus != plus); }
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

/// Possible words of a choice set: bit i is choice i.
struct ChoiceOptions {
    std::uint64_t mask = 0;
    friend bool operator==(const ChoiceOptions&, const ChoiceOptions&) = default;
};

/// Possible texts; `key` is the folded text that comparison looks at.
struct TextOptions {
    struct Option {
        std::string text, key;
        friend bool operator==(const Option&, const Option&) = default;
    };
    bool any = false;  ///< any text at all
    std::vector<Option> options;
    friend bool operator==(const TextOptions&, const TextOptions&) = default;
};

struct Known {
    std::variant<Truth, NumberRange, ChoiceOptions, TextOptions> what = NumberRange{};
    bool can_lack = false;  ///< in some filling it has no answer (for conditions see Truth::can_lack)

    static Known truth(Truth t) { return {t, false}; }
    static Known number(const Number& n) { return {NumberRange::exactly(n), false}; }
    static Known range(NumberRange r, bool can_lack = false) { return {r, can_lack}; }
    static Known no_answer() { return {NumberRange{}, true}; }
    static Known choice(int index) { return {ChoiceOptions{1ull << index}, false}; }
    static Known text(std::string value);

    Truth as_truth() const { return std::get<Truth>(what); }
    const NumberRange& as_range() const { return std::get<NumberRange>(what); }
    std::uint64_t as_mask() const { return std::get<ChoiceOptions>(what).mask; }
    const TextOptions& as_text() const { return std::get<TextOptions>(what); }
    bool is_truth() const { return std::holds_alternative<Truth>(what); }
    bool is_range() const { return std::holds_alternative<NumberRange>(what); }
    bool is_choice() const { return std::holds_alternative<ChoiceOptions>(what); }
    bool is_text() const { return std::holds_alternative<TextOptions>(what); }
    bool empty() const;   ///< no value in any filling
    bool single() const;  ///< one value, the same in every filling
    friend bool operator==(const Known&, const Known&) = default;
};

/// What is known if it may be either (the branches of an if, several readings).
Known united(const Known& a, const Known& b);

enum class CompareOp { equal, not_equal, less, less_equal, greater, greater_equal };
/// Compares two of one type. Both never: equal as dates, no answer as durations (`durations`).
Truth compare(CompareOp op, const Known& a, const Known& b, bool durations);

enum class ArithmeticOp { add, subtract, multiply, divide };
/// A known value left 64 bits: the caller names the rule and the unit.
struct Overflow {};
/// a op b over ranges; ranges saturate, known values throw Overflow. Division by what may be 0 may lack an answer.
/// never ± a duration is never; never - DAY is endless; never - never has no answer.
Known arithmetic(ArithmeticOp op, const Known& a, const Known& b);
Known negative(const Known& a);
/// A date plus (sign 1) or minus (sign -1) months.
Known shift_months(const Known& date, const Known& months, int sign);

}  // namespace hoagiai
