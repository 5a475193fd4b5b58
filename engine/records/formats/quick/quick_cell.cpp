#include "engine/records/formats/quick/quick_cell.h"

#include <algorithm>

namespace hoagiai {

namespace {

constexpr int first_year = 1900, last_year = 2100;

/// The first day of each month, and of the one behind the last.
struct MonthTable {
    std::array<std::int32_t, (last_year - first_year + 1) * 12 + 1> first{};
    MonthTable() {
        for (std::size_t i = 0; i < first.size(); ++i)
            first[i] = day_from(first_year + static_cast<int>(i / 12), static_cast<int>(i % 12) + 1, 1).value_or(0);
    }
};

bool is_ascii_word(unsigned char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Bytes of the letter that begins here; 0 if it is none of those that stand for themselves.
std::size_t letter(const char* at, std::size_t left) {
    const auto lead = static_cast<unsigned char>(*at);
    // What UTF-8 looks like when it is read as Windows-1252 (á», Ã¡, Ä‘) needs a sign of U+0080 to U+00BF or beyond.
    if (lead >= 0xC3 && lead <= 0xC9) return left >= 2 && continues(at[1]) ? 2 : 0;
    if (lead != 0xE1 || left < 3) return 0;
    const auto second = static_cast<unsigned char>(at[1]);
    return second >= 0xB8 && second <= 0xBB && continues(at[2]) ? 3 : 0;
}

}  // namespace

QuickBounds quick_bounds(const Field& field) {
    const bool is_date = field.type.kind == Kind::date;
    QuickBounds bounds{is_date ? first_day : std::numeric_limits<std::int64_t>::min(),
                       is_date ? last_day : std::numeric_limits<std::int64_t>::max()};
    if ((!field.minimum.is_infinite() && !field.minimum.is_whole()) ||
        (!field.maximum.is_infinite() && !field.maximum.is_whole()))
        return {};
    if (!field.minimum.is_infinite()) bounds.low = std::max(bounds.low, field.minimum.numerator());
    if (!field.maximum.is_infinite()) bounds.high = std::min(bounds.high, field.maximum.numerator());
    return bounds;
}

bool quick_day(int year, int month, int day, std::int32_t& number) {
    static const MonthTable months;
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1) return false;
    const auto at = static_cast<std::size_t>((year - first_year) * 12 + month - 1);
    number = months.first[at] + day - 1;
    return number < months.first[at + 1];
}

bool quick_text(const char* text, std::size_t size) {
    if (size == 0) return false;
    const auto first = static_cast<unsigned char>(text[0]), last = static_cast<unsigned char>(text[size - 1]);
    // A bracket may begin what a template gave as an example.
    if (first <= ' ' || last <= ' ' || first == '[') return false;
    bool has_word = size > 12;
    for (std::size_t i = 0; i < size;) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            if (byte == '?') return false;
            has_word = has_word || is_ascii_word(byte);
            ++i;
            continue;
        }
        const std::size_t bytes = letter(text + i, size - i);
        if (bytes == 0) return false;
        // × and ÷ are no letters.
        has_word = has_word || byte != 0xC3 || (text[i + 1] != '\x97' && text[i + 1] != '\xB7');
        i += bytes;
    }
    const bool may_say_never = size >= 5 && size <= 12 && (first | 0x20) == 'c' && (text[1] | 0x20) == 'h' && text[2] == '\xC6';
    return has_word && !may_say_never;
}

}  // namespace hoagiai
