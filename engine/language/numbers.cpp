// Numbers and dates. Vietnamese writes 87,5 and 1.250.000 where English writes 87.5 and 1,250,000, so everything that could
// be read in two ways is refused with the one way that is ours.
#include <fmt/format.h>

#include "engine/language/letters.h"
#include "engine/language/tokens.h"
#include "engine/values/date.h"

namespace hoagiai {

namespace {

constexpr std::size_t max_decimals = 9;

class NumberReader {
public:
    NumberReader(std::string_view text, std::size_t at, std::size_t end) : text_(text.substr(0, end)), begin_(at) {}

    std::variant<Token, SyntaxError> read(std::size_t& at) {
        auto result = date();
        if (!result) result = number();
        at = end_;
        return std::move(*result);
    }

private:
    using Result = std::variant<Token, SyntaxError>;

    std::string_view piece(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }
    std::string_view seen() const { return piece(begin_, end_); }
    char sign(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    std::size_t behind_digits(std::size_t from) const {
        while (is_digit(sign(from))) ++from;
        return from;
    }
    std::size_t behind_word(std::size_t from) const {
        while (const std::size_t length = word_part_length(text_, from)) from += length;
        return from;
    }
    Range range() const { return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)}; }
    Token token(Node literal) const { return {TokenKind::literal, range(), {}, std::move(literal)}; }
    SyntaxError error(const DiagnosticKind& kind, Words message, Words help) const {
        return {kind, range(), std::move(message), std::move(help)};
    }
    static Words write(const std::string& right) { return {"viết `" + right + "`", "write `" + right + "`"}; }

    /// Three groups of digits with one sign between them are meant as a day, whatever the order.
    std::optional<Result> date() {
        std::size_t ends[3];
        std::size_t from = begin_;
        const char between = sign(behind_digits(from));
        if (between != '-' && between != '/' && between != '.') return {};
        for (std::size_t i = 0; i < 3; ++i) {
            ends[i] = behind_digits(from);
            if (ends[i] == from || (i < 2 && sign(ends[i]) != between)) return {};
            from = ends[i] + 1;
        }
        const std::string_view first = piece(begin_, ends[0]), middle = piece(ends[0] + 1, ends[1]),
                               last = piece(ends[1] + 1, ends[2]);
        const bool year_first = first.size() == 4 && middle.size() <= 2 && last.size() <= 2;
        const bool day_first = last.size() == 4 && middle.size() <= 2 && first.size() <= 2;
        if (!year_first && !day_first) return {};
        end_ = ends[2];
        const std::string day =
            fmt::format("{:0>4}-{:0>2}-{:0>2}", year_first ? first : last, middle, year_first ? last : first);
        const auto parsed = parse_iso_date(day);
        if (!parsed)
            return error(bad_date,
                         {fmt::format("không có ngày {}", quoted(seen())), fmt::format("there is no day {}", quoted(seen()))},
                         {"viết năm-tháng-ngày, ví dụ `2023-04-18`", "write year-month-day, such as `2023-04-18`"});
        if (behind_word(end_) > end_) {
            end_ = behind_word(end_);
            return error(bad_date,
                         {fmt::format("{} không phải là ngày; ngày không có giờ", quoted(seen())),
                          fmt::format("{} is no day; a day has no time", quoted(seen()))},
                         write(day));
        }
        if (seen() != day)
            return error(bad_date,
                         {fmt::format("ngày {} phải viết theo thứ tự năm-tháng-ngày", quoted(seen())),
                          fmt::format("the day {} must be written year-month-day", quoted(seen()))},
                         {fmt::format("viết `{}`; nếu là phép tính thì đặt dấu cách quanh dấu", day),
                          fmt::format("write `{}`; if it is a calculation, put spaces around the signs", day)});
        return token(DateLiteral{*parsed});
    }

    Result number() {
        const std::size_t whole_end = behind_digits(begin_);
        end_ = whole_end;
        if (sign(end_) == '.' && is_digit(sign(end_ + 1))) end_ = behind_digits(end_ + 1);
        const std::string_view whole = piece(begin_, whole_end);
        const std::string_view decimals = end_ > whole_end ? piece(whole_end + 1, end_) : std::string_view{};
        if (sign(end_) == ',' && is_digit(sign(end_ + 1)) && decimals.empty()) {
            const std::size_t behind = behind_digits(end_ + 1);
            if (sign(behind) == '%') {
                const std::string right = fmt::format("{}.{}%", whole, piece(end_ + 1, behind));
                end_ = behind + 1;
                return error(bad_number,
                             {fmt::format("{}: phần thập phân viết sau dấu chấm", quoted(seen())),
                              fmt::format("{}: decimals stand behind a point", quoted(seen()))},
                             write(right));
            }
        }
        if (sign(end_) == '.' && is_digit(sign(end_ + 1))) return grouped();
        if (const std::size_t behind = behind_word(end_); behind > end_) return glued(behind);
        if (whole.size() > 1 && whole[0] == '0') return leading_zero(whole, decimals);
        std::size_t percent = end_;
        while (blank_length(text_, percent) > 0) percent += blank_length(text_, percent);
        if (sign(percent) == '%') {
            const std::string right = fmt::format("{}%", seen());
            const bool apart = percent > end_;
            end_ = percent + 1;
            if (apart)
                return error(
                    bad_number,
                    {"`%` phải đứng ngay sau số, không có dấu cách", "`%` stands right behind its number, without a space"},
                    write(right));
            return ratio(whole, decimals);
        }
        if (!decimals.empty()) return decimal(whole, decimals);
        const auto value = whole_value(whole);
        if (!value) return too_large();
        return token(NumberLiteral{Number(*value), false});
    }

