// Why a sample is not written.
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr DiagnosticKind sample_not_written{"U043", "sample-not-written"};

}  // namespace hoagiai
