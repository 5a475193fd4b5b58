#include "engine/records/formats/quick/quick_rows.h"

#include <algorithm>
#include <cstring>

#include "engine/records/blanks.h"
#include "engine/records/formats/csv_scanner.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::size_t look_ahead = 16'384;  ///< a row that begins in a piece mostly ends within so many bytes behind it

constexpr std::int32_t missing_index = Column::missing<std::int32_t>;

template <typename Cell>
std::int64_t coded(const CellValue& value) {
    return value.state == CellState::known   ? value.value
           : value.state == CellState::never ? std::int64_t{Column::never<Cell>}
                                             : std::int64_t{Column::missing<Cell>};
}

/// `Cộng`, `Tổng`, `Total`, `Sum` begin so; most ids do not.
bool may_add_up(const char* text, std::size_t size) {
    const auto first = static_cast<unsigned char>(text[0]);
    if (first <= ' ' || first == 0xC2 || first == 0xE2 || first == 0xE3) return true;
    const unsigned char second = size > 1 ? static_cast<unsigned char>(text[1]) : 'x';
    const int letter = first | 0x20;
    if (letter == 'c' || letter == 't') return second >= 0x80 || (second | 0x20) == 'o';
    return letter == 's' && (second | 0x20) == 'u';
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

void QuickRows::set_file(const QuickPlan& plan, const OpenFile& file, std::uint64_t number) {
    if (number_ == number) return;
    number_ = number;
    plan_ = &plan;
    file_ = &file;
    const std::size_t count = plan.columns.size();
    memories_.resize(std::max(memories_.size(), count));
    block_.columns.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        memories_[i].forget();
        block_.columns[i].name = plan.columns[i].name;
        block_.columns[i].kind = plan.columns[i].cells();
        block_.columns[i].resize(block_.room);
    }
    size_ = 0;
}

bool QuickRows::read_bytes(std::uint64_t from, std::uint64_t to) {
    base_ = from;
    size_ = 0;
    closed_ = false;
    marks_.clear();
    const std::uint64_t until = std::min(to + look_ahead, file_->size());
    const auto count = static_cast<std::size_t>(until > from ? until - from : 0);
    if (buffer_.size() < count + Marks::padding) buffer_.resize(count + Marks::padding);
    if (!file_->read(from, buffer_.data(), count)) return false;
    size_ = count;
    find_marks(0);
    return true;
}

bool QuickRows::load_more() {
    const std::uint64_t until = std::min(base_ + std::uint64_t{size_} * 2 + look_ahead, file_->size());
    const auto count = static_cast<std::size_t>(until - base_);
    buffer_.resize(std::max(buffer_.size(), count + Marks::padding));
    if (!file_->read(base_ + size_, buffer_.data() + size_, count - size_)) return false;
    const std::size_t from = size_;
    size_ = count;
    find_marks(from);
    return true;
}

void QuickRows::find_marks(std::size_t from) {
    marks_.find({buffer_.data(), size_}, from, plan_->delimiter);
    if (!reaches_end() || size_ == 0 || buffer_[size_ - 1] == '\n') return;
    buffer_[size_] = '\n';
    marks_.push_back(static_cast<std::uint32_t>(size_));
    closed_ = true;
}

std::uint64_t QuickRows::guess_begin(std::uint64_t from, std::uint64_t to) const {
    const std::string_view here = bytes(from, to);
    const std::size_t line_end = here.find('\n');
    return line_end == std::string_view::npos ? to : from + line_end + 1;
}

std::string_view QuickRows::bytes(std::uint64_t from, std::uint64_t to) const {
    return {buffer_.data() + (from - base_), static_cast<std::size_t>(to - from)};
}

