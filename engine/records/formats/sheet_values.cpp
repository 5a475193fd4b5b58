#include "engine/records/formats/sheet_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/records/blanks.h"
#include "engine/values/date.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_cells = 16'384;  // columns of a sheet
constexpr int seconds_a_day = 86'400;

std::optional<double> to_double(std::string_view text) {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::string clock(std::int64_t seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

SheetCell& SheetRow::cell(std::size_t at) {
    at = std::min(at, most_cells - 1);
    if (cells.size() <= at) cells.resize(at + 1);
    for (; size <= at; ++size) {
        cells[size].text.clear();
        cells[size].fault = CellFault::none;
        cells[size].fraction = cells[size].from_1904 = false;
    }
    return cells[at];
}

void SheetRow::clear() {
    size = 0;
    hidden = false;
}

NumberForm built_in_form(int id) {
    if (id == 9 || id == 10) return NumberForm::percentage;
    if (id == 14 || id == 15 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return NumberForm::date;
    if (id == 16) return NumberForm::day_and_month;
    if (id == 17) return NumberForm::month;
    if (id == 22) return NumberForm::date_and_time;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
        return NumberForm::time;
    return NumberForm::number;
}

NumberForm form_of_code(std::string_view code) {
    bool year = false, month = false, day = false, hour = false, percent = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char byte = static_cast<char>(code[i] >= 'A' && code[i] <= 'Z' ? code[i] - 'A' + 'a' : code[i]);
        if (byte == ';') break;  // the first section is that of positive numbers
        if (byte == '\\' || byte == '_' || byte == '*') {
            ++i;
        } else if (byte == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (byte == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            // [h]:mm counts hours; [Red], [$-42A], [>0] are no parts of a time.
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) hour = true;
            i = end;
        } else if (code.size() - i >= 7 && (code.substr(i, 7) == "General" || code.substr(i, 7) == "GENERAL")) {
            i += 6;
        } else if (byte == 'e' && i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
            ++i;
        } else if (byte == '%') {
            percent = true;
        } else if (byte == 'y' || byte == 'e') {
            year = true;
        } else if (byte == 'd') {
            day = true;
        } else if (byte == 'm') {
            month = true;
        } else if (byte == 'h' || byte == 's') {
            hour = true;
        }
    }
    if (hour) return year || day ? NumberForm::date_and_time : NumberForm::time;
    if (day) return year ? NumberForm::date : NumberForm::day_and_month;
    if (year || month) return NumberForm::month;
    return percent ? NumberForm::percentage : NumberForm::number;
}

std::string decimal_text(std::string_view text, int shift) {
    const auto number = to_double(text);
    if (!number) return "";
    if (*number == 0) return "0";
    const std::string scientific = fmt::format("{:.14e}", *number);
    const std::size_t mark = scientific.find('e');
    const bool negative = scientific[0] == '-';
    std::string digits;
    for (const char byte : scientific.substr(0, mark))
        if (byte >= '0' && byte <= '9') digits += byte;
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    int exponent = 0;
    const char* from = scientific.data() + mark + 1;
    std::from_chars(*from == '+' ? from + 1 : from, scientific.data() + scientific.size(), exponent);
    const int whole = exponent + 1 + shift;  // digits in front of the comma
    if (whole > 40 || whole < -40) return "";
    if (whole <= 0) digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
    const std::size_t front = static_cast<std::size_t>(std::max(whole, 1));
    if (digits.size() < front) digits.append(front - digits.size(), '0');
    std::string result = negative ? "-" : "";
    result += digits.substr(0, front);
    if (digits.size() > front) result += "," + digits.substr(front);
    return result;
}

namespace {

/// What the format does not show, its author did not write: 4/2023 became its first day, 17/4 a day of the year it was written.
void set_day(SheetCell& cell, Day day, NumberForm form) {
    const std::string vietnamese = vietnamese_date(day);
    cell.text = form == NumberForm::month           ? vietnamese.substr(3)
                : form == NumberForm::day_and_month ? vietnamese.substr(0, 5)
                                                    : iso_date(day);
}

}  // namespace

void set_number(SheetCell& cell, std::string_view text, NumberForm form, bool from_1904) {
    text = trimmed(text);
    cell.text = decimal_text(text, form == NumberForm::percentage ? 2 : 0);
    if (cell.text.empty()) {
        cell.text = text;
        cell.fault = CellFault::unreadable;
        return;
    }
    if (form == NumberForm::percentage) cell.text += '%';
    cell.from_1904 = from_1904;
    if (form == NumberForm::number) cell.fraction = cell.text.find(',') != std::string::npos;
    if (form == NumberForm::number || form == NumberForm::percentage) return;
    const double serial = *to_double(text);
    const auto seconds = static_cast<std::int64_t>(std::llround(std::min(std::max(serial, -1e7), 1e7) * seconds_a_day));
    if (seconds < 0) return;
    if (form == NumberForm::time) {
        cell.text = clock(seconds);
        return;
    }
    const std::int64_t whole = seconds / seconds_a_day, rest = seconds % seconds_a_day;
    // Day 60 of a workbook that counts from 1900 is the 29th of February of that year, which did not exist.
    if (!from_1904 && whole == 60) {
        cell.fault = CellFault::no_such_day;
        return;
    }
    if (!from_1904 && whole == 0) {
        cell.text = clock(rest);
        return;
    }
    const auto day = static_cast<Day>(whole + (from_1904 ? -24107 : whole < 60 ? -25568 : -25569));
    set_day(cell, day, form);
    if (rest != 0 && form != NumberForm::month && form != NumberForm::day_and_month) cell.text += " " + clock(rest);
}

void set_date(SheetCell& cell, std::string_view iso, NumberForm form) {
    iso = trimmed(iso);
    const std::size_t mark = iso.find('T');
    cell.text = iso.substr(0, mark);
    if (const auto day = parse_iso_date(cell.text); day && (form == NumberForm::month || form == NumberForm::day_and_month))
        return set_day(cell, *day, form);
    if (mark == std::string_view::npos) return;
    const std::string_view rest = iso.substr(mark + 1);
    if (rest.find_first_not_of("0:.Z") != std::string_view::npos) cell.text += " " + std::string(rest);
}

}  // namespace hoagiai
