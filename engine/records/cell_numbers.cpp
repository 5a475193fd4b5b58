// Whole numbers and percentages as people write them in Viet Nam: the point groups thousands, the comma begins decimals, and
// spreadsheets set to English do the opposite; so what either could have written is refused.
#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/cell.h"

namespace hoagiai {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// False if it leaves 64 bits.
bool to_number(std::string_view digits, bool negative, std::int64_t& number) {
    int128 sum = 0;
    for (const char digit : digits) {
        sum = sum * 10 + (digit - '0');
        if (sum > static_cast<int128>(INT64_MAX) + 1) return false;
    }
    if (negative) sum = -sum;
    if (sum > INT64_MAX) return false;
    number = static_cast<std::int64_t>(sum);
    return true;
}

/// Digits in groups of three with one separator throughout ("." or one kind of space). False if they are not.
bool ungroup(std::string_view text, std::string& digits) {
    std::string_view separator;
    std::size_t group = 0, groups = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (is_digit(text[i])) {
            digits += text[i++];
            ++group;
            continue;
        }
        const std::size_t size = text[i] == '.' ? 1 : leading_space(text.substr(i));
        const std::string_view here = text.substr(i, size);
        if (size == 0 || (groups == 0 ? group < 1 || group > 3 : group != 3 || here != separator)) return false;
        separator = here;
        group = 0;
        ++groups;
        i += size;
    }
    // "0.125" is no group of thousands.
    return groups > 0 && group == 3 && digits[0] != '0';
}

std::string grouped(const Number& number) {
    const std::string digits = fmt::format("{}", number.numerator());
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0 && is_digit(digits[i - 1])) result += '.';
        result += digits[i];
    }
    return digits.size() <= 4 ? digits : result;
}

Words bounds_in_words(const std::string& low, const std::string& high) {
    if (high.empty()) return {fmt::format("từ {} trở lên", low), fmt::format("{} or more", low)};
    if (low.empty()) return {fmt::format("không quá {}", high), fmt::format("at most {}", high)};
    return {fmt::format("từ {} đến {}", low, high), fmt::format("from {} to {}", low, high)};
}

CellProblem outside(std::string_view text, const std::string& low, const std::string& high) {
    const Words bounds = bounds_in_words(low, high);
    const std::string see = shown(text);
    return {out_of_bounds,
            {fmt::format("`{}` nằm ngoài giới hạn: cần {}", see, bounds.vi),
             fmt::format("`{}` is out of bounds: {} is expected", see, bounds.en)},
            {"kiểm tra lại số liệu", "check the figure"}};
}

CellProblem not_whole(std::string_view text) {
    const std::string see = shown(text);
    // 1,250: a thousand and more to one spreadsheet, one and a quarter to another.
    const std::size_t comma = text.find(',');
    const std::string_view before = text.substr(0, comma),
                           after = comma == std::string_view::npos ? "" : text.substr(comma + 1);
    if (all_digits(before) && before.size() <= 3 && before[0] != '0' && after.size() == 3 && all_digits(after))
        return {ambiguous_number,
                {fmt::format("`{}` có thể là {}{} hoặc {},{}: cần một số nguyên viết rõ", see, before, after, before, after),
                 fmt::format("`{}` could be {}{} or {}.{}: a whole number that reads one way is expected", see, before, after,
                             before, after)},
                {fmt::format("viết {}{} hoặc {}.{}", before, after, before, after),
                 fmt::format("write {}{} or {}.{}", before, after, before, after)}};
    const std::size_t mark = text.find_last_of(",.");
    std::string whole, rest;
    if (mark != std::string_view::npos) {
        for (const char byte : text.substr(0, mark))
            if (is_digit(byte)) whole += byte;
        rest = text.substr(mark + 1);
    }
    if (!whole.empty() && all_digits(rest) && std::count(text.begin(), text.end(), ',') <= 1 &&
        std::all_of(text.begin(), text.end(),
                    [](char byte) { return is_digit(byte) || byte == ',' || byte == '.' || byte == '-' || byte == '+'; }))
        return {bad_number,
                {fmt::format("`{}` có phần thập phân: cần một số nguyên", see),
                 fmt::format("`{}` has decimals: a whole number is expected", see)},
                rest.find_first_not_of('0') == std::string::npos && text.find_first_of("-+") == std::string_view::npos
                    ? Words{fmt::format("viết {}", whole), fmt::format("write {}", whole)}
                    : Words{"viết số nguyên, chẳng hạn 1250 hoặc 1.250", "write a whole number, such as 1250 or 1.250"}};
    return {bad_number,
            {fmt::format("`{}` không phải là số nguyên", see), fmt::format("`{}` is no whole number", see)},
            {"chỉ viết chữ số, chẳng hạn 1250000 hoặc 1.250.000; để trống nếu chưa biết",
             "write digits only, such as 1250000 or 1.250.000; leave it blank if it is not known"}};
}

bool within(const Number& number, const Field& field) {
    return (field.minimum.is_infinite() || !(number < field.minimum)) &&
           (field.maximum.is_infinite() || !(number > field.maximum));
}

struct Decimal {
    std::string whole, fraction;
};

