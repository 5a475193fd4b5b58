// What a template of records (`hoagiai new records`) bears so that its readers know it again: the mark of example rows, and the
// sheet that says how to fill the others in. What nobody has filled in must never be taken for records.
#pragma once

#include <string_view>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// Stands in the place of an example row's id.
inline const Words example_row_mark{"[ví dụ, bỏ qua dòng này]", "[example, this row is skipped]"};
/// Begins each text and each link of an example row, so that a row which was written over by half is noticed.
inline const Words example_mark{"[ví dụ]", "[example]"};
/// The sheet of a workbook that holds words for its user and lists of choices, and no records.
inline const Words guide_sheet{"Hướng dẫn điền", "How to fill in"};

/// Whether a cell begins with a bracket whose first word is `ví dụ` or `example`; no id or name of anybody does.
bool is_example(std::string_view cell);
bool is_guide_sheet(std::string_view name);

}  // namespace hoagiai
