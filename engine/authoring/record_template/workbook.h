// A template as a workbook.
#pragma once

#include <string>

#include "engine/authoring/record_template/plan.h"

namespace hoagiai::record_template {

/// The bytes of the workbook, the same for the same plan. False with a diagnostic if the system refuses to make it.
bool make_workbook(const Plan& plan, const Schema& schema, std::string& bytes, Diagnostics& diagnostics);

}  // namespace hoagiai::record_template
