// Loops over vectors whose places are locals: bytes may stand for anything, so that a loop over the members of a vector would
// look at them again after each byte that it writes. A step never writes what it reads.
#pragma once

#include "engine/evaluation/kernels/vector.h"

#if defined(__GNUC__)
#define HOAGIAI_ALONE __restrict__
#else
#define HOAGIAI_ALONE
#endif

namespace hoagiai {

/// out[i] = make(a[i]), or make(a[i], b[i]), over bytes.
template <typename Make>
void for_bits(const Vector& a, const Vector& out, Make make) {
    const std::uint8_t* HOAGIAI_ALONE x = a.bits;
    std::uint8_t* HOAGIAI_ALONE to = out.bits;
    for (Row i = 0, size = out.size; i < size; ++i) to[i] = static_cast<std::uint8_t>(make(x[i]));
}
template <typename Make>
void for_bits(const Vector& a, const Vector& b, const Vector& out, Make make) {
    const std::uint8_t *HOAGIAI_ALONE x = a.bits, *HOAGIAI_ALONE y = b.bits;
    std::uint8_t* HOAGIAI_ALONE to = out.bits;
    for (Row i = 0, size = out.size; i < size; ++i) to[i] = static_cast<std::uint8_t>(make(x[i], y[i]));
}
/// The truth of each value, or of two.
template <typename Test>
void for_values(const Vector& a, const Vector& out, Test test) {
    const std::int64_t* HOAGIAI_ALONE x = a.values;
    std::uint8_t* HOAGIAI_ALONE to = out.bits;
    for (Row i = 0, size = out.size; i < size; ++i) to[i] = test(x[i]) ? 1 : 2;
}
template <typename Test>
void for_values(const Vector& a, const Vector& b, const Vector& out, Test test) {
    const std::int64_t *HOAGIAI_ALONE x = a.values, *HOAGIAI_ALONE y = b.values;
    std::uint8_t* HOAGIAI_ALONE to = out.bits;
    for (Row i = 0, size = out.size; i < size; ++i) to[i] = test(x[i], y[i]) ? 1 : 2;
}

}  // namespace hoagiai
