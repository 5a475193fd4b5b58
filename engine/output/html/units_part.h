// The findings by unit: a part to open for each commune, in it the commune itself and then what lies below it, each with all
// that was found of it, the gravest first. And what filters and sorts them, which only a script shows.
#pragma once

#include "engine/output/outline.h"
#include "engine/text/sink.h"

namespace hoagiai {

void units_part(const CheckResult& result, const Outline& outline, Language language, Sink& out);

}  // namespace hoagiai
