// Days of the proleptic Gregorian calendar, without time and zone. A day is held as the number of days since 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoagiai {

using Day = std::int32_t;

std::optional<Day> day_from(int year, int month, int day);  ///< empty for a day that does not exist
std::optional<Day> parse_iso_date(std::string_view text);   ///< YYYY-MM-DD only
/// A day in one of the ways people write it, where a rule file takes YYYY-MM-DD only, so that a message can say what to write:
/// 2014-1-1, 2014/01/01, and the day first as in Vietnam: 1/7/2025, 01.07.2025, 01-07-2025.
std::optional<Day> guess_day(std::string_view text);
std::string iso_date(Day day);
std::string vietnamese_date(Day day);  ///< 17/04/2023
int year_of(Day day);
/// The same day of the month so many months later (or earlier), or that month's last.
Day add_months(Day day, std::int64_t months);

inline constexpr Day first_day = -25567;  ///< 1900-01-01, the earliest that a date in records can be
inline constexpr Day last_day = 47846;    ///< 2100-12-31, the latest

/// A checked period, both ends included: 2023, 2023-H1, 2023-Q2, 2023-05, or D..D.
struct Period {
    enum class Kind { year, half, quarter, month, days };
    Kind kind = Kind::year;
    Day first = 0, last = 0;
    std::string text;  ///< as written
    /// The adjacent one before it, of the same kind; for D..D the same number of days.
    Period previous() const;
    friend bool operator==(const Period&, const Period&) = default;
};

std::optional<Period> parse_period(std::string_view text);

}  // namespace hoagiai
