// JSON as text that a terminal may show.
#pragma once

#include <string>

#include "engine/output/json_parts/pieces.h"

namespace hoagiai {

/// On one line.
std::string json_line(const Json& value);
/// Over several, of which all but the first stand `indent` blanks further in.
std::string json_lines(const Json& value, std::size_t indent);

}  // namespace hoagiai
