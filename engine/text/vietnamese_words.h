// What keys and fixed words of files are called by people who expect them in Vietnamese (`quy tắc:`, `loại: bắt buộc`). They
// are never read as such: a key has one spelling, and the message says which.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoagiai {

/// Those of the candidates that a Vietnamese word, with or without its marks, in any case, stands for; mostly one or none.
std::vector<std::string> meant_in_vietnamese(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace hoagiai
