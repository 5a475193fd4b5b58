// Which row has an id. Most files stand by id, and then it takes no table to know that an id is new: the hash table is made
// when an id comes out of order or when somebody asks for a row.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/dataset.h"
#include "engine/records/digits.h"

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
    const std::set<std::string>& noted() const { return noted_; }

    /// Makes find() ready; until the next add() it may be called from several threads.
    void prepare(unsigned threads = 1);
    Row find(std::string_view id) const {
        const Row numbered = numbered_.find(id);
        return numbered != no_row || used_ == 0 ? numbered : look_up(id);
    }
    /// Whether to find an id is a matter of a few steps.
    bool is_numbered() const { return numbered_.size > 0 && used_ == 0; }

private:
    /// An id of up to eight bytes is its code; longer ones have to be compared.
    struct Code {
        std::uint64_t bits = 0;
        bool is_whole = false;
    };
    static constexpr std::uint32_t whole = 0xffffffffu;
    struct Slot {
        std::uint64_t bits = 0;
        Row row = no_row;
        std::uint32_t longer = whole;  ///< where the id is among those that are longer
    };
    const Column& ids() const { return table_.columns[key_]; }
    std::string_view text(Row row) const { return texts_[static_cast<std::size_t>(ids().value(row))]; }
    /// Ids that are a number behind letters, all of one length: the number leads to the row, without any search.
    struct Numbered {
        std::string letters;
        std::size_t size = 0;  // of the ids; 0: there are none
        // Of the last eight bytes, where an id has so many and no more digits: which are digits, and what the others are.
        std::uint64_t digit_bytes = 0, letter_bytes = 0;
        std::uint64_t first = 0;
        std::vector<Row> rows;
        void set_form(std::string_view id, std::size_t letter_count);
        bool number(std::string_view id, std::uint64_t& number) const {
            if (id.size() != size) return false;
            if (digit_bytes == 0) return number_by_digit(id, number);
            constexpr std::uint64_t zeros = 0x3030303030303030u;
            const std::uint64_t last = bytes_at<8>(id.data() + size - 8);
            // What stands before the digits counts as zeros.
            const std::uint64_t digits = (last & digit_bytes) | (zeros & ~digit_bytes);
            number = number_of_digits(digits);
            return (last & ~digit_bytes) == letter_bytes && are_digits(digits) &&
                   (size == 8 || id.substr(0, size - 8) == std::string_view(letters).substr(0, size - 8));
        }
        bool number_by_digit(std::string_view id, std::uint64_t& number) const;
        Row* row(std::string_view id);
        Row find(std::string_view id) const {
            std::uint64_t at = 0;
            return size > 0 && number(id, at) && at - first < rows.size() ? rows[at - first] : no_row;
        }
    };
    Row look_up(std::string_view id) const;
    void number(Row end);
    static Code code_of(std::string_view id);
    /// The slot of this id, or the free one where it would be.
    const Slot& look(Code code, std::string_view id) const;
    Row insert(Row row);
    void rehash();

    const Table& table_;
    FieldId key_;
    const Texts& texts_;
    Numbered numbered_;
    std::vector<Slot> slots_;  // open addressing, a power of two; the ids that are not numbered
    Texts longer_;             // kept here: while somebody asks, others may add texts to the dataset
    std::size_t used_ = 0;
    Row end_ = 0;            // rows before it were added
    bool prepared_ = false;  // each of them is numbered or in the slots
    bool ascending_ = true, empty_ = true;
    std::string last_;
    std::set<std::string> noted_;
};

}  // namespace hoagiai
