// Lenient reading, the whole of it: from the bad cells and rows that a format noted (row_fates.h) to the holes and the
// unplaced rows of the dataset (defects.h). Strict reading passes through here untouched.
//
//   a cell that cannot be read            a hole
//   a link to no row, or to a row that    a hole; of a parent: the row is unplaced
//   is left out
//   a row without an id, or whose cells   unplaced
//   cannot be told apart
//   one id in several equal rows          the first counts, the others are copies
//   one id in rows that differ            all are unplaced: nobody knows which of them is true
//   a row below one that is left out      left out with it. It is under no other unit, so that no other count is open by it
#pragma once

#include <memory>
#include <vector>

#include "engine/records/table_builder.h"

namespace hoagiai {

/// When links have found their rows: of each id, the row that counts.
void settle_copies(const std::vector<std::unique_ptr<TableBuilder>>& tables);
/// When parents were compared: which rows stand, and which cells are holes.
void settle_rows(const std::vector<std::unique_ptr<TableBuilder>>& tables);
/// When rows have their numbers in the dataset: fills Table::defects.
void note_defects(const std::vector<std::unique_ptr<TableBuilder>>& tables);
/// At the end: problems of cells and rows become errors, or warnings.
void settle_problems(Records& records);
/// A place in one word: `cases.csv:17:5`, `mau.xlsx: mediators!D17`.
std::string short_place(const Place& place);

}  // namespace hoagiai