bool QuickRows::parse_rows(std::uint64_t begin, std::uint64_t to) {
    if ((begin < base_ || begin > base_ + size_) && !load(begin, to)) return false;
    block_.clear();
    odd_.clear();
    lines_ = 0;
    last_id_ = none_id;
    for (std::size_t i = 0; i < plan_->columns.size(); ++i) {
        if (plan_->columns[i].cells() != BlockCells::texts && plan_->columns[i].cells() != BlockCells::ids) continue;
        memories_[i].forget();
    }
    begin_ = begin;
    at_ = static_cast<std::size_t>(begin - base_);
    mark_ = static_cast<std::size_t>(std::lower_bound(marks_.data(), marks_.data() + marks_.size(), at_) - marks_.data());
    while (base_ + at_ < to && base_ + at_ < file_->size()) {
        const std::size_t own = block_.own.size();
        const std::uint32_t last_id = last_id_;
        const Outcome outcome = row();
        if (outcome == Outcome::taken) continue;
        block_.own.shorten(own);  // shared ones may be remembered by a column
        last_id_ = last_id;
        if (outcome == Outcome::unfinished && !reaches_end()) {
            if (!load_more()) return false;
        } else if (!set_apart()) {
            return false;
        }
    }
    end_ = std::min(base_ + at_, file_->size());
    return true;
}

QuickRows::Outcome QuickRows::row() {
    const char* bytes = buffer_.data();
    const std::uint32_t* marks = marks_.data();
    const std::size_t count = marks_.size(), cells = plan_->columns.size();
    std::size_t from = at_, mark = mark_;
    bool anything = false;
    if (block_.rows == block_.room) block_.make_room();
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (mark >= count) return Outcome::unfinished;
        std::size_t text = from, end = marks[mark];
        if (bytes[from] == '"') {
            do {
                if (++mark >= count) return Outcome::unfinished;
            } while (bytes[marks[mark]] == plan_->delimiter);
            if (bytes[marks[mark]] != '"') return Outcome::odd;  // a line break
            text = from + 1;
            end = marks[mark];
            if (++mark >= count) return Outcome::unfinished;
            if (marks[mark] != end + 1) return Outcome::odd;
        }
        const std::size_t size = end - text;
        const std::size_t sign = marks[mark++];
        from = sign + 1;
        if (cell + 1 < cells) {
            if (bytes[sign] != plan_->delimiter) return Outcome::odd;
        } else if (bytes[sign] == '\r') {
            if (mark >= count) return Outcome::unfinished;
            if (bytes[sign + 1] != '\n') return Outcome::odd;
            ++mark;
            ++from;
        } else if (bytes[sign] != '\n') {
            return Outcome::odd;
        }
        if (!anything && size > 0) {
            anything = true;
            if (may_add_up(bytes + text, size)) return Outcome::odd;
        }
        if (!read(cell, bytes + text, size)) return Outcome::odd;
    }
    ++block_.rows;
    ++lines_;
    at_ = from;
    mark_ = mark;
    return Outcome::taken;
}

bool QuickRows::read(std::size_t cell, const char* text, std::size_t size) {
    const QuickColumn& how = plan_->columns[cell];
    BlockColumn& column = block_.columns[cell];
    Memory& memory = memories_[cell];
    switch (how.way) {
        case QuickColumn::Way::unused:
            return find_invalid_utf8({text, size}) == std::string_view::npos;
        case QuickColumn::Way::unnamed:
            return size == 0;
        case QuickColumn::Way::id:
            return read_id(column, text, size);
        case QuickColumn::Way::text:
        case QuickColumn::Way::late_link:
            return read_text(how, column, memory, text, size);
        case QuickColumn::Way::link:
            return read_link(how, column, memory, text, size);
        case QuickColumn::Way::boolean:
            if (size == 4 && std::memcmp(text, "true", 4) == 0) {
                column.narrow[block_.rows] = 1;
                return true;
            }
            if (size == 5 && std::memcmp(text, "false", 5) == 0) {
                column.narrow[block_.rows] = 0;
                return true;
            }
            break;
        case QuickColumn::Way::date:
            if (quick_date(text, size, how.bounds, column.middle[block_.rows])) return true;
            break;
        case QuickColumn::Way::whole:
            if (quick_whole(text, size, how.bounds, column.wide[block_.rows])) return true;
            break;
        default:
            break;
    }
    return read_patiently(how, column, memory, text, size);
}

bool QuickRows::read_id(BlockColumn& column, const char* text, std::size_t size) {
    const std::string_view id(text, size);
    if (!quick_text(text, size) || (size == plan_->id_header.size() && id == plan_->id_header)) return false;
    const bool next = last_id_ == none_id || block_.own[last_id_] < id;
    block_.ascending = block_.ascending && next;
    last_id_ = block_.own.add(id);
    column.middle[block_.rows] = static_cast<std::int32_t>(last_id_);
    return true;
}

