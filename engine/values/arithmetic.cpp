// Arithmetic over ranges. Each end is computed exactly; an end that leaves 64 bits becomes "no bound" outward or the largest
// whole number inward, so that the range only ever grows. Values that are known exactly may not leave 64 bits: that is
// Overflow.
#include <algorithm>
#include <array>

#include "engine/values/date.h"
#include "engine/values/known.h"

namespace hoagiai {

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

int sign(const Number& n) { return n.numerator() > 0 ? 1 : n.numerator() < 0 ? -1 : 0; }

/// An end of a range: a number, or beyond 64 bits on one side.
struct End {
    std::optional<Number> number;
    int beyond = 0;  ///< 1 above, -1 below, when there is no number
    Number as_low() const { return number ? *number : beyond > 0 ? Number(largest) : Number::minus_infinity(); }
    Number as_high() const { return number ? *number : beyond < 0 ? Number(smallest) : Number::infinity(); }
};

End sum_of(const Number& a, const Number& b) {
    if (a.is_infinite()) return {std::nullopt, sign(a)};
    if (b.is_infinite()) return {std::nullopt, sign(b)};
    if (auto sum = add(a, b)) return {sum, 0};
    return {std::nullopt, sign(a) != 0 ? sign(a) : sign(b)};
}

End product_of(const Number& a, const Number& b) {
    if (sign(a) == 0 || sign(b) == 0) return {Number(0), 0};
    if (!a.is_infinite() && !b.is_infinite())
        if (auto product = multiply(a, b)) return {product, 0};
    return {std::nullopt, sign(a) * sign(b)};
}

/// a / b for a b that is not 0. A quotient with no bound below it in size (finite / infinite) tends to 0.
End quotient_of(const Number& a, const Number& b) {
    if (b.is_infinite()) return {Number(0), 0};
    if (!a.is_infinite())
        if (auto quotient = divide(a, b)) return {quotient, 0};
    return {std::nullopt, sign(a) * sign(b)};
}

bool known_exactly(const NumberRange& a, const NumberRange& b) { return a.single() && a.finite && b.single() && b.finite; }

NumberRange from_ends(const End& low, const End& high, bool exact) {
    if (exact && (!low.number || !high.number)) throw Overflow{};
    return NumberRange::between(low.as_low(), high.as_high());
}

template <typename Operation>
NumberRange by_corners(const NumberRange& a, const NumberRange& b, Operation operation, bool exact) {
    const std::array<End, 4> corners = {operation(a.low, b.low), operation(a.low, b.high), operation(a.high, b.low),
                                        operation(a.high, b.high)};
    if (exact && !corners[0].number) throw Overflow{};
    Number low = corners[0].as_low(), high = corners[0].as_high();
    for (const End& corner : corners) {
        low = std::min(low, corner.as_low());
        high = std::max(high, corner.as_high());
    }
    return NumberRange::between(low, high);
}

NumberRange mirrored(const NumberRange& a) {
    NumberRange result = a;
    const auto flip = [](const Number& n, bool exact) {
        if (n.is_infinite()) return sign(n) > 0 ? Number::minus_infinity() : Number::infinity();
        const auto flipped = Number::fraction(-static_cast<int128>(n.numerator()), n.denominator());
        if (!flipped && exact) throw Overflow{};
        return flipped ? *flipped : Number(largest);
    };
    if (a.finite) {
        result.low = flip(a.high, a.single());
        result.high = flip(a.low, a.single());
    }
    result.minus = a.plus;
    result.plus = a.minus;
    return result;
}

NumberRange divided(const NumberRange& a, const NumberRange& b, bool& can_lack) {
    if (b.low <= Number(0) && b.high >= Number(0)) {
        can_lack = true;
        // Whatever remains of the divisor on either side of 0: whole numbers and đồng have 1 as their smallest size.
        NumberRange result;
        const auto side = [&](Number low, Number high) {
            if (low > high) return;
            const NumberRange part = by_corners(a, NumberRange::between(low, high), quotient_of, false);
            result =
                result.finite ? NumberRange::between(std::min(result.low, part.low), std::max(result.high, part.high)) : part;
        };
        side(std::max(b.low, Number(1)), b.high);
        side(b.low, std::min(b.high, Number(-1)));
        return result;
    }
    return by_corners(a, b, quotient_of, known_exactly(a, b));
}

}  // namespace

Known arithmetic(ArithmeticOp op, const Known& left, const Known& right) {
    const NumberRange& a = left.as_range();
    const NumberRange b = op == ArithmeticOp::subtract ? mirrored(right.as_range()) : right.as_range();
    bool can_lack = left.can_lack || right.can_lack;
    NumberRange result;
    if (op == ArithmeticOp::multiply || op == ArithmeticOp::divide) {
        if (a.finite && b.finite)
            result = op == ArithmeticOp::multiply ? by_corners(a, b, product_of, known_exactly(a, b)) : divided(a, b, can_lack);
        return Known::range(result, can_lack);
    }
    if (a.finite && b.finite) result = from_ends(sum_of(a.low, b.low), sum_of(a.high, b.high), known_exactly(a, b));
    // Endless plus finite stays endless; two opposite ones have no answer (never - never).
    result.plus = (a.plus && (b.finite || b.plus)) || (b.plus && a.finite);
    result.minus = (a.minus && (b.finite || b.minus)) || (b.minus && a.finite);
    can_lack = can_lack || (a.plus && b.minus) || (a.minus && b.plus);
    return Known::range(result, can_lack);
}

Known negative(const Known& a) { return Known::range(mirrored(a.as_range()), a.can_lack); }

Known shift_months(const Known& date, const Known& months, int direction) {
    const NumberRange& days = date.as_range();
    const NumberRange& by = months.as_range();
    NumberRange result;
    result.plus = days.plus && (by.finite || by.empty());
    if (days.finite && by.finite) {
        const auto shifted = [&](const Number& day, const Number& count) {
            const std::int64_t amount = count.is_infinite() ? (sign(count) > 0 ? 24000 : -24000) : count.numerator();
            return Number(add_months(static_cast<Day>(day.numerator()), direction * amount));
        };
        // add_months never goes back when its day or its months go forward, so the ends are reached at the ends.
        result.finite = true;
        result.low = shifted(days.low, direction > 0 ? by.low : by.high);
        result.high = shifted(days.high, direction > 0 ? by.high : by.low);
    }
    return Known::range(result, date.can_lack || months.can_lack);
}

}  // namespace hoagiai
