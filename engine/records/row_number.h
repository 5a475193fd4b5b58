// Rows of a table by number, from 0.
#pragma once

#include <cstdint>

namespace hoagiai {

using Row = std::uint32_t;
inline constexpr Row no_row = 0xffffffffu;

}  // namespace hoagiai
