// The commonest ways of writing a value, read in a few steps and without asking anybody. What is taken here is exactly what
// CellReader would have made of it; for everything else the answer is no, and CellReader is asked.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "engine/records/cell.h"
#include "engine/records/digits.h"
#include "engine/values/date.h"

namespace hoagiai {

/// Whole numbers that a field takes; of a bound that is no whole number nothing is known, and nothing is taken.
struct QuickBounds {
    std::int64_t low = std::numeric_limits<std::int64_t>::max(), high = std::numeric_limits<std::int64_t>::min();
};
QuickBounds quick_bounds(const Field& field);

/// Most cells are short, and calling memcmp for each would take as long as the rest.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
    const auto part = [](const char* at) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, at, 8);
        return bits;
    };
    const auto half = [](const char* at) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, at, 4);
        return bits;
    };
    if (size > 16) return std::memcmp(a, b, size) == 0;
    if (size >= 8) return ((part(a) ^ part(b)) | (part(a + size - 8) ^ part(b + size - 8))) == 0;
    if (size >= 4) return ((half(a) ^ half(b)) | (half(a + size - 4) ^ half(b + size - 4))) == 0;
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
    return true;
}

/// A day by its year, month and day from 1900 to 2100. False if there is no such day.
struct QuickMonths {
    static constexpr unsigned first_year = 1900, last_year = 2100;
    /// The first day of each month, and of the one behind the last.
    std::array<std::int32_t, (last_year - first_year + 1) * 12 + 1> first{};
    QuickMonths();
};
extern const QuickMonths quick_months;

inline bool quick_day(unsigned year, unsigned month, unsigned day, std::int32_t& number) {
    const unsigned years = year - QuickMonths::first_year, months = month - 1;  // below zero is beyond all
    if (years > QuickMonths::last_year - QuickMonths::first_year || months > 11 || day < 1) return false;
    const std::size_t at = std::size_t{years} * 12 + months;
    number = quick_months.first[at] + static_cast<std::int32_t>(day) - 1;
    return number < quick_months.first[at + 1];
}

/// 2023-04-17, and 17/04/2023, 17-04-2023, 17.04.2023.
inline bool quick_date(const char* text, std::size_t size, const QuickBounds& bounds, std::int32_t& number) {
    if (size != 10) return false;
    std::uint64_t digits = 0;
    unsigned year = 0, month = 0, day = 0;
    if (text[4] == '-' && text[7] == '-') {
        digits = bytes_at<4>(text) | bytes_at<2>(text + 5) << 32 | bytes_at<2>(text + 8) << 48;
        const std::uint64_t pairs = digit_pairs(digits);
        year = static_cast<unsigned>(pairs & 0xFF) * 100 + static_cast<unsigned>(pairs >> 16 & 0xFF);
        month = static_cast<unsigned>(pairs >> 32 & 0xFF);
        day = static_cast<unsigned>(pairs >> 48);
    } else if (text[2] == text[5] && (text[2] == '/' || text[2] == '-' || text[2] == '.')) {
        digits = bytes_at<2>(text) | bytes_at<2>(text + 3) << 16 | bytes_at<4>(text + 6) << 32;
        const std::uint64_t pairs = digit_pairs(digits);
        day = static_cast<unsigned>(pairs & 0xFF);
        month = static_cast<unsigned>(pairs >> 16 & 0xFF);
        year = static_cast<unsigned>(pairs >> 32 & 0xFF) * 100 + static_cast<unsigned>(pairs >> 48);
    } else {
        return false;
    }
    return are_digits(digits) && quick_day(year, month, day, number) && number >= bounds.low && number <= bounds.high;
}

/// Digits only, at most 18 of them. Eight bytes from `text` on can be read.
inline bool quick_whole(const char* text, std::size_t size, const QuickBounds& bounds, std::int64_t& number) {
    if (size == 0 || size > 18) return false;
    std::uint64_t sum = 0;
    if (size <= 8) {
        // Zeros before the digits.
        constexpr std::uint64_t zeros = 0x3030303030303030u;
        const std::uint64_t digits = (bytes_at<8>(text) << (64 - size * 8)) | ((zeros >> 1) >> (size * 8 - 1));
        if (!are_digits(digits)) return false;
        sum = number_of_digits(digits);
    } else {
        for (std::size_t i = 0; i < size; ++i) {
            const unsigned digit = static_cast<unsigned char>(text[i]) - unsigned{'0'};
            if (digit > 9) return false;
            sum = sum * 10 + digit;
        }
    }
    number = static_cast<std::int64_t>(sum);
    return number >= bounds.low && number <= bounds.high;
}

/// Bytewise.
inline bool is_less(std::string_view a, std::string_view b) {
    if (a.size() != 8 || b.size() != 8) return a < b;
    std::uint64_t x = 0, y = 0;  // the first byte is the highest
    for (std::size_t i = 0; i < 8; ++i) {
        x = x << 8 | static_cast<unsigned char>(a[i]);
        y = y << 8 | static_cast<unsigned char>(b[i]);
    }
    return x < y;
}

/// A text without spaces or a bracket around it that is its own NFC, holds a letter or a digit, cannot say `chưa` and shows no
/// sign of lost letters. ASCII, and the letters of Vietnamese and its neighbours.
bool quick_text(const char* text, std::size_t size);

/// Some value for each of the last spellings of a column: a list of choices, or yes and no, has few of them.
class Spellings {
public:
    static constexpr std::size_t longest = 55;
    struct Entry {
        std::uint8_t size = 0;
        std::array<char, longest> text{};
        std::int64_t value = 0;
        bool is(const char* other, std::size_t other_size) const {
            return size == other_size && same_bytes(text.data(), other, other_size);
        }
        void set(const char* other, std::size_t other_size, std::int64_t what) {
            size = static_cast<std::uint8_t>(other_size);
            std::memcpy(text.data(), other, other_size);
            value = what;
        }
    };
    void clear() { entries_.fill({}); }
    /// The place of a text of 1 to `longest` bytes.
    Entry& operator()(const char* text, std::size_t size) { return entries_[hash(text, size)]; }

private:
    static std::size_t hash(const char* text, std::size_t size) {
        std::uint64_t first = 0, last = 0;
        if (size >= 8) {
            std::memcpy(&first, text, 8);
            std::memcpy(&last, text + size - 8, 8);
        } else if (size >= 4) {
            std::memcpy(&first, text, 4);
            std::memcpy(&last, text + size - 4, 4);
        } else {
            first = static_cast<unsigned char>(text[0]);
            last = static_cast<unsigned char>(text[size - 1]);
            first |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[size / 2])) << 8;
        }
        return ((first ^ last << 7 ^ last >> 11 ^ size) * 0x9E3779B97F4A7C15u) >> 56;
    }
    std::array<Entry, 256> entries_{};
};

}  // namespace hoagiai
