// Dates as people write them: 2023-04-17, or the day first, always; an event that is known not to have happened is `chưa`.
#include <fmt/format.h>

#include "engine/records/blanks.h"
#include "engine/records/cell.h"
#include "engine/text/fold.h"
#include "engine/values/date.h"

namespace hoagiai {

namespace {

const Words way_out{"viết 17/04/2023 hoặc 2023-04-17; để trống nếu chưa biết",
                    "write 17/04/2023 or 2023-04-17; leave it blank if it is not known"};

int digits_value(std::string_view digits) {
    int number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    return number;
}

bool all_digits(std::string_view text) {
    for (const char byte : text)
        if (byte < '0' || byte > '9') return false;
    return !text.empty();
}

struct Parts {
    std::string_view part[3];
    char separator = 0;
};

bool split(std::string_view text, Parts& parts) {
    const std::size_t first = text.find_first_of("-/.");
    if (first == std::string_view::npos) return false;
    parts.separator = text[first];
    const std::size_t second = text.find(parts.separator, first + 1);
    if (second == std::string_view::npos) return false;
    parts.part[0] = text.substr(0, first);
    parts.part[1] = text.substr(first + 1, second - first - 1);
    parts.part[2] = text.substr(second + 1);
    for (const std::string_view part : parts.part)
        if (!all_digits(part) || part.size() > 4) return false;
    return true;
}

CellProblem not_a_date(std::string_view text) {
    const std::string see = shown(text);
    // What a spreadsheet shows when a date's cell lost its format.
    if (text.size() == 5 && all_digits(text)) {
        const Day day = digits_value(text) - 25569;
        if (day >= first_day && day <= last_day)
            return {bad_date,
                    {fmt::format("`{}` không phải là ngày; nếu là số ngày của bảng tính thì là {}", see, vietnamese_date(day)),
                     fmt::format("`{}` is no date; as a spreadsheet's day number it would be {}", see, vietnamese_date(day))},
                    {fmt::format("viết {}", vietnamese_date(day)), fmt::format("write {}", vietnamese_date(day))}};
    }
    return {bad_date, {fmt::format("`{}` không phải là ngày", see), fmt::format("`{}` is no date", see)}, way_out};
}

CellProblem does_not_exist(std::string_view text, int year, int month, int day, bool day_first) {
    const std::string see = shown(text);
    if (month < 1 || month > 12) {
        Words help = way_out;
        // The American order: 04/17/2023.
        if (day_first && day_from(year, day, month)) {
            const std::string turned = vietnamese_date(*day_from(year, day, month));
            help = {fmt::format("ngày đứng trước tháng: viết {}", turned),
                    fmt::format("the day stands before the month: write {}", turned)};
        }
        return {no_such_date,
                {fmt::format("`{}`: không có tháng {}", see, month), fmt::format("`{}`: there is no month {}", see, month)},
                std::move(help)};
    }
    return {no_such_date,
            {fmt::format("`{}`: tháng {}/{} không có ngày {}", see, month, year, day),
             fmt::format("`{}`: {}/{} has no day {}", see, month, year, day)},
            {"kiểm tra lại ngày; để trống nếu chưa biết", "check the day; leave it blank if it is not known"}};
}

}  // namespace

bool read_date(std::string_view text, const Field& field, CellValue& value, CellProblem& problem) {
    std::optional<Day> found;
    if (text[0] < '0' || text[0] > '9') {
        const std::string folded = text.size() <= 24 ? fold(text) : std::string();
        if (folded == "chưa" || folded == "never") {
            if (field.event) return value.state = CellState::never, true;
            problem = {never_not_possible,
                       {fmt::format("`{}` chỉ dùng cho ngày của một việc có thể chưa xảy ra, không dùng cho `{}`", shown(text),
                                    field.title.vi),
                        fmt::format("`{}` is for the date of an event that may not have happened, not for `{}`", shown(text),
                                    field.name)},
                       {"viết một ngày, hoặc để trống nếu chưa biết", "write a date, or leave it blank if it is not known"}};
            return false;
        }
        return problem = not_a_date(text), false;
    }
    Parts parts;
    if (!split(text, parts)) return problem = not_a_date(text), false;
    const auto& [a, b, c] = parts.part;
    const bool year_first = a.size() == 4 && b.size() == 2 && c.size() == 2 && parts.separator == '-';
    const bool day_first = a.size() <= 2 && b.size() <= 2 && c.size() == 4;
    if (!year_first && !day_first) {
        if (a.size() <= 2 && b.size() <= 2 && c.size() == 2) {
            const std::string see = shown(text);
            problem = {
                short_year,
                {fmt::format("`{}`: năm chỉ có hai chữ số", see), fmt::format("`{}`: the year has only two digits", see)},
                {fmt::format("viết đủ bốn chữ số của năm, chẳng hạn {}/{}/20{}", a, b, c),
                 fmt::format("write all four digits of the year, such as {}/{}/20{}", a, b, c)}};
            return false;
        }
        return problem = not_a_date(text), false;
    }
    const int year = digits_value(year_first ? a : c), month = digits_value(b), day = digits_value(year_first ? c : a);
    found = day_from(year, month, day);
    if (!found) return problem = does_not_exist(text, year, month, day, day_first), false;
    const Number number(*found);
    const bool low_bound = !field.minimum.is_infinite() && field.minimum > Number(first_day),
               high_bound = !field.maximum.is_infinite() && field.maximum < Number(last_day);
    const Number low = low_bound ? field.minimum : Number(first_day), high = high_bound ? field.maximum : Number(last_day);
    if (number < low || number > high) {
        const std::string from = vietnamese_date(static_cast<Day>(low.numerator())),
                          to = vietnamese_date(static_cast<Day>(high.numerator()));
        problem = {out_of_bounds,
                   {fmt::format("`{}` nằm ngoài giới hạn: cần từ {} đến {}", shown(text), from, to),
                    fmt::format("`{}` is out of bounds: from {} to {} is expected", shown(text), from, to)},
                   {"kiểm tra lại ngày", "check the date"}};
        return false;
    }
    value = {CellState::known, *found};
    return true;
}

}  // namespace hoagiai