bool QuickRows::read_text(const QuickColumn& how, BlockColumn& column, Memory& memory, const char* text, std::size_t size) {
    std::int32_t& cell = column.middle[block_.rows];
    if (size == 0) {
        cell = missing_index;
        return !how.required;
    }
    const bool is_link = how.way == QuickColumn::Way::late_link;
    const bool may_be_known = memory.has_few && size <= Spellings::longest;
    if (may_be_known) {
        Spellings::Entry& entry = memory.spellings(text, size);
        constexpr std::uint32_t enough = 256;
        if (++memory.looked_up == enough && memory.found * 2 < enough && !is_link) memory.has_few = false;
        if (entry.is(text, size)) {
            ++memory.found;
            cell = static_cast<std::int32_t>(entry.value);
            return true;
        }
    }
    if (!quick_text(text, size)) return false;
    if (!is_link && !may_be_known) {
        cell = static_cast<std::int32_t>(block_.own.add({text, size}));
        return true;
    }
    cell = ~static_cast<std::int32_t>(block_.shared.add({text, size}));
    if (may_be_known) memory.spellings(text, size).set(text, size, cell);
    return true;
}

bool QuickRows::read_link(const QuickColumn& how, BlockColumn& column, Memory& memory, const char* text, std::size_t size) {
    Row& target = column.targets[block_.rows];
    if (size == 0) {
        target = no_row;
        return !how.required;
    }
    const std::string_view id(text, size);
    if (size != memory.last.size() || !same_bytes(text, memory.last.data(), size)) {
        const Row found = how.target->find(id);
        if (found == no_row) return false;
        memory.last = id;
        memory.last_row = found;
    }
    target = memory.last_row;
    return true;
}

bool QuickRows::read_patiently(const QuickColumn& how, BlockColumn& column, Memory& memory, const char* text,
                               std::size_t size) {
    Spellings::Entry* entry = size > 0 && size <= Spellings::longest ? &memory.spellings(text, size) : nullptr;
    if (entry && entry->is(text, size)) {
        store(column, entry->value);
        return true;
    }
    CellValue value;
    CellProblem problem;
    if (size > 0 && !how.reader->read({text, size}, value, problem)) return false;
    if (value.state == CellState::missing && how.required) return false;
    const std::int64_t cell = column.kind == BlockCells::narrow   ? coded<std::int8_t>(value)
                              : column.kind == BlockCells::middle ? coded<std::int32_t>(value)
                                                                  : coded<std::int64_t>(value);
    store(column, cell);
    if (entry) entry->set(text, size, cell);
    return true;
}

void QuickRows::store(BlockColumn& column, std::int64_t cell) {
    if (column.kind == BlockCells::narrow)
        column.narrow[block_.rows] = static_cast<std::int8_t>(cell);
    else if (column.kind == BlockCells::middle)
        column.middle[block_.rows] = static_cast<std::int32_t>(cell);
    else
        column.wide[block_.rows] = cell;
}

/// The record at the row's place, as long as the patient reader finds it.
bool QuickRows::set_apart() {
    while (true) {
        CsvScanner scanner({buffer_.data() + at_, size_ - at_}, plan_->delimiter);
        CsvRecord record;
        scanner.next(record);
        // At the end of the buffer it could go on.
        if (scanner.offset() < size_ - at_ || reaches_end()) {
            odd_.push_back({block_.rows, at_, scanner.offset(), lines_, scanner.line() - 1});
            lines_ += scanner.line() - 1;
            at_ += scanner.offset();
            while (mark_ < marks_.size() && marks_.data()[mark_] < at_) ++mark_;
            return true;
        }
        if (!load_more()) return false;
    }
}

std::vector<OddRow> QuickRows::odd() const {
    std::vector<OddRow> rows;
    rows.reserve(odd_.size());
    for (const Oddity& odd : odd_) rows.push_back({odd.before, {buffer_.data() + odd.at, odd.size}, odd.line, odd.lines});
    return rows;
}

}  // namespace hoagiai
