// Columns grow wider when a value asks for it, once or twice in their life.
#include "engine/records/column.h"

#include <algorithm>
#include <type_traits>

namespace hoagiai {

namespace {

template <typename To, typename From>
std::vector<To> widened(std::vector<From>& cells) {
    std::vector<To> result;
    result.reserve(cells.capacity());
    for (const From cell : cells)
        result.push_back(cell == Column::missing<From> ? Column::missing<To>
                         : cell == Column::never<From> ? Column::never<To>
                                                       : static_cast<To>(cell));
    cells = {};
    return result;
}

template <typename Cell>
Cell coded(CellState state, std::int64_t value) {
    return state == CellState::known     ? static_cast<Cell>(value)
           : state == CellState::missing ? Column::missing<Cell>
                                         : Column::never<Cell>;
}

template <typename Cell>
bool fits(std::int64_t value) {
    return value > Column::never<Cell> && value <= std::numeric_limits<Cell>::max();
}

}  // namespace

Column::Width Column::width_of(std::int64_t value) {
    return fits<std::int8_t>(value) ? Width::one : fits<std::int32_t>(value) ? Width::four : Width::eight;
}

void Column::widen(Width width) {
    if (width == Width::four) {
        middle_ = widened<std::int32_t>(narrow_);
    } else if (width_ == Width::one) {
        wide_ = widened<std::int64_t>(narrow_);
    } else {
        wide_ = widened<std::int64_t>(middle_);
    }
    width_ = width;
}

void Column::reserve(Row rows) {
    if (width_ == Width::one) return narrow_.reserve(rows);
    if (width_ == Width::four) return middle_.reserve(rows);
    wide_.reserve(rows);
}

void Column::resize(Row rows) {
    if (width_ == Width::one) return narrow_.resize(rows, missing<std::int8_t>);
    if (width_ == Width::four) return middle_.resize(rows, missing<std::int32_t>);
    wide_.resize(rows, missing<std::int64_t>);
}

void Column::set(Row row, CellState state, std::int64_t value) {
    if (state == CellState::known)
        if (const Width width = width_of(value); width > width_) widen(width);
    put(row, state, value);
}

void Column::push_back(CellState state, std::int64_t value) {
    const Row row = size();
    if (width_ == Width::one) narrow_.push_back(0);
    if (width_ == Width::four) middle_.push_back(0);
    if (width_ == Width::eight) wide_.push_back(0);
    set(row, state, value);
}

namespace {

/// The cells as numbers of another width, which holds all of them.
template <typename To, typename From>
void append_as(std::vector<To>& cells, const From* from, const From* to) {
    if constexpr (std::is_same_v<To, From>) {
        cells.insert(cells.end(), from, to);
    } else {
        const std::size_t before = cells.size();
        cells.resize(before + static_cast<std::size_t>(to - from));
        for (To* at = cells.data() + before; from != to; ++from, ++at)
            *at = *from == Column::missing<From> ? Column::missing<To>
                  : *from == Column::never<From> ? Column::never<To>
                                                 : static_cast<To>(*from);
    }
}

}  // namespace

template <typename Cell>
void Column::append_cells(const Cell* from, const Cell* to) {
    Width width = Width::one;
    if constexpr (sizeof(Cell) > 1) {
        // The smallest value may be no value at all.
        Cell least = std::numeric_limits<Cell>::max(), most = std::numeric_limits<Cell>::min();
        for (const Cell* cell = from; cell != to; ++cell) {
            const bool known = *cell > never<Cell>;
            least = std::min(least, known ? *cell : least);
            most = std::max(most, known ? *cell : most);
        }
        if (least <= most) width = std::max(width_of(least), width_of(most));
    }
    if (width > width_) widen(width);
    if (width_ == Width::one) return append_as(narrow_, from, to);
    if (width_ == Width::four) return append_as(middle_, from, to);
    append_as(wide_, from, to);
}

template void Column::append_cells(const std::int8_t*, const std::int8_t*);
template void Column::append_cells(const std::int32_t*, const std::int32_t*);
template void Column::append_cells(const std::int64_t*, const std::int64_t*);

void Column::put(Row row, CellState state, std::int64_t value) {
    if (width_ == Width::one)
        narrow_[row] = coded<std::int8_t>(state, value);
    else if (width_ == Width::four)
        middle_[row] = coded<std::int32_t>(state, value);
    else
        wide_[row] = coded<std::int64_t>(state, value);
}

void Column::reorder(const std::vector<Row>& from) {
    const auto moved = [&](auto& cells) {
        std::decay_t<decltype(cells)> result;
        result.reserve(from.size());
        for (const Row row : from) result.push_back(cells[row]);
        cells = std::move(result);
    };
    if (width_ == Width::one) return moved(narrow_);
    if (width_ == Width::four) return moved(middle_);
    moved(wide_);
}

bool operator==(const Column& a, const Column& b) {
    if (a.supplied != b.supplied || a.size() != b.size()) return false;
    for (Row row = 0; row < a.size(); ++row)
        if (a.state(row) != b.state(row) || (a.state(row) == CellState::known && a.value(row) != b.value(row))) return false;
    return true;
}

}  // namespace hoagiai
