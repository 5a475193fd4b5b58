// A folder for what is made to start from: a new one, or one with nothing in it. Nothing is ever overwritten.
#pragma once

#include <filesystem>
#include <system_error>

#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr DiagnosticKind folder_not_empty{"U040", "folder-not-empty"};
inline constexpr DiagnosticKind not_a_folder{"U041", "not-a-folder"};
inline constexpr DiagnosticKind cannot_make_folder{"U042", "cannot-make-folder"};

/// The folder is there and empty afterwards; false with a diagnostic if it cannot be. `made`: it was not there before.
bool take_new_folder(const std::filesystem::path& folder, bool& made, Diagnostics& diagnostics);
/// Why the system refused; in English its own words.
Words why_refused(const std::error_code& error);

}  // namespace hoagiai
