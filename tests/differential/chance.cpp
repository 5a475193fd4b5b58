#include "tests/differential/chance.h"

#include <fmt/format.h>

#include <chrono>

namespace hoagiai::differential {

namespace {

// The calendar of the standard library, so that a slip in the engine's own would be seen.
std::string iso(std::chrono::sys_days days) {
    const std::chrono::year_month_day date(days);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace

std::string days_after(const std::string& day, int days) {
    if (day == never_day) return day;
    const std::chrono::year_month_day date(std::chrono::year(std::stoi(day.substr(0, 4))),
                                           std::chrono::month(static_cast<unsigned>(std::stoi(day.substr(5, 2)))),
                                           std::chrono::day(static_cast<unsigned>(std::stoi(day.substr(8, 2)))));
    return iso(std::chrono::sys_days(date) + std::chrono::days(days));
}

std::string Chance::day() {
    if (in_hundred(35))
        return one_of({"2021-12-31", "2022-01-01", "2022-06-30", "2022-12-31", "2023-01-01", "2023-01-31", "2023-02-01",
                       "2023-03-31", "2023-04-01", "2023-05-31", "2023-06-30", "2023-07-01", "2023-09-30", "2023-10-01",
                       "2023-12-30", "2023-12-31", "2024-01-01", "2024-02-15", "2024-02-29"});
    return days_after("2022-01-01", below(in_hundred(80) ? 730 : 900));
}

Cell Chance::value(const Field& field) {
    switch (field.type.kind) {
        case Kind::boolean:
            return whole(below(2));
        case Kind::ratio:
            return whole(below(10'001));
        case Kind::money:
            return whole(1'000'000 * below(4));
        case Kind::date:
            return text(field.event ? event() : day());
        case Kind::choice:
            return text(field.type.choices
                            ->choices[static_cast<std::size_t>(below(static_cast<int>(field.type.choices->choices.size())))]
                            .name);
        case Kind::text:
            return text("giả định " + std::to_string(below(100)));
        default:
            return whole(field.minimum >= Number(1900) ? between(2022, 2024) : below(6));
    }
}

}  // namespace hoagiai::differential
