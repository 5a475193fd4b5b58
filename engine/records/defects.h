// What lenient reading leaves open (docs/language.md, missing values). Two things, and nothing else, tell the evaluator of it:
//   * a hole: a cell in which something stands that cannot be read. Unlike a blank cell it says nothing about whether there
//     is a value, so that `is missing` and `else` may go either way there;
//   * an unplaced row: it belongs to the table, and nobody knows under which unit, or what it says. Every unit may have any
//     number of such rows; they are counted neither as there nor as not there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/records/row_number.h"
#include "engine/schema/schema.h"

namespace hoagiai {

/// A hole, in a field or in a link.
struct UnreadableCell {
    Row row = no_row;
    FieldId field = none_id;
    LinkId link = none_id;
    std::string place;  ///< `cases.csv:17:5`, `mau.xlsx: mediators!D17`
};

struct TableDefects {
    std::vector<UnreadableCell> cells;  ///< by row, field, link
    std::vector<std::string> unplaced;  ///< where rows stand that cannot be placed; not empty: the table has no upper bound
    std::uint64_t below = 0;            ///< rows that belong to an unplaced row, and are left out with it
    std::uint64_t copies = 0;           ///< rows that repeat another one, which counts

    bool empty() const { return cells.empty() && unplaced.empty() && below == 0 && copies == 0; }
    /// Null where the cell can be read, or is blank.
    const UnreadableCell* field(Row row, FieldId field) const;
    const UnreadableCell* link(Row row, LinkId link) const;
};

}  // namespace hoagiai
