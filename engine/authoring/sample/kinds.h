// Why a sample is not written.
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr DiagnosticKind folder_not_empty{"U040", "folder-not-empty"};
inline constexpr DiagnosticKind no_folder_for_sample{"U041", "not-a-folder"};
inline constexpr DiagnosticKind cannot_make_folder{"U042", "cannot-make-folder"};
inline constexpr DiagnosticKind sample_not_written{"U043", "sample-not-written"};

}  // namespace hoagiai
