// A column of cells, as narrow as its values allow: a national table has half a million rows and forty columns, and most of
// them hold yes, no or a word of a short list. What is no value (missing, never) is the two smallest numbers of the width.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/records/row_number.h"

namespace hoagiai {

enum class CellState : std::uint8_t { missing, known, never };

class Column {
public:
    bool supplied = false;  ///< the column was there at all; otherwise every cell is missing

    Row size() const { return static_cast<Row>(narrow_.size() + middle_.size() + wide_.size()); }
    void reserve(Row rows);
    /// New cells are missing.
    void resize(Row rows);
    void clear() { *this = {}; }

    CellState state(Row row) const {
        switch (width_) {
            case Width::one:
                return state_of(narrow_[row]);
            case Width::four:
                return state_of(middle_[row]);
            case Width::eight:
                break;
        }
        return state_of(wide_[row]);
    }
    /// boolean 0 or 1; integer; money in đồng; ratio in units of ratio_unit; date in days since 1970-01-01; choice index;
    /// text: index into Dataset::texts. Of a cell that is not known: anything.
    std::int64_t value(Row row) const {
        switch (width_) {
            case Width::one:
                return narrow_[row];
            case Width::four:
                return middle_[row];
            case Width::eight:
                break;
        }
        return wide_[row];
    }
    /// The value must be more than the two smallest of 64 bits.
    void set(Row row, CellState state, std::int64_t value = 0);
    void push_back(CellState state, std::int64_t value = 0);
    /// Adds cells that are coded in the width of `Cell`, as visit() shows them.
    void append(const std::int8_t* from, const std::int8_t* to) { append_cells(from, to); }
    void append(const std::int32_t* from, const std::int32_t* to) { append_cells(from, to); }
    void append(const std::int64_t* from, const std::int64_t* to) { append_cells(from, to); }
    /// Cells in another order: `from[i]` is the row that becomes row i.
    void reorder(const std::vector<Row>& from);

    /// What stands in the width of `Cell` for a cell that is missing, for an event that never happened; every value is more.
    template <typename Cell>
    static constexpr Cell missing = std::numeric_limits<Cell>::min();
    template <typename Cell>
    static constexpr Cell never = static_cast<Cell>(std::numeric_limits<Cell>::min() + 1);

    /// Calls visit(const Cell* cells) with the cells in their width: int8_t, int32_t or int64_t.
    template <typename Visit>
    auto visit(Visit visit) const {
        if (width_ == Width::one) return visit(narrow_.data());
        if (width_ == Width::four) return visit(middle_.data());
        return visit(wide_.data());
    }
    friend bool operator==(const Column& a, const Column& b);

private:
    enum class Width : std::uint8_t { one, four, eight };
    template <typename Cell>
    static CellState state_of(Cell cell) {
        return cell > never<Cell> ? CellState::known : cell == never<Cell> ? CellState::never : CellState::missing;
    }
    static Width width_of(std::int64_t value);
    void widen(Width width);
    template <typename Cell>
    void append_cells(const Cell* from, const Cell* to);
    void put(Row row, CellState state, std::int64_t value);

    Width width_ = Width::one;
    std::vector<std::int8_t> narrow_;
    std::vector<std::int32_t> middle_;
    std::vector<std::int64_t> wide_;
};

}  // namespace hoagiai
