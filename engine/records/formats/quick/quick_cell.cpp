#include "engine/records/formats/quick/quick_cell.h"

#include <algorithm>

namespace hoagiai {

namespace {

// A text is looked at by an automaton whose state is the place of six bits in a word of 64: what a byte makes of each state
// stands in one word, and the step is a shift. Without any branch it does not matter how ASCII and accents take turns.
enum State : unsigned {
    bare = 0,     ///< no letter or digit so far
    word = 6,     ///< one was there
    sign = 12,    ///< behind C3: × and ÷ are no letters
    second = 18,  ///< the last byte of a letter is to come
    third = 24,   ///< the last but one, of U+1E00 to U+1EFF
    odd = 30      ///< not to be taken
};

struct Automaton {
    std::array<std::uint64_t, 256> steps{};

    constexpr Automaton() {
        for (unsigned byte = 0; byte < 256; ++byte) {
            const bool is_word = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
            const bool continues = (byte & 0xC0) == 0x80;
            for (const State from : {bare, word, sign, second, third, odd}) {
                State to = odd;
                if (from == bare || from == word) {
                    // A question mark may stand for a letter that was lost. What UTF-8 looks like when it is read as
                    // Windows-1252 (á», Ã¡, Ä‘) needs a sign of U+0080 to U+00BF or beyond.
                    if (byte < 0x80) to = byte == '?' ? odd : is_word ? word : from;
                    if (byte >= 0xC3 && byte <= 0xC9) to = byte == 0xC3 && from == bare ? sign : second;
                    if (byte == 0xE1) to = third;
                } else if (from == sign && continues) {
                    to = byte == 0x97 || byte == 0xB7 ? bare : word;
                } else if (from == second && continues) {
                    to = word;
                } else if (from == third && byte >= 0xB8 && byte <= 0xBB) {
                    to = second;
                }
                steps[byte] |= static_cast<std::uint64_t>(to) << from;
            }
        }
    }
};

constexpr Automaton automaton;

}  // namespace

QuickMonths::QuickMonths() {
    for (std::size_t i = 0; i < first.size(); ++i)
        first[i] = day_from(static_cast<int>(first_year + i / 12), static_cast<int>(i % 12) + 1, 1).value_or(0);
}
const QuickMonths quick_months;

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

bool quick_text(const char* text, std::size_t size) {
    if (size == 0) return false;
    const auto first = static_cast<unsigned char>(text[0]), last = static_cast<unsigned char>(text[size - 1]);
    // A bracket may begin what a template gave as an example.
    if (first <= ' ' || last <= ' ' || first == '[') return false;
    std::uint64_t state = size > 12 ? word : bare;
    for (std::size_t i = 0; i < size; ++i) state = automaton.steps[static_cast<unsigned char>(text[i])] >> (state & 63);
    const bool may_say_never = size >= 5 && size <= 12 && (first | 0x20) == 'c' && (text[1] | 0x20) == 'h' && text[2] == '\xC6';
    return (state & 63) == word && !may_say_never;
}

}  // namespace hoagiai
