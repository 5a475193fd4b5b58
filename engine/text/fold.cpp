// Unicode by utf8proc; the Vietnamese part (where the tone mark of oa, oe, uy stands) is ours.
#include "engine/text/fold.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "engine/text/vietnamese_words.h"

namespace hoagiai {

namespace {

using CodePoints = std::vector<utf8proc_int32_t>;

CodePoints decode(std::string_view text) {
    CodePoints points;
    points.reserve(text.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto rest = static_cast<utf8proc_ssize_t>(text.size());
    while (rest > 0) {
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t used = utf8proc_iterate(bytes, rest, &point);
        if (used <= 0) {
            points.push_back(0xFFFD);
            ++bytes;
            --rest;
            continue;
        }
        points.push_back(point);
        bytes += used;
        rest -= used;
    }
    return points;
}

std::string encode(const CodePoints& points) {
    std::string text;
    std::array<utf8proc_uint8_t, 4> buffer{};
    for (const utf8proc_int32_t point : points) {
        const utf8proc_ssize_t length = utf8proc_encode_char(point, buffer.data());
        text.append(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(length));
    }
    return text;
}

std::string mapped(std::string_view text, utf8proc_option_t options) {
    utf8proc_uint8_t* result = nullptr;
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &result, options);
    if (length < 0) return std::string(text);
    std::string mapped_text(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
    std::free(result);
    return mapped_text;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool is_space(utf8proc_int32_t point) {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x202F ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x3000;
}

bool is_letter_or_digit(utf8proc_int32_t point) {
    if (point < 0x80) return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
            return true;
        default:
            return false;
    }
}

bool is_letter(utf8proc_int32_t point) { return is_letter_or_digit(point) && utf8proc_category(point) != UTF8PROC_CATEGORY_ND; }

// Lower-case vowels with no tone and with the five tones, in one order.
struct Toned {
    char32_t forms[6];
};
constexpr Toned toned_a{{U'a', U'à', U'á', U'ả', U'ã', U'ạ'}};
constexpr Toned toned_e{{U'e', U'è', U'é', U'ẻ', U'ẽ', U'ẹ'}};
constexpr Toned toned_o{{U'o', U'ò', U'ó', U'ỏ', U'õ', U'ọ'}};
constexpr Toned toned_u{{U'u', U'ù', U'ú', U'ủ', U'ũ', U'ụ'}};
constexpr Toned toned_y{{U'y', U'ỳ', U'ý', U'ỷ', U'ỹ', U'ỵ'}};

int tone_of(const Toned& vowel, utf8proc_int32_t point) {
    for (int tone = 0; tone < 6; ++tone)
        if (static_cast<utf8proc_int32_t>(vowel.forms[tone]) == point) return tone;
    return -1;
}

/// hoà -> hòa: at the end of a syllable the mark of oa, oe, uy goes to the first vowel. `qu` is a consonant: quý stays.
void move_tone_marks(CodePoints& points) {
    const std::array<std::pair<const Toned*, const Toned*>, 3> pairs = {
        {{&toned_o, &toned_a}, {&toned_o, &toned_e}, {&toned_u, &toned_y}}};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        if (i + 2 < points.size() && is_letter(points[i + 2])) continue;
        if (i > 0 && points[i - 1] == 'q') continue;
        for (const auto& [first, second] : pairs) {
            const int tone = tone_of(*second, points[i + 1]);
            if (tone <= 0 || tone_of(*first, points[i]) != 0) continue;
            points[i] = static_cast<utf8proc_int32_t>(first->forms[tone]);
            points[i + 1] = static_cast<utf8proc_int32_t>(second->forms[0]);
        }
    }
}

/// The small letter, for ASCII and the letters of Vietnamese, each one code point; 0 for all else.
constexpr utf8proc_int32_t small_letter(utf8proc_int32_t point) {
    if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + 0x20 : point;
    if (point >= 0x1EA0 && point <= 0x1EF9) return point | 1;
    switch (point) {
        case 0x102:
        case 0x110:
        case 0x128:
        case 0x168:
        case 0x1A0:
        case 0x1AF:
            return point + 1;
        case 0x103:
        case 0x111:
        case 0x129:
        case 0x169:
        case 0x1A1:
        case 0x1B0:
            return point;
        default:
            break;
    }
    if (point >= 0xC0 && point <= 0xDE && point != 0xD7) return point + 0x20;
    return point >= 0xE0 && point <= 0xFE && point != 0xF7 ? point : 0;
}

/// Composed and in small letters. A text of those letters alone is composed already; what else there is, utf8proc does.
CodePoints small_letters(std::string_view text) {
    CodePoints points = decode(text);
    for (utf8proc_int32_t& point : points) {
        const utf8proc_int32_t small = small_letter(point);
        if (small == 0)
            return decode(mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD)));
        point = small;
    }
    return points;
}

