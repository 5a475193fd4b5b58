// Why a template is not written.
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr DiagnosticKind unknown_table{"U050", "unknown-table"};
inline constexpr DiagnosticKind template_file_there{"U051", "file-is-there"};
inline constexpr DiagnosticKind template_not_made{"U052", "template-not-made"};

}  // namespace hoagiai
