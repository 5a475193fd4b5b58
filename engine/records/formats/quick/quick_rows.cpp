#include "engine/records/formats/quick/quick_rows.h"

#include <algorithm>
#include <cstring>

#include "engine/records/blanks.h"
#include "engine/records/formats/csv_scanner.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::size_t look_ahead = 16'384;  ///< a row that begins in a piece mostly ends within so many bytes behind it

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

void QuickRows::set_file(const QuickPlan& plan, const OpenFile& file, std::uint64_t number) {
    if (number_ == number) return;
    number_ = number;
    plan_ = &plan;
    file_ = &file;
    cells_.set_plan(plan);
    batch_.at.resize(Batch::most + 1);
    batch_.mark.resize(Batch::most + 1);
    batch_.begins.resize(Batch::most * plan.columns.size());
    batch_.ends.resize(Batch::most * plan.columns.size());
    size_ = 0;
}

bool QuickRows::read_bytes(std::uint64_t from, std::uint64_t to) {
    base_ = from;
    size_ = 0;
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
    cells_.begin_block();
    odd_.clear();
    lines_ = 0;
    begin_ = begin;
    at_ = static_cast<std::size_t>(begin - base_);
    mark_ = static_cast<std::size_t>(std::lower_bound(marks_.data(), marks_.data() + marks_.size(), at_) - marks_.data());
    while (base_ + at_ < to && base_ + at_ < file_->size()) {
        const Outcome next = find_batch(to);
        if (!take_batch() || next == Outcome::odd || (next == Outcome::unfinished && reaches_end())) {
            if (!set_apart()) return false;
        } else if (next == Outcome::unfinished && !load_more()) {
            return false;
        }
    }
    end_ = std::min(base_ + at_, file_->size());
    return true;
}

QuickRows::Outcome QuickRows::find_cells() {
    const char* bytes = buffer_.data();
    const std::uint32_t* marks = marks_.data();
    const std::size_t count = marks_.size(), cells = plan_->columns.size();
    std::uint32_t* begins = batch_.begins.data() + batch_.rows * cells;
    std::uint32_t* ends = batch_.ends.data() + batch_.rows * cells;
    const char delimiter = plan_->delimiter;
    std::size_t from = at_, mark = mark_;
    bool anything = false;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (mark >= count) return Outcome::unfinished;
        std::size_t text = from, end = marks[mark];
        if (bytes[from] == '"') {
            do {
                if (++mark >= count) return Outcome::unfinished;
            } while (bytes[marks[mark]] == delimiter);
            if (bytes[marks[mark]] != '"') return Outcome::odd;  // a line break
            text = from + 1;
            end = marks[mark];
            if (++mark >= count) return Outcome::unfinished;
            if (marks[mark] != end + 1) return Outcome::odd;
        }
        const std::size_t sign = marks[mark++];
        from = sign + 1;
        if (cell + 1 < cells) {
            if (bytes[sign] != delimiter) return Outcome::odd;
        } else if (bytes[sign] == '\r') {
            if (mark >= count) return Outcome::unfinished;
            if (bytes[sign + 1] != '\n') return Outcome::odd;
            ++mark;
            ++from;
        } else if (bytes[sign] != '\n') {
            return Outcome::odd;
        }
        if (!anything && end > text) {
            anything = true;
            if (may_add_up(bytes + text, end - text)) return Outcome::odd;
        }
        begins[cell] = static_cast<std::uint32_t>(text);
        ends[cell] = static_cast<std::uint32_t>(end);
    }
    at_ = from;
    mark_ = mark;
    return Outcome::row;
}

QuickRows::Outcome QuickRows::find_batch(std::uint64_t to) {
    batch_.rows = 0;
    Outcome outcome = Outcome::row;
    while (batch_.rows < batch_.wanted && base_ + at_ < to && base_ + at_ < file_->size()) {
        batch_.at[batch_.rows] = at_;
        batch_.mark[batch_.rows] = mark_;
        outcome = find_cells();
        if (outcome != Outcome::row) break;
        ++batch_.rows;
    }
    return outcome;
}

bool QuickRows::take_batch() {
    const std::size_t cells = plan_->columns.size();
    const CellPlaces all{buffer_.data(), batch_.begins.data(), batch_.ends.data(), batch_.rows};
    if (cells_.take(all)) {
        lines_ += batch_.rows;
        batch_.wanted = std::min(Batch::most, batch_.wanted * 2);
        return true;
    }
    batch_.wanted = std::max<Row>(1, batch_.wanted / 8);
    for (Row row = 0; row < batch_.rows; ++row) {
        const CellPlaces one{all.bytes, all.begins + row * cells, all.ends + row * cells, 1};
        if (batch_.rows > 1 && cells_.take(one)) {
            ++lines_;
            continue;
        }
        at_ = batch_.at[row];
        mark_ = batch_.mark[row];
        return false;
    }
    return true;
}

/// The record at the row's place, as long as the patient reader finds it.
bool QuickRows::set_apart() {
    while (true) {
        CsvScanner scanner({buffer_.data() + at_, size_ - at_}, plan_->delimiter);
        CsvRecord record;
        scanner.next(record);
        // At the end of the buffer it could go on.
        if (scanner.offset() < size_ - at_ || reaches_end()) {
            odd_.push_back({cells_.block().rows, at_, scanner.offset(), lines_, scanner.line() - 1});
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
