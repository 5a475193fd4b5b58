// The kinds of diagnostic that reading records gives (R).
#pragma once

#include "engine/text/diagnostic.h"

namespace hoagiai {

// Files and tables.
inline constexpr DiagnosticKind no_records{"R001", "no-records"};
inline constexpr DiagnosticKind table_name_unsure{"R002", "table-name"};
inline constexpr DiagnosticKind file_not_used{"R003", "file-not-used", Severity::note};
inline constexpr DiagnosticKind table_twice{"R004", "table-given-twice"};
inline constexpr DiagnosticKind not_records{"R005", "not-records"};
inline constexpr DiagnosticKind wrong_encoding{"R006", "wrong-encoding"};
// Columns.
inline constexpr DiagnosticKind column_name_unsure{"R010", "column-name"};
inline constexpr DiagnosticKind column_not_used{"R011", "column-not-used", Severity::note};
inline constexpr DiagnosticKind column_twice{"R012", "column-given-twice"};
inline constexpr DiagnosticKind column_missing{"R013", "column-missing"};
inline constexpr DiagnosticKind header_blank{"R014", "header-blank"};
inline constexpr DiagnosticKind header_missing{"R015", "header-missing"};
// What stands around a table in a sheet.
inline constexpr DiagnosticKind lines_above{"R016", "lines-above-header", Severity::note};
inline constexpr DiagnosticKind header_row{"R017", "row-of-headers", Severity::note};
inline constexpr DiagnosticKind sum_row{"R018", "row-of-sums", Severity::note};
inline constexpr DiagnosticKind unused_rows{"R019", "rows-not-used", Severity::note};
// Values.
inline constexpr DiagnosticKind bad_boolean{"R020", "yes-or-no"};
inline constexpr DiagnosticKind bad_number{"R021", "whole-number"};
inline constexpr DiagnosticKind ambiguous_number{"R022", "number-with-two-readings"};
inline constexpr DiagnosticKind number_too_large{"R023", "number-too-large-for-records"};
inline constexpr DiagnosticKind out_of_bounds{"R024", "out-of-bounds"};
inline constexpr DiagnosticKind bad_percentage{"R025", "percentage"};
inline constexpr DiagnosticKind percent_sign_missing{"R026", "percent-sign-missing"};
inline constexpr DiagnosticKind bad_date{"R027", "date"};
inline constexpr DiagnosticKind no_such_date{"R028", "date-does-not-exist"};
inline constexpr DiagnosticKind short_year{"R029", "two-digit-year"};
inline constexpr DiagnosticKind never_not_possible{"R030", "never-not-possible"};
inline constexpr DiagnosticKind unknown_choice{"R031", "unknown-choice"};
inline constexpr DiagnosticKind invalid_characters{"R032", "invalid-characters"};
inline constexpr DiagnosticKind no_words{"R033", "no-words"};
inline constexpr DiagnosticKind lost_letters{"R034", "lost-letters"};
// Rows.
inline constexpr DiagnosticKind value_missing{"R040", "value-missing"};
inline constexpr DiagnosticKind wrong_cell_count{"R041", "number-of-cells"};
inline constexpr DiagnosticKind duplicate_id{"R042", "duplicate-id"};
inline constexpr DiagnosticKind dangling_link{"R043", "no-such-row"};
inline constexpr DiagnosticKind other_parent{"R044", "of-another-unit"};
inline constexpr DiagnosticKind target_table_missing{"R045", "table-missing"};
inline constexpr DiagnosticKind target_table_absent{"R046", "link-not-used", Severity::note};
inline constexpr DiagnosticKind parent_contradicted{"R047", "two-parents"};
inline constexpr DiagnosticKind no_record{"R048", "no-record"};
inline constexpr DiagnosticKind open_quote{"R050", "quote-never-closed"};
inline constexpr DiagnosticKind stray_quote{"R051", "stray-quote"};
// Templates (new records) that were not filled in, or by half.
inline constexpr DiagnosticKind example_rows{"R080", "example-row", Severity::note};
inline constexpr DiagnosticKind example_value{"R081", "value-of-the-example"};
inline constexpr DiagnosticKind example_written_over{"R082", "example-written-over"};
// What follows from rows that cannot be placed, where records are read leniently.
inline constexpr DiagnosticKind id_in_unread_row{"R085", "id-in-unread-row", Severity::warning};
inline constexpr DiagnosticKind rows_below_unplaced{"R086", "rows-below-unplaced", Severity::warning};
inline constexpr DiagnosticKind links_to_unplaced{"R087", "links-to-unplaced", Severity::warning};
// Nested documents.
inline constexpr DiagnosticKind unknown_record_key{"R060", "unknown-key-in-records"};
inline constexpr DiagnosticKind wrong_record_form{"R061", "wrong-form-in-records"};
// Workbooks.
inline constexpr DiagnosticKind unreadable_cell{"R075", "unreadable-cell"};
inline constexpr DiagnosticKind broken_workbook{"R062", "broken-workbook"};
inline constexpr DiagnosticKind workbook_too_large{"R063", "workbook-too-large"};
inline constexpr DiagnosticKind other_workbook{"R064", "other-workbook"};
inline constexpr DiagnosticKind sheet_not_used{"R065", "sheet-not-used", Severity::note};
inline constexpr DiagnosticKind hidden_sheet{"R066", "hidden-sheet", Severity::note};
inline constexpr DiagnosticKind hidden_rows{"R067", "hidden-rows", Severity::note};
inline constexpr DiagnosticKind formula_without_value{"R068", "formula-without-value"};
inline constexpr DiagnosticKind error_in_cell{"R069", "error-in-cell"};
// JSON.
inline constexpr DiagnosticKind broken_json{"R070", "broken-json"};
inline constexpr DiagnosticKind json_key_twice{"R071", "duplicate-key-in-json"};
inline constexpr DiagnosticKind json_too_large{"R072", "json-too-large"};
inline constexpr DiagnosticKind json_character{"R073", "invisible-character"};
inline constexpr DiagnosticKind json_type{"R074", "wrong-json-type"};

}  // namespace hoagiai
