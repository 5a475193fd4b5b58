#include "engine/records/formats/quick/quick_cells.h"

#include <algorithm>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::int32_t missing_index = Column::missing<std::int32_t>;

template <typename Cell>
std::int64_t coded(const CellValue& value) {
    return value.state == CellState::known   ? value.value
           : value.state == CellState::never ? std::int64_t{Column::never<Cell>}
                                             : std::int64_t{Column::missing<Cell>};
}

void store(BlockColumn& column, Row row, std::int64_t cell) {
    if (column.kind == BlockCells::narrow)
        column.narrow[row] = static_cast<std::int8_t>(cell);
    else if (column.kind == BlockCells::middle)
        column.middle[row] = static_cast<std::int32_t>(cell);
    else
        column.wide[row] = cell;
}

/// `true` or `false`.
bool quick_boolean(const char* text, std::size_t size, std::int8_t& value) {
    constexpr std::uint64_t yes = bytes_at<4>("true"), no = bytes_at<4>("fals");
    const std::uint64_t four = bytes_at<4>(text);
    value = size == 4;
    return (size == 4 && four == yes) || (size == 5 && four == no && text[4] == 'e');
}

}  // namespace

BlockCells QuickColumn::cells() const {
    switch (way) {
        case Way::unused:
        case Way::unnamed:
            return BlockCells::none;
        case Way::id:
        case Way::text:
            return BlockCells::texts;
        case Way::link:
            return BlockCells::rows;
        case Way::late_link:
            return BlockCells::ids;
        case Way::boolean:
        case Way::choice:
            return BlockCells::narrow;
        case Way::date:
            return BlockCells::middle;
        default:
            return BlockCells::wide;
    }
}

void QuickCells::Memory::forget() {
    spellings.clear();
    looked_up = found = 0;
    has_few = true;
    last.clear();
    last_row = no_row;
}

void QuickCells::set_plan(const QuickPlan& plan) {
    plan_ = &plan;
    const std::size_t count = plan.columns.size();
    memories_.resize(std::max(memories_.size(), count));
    block_.columns.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        memories_[i].forget();
        block_.columns[i].name = plan.columns[i].name;
        block_.columns[i].kind = plan.columns[i].cells();
        block_.columns[i].resize(block_.room);
    }
}

void QuickCells::begin_block() {
    block_.clear();
    last_id_ = none_id;
    for (std::size_t i = 0; i < plan_->columns.size(); ++i)
        if (block_.columns[i].kind == BlockCells::texts || block_.columns[i].kind == BlockCells::ids) memories_[i].forget();
}

bool QuickCells::take(const CellPlaces& cells) {
    while (block_.rows + cells.rows > block_.room) block_.make_room();
    const std::size_t own = block_.own.size();
    const std::uint32_t last_id = last_id_;
    const bool ascending = block_.ascending;
    for (std::size_t number = 0; number < plan_->columns.size(); ++number) {
        if (column(cells, number)) continue;
        block_.own.shorten(own);  // shared ones may be remembered by a column
        last_id_ = last_id;
        block_.ascending = ascending;
        return false;
    }
    block_.rows += cells.rows;
    return true;
}

bool QuickCells::column(const CellPlaces& cells, std::size_t number) {
    const QuickColumn& how = plan_->columns[number];
    BlockColumn& column = block_.columns[number];
    Memory& memory = memories_[number];
    const auto patiently = [&](Cell cell, Row row) { return read_patiently(how, column, memory, cell, row); };
    switch (how.way) {
        case QuickColumn::Way::unused:
            return each(cells, number,
                        [&](Cell cell, Row) { return find_invalid_utf8({cell.text, cell.size}) == std::string_view::npos; });
        case QuickColumn::Way::unnamed:
            return each(cells, number, [&](Cell cell, Row) { return cell.size == 0; });
        case QuickColumn::Way::id:
            return each(cells, number, [&](Cell cell, Row row) { return read_id(column, cell, row); });
        case QuickColumn::Way::text:
        case QuickColumn::Way::late_link:
            return each(cells, number, [&](Cell cell, Row row) { return read_text(how, column, memory, cell, row); });
        case QuickColumn::Way::link:
            return each(cells, number, [&](Cell cell, Row row) { return read_link(how, column, memory, cell, row); });
        case QuickColumn::Way::boolean:
            return each(cells, number, [&](Cell cell, Row row) {
                return quick_boolean(cell.text, cell.size, column.narrow[row]) || patiently(cell, row);
            });
        case QuickColumn::Way::date:
            return each(cells, number, [&](Cell cell, Row row) {
                return quick_date(cell.text, cell.size, how.bounds, column.middle[row]) || patiently(cell, row);
            });
        case QuickColumn::Way::whole:
            return each(cells, number, [&](Cell cell, Row row) {
                return quick_whole(cell.text, cell.size, how.bounds, column.wide[row]) || patiently(cell, row);
            });
        default:
            return each(cells, number, patiently);
    }
}