CodePoints folded_points(std::string_view text) {
    CodePoints points;
    bool space = false;
    for (const utf8proc_int32_t point : small_letters(text)) {
        if (is_space(point)) {
            space = !points.empty();
            continue;
        }
        if (space) points.push_back(' ');
        space = false;
        points.push_back(point);
    }
    move_tone_marks(points);
    return points;
}

/// Letters without their marks, for finding what somebody meant.
CodePoints bare(const CodePoints& points) {
    CodePoints result;
    for (const utf8proc_int32_t point : decode(
             mapped(encode(points), static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK))))
        result.push_back(point == 0x111 ? 'd' : point);
    return result;
}

/// Optimal string alignment distance (Damerau 1964, with adjacent transpositions).
std::size_t distance(const CodePoints& a, const CodePoints& b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

}  // namespace

std::string nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
}

std::string new_spelling(std::string_view word) {
    if (is_ascii(word)) return std::string(word);
    CodePoints points = decode(nfc(word));
    move_tone_marks(points);
    return encode(points);
}

bool is_vietnamese(std::string_view word) { return !is_ascii(word); }

std::string fold(std::string_view text) {
    if (!is_ascii(text)) return encode(folded_points(text));
    std::string result;
    bool space = false;
    for (const char byte : text) {
        if (is_space(byte)) {
            space = !result.empty();
            continue;
        }
        if (space) result += ' ';
        space = false;
        result += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return result;
}

std::string fold_identifier(std::string_view title) {
    CodePoints points;
    bool gap = false;
    for (const utf8proc_int32_t point : folded_points(title)) {
        if (!is_letter_or_digit(point)) {
            gap = !points.empty();
            continue;
        }
        if (gap) points.push_back('_');
        gap = false;
        points.push_back(point);
    }
    return encode(points);
}

std::size_t find_invalid_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        if (bytes[i] < 0x80) {
            ++i;
            continue;
        }
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t used = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &point);
        if (used <= 0) return i;
        i += static_cast<std::size_t>(used);
    }
    return std::string_view::npos;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (const utf8proc_int32_t point : decode(text)) width += static_cast<std::size_t>(std::max(utf8proc_charwidth(point), 0));
    return width;
}

std::string visible(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string result;
    for (const utf8proc_int32_t point : decode(text)) {
        const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
        // Marks that turn the direction of text around could hide what stands in a file.
        const bool direction =
            (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E || point == 0x200F;
        if (control) {
            result += "\\x";
            result += hex[(point >> 4) & 15];
            result += hex[point & 15];
        } else if (direction) {
            result += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) result += hex[(point >> shift) & 15];
        } else {
            result += encode({point});
        }
    }
    return result;
}

std::string lower_first(std::string_view text) {
    CodePoints points = decode(text);
    // A title that begins with an abbreviation (UBND) keeps it.
    const bool abbreviation = points.size() > 1 && utf8proc_category(points[1]) == UTF8PROC_CATEGORY_LU;
    if (!points.empty() && !abbreviation) points[0] = utf8proc_tolower(points[0]);
    return encode(points);
}

std::vector<std::string> suggestions(std::string_view word, const std::vector<std::string>& candidates) {
    const CodePoints wanted = folded_points(word.substr(0, 200)), wanted_bare = bare(wanted);
    struct Near {
        std::size_t distance;
        std::string candidate;
    };
    std::vector<Near> near;
    for (const std::string& candidate : candidates) {
        const CodePoints points = folded_points(candidate);
        const std::size_t longer = std::max(wanted.size(), points.size()), shorter = std::min(wanted.size(), points.size());
        const std::size_t limit = std::max<std::size_t>(longer / 3, 1);
        if (longer - shorter > limit) continue;
        std::size_t apart = wanted_bare == bare(points) ? 1 : distance(wanted, points);
        if (wanted == points) apart = 0;
        if (longer <= 2 && apart > 0 && wanted_bare != bare(points)) continue;  // two letters are near to everything
        if (apart <= limit) near.push_back({apart, candidate});
    }
    std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) { return a.distance < b.distance; });
    std::vector<std::string> result;
    for (const Near& one : near) {
        if (result.size() == 3 || (!near.empty() && one.distance > near.front().distance + 1)) break;
        if (std::find(result.begin(), result.end(), one.candidate) == result.end()) result.push_back(one.candidate);
    }
    return result;
}

Words did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    if (candidates.empty()) return {};
    if (const auto meant = meant_in_vietnamese(word, candidates); !meant.empty())
        return {fmt::format("viết `{}`", fmt::join(meant, "` hoặc `")), fmt::format("write `{}`", fmt::join(meant, "` or `"))};
    if (const auto near = suggestions(word, candidates); !near.empty())
        return {fmt::format("có phải ý bạn là `{}`?", fmt::join(near, "`, `")),
                fmt::format("did you mean `{}`?", fmt::join(near, "`, `"))};
    return {fmt::format("viết một trong: {}", fmt::join(candidates, ", ")),
            fmt::format("write one of: {}", fmt::join(candidates, ", "))};
}

}  // namespace hoagiai
