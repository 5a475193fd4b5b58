// Functions of a date.
#include "engine/language/functions/function.h"
#include "engine/values/date.h"

namespace hoagiai {

namespace {

std::optional<Type> integer_type(const Type&) { return Type{Kind::integer}; }

Known year(std::span<const Known> arguments) {
    const NumberRange& date = arguments.front().as_range();
    const bool can_lack = arguments.front().can_lack || date.plus || date.minus;  // never is in no year
    if (!date.finite) return Known::range({}, can_lack);
    const auto of = [](const Number& day) { return Number(year_of(static_cast<Day>(day.numerator()))); };
    return Known::range(NumberRange::between(of(date.low), of(date.high)), can_lack);
}

}  // namespace

extern const FunctionTable functions_dates;
const FunctionTable functions_dates = {
    {.name = "year",
     .name_vi = "năm",
     .shape = Shape::scalar,
     .parameters = {Kind::date},
     .result = integer_type,
     .of_values = year,
     .summary = {"Năm của một ngày", "The year of a date"},
     .examples = {{"year(established_on)", "", "2019"}}},
};

}  // namespace hoagiai