bool QuickCells::read_id(BlockColumn& column, Cell cell, Row row) {
    const std::string_view id(cell.text, cell.size), header = plan_->id_header;
    if (!quick_text(cell.text, cell.size) || (cell.size == header.size() && id == header)) return false;
    const bool next = last_id_ == none_id || is_less(block_.own[last_id_], id);
    block_.ascending = block_.ascending && next;
    last_id_ = block_.own.add(id);
    column.middle[row] = static_cast<std::int32_t>(last_id_);
    return true;
}

bool QuickCells::read_text(const QuickColumn& how, BlockColumn& column, Memory& memory, Cell cell, Row row) {
    std::int32_t& index = column.middle[row];
    if (cell.size == 0) {
        index = missing_index;
        return !how.required;
    }
    const bool is_link = how.way == QuickColumn::Way::late_link;
    const bool may_be_known = memory.has_few && cell.size <= Spellings::longest;
    if (may_be_known) {
        const Spellings::Entry& entry = memory.spellings(cell.text, cell.size);
        constexpr std::uint32_t enough = 256;
        if (++memory.looked_up == enough && memory.found * 2 < enough && !is_link) memory.has_few = false;
        if (entry.is(cell.text, cell.size)) {
            ++memory.found;
            index = static_cast<std::int32_t>(entry.value);
            return true;
        }
    }
    if (!quick_text(cell.text, cell.size)) return false;
    const std::string_view text(cell.text, cell.size);
    if (!is_link && !may_be_known) {
        index = static_cast<std::int32_t>(block_.own.add(text));
        return true;
    }
    index = ~static_cast<std::int32_t>(block_.shared.add(text));
    if (may_be_known) memory.spellings(cell.text, cell.size).set(cell.text, cell.size, index);
    return true;
}

bool QuickCells::read_link(const QuickColumn& how, BlockColumn& column, Memory& memory, Cell cell, Row row) {
    Row& target = column.targets[row];
    if (cell.size == 0) {
        target = no_row;
        return !how.required;
    }
    const std::string_view id(cell.text, cell.size);
    if (how.target->is_numbered()) {
        target = how.target->find(id);
        return target != no_row;
    }
    // Rows that lead to one row mostly follow each other.
    if (cell.size != memory.last.size() || !same_bytes(cell.text, memory.last.data(), cell.size)) {
        const Row found = how.target->find(id);
        if (found == no_row) return false;
        memory.last = id;
        memory.last_row = found;
    }
    target = memory.last_row;
    return true;
}

bool QuickCells::read_patiently(const QuickColumn& how, BlockColumn& column, Memory& memory, Cell cell, Row row) {
    Spellings::Entry* entry =
        cell.size > 0 && cell.size <= Spellings::longest ? &memory.spellings(cell.text, cell.size) : nullptr;
    if (entry && entry->is(cell.text, cell.size)) {
        store(column, row, entry->value);
        return true;
    }
    CellValue value;
    CellProblem problem;
    if (cell.size > 0 && !how.reader->read({cell.text, cell.size}, value, problem)) return false;
    if (value.state == CellState::missing && how.required) return false;
    const std::int64_t code = column.kind == BlockCells::narrow   ? coded<std::int8_t>(value)
                              : column.kind == BlockCells::middle ? coded<std::int32_t>(value)
                                                                  : coded<std::int64_t>(value);
    store(column, row, code);
    if (entry) entry->set(cell.text, cell.size, code);
    return true;
}

}  // namespace hoagiai