    static std::optional<std::int64_t> whole_value(std::string_view digits) {
        std::int64_t value = 0;
        for (const char digit : digits)
            if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit - '0', &value)) return {};
        return value;
    }

    SyntaxError too_large() const {
        return error(bad_number,
                     {fmt::format("số {} quá lớn", quoted(seen())), fmt::format("the number {} is too large", quoted(seen()))},
                     {fmt::format("số lớn nhất là {}", std::numeric_limits<std::int64_t>::max()),
                      fmt::format("the largest number is {}", std::numeric_limits<std::int64_t>::max())});
    }

    Result ratio(std::string_view whole, std::string_view decimals) const {
        if (decimals.size() > max_decimals)
            return error(bad_number,
                         {fmt::format("{} có quá nhiều chữ số thập phân", quoted(seen())),
                          fmt::format("{} has too many decimals", quoted(seen()))},
                         {fmt::format("viết nhiều nhất {} chữ số sau dấu chấm", max_decimals),
                          fmt::format("write at most {} digits behind the point", max_decimals)});
        const auto value = whole_value(whole);
        if (!value) return too_large();
        int128 numerator = *value, denominator = 100;
        for (const char digit : decimals) {
            numerator = numerator * 10 + (digit - '0');
            denominator *= 10;
        }
        const auto fraction = Number::fraction(numerator, denominator);
        if (!fraction) return too_large();
        return token(NumberLiteral{*fraction, true});
    }

    /// "0.885": surely a ratio; "1.000": perhaps a thousand.
    SyntaxError decimal(std::string_view whole, std::string_view decimals) const {
        std::string moved = std::string(whole) + std::string(decimals.substr(0, 2)) +
                            std::string(2 - std::min<std::size_t>(decimals.size(), 2), '0');
        if (decimals.size() > 2) moved += "." + std::string(decimals.substr(2));
        while (moved.size() > 1 && moved[0] == '0' && moved[1] != '.') moved.erase(0, 1);
        if (moved.find('.') != std::string::npos) {
            while (moved.back() == '0') moved.pop_back();
            if (moved.back() == '.') moved.pop_back();
        }
        const std::string ratio_form = whole == "0" ? moved + "%" : std::string(seen()) + "%";
        Words help{fmt::format("tỷ lệ viết với %: `{}`", ratio_form),
                   fmt::format("a ratio is written with %: `{}`", ratio_form)};
        if (decimals.size() == 3 && whole != "0")
            help = {fmt::format("số nguyên viết liền: `{}{}`; tỷ lệ viết với %, ví dụ `88%`", whole, decimals),
                    fmt::format("a whole number has no separators: `{}{}`; a ratio is written with %, such as `88%`", whole,
                                decimals)};
        return error(
            bad_number,
            {fmt::format("{} không phải là số nguyên", quoted(seen())), fmt::format("{} is no whole number", quoted(seen()))},
            std::move(help));
    }

    /// 1.250.000
    SyntaxError grouped() {
        while (sign(end_) == '.' && is_digit(sign(end_ + 1))) end_ = behind_digits(end_ + 1);
        return separators();
    }

    SyntaxError separators() const {
        std::string joined;
        for (const char byte : seen())
            if (is_digit(byte)) joined += byte;
        return error(bad_number,
                     {fmt::format("số {} có dấu phân cách", quoted(seen())),
                      fmt::format("the number {} has separators", quoted(seen()))},
                     {fmt::format("viết liền: `{}`", joined), fmt::format("write it without: `{}`", joined)});
    }

    /// 1_000, 3days, 1st
    SyntaxError glued(std::size_t behind) {
        const std::string number(seen());
        const std::string_view tail = piece(end_, behind);
        end_ = behind;
        if (tail.find_first_not_of("_0123456789") == std::string_view::npos && is_digit(tail.back())) return separators();
        Words help{"viết số liền các chữ số; tên không bắt đầu bằng chữ số",
                   "write a number with digits only; a name does not begin with a digit"};
        for (const std::string_view unit : {"day", "days", "month", "months", "year", "years", "ngày", "tháng", "năm"})
            if (tail == unit) help = write(fmt::format("{} {}", number, unit));
        return error(bad_number,
                     {fmt::format("{} không phải là số", quoted(seen())), fmt::format("{} is no number", quoted(seen()))},
                     std::move(help));
    }

    SyntaxError leading_zero(std::string_view whole, std::string_view decimals) const {
        std::string_view right = whole;
        while (right.size() > 1 && right[0] == '0') right.remove_prefix(1);
        std::string shown(right);
        if (!decimals.empty()) shown += "." + std::string(decimals);
        if (sign(end_) == '%') shown += "%";
        return error(
            bad_number,
            {fmt::format("số {} bắt đầu bằng 0", quoted(seen())), fmt::format("the number {} begins with 0", quoted(seen()))},
            {fmt::format("viết `{0}`; nếu là mã thì đặt trong ngoặc kép: `\"{1}\"`", shown, seen()),
             fmt::format("write `{0}`; a code is a text in quotes: `\"{1}\"`", shown, seen())});
    }

    std::string_view text_;
    std::size_t begin_, end_ = 0;
};

}  // namespace

std::variant<Token, SyntaxError> read_number(std::string_view text, std::size_t& at, std::size_t end) {
    return NumberReader(text, at, end).read(at);
}

}  // namespace hoagiai
