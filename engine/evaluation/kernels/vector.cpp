// Between what is known of a value and the number that stands for it.
#include "engine/evaluation/kernels/vector.h"

namespace hoagiai {

std::optional<std::int64_t> exact_number(Content content, const Known& known, const TextClasses& texts) {
    if (!known.single()) return std::nullopt;
    if (content == Content::choice) return static_cast<std::int64_t>(__builtin_ctzll(known.as_mask()));
    if (content == Content::text) {
        const std::int64_t number = texts.of_key(known.as_text().options.front().key);
        return number < 0 ? std::nullopt : std::optional(number);
    }
    const NumberRange& range = known.as_range();
    if (!range.finite) return std::nullopt;  // never
    const Number& number = range.low;
    if (content == Content::number) return number.is_whole() ? std::optional(number.numerator()) : std::nullopt;
    std::int64_t scaled = 0;
    if (ratio_unit % number.denominator() != 0 ||
        __builtin_mul_overflow(number.numerator(), ratio_unit / number.denominator(), &scaled))
        return std::nullopt;
    return scaled;
}

Known exact_value(Content content, std::int64_t value) {
    if (content == Content::choice) return Known::choice(static_cast<int>(value));
    return Known::number(content == Content::ratio ? *Number::fraction(value, ratio_unit) : Number(value));
}

Known known_at(const Vector& vector, Row row, const TextClasses& texts) {
    if (vector.content == Content::truth) return Known::truth(Truth::from_bits(vector.bits[row]));
    const std::int64_t value = vector.values[row];
    if (!vector.bits[row]) return (*vector.aside)[static_cast<std::size_t>(value)];
    return vector.content == Content::text ? texts.known(value) : exact_value(vector.content, value);
}

void put(const Vector& vector, Row row, Known known, const TextClasses& texts) {
    if (vector.content == Content::truth) {
        vector.bits[row] = static_cast<std::uint8_t>(known.as_truth().bits());
        return;
    }
    if (const auto number = exact_number(vector.content, known, texts)) {
        vector.bits[row] = 1;
        vector.values[row] = *number;
        return;
    }
    vector.put_aside(row, std::move(known));
}

}  // namespace hoagiai
