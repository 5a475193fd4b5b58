// A YAML parser's complaints in the words of somebody who has never heard of a "flow mapping end token".
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/text/diagnostic.h"
#include "engine/text/source.h"

namespace hoagiai {

/// `complaint`: yaml-cpp's message; `at`: the byte it points at; `last`: the last scalar that was read whole (its `source`
/// null: none), since a quote forgotten further up is noticed only where the next one closes. `mend`: say how the line
/// should be and give it as the fix, where it can be meant in one way only.
void report_broken_yaml(const Source& source, std::string_view complaint, std::size_t at, const Text& last, bool mend,
                        Diagnostics& diagnostics);

}  // namespace hoagiai
