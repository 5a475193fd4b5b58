// What formatting can say of its own.
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr DiagnosticKind changes_meaning{"X060", "format-changes-meaning"};
void report_changed_meaning(const SourcePtr& source, Diagnostics& diagnostics);

}  // namespace hoagiai
