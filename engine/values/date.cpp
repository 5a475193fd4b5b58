// Calendar arithmetic by std::chrono's calendar types.
#include "engine/values/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace hoagiai {

namespace {

using std::chrono::year_month_day;

year_month_day calendar(Day day) { return year_month_day{std::chrono::sys_days{std::chrono::days{day}}}; }

/// Exactly `digits` digits at the front of text; removes them.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

/// `months` whole months from the first day of year, month.
Period span_of_months(Period::Kind kind, int year, int month, int months, std::string text) {
    const Day first = *day_from(year, month, 1);
    return {kind, first, add_months(first, months) - 1, std::move(text)};
}

}  // namespace

std::optional<Day> day_from(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < -30000 || year > 30000) return std::nullopt;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<Day> parse_iso_date(std::string_view text) {
    const auto year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day || !text.empty()) return std::nullopt;
    return day_from(*year, *month, *day);
}

std::optional<Day> guess_day(std::string_view text) {
    int numbers[3] = {0, 0, 0};
    std::size_t digits[3] = {0, 0, 0}, part = 0;
    char separator = 0;
    for (const char byte : text) {
        if (byte >= '0' && byte <= '9') {
            if (++digits[part] > 4) return std::nullopt;
            numbers[part] = numbers[part] * 10 + (byte - '0');
            continue;
        }
        const bool separates = byte == '-' || byte == '/' || byte == '.';
        if (!separates || (separator != 0 && byte != separator) || ++part > 2) return std::nullopt;
        separator = byte;
    }
    if (part != 2 || digits[1] == 0 || digits[1] > 2) return std::nullopt;
    if (digits[0] == 4 && digits[2] > 0 && digits[2] <= 2) return day_from(numbers[0], numbers[1], numbers[2]);
    if (digits[2] == 4 && digits[0] > 0 && digits[0] <= 2) return day_from(numbers[2], numbers[1], numbers[0]);
    return std::nullopt;
}

std::string iso_date(Day day) {
    const auto date = calendar(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string vietnamese_date(Day day) {
    const auto date = calendar(day);
    return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                       static_cast<int>(date.year()));
}

int year_of(Day day) { return static_cast<int>(calendar(day).year()); }

Day add_months(Day day, std::int64_t months) {
    // Beyond a few thousand years nothing is a date any more; the caller's ranges are clamped to that.
    if (months > 24000) months = 24000;
    if (months < -24000) months = -24000;
    auto date = calendar(day) + std::chrono::months{static_cast<int>(months)};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<Period> parse_period(std::string_view text) {
    const std::string written(text);
    if (const auto dots = text.find(".."); dots != std::string_view::npos) {
        const auto first = parse_iso_date(text.substr(0, dots));
        const auto last = parse_iso_date(text.substr(dots + 2));
        if (!first || !last || *first > *last) return std::nullopt;
        return Period{Period::Kind::days, *first, *last, written};
    }
    const auto year = take_digits(text, 4);
    if (!year || *year < 1900 || *year > 2100) return std::nullopt;
    if (text.empty()) return span_of_months(Period::Kind::year, *year, 1, 12, written);
    if (!take(text, '-')) return std::nullopt;
    if (take(text, 'H')) {
        const auto half = take_digits(text, 1);
        if (!half || !text.empty() || *half < 1 || *half > 2) return std::nullopt;
        return span_of_months(Period::Kind::half, *year, *half * 6 - 5, 6, written);
    }
    if (take(text, 'Q')) {
        const auto quarter = take_digits(text, 1);
        if (!quarter || !text.empty() || *quarter < 1 || *quarter > 4) return std::nullopt;
        return span_of_months(Period::Kind::quarter, *year, *quarter * 3 - 2, 3, written);
    }
    const auto month = take_digits(text, 2);
    if (!month || !text.empty() || *month < 1 || *month > 12) return std::nullopt;
    return span_of_months(Period::Kind::month, *year, *month, 1, written);
}

Period Period::previous() const {
    const auto earlier = [&](int months) {
        const auto date = calendar(add_months(first, -months));
        const int year = static_cast<int>(date.year()), month = static_cast<int>(static_cast<unsigned>(date.month()));
        std::string name = fmt::format("{:04}", year);
        if (kind == Kind::half) name += fmt::format("-H{}", (month + 5) / 6);
        if (kind == Kind::quarter) name += fmt::format("-Q{}", (month + 2) / 3);
        if (kind == Kind::month) name += fmt::format("-{:02}", month);
        return span_of_months(kind, year, month, months, name);
    };
    switch (kind) {
        case Kind::year:
            return earlier(12);
        case Kind::half:
            return earlier(6);
        case Kind::quarter:
            return earlier(3);
        case Kind::month:
            return earlier(1);
        case Kind::days:
            break;
    }
    const Day length = last - first + 1;
    return {Kind::days, first - length, first - 1, iso_date(first - length) + ".." + iso_date(first - 1)};
}

}  // namespace hoagiai
