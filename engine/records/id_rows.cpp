#include "engine/records/id_rows.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

/// Every number has another one, so that nothing is lost.
std::uint64_t mixed(std::uint64_t bits) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
    bits = (bits ^ bits >> 32) * odd;
    return bits ^ bits >> 29;
}

}  // namespace

IdRows::Code IdRows::code_of(std::string_view id) {
    const char* at = id.data();
    std::uint64_t bits = 0;
    if (id.size() == 8) {
        std::memcpy(&bits, at, 8);
    } else if (id.size() < 8) {
        // No id ends with a byte of 0, so that a shorter one is another number.
        std::memcpy(&bits, at, id.size());
    } else {
        std::uint64_t sum = id.size();
        for (std::size_t left = id.size(); left > 0;) {
            const std::size_t size = std::min<std::size_t>(left, 8);
            std::uint64_t part = 0;
            std::memcpy(&part, at, size);
            sum = mixed(sum ^ part);
            at += size;
            left -= size;
        }
        return {sum, false};
    }
    return {mixed(bits), id.empty() || id.back() != '\0'};
}

const IdRows::Slot& IdRows::look(Code code, std::string_view id) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = code.bits & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.row == no_row) return slot;
        if (slot.bits == code.bits && (slot.longer == whole ? code.is_whole : !code.is_whole && longer_[slot.longer] == id))
            return slot;
    }
}

bool IdRows::Numbered::number_by_digit(std::string_view id, std::uint64_t& number) const {
    std::uint64_t sum = 0;
    bool right = id.substr(0, letters.size()) == letters;
    for (std::size_t i = letters.size(); i < size; ++i) {
        const unsigned digit = static_cast<unsigned char>(id[i]) - unsigned{'0'};
        right = right && digit <= 9;
        sum = sum * 10 + digit;
    }
    number = sum;
    return right;
}

void IdRows::Numbered::set_form(std::string_view id, std::size_t letter_count) {
    letters = id.substr(0, letter_count);
    size = id.size();
    const std::size_t digits = size - letter_count;
    if (size < 8 || digits > 8) return;
    digit_bytes = digits == 8 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} >> (digits * 8));
    letter_bytes = bytes_at<8>(id.data() + size - 8) & ~digit_bytes;
}

Row* IdRows::Numbered::row(std::string_view id) {
    std::uint64_t at = 0;
    return size > 0 && number(id, at) && at - first < rows.size() ? &rows[at - first] : nullptr;
}

/// The first and the last of ascending ids say which numbers there can be.
void IdRows::number(Row end) {
    constexpr std::size_t most_digits = 18, few = 1024;
    if (!ascending_ || empty_) return;
    Row first = 0;
    while (first < end && ids().state(first) != CellState::known) ++first;
    if (first == end) return;
    const std::string_view from = text(first);
    const std::size_t letters = from.find_last_not_of("0123456789") + 1;
    if (from.size() == letters || from.size() - letters > most_digits) return;
    Numbered made;
    made.set_form(from, letters);
    std::uint64_t last = 0;
    if (!made.number(from, made.first) || !made.number(last_, last)) return;
    if (last < made.first || last - made.first > std::uint64_t{end} * 4 + few) return;
    made.rows.assign(static_cast<std::size_t>(last - made.first + 1), no_row);
    numbered_ = std::move(made);
}

void IdRows::prepare(unsigned threads) {
    if (prepared_) return;
    prepared_ = true;
    number(end_);
    slots_.assign(16, Slot{});
    used_ = 0;
    // Each id is more than the one before it, so that each has a place of its own; the few that are no number come after.
    std::atomic<bool> others{numbered_.size == 0};
    in_ranges(numbered_.size == 0 ? 0 : end_, threads, [&](std::size_t from, std::size_t to) {
        for (Row row = static_cast<Row>(from); row < to; ++row) {
            if (ids().state(row) != CellState::known) continue;
            if (Row* const place = numbered_.row(text(row)))
                *place = row;
            else
                others = true;
        }
    });
    if (!others) return;
    for (Row row = 0; row < end_; ++row)
        if (ids().state(row) == CellState::known && !numbered_.row(text(row))) insert(row);
}

void IdRows::rehash() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
        if (slot.row != no_row) {
            const Slot& free =
                look({slot.bits, slot.longer == whole}, slot.longer == whole ? std::string_view() : longer_[slot.longer]);
            slots_[static_cast<std::size_t>(&free - slots_.data())] = slot;
        }
}

/// The row that has this id already, or no_row.
Row IdRows::insert(Row row) {
    const std::string_view id = text(row);
    if (Row* const numbered = numbered_.row(id)) {
        if (*numbered == no_row) {
            *numbered = row;
            return no_row;
        }
        return *numbered;
    }
    if ((used_ + 1) * 3 > slots_.size() * 2) rehash();
    const Code code = code_of(id);
    const Slot& found = look(code, id);
    if (found.row != no_row) return found.row;
    slots_[static_cast<std::size_t>(&found - slots_.data())] = {code.bits, row, code.is_whole ? whole : longer_.add(id)};
    ++used_;
    return no_row;
}

Row IdRows::add(Row row) {
    const std::string_view id = text(row);
    if (is_next(id)) {
        add_ascending(row, row + 1, id);
        return no_row;
    }
    prepare();
    ascending_ = false;
    end_ = row + 1;
    return insert(row);
}

void IdRows::add_ascending(Row from, Row to, std::string_view last) {
    if (from == to) return;
    last_ = last;
    empty_ = false;
    end_ = to;
    if (!prepared_) return;
    for (Row row = from; row < to; ++row) insert(row);
}

Row IdRows::look_up(std::string_view id) const { return look(code_of(id), id).row; }

}  // namespace hoagiai
