// What is noted of rows while a table is read: which of them cannot be taken, which cells are holes, which ids were claimed
// twice. What follows from it for all tables together is settled at the end (settling.h).
#pragma once

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/records/names.h"
#include "engine/records/row_number.h"

namespace hoagiai {

enum class RowFate : std::uint8_t {
    taken,
    unplaced,  ///< it cannot be taken (strict: it is refused; lenient: nobody knows where it belongs)
    copy,      ///< it says what another row says
    below      ///< it stands below a row that is not taken
};

/// By the numbers in which rows were started.
class RowFates {
public:
    void start(Row rows = 1) { fates_.resize(fates_.size() + rows, RowFate::taken); }
    void reserve(Row rows) { fates_.reserve(rows); }
    bool all_taken() const {
        return std::all_of(fates_.begin(), fates_.end(), [](RowFate fate) { return fate == RowFate::taken; });
    }
    void unplace(Row row) { fates_[row] = RowFate::unplaced; }
    void put_below(Row row) { fates_[row] = RowFate::below; }
    void make_copy(Row row, Row of) { fates_[row] = RowFate::copy, originals_[row] = of; }
    void make_hole(Row row, ColumnName column) { holes_[row].push_back(column); }
    /// The id of `first` is given again.
    void repeat(Row later, Row first) { repeats_.emplace_back(first, later); }
    /// A row whose id stands in a line, too, that could not be read.
    void claim_twice(Row row) { claimed_twice_.push_back(row); }

    RowFate operator[](Row row) const { return fates_[row]; }
    bool taken(Row row) const { return fates_[row] == RowFate::taken; }
    /// The row that counts for a copy; any other row itself.
    Row original(Row row) const {
        const auto found = originals_.find(row);
        return found == originals_.end() ? row : found->second;
    }
    bool has_hole(Row row) const { return holes_.count(row) > 0; }
    bool has_hole(Row row, ColumnName column) const {
        const auto found = holes_.find(row);
        return found != holes_.end() && std::find(found->second.begin(), found->second.end(), column) != found->second.end();
    }
    const std::map<Row, std::vector<ColumnName>>& holes() const { return holes_; }
    const std::vector<std::pair<Row, Row>>& repeats() const { return repeats_; }  ///< the first row of an id, a later one
    const std::vector<Row>& claimed_twice() const { return claimed_twice_; }

private:
    std::vector<RowFate> fates_;
    std::map<Row, std::vector<ColumnName>> holes_;
    std::vector<std::pair<Row, Row>> repeats_;
    std::vector<Row> claimed_twice_;
    std::unordered_map<Row, Row> originals_;
};

}  // namespace hoagiai
