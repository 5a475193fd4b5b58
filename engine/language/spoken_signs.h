// Comparisons as documents say them, each with its sign; the longer of two that begin alike stands first.
#pragma once

#include <string_view>
#include <utility>

namespace hoagiai {

inline constexpr std::pair<std::string_view, std::string_view> spoken_signs[] = {{"lớn hơn hoặc bằng", ">="},
                                                                                 {"nhiều hơn hoặc bằng", ">="},
                                                                                 {"nhỏ hơn hoặc bằng", "<="},
                                                                                 {"ít hơn hoặc bằng", "<="},
                                                                                 {"không nhỏ hơn", ">="},
                                                                                 {"không ít hơn", ">="},
                                                                                 {"không dưới", ">="},
                                                                                 {"không thấp hơn", ">="},
                                                                                 {"ít nhất", ">="},
                                                                                 {"tối thiểu", ">="},
                                                                                 {"không quá", "<="},
                                                                                 {"không vượt quá", "<="},
                                                                                 {"không lớn hơn", "<="},
                                                                                 {"không trên", "<="},
                                                                                 {"nhiều nhất", "<="},
                                                                                 {"tối đa", "<="},
                                                                                 {"lớn hơn", ">"},
                                                                                 {"nhiều hơn", ">"},
                                                                                 {"cao hơn", ">"},
                                                                                 {"vượt quá", ">"},
                                                                                 {"quá", ">"},
                                                                                 {"nhỏ hơn", "<"},
                                                                                 {"ít hơn", "<"},
                                                                                 {"thấp hơn", "<"},
                                                                                 {"dưới", "<"},
                                                                                 {"không phải là", "!="},
                                                                                 {"không bằng", "!="},
                                                                                 {"khác với", "!="},
                                                                                 {"là", "="},
                                                                                 {"bằng", "="}};

}  // namespace hoagiai
