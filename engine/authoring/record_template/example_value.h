// What stands in an example row: of each kind something that shows how it is written, and that nobody takes for a fact. Texts
// and links say that they are examples; the row's id says so for all of it.
#pragma once

#include <string>

#include "engine/authoring/record_template/plan.h"

namespace hoagiai::record_template {

struct ExampleValue {
    std::string text;        ///< as people write it, in the template's language
    bool is_number = false;  ///< a spreadsheet holds it as a number: a date, a percentage
    double number = 0;       ///< of a date the days since 1899-12-30, of a percentage its share
};

ExampleValue example_value(const Column& column, Language language);

}  // namespace hoagiai::record_template