/// `12`, `12,5`, `12.5` without a sign. False for anything else.
bool read_decimal(std::string_view text, Decimal& decimal) {
    const std::size_t mark = text.find_first_of(",.");
    decimal.whole = text.substr(0, mark);
    if (mark == std::string_view::npos) return all_digits(decimal.whole);
    decimal.fraction = text.substr(mark + 1);
    return all_digits(decimal.whole) && all_digits(decimal.fraction);
}

/// The percentage that a ratio written as a number would be: 0,885 is 88,5%.
std::string times_hundred(const Decimal& decimal) {
    std::string fraction = decimal.fraction;
    while (fraction.size() < 2) fraction += '0';
    std::string whole = decimal.whole + fraction.substr(0, 2);
    fraction.erase(0, 2);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    return fraction.empty() ? whole : whole + "," + fraction;
}

std::string percent(const Number& bound) {
    if (bound.is_infinite()) return "";
    const auto hundred = multiply(bound, Number(100));
    return hundred && hundred->is_whole() ? fmt::format("{}%", hundred->numerator()) : "";
}

}  // namespace

bool read_whole_number(std::string_view text, const Field& field, CellValue& value, CellProblem& problem) {
    std::string_view rest = text;
    const bool negative = rest[0] == '-';
    if (negative || rest[0] == '+') rest.remove_prefix(1);
    std::string joined;
    if (!all_digits(rest)) {
        if (!ungroup(rest, joined)) return problem = not_whole(text), false;
        rest = joined;
    }
    if (!to_number(rest, negative, value.value)) {
        const std::string see = shown(text);
        problem = {number_too_large,
                   {fmt::format("`{}` quá lớn: tối đa 9.223.372.036.854.775.807", see),
                    fmt::format("`{}` is too large: at most 9,223,372,036,854,775,807", see)},
                   {"kiểm tra lại số liệu", "check the figure"}};
        return false;
    }
    if (!within(Number(value.value), field)) {
        problem = outside(text, field.minimum.is_infinite() ? "" : grouped(field.minimum),
                          field.maximum.is_infinite() ? "" : grouped(field.maximum));
        return false;
    }
    value.state = CellState::known;
    return true;
}

bool read_percentage(std::string_view text, const Field& field, CellValue& value, CellProblem& problem) {
    const std::string see = shown(text);
    const bool has_sign = text.back() == '%';
    std::string_view rest = has_sign ? trimmed(text.substr(0, text.size() - 1)) : text;
    const bool negative = !rest.empty() && rest[0] == '-';
    if (!rest.empty() && (negative || rest[0] == '+')) rest.remove_prefix(1);
    Decimal decimal;
    if (rest.empty() || !read_decimal(rest, decimal)) {
        problem = {
            bad_percentage,
            {fmt::format("`{}` không phải là tỷ lệ phần trăm", see), fmt::format("`{}` is no percentage", see)},
            {"viết chẳng hạn 88,5%; để trống nếu chưa biết", "write 88.5%, for example; leave it blank if it is not known"}};
        return false;
    }
    if (!has_sign) {
        const std::string sign = negative ? "-" : "";
        std::string same = sign + decimal.whole + (decimal.fraction.empty() ? "" : "," + decimal.fraction) + "%";
        const std::string as_ratio = sign + times_hundred(decimal) + "%";
        const bool one_reading = decimal.whole.find_first_not_of('0') != std::string::npos &&
                                 !(decimal.whole == "1" && decimal.fraction.find_first_not_of('0') == std::string::npos);
        problem = {percent_sign_missing,
                   one_reading ? Words{fmt::format("`{}` thiếu dấu %: cần một tỷ lệ phần trăm", see),
                                       fmt::format("`{}` has no % sign: a percentage is expected", see)}
                               : Words{fmt::format("`{}` thiếu dấu %, có thể là {} hoặc {}", see, as_ratio, same),
                                       fmt::format("`{}` has no % sign and could be {} or {}", see, as_ratio, same)},
                   one_reading
                       ? Words{fmt::format("viết {}", same), fmt::format("write {}", same)}
                       : Words{fmt::format("viết {} hoặc {}", as_ratio, same), fmt::format("write {} or {}", as_ratio, same)}};
        return false;
    }
    while (!decimal.fraction.empty() && decimal.fraction.back() == '0') decimal.fraction.pop_back();
    if (decimal.fraction.size() > 9) {
        problem = {bad_percentage,
                   {fmt::format("`{}` có quá nhiều chữ số thập phân: tối đa chín", see),
                    fmt::format("`{}` has too many decimals: at most nine", see)},
                   {"làm tròn đến chín chữ số thập phân", "round it to nine decimals"}};
        return false;
    }
    decimal.fraction.resize(9, '0');
    const bool fits = to_number(decimal.whole + decimal.fraction, negative, value.value);
    const auto ratio = fits ? Number::fraction(value.value, ratio_unit) : std::nullopt;
    if (!ratio || !within(*ratio, field)) return problem = outside(text, percent(field.minimum), percent(field.maximum)), false;
    value.state = CellState::known;
    return true;
}

}  // namespace hoagiai
