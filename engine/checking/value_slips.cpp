#include "engine/checking/value_slips.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/fold.h"
#include "engine/values/date.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind word_for_truth{"N030", "word-for-true-or-false"};
inline constexpr DiagnosticKind leading_zero{"N031", "leading-zero"};
inline constexpr DiagnosticKind grouped_digits{"N032", "grouped-digits"};
inline constexpr DiagnosticKind clock_time{"N033", "clock-time"};
inline constexpr DiagnosticKind number_for_share{"N034", "number-for-share"};
inline constexpr DiagnosticKind date_written_otherwise{"N035", "date-written-otherwise"};
inline constexpr DiagnosticKind number_for_duration{"N036", "number-for-duration"};

bool digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// 1_000, 1.000.000, 1 000: the digits alone, if the groups are threes (of `_` any).
std::string ungrouped(std::string_view text) {
    const std::size_t first = text.find_first_of("._ ");
    if (first == std::string_view::npos || first == 0 || first > 3) return {};
    const char separator = text[first];
    std::string result(text.substr(0, first));
    for (std::size_t at = first; at < text.size();) {
        const std::size_t end = std::min(text.find(separator, at + 1), text.size());
        const std::string_view group = text.substr(at + 1, end - at - 1);
        if (!digits(group) || (separator != '_' && group.size() != 3)) return {};
        result += group;
        at = end;
    }
    return digits(result) ? result : std::string();
}

std::optional<ValueSlip> truth_slip(const std::string& written, const std::string& shown) {
    const std::string folded = fold(written);
    for (const auto& [word, truth] : {std::pair{"yes", true},
                                      {"no", false},
                                      {"on", true},
                                      {"off", false},
                                      {"có", true},
                                      {"không", false},
                                      {"đúng", true},
                                      {"sai", false},
                                      {"true", true},
                                      {"false", false}})
        if (folded == fold(word))
            return ValueSlip{word_for_truth,
                             {fmt::format("`{}` ở đây là chữ, không phải đúng hay sai", shown),
                              fmt::format("`{}` is a word here, neither true nor false", shown)},
                             truth ? "true" : "false",
                             {},
                             true};
    return std::nullopt;
}

/// 0.88 and 0,88 are 88 %; 88 lacks its sign.
std::optional<ValueSlip> share_slip(const std::string& written, const std::string& shown) {
    const std::size_t point = written.find_first_of(".,");
    const std::string whole = written.substr(0, point), rest = point == std::string::npos ? "" : written.substr(point + 1);
    const Words what = {fmt::format("`{}` thiếu dấu %", shown), fmt::format("`{}` has no %", shown)};
    if (point == std::string::npos && digits(written)) return ValueSlip{number_for_share, what, written + "%", {}, true};
    if (!digits(whole) || !digits(rest) || rest.size() > 9) return std::nullopt;
    if (whole != "0") return ValueSlip{number_for_share, what, whole + "." + rest + "%", {}, false};
    std::string percent = rest.size() == 1 ? rest + "0" : rest.substr(0, 2);
    percent.erase(0, std::min(percent.find_first_not_of('0'), percent.size() - 1));
    if (rest.size() > 2) percent += "." + rest.substr(2);
    return ValueSlip{number_for_share, what, percent + "%", {}, true};
}

std::optional<ValueSlip> number_slip(const std::string& written, const std::string& shown) {
    if (digits(written) && written.size() > 1 && written[0] == '0') {
        const std::size_t first = std::min(written.find_first_not_of('0'), written.size() - 1);
        return ValueSlip{leading_zero,
                         {fmt::format("`{}`: số bắt đầu bằng 0 có nơi đọc là số hệ tám", shown),
                          fmt::format("`{}`: some readers take a number that begins with 0 as octal", shown)},
                         written.substr(first),
                         {},
                         true};
    }
    if (const std::string plain = ungrouped(written); !plain.empty())
        return ValueSlip{grouped_digits,
                         {fmt::format("`{}`: trong quy tắc, số không có dấu ngăn cách hàng nghìn", shown),
                          fmt::format("`{}`: a number in a rule has no signs between its digits", shown)},
                         plain,
                         {},
                         true};
    const std::size_t colon = written.find(':');
    if (colon != std::string::npos && digits(written.substr(0, colon)) && digits(written.substr(colon + 1)))
        return ValueSlip{clock_time,
                         {fmt::format("`{}` là giờ và phút, không phải là số", shown),
                          fmt::format("`{}` is a time of day, no number", shown)},
                         "",
                         {"viết một số; khoảng thời gian thì dùng loại duration, ví dụ 3 ngày",
                          "write a number; for a length of time use the type duration, such as 3 days"},
                         false};
    return std::nullopt;
}

}  // namespace

std::optional<ValueSlip> value_slip(const std::string& written, Kind kind) {
    const std::string shown = visible(written);
    switch (kind) {
        case Kind::boolean:
            return truth_slip(written, shown);
        case Kind::ratio:
            return share_slip(written, shown);
        case Kind::integer:
        case Kind::money:
            return number_slip(written, shown);
        case Kind::date:
            if (const auto day = guess_day(written))
                return ValueSlip{date_written_otherwise,
                                 {fmt::format("`{}` không viết theo dạng năm-tháng-ngày", shown),
                                  fmt::format("`{}` is not written as year-month-day", shown)},
                                 iso_date(*day),
                                 {},
                                 written.find_first_of("/.") == std::string::npos};
            return std::nullopt;
        case Kind::days:
        case Kind::months:
            if (digits(written))
                return ValueSlip{
                    number_for_duration,
                    {fmt::format("`{}` thiếu đơn vị thời gian", shown), fmt::format("`{}` has no unit of time", shown)},
                    "",
                    {fmt::format("viết {} ngày, {} tháng hoặc {} năm", shown, shown, shown),
                     fmt::format("write {} days, {} months or {} years", shown, shown, shown)},
                    false};
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

Words nearly_right(const std::string& written, Kind kind) {
    std::string folded = fold(written);
    const auto write = [](const std::string& value) { return Words{"viết " + value, "write " + value}; };
    if (kind == Kind::ratio) {
        for (const std::string_view spoken : {"phần trăm", "percent"})
            if (const std::size_t at = folded.find(spoken); at != std::string::npos) folded.replace(at, spoken.size(), "%");
        folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
        if (folded.empty() || folded.back() != '%') return {};
        std::replace(folded.begin(), folded.end(), ',', '.');
        const std::string number = folded.substr(0, folded.size() - 1);
        const std::size_t point = number.find('.');
        if (!digits(number.substr(0, point)) || (point != std::string::npos && !digits(number.substr(point + 1)))) return {};
        return write(folded);
    }
    if (kind == Kind::money || kind == Kind::integer) {
        for (const std::string_view unit : {"đồng", "vnđ", "vnd", "đ"})
            if (folded.size() > unit.size() && folded.compare(folded.size() - unit.size(), unit.size(), unit) == 0) {
                std::string number = fold(folded.substr(0, folded.size() - unit.size()));
                if (const std::string plain = ungrouped(number); !plain.empty()) number = plain;
                return digits(number) ? write(number) : Words{};
            }
    }
    if ((kind == Kind::days || kind == Kind::months) && folded.find("làm việc") != std::string::npos)
        return {
            "ngày làm việc không tính được, vì chương trình không biết ngày nghỉ: ghi số ngày liên tục, ví dụ 7 ngày, và nói "
            "rõ "
            "trong căn cứ",
            "working days cannot be counted, since holidays are not known: write days in a row, such as 7 days, and say so in "
            "the "
            "basis"};
    return {};
}

}  // namespace hoagiai
