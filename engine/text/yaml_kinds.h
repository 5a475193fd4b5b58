// The diagnostics of YAML files, in one place since three files raise them. Codes are never reused.
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

inline constexpr DiagnosticKind broken_yaml{"Y001", "broken-yaml"};
inline constexpr DiagnosticKind duplicate_key{"Y002", "duplicate-key"};
inline constexpr DiagnosticKind anchor_used{"Y003", "anchor"};
inline constexpr DiagnosticKind merge_key{"Y004", "merge-key"};
inline constexpr DiagnosticKind tag_used{"Y005", "tag"};
inline constexpr DiagnosticKind second_document{"Y006", "second-document"};
inline constexpr DiagnosticKind too_deep{"Y007", "too-deep"};
inline constexpr DiagnosticKind scalar_too_long{"Y008", "text-too-long"};
inline constexpr DiagnosticKind empty_file{"Y009", "empty-file"};
inline constexpr DiagnosticKind key_is_no_word{"Y010", "key-is-no-word"};
inline constexpr DiagnosticKind comma_starts_key{"Y011", "comma-starts-key"};
inline constexpr DiagnosticKind control_character{"Y012", "control-character"};
inline constexpr DiagnosticKind file_too_large{"Y013", "file-too-large"};
inline constexpr DiagnosticKind yaml_not_utf8{"Y014", "yaml-not-utf-8"};
inline constexpr DiagnosticKind too_many_slips{"Y015", "too-many-slips"};
inline constexpr DiagnosticKind directive_used{"Y016", "directive"};
inline constexpr DiagnosticKind foreign_space{"Y017", "foreign-space"};
inline constexpr DiagnosticKind comma_in_number{"Y018", "comma-in-number"};

}  // namespace hoagiai
