// SSE2 is part of every x86-64; other machines look at one byte after the other, with the same result.
#include "engine/records/formats/quick/marks.h"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace hoagiai {

namespace {

constexpr std::size_t block = 64;

#if defined(__SSE2__)
std::uint64_t marks_of(const char* bytes, char delimiter) {
    const __m128i cut = _mm_set1_epi8(delimiter), quote = _mm_set1_epi8('"'), line = _mm_set1_epi8('\n'),
                  carriage = _mm_set1_epi8('\r');
    std::uint64_t marks = 0;
    for (unsigned i = 0; i < 4; ++i) {
        const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i * 16));
        const __m128i any = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(part, cut), _mm_cmpeq_epi8(part, quote)),
                                         _mm_or_si128(_mm_cmpeq_epi8(part, line), _mm_cmpeq_epi8(part, carriage)));
        marks |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(any))) << (i * 16);
    }
    return marks;
}
#else
std::uint64_t marks_of(const char* bytes, char delimiter) {
    std::uint64_t marks = 0;
    for (unsigned i = 0; i < block; ++i) {
        const char byte = bytes[i];
        const bool is_mark = byte == delimiter || byte == '"' || byte == '\n' || byte == '\r';
        marks |= static_cast<std::uint64_t>(is_mark) << i;
    }
    return marks;
}
#endif

}  // namespace

void Marks::find(std::string_view bytes, std::size_t from, char delimiter) {
    for (std::size_t at = from; at < bytes.size(); at += block) {
        std::uint64_t marks = marks_of(bytes.data() + at, delimiter);
        if (const std::size_t left = bytes.size() - at; left < block) marks &= (std::uint64_t{1} << left) - 1;
        make_room(block);
        std::uint32_t* out = places_.data() + count_;
        for (; marks != 0; marks &= marks - 1)
            *out++ = static_cast<std::uint32_t>(at + static_cast<std::size_t>(std::countr_zero(marks)));
        count_ = static_cast<std::size_t>(out - places_.data());
    }
}

void Marks::push_back(std::uint32_t place) {
    make_room(1);
    places_[count_++] = place;
}

}  // namespace hoagiai
