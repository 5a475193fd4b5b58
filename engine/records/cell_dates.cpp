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

/// The numbers that a text holds, at most six.
std::vector<std::string_view> numbers_in(std::string_view text) {
    std::vector<std::string_view> numbers;
    for (std::size_t at = 0; at < text.size() && numbers.size() < 6;) {
        std::size_t end = at;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end > at) numbers.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return numbers;
}

/// ngày 17 tháng 4 năm 2023, 2023-04-17T00:00:00: not how dates are written here, but a date; tháng 4/2023 is none.
Words help_with(const std::vector<std::string_view>& numbers) {
    const auto size = [&](std::size_t i) { return i < numbers.size() ? numbers[i].size() : 0; };
    const auto short_one = [&](std::size_t i) { return size(i) == 1 || size(i) == 2; };
    std::optional<Day> day;
    if (size(0) == 4 && short_one(1) && short_one(2))
        day = day_from(digits_value(numbers[0]), digits_value(numbers[1]), digits_value(numbers[2]));
    if (short_one(0) && short_one(1) && size(2) == 4)
        day = day_from(digits_value(numbers[2]), digits_value(numbers[1]), digits_value(numbers[0]));
    if (day) return {fmt::format("viết {}", vietnamese_date(*day)), fmt::format("write {}", vietnamese_date(*day))};
    const bool no_day = (numbers.size() == 1 && size(0) == 4) || (numbers.size() == 2 && short_one(0) && size(1) == 4);
    if (no_day)
        return {"cần đủ ngày, tháng, năm, chẳng hạn 17/04/2023; để trống nếu chưa biết ngày",
                "day, month and year are needed, such as 17/04/2023; leave it blank if the day is not known"};
    return way_out;
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
    return {bad_date,
            {fmt::format("`{}` không phải là ngày", see), fmt::format("`{}` is no date", see)},
            help_with(numbers_in(text))};
}

/// 3/4/23 is of this century or of the last one (births are), and 23-04-17 may begin with its year.
CellProblem year_of_two_digits(std::string_view text, const Parts& parts) {
    const int first = digits_value(parts.part[0]), month = digits_value(parts.part[1]), last = digits_value(parts.part[2]);
    std::vector<std::string> readings;
    const auto add = [&](int year, int day) {
        if (const auto found = day_from(year, month, day)) readings.push_back(vietnamese_date(*found));
    };
    add(2000 + last, first);
    add(1900 + last, first);
    if (parts.separator == '-' && parts.part[0].size() == 2) add(2000 + first, last);
    const std::string see = shown(text);
    if (readings.empty())
        return {short_year,
                {fmt::format("`{}`: năm chỉ có hai chữ số", see), fmt::format("`{}`: the year has only two digits", see)},
                {"viết đủ bốn chữ số của năm, chẳng hạn 17/04/2023", "write all four digits of the year, such as 17/04/2023"}};
    const std::string all_vi = fmt::format("{}", fmt::join(readings, " hoặc ")),
                      all_en = fmt::format("{}", fmt::join(readings, " or "));
    return {short_year,
            {fmt::format("`{}`: năm chỉ có hai chữ số, có thể là {}", see, all_vi),
             fmt::format("`{}`: the year has only two digits, it could be {}", see, all_en)},
            {"viết " + all_vi, "write " + all_en}};
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

bool starts_like_never(std::string_view text) {
    const std::string folded = fold(text.substr(0, 200));
    return folded.rfind("chưa ", 0) == 0 || folded.rfind("không ", 0) == 0 || folded == "không" ||
           folded.rfind("never ", 0) == 0;
}

CellProblem more_than_never(std::string_view text) {
    const std::string see = shown(text);
    return {bad_date,
            {fmt::format("`{}` không phải là ngày", see), fmt::format("`{}` is no date", see)},
            {"viết chưa nếu việc này chắc chắn chưa xảy ra; để trống nếu chưa biết",
             "write never if this is known not to have happened; leave it blank if it is not known"}};
}

}  // namespace

bool says_never(std::string_view text) {
    const char first = text.empty() ? ' ' : text[0];
    if ((first != 'c' && first != 'C' && first != 'n' && first != 'N') || text.size() > 12) return false;
    const std::string folded = fold(text);
    return folded == "chưa" || folded == "never";
}

CellProblem never_is_not_possible(std::string_view text, const Field& field) {
    const std::string see = shown(text);
    const Words where = field.name.empty() ? Words{"ô này", "this cell"}
                                           : Words{fmt::format("`{}`", field.title.vi), fmt::format("`{}`", field.name)};
    Words help{"để trống nếu chưa biết hoặc chưa có", "leave it blank if it is not known or there is none"};
    if (field.required) help = {"điền giá trị này: mọi dòng đều phải có", "fill it in: every row must have it"};
    if (field.type.kind == Kind::boolean)
        help = {"viết không, hoặc để trống nếu chưa biết", "write no, or leave it blank if it is not known"};
    if (field.type.kind == Kind::date)
        help = {"viết một ngày, hoặc để trống nếu chưa biết", "write a date, or leave it blank if it is not known"};
    return {never_not_possible,
            {fmt::format("`{}` chỉ dùng cho ngày của một việc có thể chưa xảy ra, không dùng cho {}", see, where.vi),
             fmt::format("`{}` is for the date of an event that may not have happened, not for {}", see, where.en)},
            std::move(help)};
}

bool read_date(std::string_view text, const Field& field, CellValue& value, CellProblem& problem) {
    std::optional<Day> found;
    if (text[0] < '0' || text[0] > '9') {
        if (says_never(text)) {
            if (field.event) return value.state = CellState::never, true;
            return problem = never_is_not_possible(text, field), false;
        }
        if (field.event && starts_like_never(text)) return problem = more_than_never(text), false;
        return problem = not_a_date(text), false;
    }
    Parts parts;
    if (!split(text, parts)) return problem = not_a_date(text), false;
    const auto& [a, b, c] = parts.part;
    const bool year_first = a.size() == 4 && b.size() == 2 && c.size() == 2 && parts.separator == '-';
    const bool day_first = a.size() <= 2 && b.size() <= 2 && c.size() == 4;
    if (!year_first && !day_first) {
        if (a.size() <= 2 && b.size() <= 2 && c.size() == 2) return problem = year_of_two_digits(text, parts), false;
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
