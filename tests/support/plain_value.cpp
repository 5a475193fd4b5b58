#include "tests/support/plain_value.h"

#include <map>
#include <string>

namespace hoagiai::plain {

namespace {

using Is = Value::Is;

struct Civil {
    std::int64_t year, month, day;
};

bool leap(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
std::int64_t days_in(std::int64_t year, std::int64_t month) {
    constexpr std::int64_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}
std::int64_t days_before_year(std::int64_t year) {  // since year 1
    const std::int64_t past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}
constexpr std::int64_t epoch = 719162;  // 1970-01-01, counted in days since 0001-01-01

Civil civil(std::int64_t day) {
    day += epoch;
    std::int64_t year = day / 366 + 1;
    while (days_before_year(year + 1) <= day) ++year;
    day -= days_before_year(year);
    std::int64_t month = 1;
    while (day >= days_in(year, month)) day -= days_in(year, month++);
    return {year, month, day + 1};
}

std::int64_t day_of(const Civil& date) {
    std::int64_t day = days_before_year(date.year) + date.day - 1 - epoch;
    for (std::int64_t month = 1; month < date.month; ++month) day += days_in(date.year, month);
    return day;
}

std::int64_t months_later(std::int64_t day, std::int64_t months) {
    Civil date = civil(day);
    const std::int64_t all = date.year * 12 + date.month - 1 + months;
    date.year = all / 12;
    date.month = all % 12 + 1;
    if (date.day > days_in(date.year, date.month)) date.day = days_in(date.year, date.month);
    return day_of(date);
}

}  // namespace

std::int64_t number_of_word(std::string_view word) {
    static std::map<std::string, std::int64_t> known;
    while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
    while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
    std::string key(word);
    for (char& letter : key)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return known.emplace(std::move(key), static_cast<std::int64_t>(known.size())).first->second;
}

Value both(const Value& a, const Value& b) {
    if (a.no() || b.no()) return Value::truth(false);
    return a.lacks() || b.lacks() ? Value{} : Value::truth(true);
}
Value either(const Value& a, const Value& b) {
    if (a.yes() || b.yes()) return Value::truth(true);
    return a.lacks() || b.lacks() ? Value{} : Value::truth(false);
}
Value opposite(const Value& a) { return a.lacks() ? a : Value::truth(a.no()); }

Order order(const Value& a, const Value& b) {
    if (a.lacks() || b.lacks()) return Order::nothing;
    if (a.is == Is::word || a.is == Is::truth) return a.top == b.top ? Order::same : Order::different;
    const auto endless = [](const Value& v) { return v.is == Is::longest || v.is == Is::shortest; };
    if (endless(a) && endless(b)) return Order::nothing;
    const auto rank = [](const Value& v) {
        return v.is == Is::shortest ? -1 : v.is == Is::longest || v.is == Is::never ? 1 : 0;
    };
    if (rank(a) != rank(b)) return rank(a) < rank(b) ? Order::less : Order::more;
    if (rank(a) != 0) return Order::same;
    const Wide left = a.top * b.under, right = b.top * a.under;
    return left < right ? Order::less : left == right ? Order::same : Order::more;
}

Value added(const Value& a, const Value& b, int sign) {
    if (a.lacks() || b.lacks()) return {};
    if (a.is == Is::months) return added(b, a, sign);
    if (b.is == Is::months) {
        if (a.is != Is::number) return a;
        return Value::number(months_later(static_cast<std::int64_t>(a.top), static_cast<std::int64_t>(b.top) * sign));
    }
    if (a.is == Is::never && b.is == Is::never) return {};  // never - never
    if (a.is == Is::never) return {sign < 0 ? Is::longest : Is::never, 0, 1};
    if (b.is == Is::never) return {sign < 0 ? Is::shortest : Is::never, 0, 1};
    return Value::number(a.top * b.under + sign * b.top * a.under, a.under * b.under);
}
Value multiplied(const Value& a, const Value& b) {
    return a.lacks() || b.lacks() ? Value{} : Value::number(a.top * b.top, a.under * b.under);
}
Value divided(const Value& a, const Value& b) {
    if (a.lacks() || b.lacks() || b.top == 0) return {};
    const Wide sign = b.top < 0 ? -1 : 1;
    return Value::number(sign * a.top * b.under, sign * a.under * b.top);
}
Value negated(const Value& a) {
    if (a.is == Is::longest) return {Is::shortest, 0, 1};
    if (a.is == Is::shortest) return {Is::longest, 0, 1};
    return {a.is, -a.top, a.under};
}
Value year_of(const Value& date) {
    return date.is == Is::number ? Value::number(civil(static_cast<std::int64_t>(date.top)).year) : Value{};
}

}  // namespace hoagiai::plain
