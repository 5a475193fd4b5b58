// The kinds of diagnostic that names and types give (N).
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

// A namespace of their own: another room may use the same word for a kind of its own.
inline namespace checking_kinds {
inline constexpr DiagnosticKind unknown_name{"N001", "unknown-name"};
inline constexpr DiagnosticKind unknown_function{"N002", "unknown-function"};
inline constexpr DiagnosticKind unknown_entity{"N003", "unknown-entity"};
inline constexpr DiagnosticKind unknown_addressee{"N004", "unknown-addressee"};
inline constexpr DiagnosticKind name_means_two_things{"N005", "name-means-two-things"};
inline constexpr DiagnosticKind definition_reaches_itself{"N006", "definition-reaches-itself"};
inline constexpr DiagnosticKind too_large{"N007", "expression-too-large"};
inline constexpr DiagnosticKind bad_path{"N008", "path-leads-nowhere"};
inline constexpr DiagnosticKind type_mismatch{"N010", "types-do-not-agree"};
inline constexpr DiagnosticKind ratio_against_number{"N011", "ratio-against-number"};
inline constexpr DiagnosticKind not_a_condition{"N012", "not-a-condition"};
inline constexpr DiagnosticKind bad_arithmetic{"N013", "arithmetic-not-possible"};
inline constexpr DiagnosticKind bad_arguments{"N014", "wrong-arguments"};
inline constexpr DiagnosticKind bad_membership{"N015", "not-in-a-list"};
inline constexpr DiagnosticKind bad_parameter_value{"N016", "parameter-value"};
inline constexpr DiagnosticKind too_many_readings{"N017", "too-many-readings"};
inline constexpr DiagnosticKind days_against_months{"N018", "days-against-months"};
inline constexpr DiagnosticKind not_ordered{"N019", "no-order"};
inline constexpr DiagnosticKind not_to_rank_by{"N060", "not-to-rank-by"};
inline constexpr DiagnosticKind not_a_limit{"N061", "not-a-limit"};
inline constexpr DiagnosticKind not_a_group{"N062", "not-a-group"};
}  // namespace checking_kinds

}  // namespace hoagiai
