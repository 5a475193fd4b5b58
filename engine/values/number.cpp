// Fractions in lowest terms; every step goes through 128 bits and is brought back to 64 or refused.
#include "engine/values/number.h"

namespace hoagiai {

namespace {

int128 greatest_common_divisor(int128 a, int128 b) {
    if (a < 0) a = -a;
    while (b != 0) {
        const int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

bool fits(int128 value) {
    return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

std::optional<Number> Number::fraction(int128 numerator, int128 denominator) {
    if (denominator == 0) return std::nullopt;
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    if (denominator != 1) {
        const int128 divisor = greatest_common_divisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }
    if (!fits(numerator) || !fits(denominator)) return std::nullopt;
    return Number(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

std::strong_ordering Number::operator<=>(const Number& other) const {
    if (is_infinite() || other.is_infinite()) {
        const int left = is_infinite() ? static_cast<int>(numerator_) : 0;
        const int right = other.is_infinite() ? static_cast<int>(other.numerator_) : 0;
        return left <=> right;
    }
    if (denominator_ == other.denominator_) return numerator_ <=> other.numerator_;
    const int128 left = static_cast<int128>(numerator_) * other.denominator_;
    const int128 right = static_cast<int128>(other.numerator_) * denominator_;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

// Products of two 64-bit numbers fit 127 bits, but the sum of two such products may not: whole numbers, which are nearly all,
// take the short way, and fractions first bring both to the least common denominator.
std::optional<Number> add(const Number& a, const Number& b) {
    if (a.is_whole() && b.is_whole()) return Number::fraction(static_cast<int128>(a.numerator()) + b.numerator(), 1);
    const int128 shared = greatest_common_divisor(a.denominator(), b.denominator());
    const int128 left = static_cast<int128>(a.numerator()) * (b.denominator() / shared);
    const int128 right = static_cast<int128>(b.numerator()) * (a.denominator() / shared);
    int128 sum = 0;
    if (__builtin_add_overflow(left, right, &sum)) return std::nullopt;
    return Number::fraction(sum, static_cast<int128>(a.denominator()) * (b.denominator() / shared));
}

std::optional<Number> subtract(const Number& a, const Number& b) {
    const auto minus_b = Number::fraction(-static_cast<int128>(b.numerator()), b.denominator());
    if (minus_b) return add(a, *minus_b);
    // -2^63 has no counterpart: only whole numbers get here.
    return Number::fraction(static_cast<int128>(a.numerator()) - static_cast<int128>(b.numerator()) * a.denominator(),
                            a.denominator());
}

std::optional<Number> multiply(const Number& a, const Number& b) {
    return Number::fraction(static_cast<int128>(a.numerator()) * b.numerator(),
                            static_cast<int128>(a.denominator()) * b.denominator());
}

std::optional<Number> divide(const Number& a, const Number& b) {
    if (b.numerator() == 0) return std::nullopt;
    return Number::fraction(static_cast<int128>(a.numerator()) * b.denominator(),
                            static_cast<int128>(a.denominator()) * b.numerator());
}

}  // namespace hoagiai
