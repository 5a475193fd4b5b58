// Which row has an id. Most files stand by id, and then it takes no table to know that an id is new: the hash table is made
// when an id comes out of order or when somebody asks for a row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/records/dataset.h"

namespace hoagiai {

class IdRows {
public:
    /// All of them stay where they are.
    IdRows(const Table& table, FieldId key, const Texts& texts) : table_(table), key_(key), texts_(texts) {}

    /// Takes the id of a row, whose cell is known. The row that has it already, or no_row. Rows come in ascending order.
    Row add(Row row);
    /// The same for all rows from `from` to `to`, whose ids are ascending and more than every one before.
    void add_ascending(Row from, Row to, std::string_view last);
    /// Whether this id is more than all before.
    bool is_next(std::string_view id) const { return ascending_ && (empty_ || last_ < id); }
    /// Every id was more than the one before it.
    bool ascending() const { return ascending_; }

    /// An id that stands in a row that could not be read.
    void note(std::string_view id) { noted_.emplace(id); }
    bool was_noted(std::string_view id) const { return !noted_.empty() && noted_.count(std::string(id)) > 0; }
    const std::unordered_set<std::string>& noted() const { return noted_; }

    /// Makes find() ready; until the next add() it may be called from several threads.
    void prepare();
    Row find(std::string_view id) const;

private:
    struct Slot {
        std::uint32_t hash = 0;
        Row row = no_row;
    };
    const Column& ids() const { return table_.columns[key_]; }
    std::string_view text(Row row) const { return texts_[static_cast<std::size_t>(ids().value(row))]; }
    static std::uint64_t hash(std::string_view id);
    Row insert(Row row);
    void make_slots(std::size_t rows);

    const Table& table_;
    FieldId key_;
    const Texts& texts_;
    std::vector<Slot> slots_;  // open addressing, a power of two
    std::size_t used_ = 0;
    Row end_ = 0;  // rows before it are in the slots, if there are slots
    bool ascending_ = true, empty_ = true;
    std::string last_;
    std::unordered_set<std::string> noted_;
};

}  // namespace hoagiai
