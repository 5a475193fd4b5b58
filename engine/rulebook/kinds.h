// The kinds of diagnostic that reading a rulebook gives (B).
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

// A namespace of their own: another room may use the same word for a kind of its own.
inline namespace rulebook_kinds {
inline constexpr DiagnosticKind unknown_key{"B001", "unknown-key"};
inline constexpr DiagnosticKind missing_required_key{"B002", "missing-key"};
inline constexpr DiagnosticKind wrong_form{"B003", "wrong-form"};
inline constexpr DiagnosticKind unknown_word{"B004", "unknown-word"};
inline constexpr DiagnosticKind bad_day{"B005", "bad-date"};
inline constexpr DiagnosticKind bad_id{"B006", "bad-id"};
inline constexpr DiagnosticKind given_twice{"B007", "given-twice"};
inline constexpr DiagnosticKind bad_span{"B008", "bad-span"};
inline constexpr DiagnosticKind two_values_on_a_day{"B009", "two-values-on-a-day"};
inline constexpr DiagnosticKind missing_translation{"B011", "missing-translation", Severity::warning};
inline constexpr DiagnosticKind not_a_rulebook{"B012", "not-a-rulebook"};
inline constexpr DiagnosticKind not_a_profile{"B013", "not-a-profile"};
inline constexpr DiagnosticKind text_cut_by_comment{"B014", "text-cut-by-comment", Severity::warning};
inline constexpr DiagnosticKind not_of_a_selection{"B060", "not-of-a-selection"};
inline constexpr DiagnosticKind only_of_a_selection{"B061", "only-of-a-selection"};
inline constexpr DiagnosticKind bad_rank_key{"B062", "rank-key"};
inline constexpr DiagnosticKind bad_limit{"B063", "limit"};
inline constexpr DiagnosticKind outside_outline{"B070", "outside-outline"};
inline constexpr DiagnosticKind ruled_after_all{"B071", "ruled-after-all", Severity::warning};
inline constexpr DiagnosticKind not_a_catalogue{"B072", "not-a-catalogue"};
inline constexpr DiagnosticKind bad_period{"B103", "bad-period"};
}  // namespace rulebook_kinds

}  // namespace hoagiai
