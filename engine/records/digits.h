// Eight digits at once, as one number of 64 bits whose lowest byte is the first of them (D. Lemire, G. Langdale, simdjson,
// 2019).
#pragma once

#include <cstdint>

namespace hoagiai {

/// `count` bytes from `at`, the first as the lowest; a single load where the machine's words are laid out so.
template <unsigned count>
constexpr std::uint64_t bytes_at(const char* at) {
    std::uint64_t bytes = 0;
    for (unsigned i = 0; i < count; ++i) bytes |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (i * 8);
    return bytes;
}

constexpr bool are_digits(std::uint64_t bytes) {
    constexpr std::uint64_t high = 0xF0F0F0F0F0F0F0F0u, six = 0x0606060606060606u;
    return ((bytes & high) | (((bytes + six) & high) >> 4)) == 0x3333333333333333u;
}

/// Of eight digits the four numbers from 0 to 99 that two and two of them make, in the bytes 0, 2, 4 and 6.
constexpr std::uint64_t digit_pairs(std::uint64_t bytes) {
    bytes -= 0x3030303030303030u;
    return (bytes * 10 + (bytes >> 8)) & 0x00FF00FF00FF00FFu;
}

constexpr std::uint64_t number_of_digits(std::uint64_t bytes) {
    const std::uint64_t pairs = digit_pairs(bytes);
    constexpr std::uint64_t low = 0x000000FF000000FFu;
    return ((pairs & low) * (100 + (std::uint64_t{1'000'000} << 32)) +
            ((pairs >> 16) & low) * (1 + (std::uint64_t{10'000} << 32))) >>
           32;
}

}  // namespace hoagiai
