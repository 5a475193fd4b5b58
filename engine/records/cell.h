// One text to one cell of a field: the only place that knows how people write values (docs/language.md, records). What could
// be read in two ways is refused, with both readings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/records/dataset.h"
#include "engine/records/kinds.h"
#include "engine/records/text_pool.h"

namespace hoagiai {

struct CellValue {
    CellState state = CellState::missing;
    std::int64_t value = 0;  ///< as in Column::values
};

struct CellProblem {
    DiagnosticKind kind;
    Words message, help;
};

class CellReader {
public:
    CellReader(const Field& field, TextPool& texts);
    /// Reads a text as it stands in a record. False with a problem if it cannot be taken. Blank is missing.
    bool read(std::string_view text, CellValue& value, CellProblem& problem) const;

private:
    bool read_choice(std::string_view text, CellValue& value, CellProblem& problem) const;

    const Field* field_;
    TextPool* texts_;
    std::unordered_map<std::string, int> choices_;  // folded names and titles
};

/// `chưa` or `never`: known not to have happened. Only the date of an event can say so.
bool says_never(std::string_view text);
CellProblem never_is_not_possible(std::string_view text, const Field& field);

// The kinds with a grammar of their own; the text is trimmed and not blank.
bool read_boolean(std::string_view text, CellValue& value, CellProblem& problem);
bool read_whole_number(std::string_view text, const Field& field, CellValue& value, CellProblem& problem);
bool read_percentage(std::string_view text, const Field& field, CellValue& value, CellProblem& problem);
bool read_date(std::string_view text, const Field& field, CellValue& value, CellProblem& problem);

}  // namespace hoagiai
