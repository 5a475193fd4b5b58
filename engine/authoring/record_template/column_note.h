// What a template says about a column, to somebody who fills it in.
#pragma once

#include <string>

#include "engine/authoring/record_template/plan.h"

namespace hoagiai::record_template {

/// What it is, how it is written, whether it must be there; a line each.
std::string column_note(const Column& column, const Plan& plan, const Schema& schema);

/// What it says of the example row, to people.
std::string example_note(Language language);

}  // namespace hoagiai::record_template
