// Exact numbers. A success rate decides about a commune, so 87.96 % must never become 88 %: every number is a fraction of
// two 64-bit integers, compared by 128-bit cross product, never a floating point number.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace hoagiai {

__extension__ using int128 = __int128;

/// numerator / denominator in lowest terms, denominator > 0; or plus or minus infinity (denominator 0), which stands for
/// "no bound", never for a value.
class Number {
public:
    constexpr Number() = default;
    constexpr Number(std::int64_t whole) : numerator_(whole) {}  // NOLINT: a whole number is a Number
    /// Empty if the denominator is 0 or the reduced fraction does not fit 64 bits.
    static std::optional<Number> fraction(int128 numerator, int128 denominator);
    static constexpr Number infinity() { return Number(1, 0); }
    static constexpr Number minus_infinity() { return Number(-1, 0); }

    bool is_infinite() const { return denominator_ == 0; }
    bool is_whole() const { return denominator_ == 1; }
    std::int64_t numerator() const { return numerator_; }
    std::int64_t denominator() const { return denominator_; }

    std::strong_ordering operator<=>(const Number& other) const;
    bool operator==(const Number& other) const = default;

private:
    constexpr Number(std::int64_t numerator, std::int64_t denominator) : numerator_(numerator), denominator_(denominator) {}
    std::int64_t numerator_ = 0, denominator_ = 1;
};

/// Arithmetic that says when it leaves 64 bits. Neither side infinite.
std::optional<Number> add(const Number& a, const Number& b);
std::optional<Number> subtract(const Number& a, const Number& b);
std::optional<Number> multiply(const Number& a, const Number& b);
std::optional<Number> divide(const Number& a, const Number& b);  ///< also empty for b = 0

}  // namespace hoagiai
