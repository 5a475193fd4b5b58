#include "engine/authoring/record_template/example_value.h"

#include <fmt/format.h>

#include "engine/records/template_marks.h"
#include "engine/text/fold.h"

namespace hoagiai::record_template {

namespace {

constexpr Day day_zero = -25569;  // 1899-12-30, where spreadsheets begin to count

bool allowed(const Field& field, const Number& number) { return field.minimum <= number && number <= field.maximum; }

/// The usual one where it may stand; else the middle of what may (2000 for a year).
std::int64_t whole_number(const Field& field, std::int64_t usual) {
    if (allowed(field, usual)) return usual;
    if (field.maximum.is_infinite()) return field.minimum.numerator();
    if (field.minimum.is_infinite()) return field.maximum.numerator();
    return (field.minimum.numerator() + field.maximum.numerator()) / 2;
}

/// In groups of three only with points: 1,250 would read as one and a quarter.
std::string grouped(std::int64_t number, bool vietnamese) {
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t at = std::ssize(digits) - 3; vietnamese && at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ".");
    return digits;
}

ExampleValue date(const Field& field, bool vietnamese) {
    // Its day is no month, so that it shows which of the two goes first.
    const Day usual = day_from(2000, 1, 31).value_or(0);
    const Day day = static_cast<Day>(whole_number(field, usual));
    return {vietnamese ? vietnamese_date(day) : iso_date(day), true, static_cast<double>(day - day_zero)};
}

ExampleValue percentage(const Field& field, bool vietnamese) {
    const std::int64_t tenths =
        allowed(field, Number::fraction(885, 1000).value_or(Number())) ? 885 : 1000 * whole_number(field, 0);
    return {fmt::format("{}{}{}%", tenths / 10, vietnamese ? "," : ".", tenths % 10), true, static_cast<double>(tenths) / 1000};
}

ExampleValue whole(std::int64_t number, std::string text) { return {std::move(text), true, static_cast<double>(number)}; }

}  // namespace

ExampleValue example_value(const Column& column, Language language) {
    const bool vietnamese = language == Language::vi;
    if (column.key) return {say(example_row_mark, language)};
    if (column.link) return {say(example_mark, language)};
    const Field& field = *column.field;
    switch (column.kind()) {
        case Kind::boolean:
            return {vietnamese ? "có" : "yes"};
        case Kind::integer: {
            const std::int64_t number = whole_number(field, 12);
            return whole(number, std::to_string(number));
        }
        case Kind::money: {
            const std::int64_t number = whole_number(field, 1'250'000);
            return whole(number, grouped(number, vietnamese));
        }
        case Kind::ratio:
            return percentage(field, vietnamese);
        case Kind::date:
            return date(field, vietnamese);
        case Kind::choice:
            return {say(field.type.choices->choices.front().title, language)};
        default:
            return {say(example_mark, language) + " " + lower_first(say(column.title(), language))};
    }
}

}  // namespace hoagiai::record_template
