#include "engine/records/id_rows.h"

#include <bit>
#include <cstring>

namespace hoagiai {

std::uint64_t IdRows::hash(std::string_view id) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
    std::uint64_t sum = id.size();
    const auto mix = [&](std::uint64_t part) {
        sum = (sum ^ part) * odd;
        sum ^= sum >> 32;
    };
    const char* at = id.data();
    std::size_t left = id.size();
    for (; left > 8; at += 8, left -= 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, at, 8);
        mix(part);
    }
    std::uint64_t part = 0;
    for (std::size_t i = 0; i < left; ++i) part = part << 8 | static_cast<unsigned char>(at[i]);
    mix(part);
    return sum;
}

void IdRows::make_slots(std::size_t rows) {
    slots_.assign(std::bit_ceil(rows * 3 / 2 + 16), Slot{});
    used_ = 0;
    const Row end = end_;
    for (Row row = 0; row < end; ++row)
        if (ids().state(row) == CellState::known) insert(row);
}

Row IdRows::insert(Row row) {
    const std::string_view id = text(row);
    const std::uint64_t code = hash(id);
    const auto tag = static_cast<std::uint32_t>(code >> 32);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = code & mask;
    for (; slots_[at].row != no_row; at = (at + 1) & mask)
        if (slots_[at].hash == tag && text(slots_[at].row) == id) return slots_[at].row;
    slots_[at] = {tag, row};
    ++used_;
    return no_row;
}

Row IdRows::add(Row row) {
    const std::string_view id = text(row);
    if (slots_.empty() && is_next(id)) {
        add_ascending(row, row + 1, id);
        return no_row;
    }
    if (!is_next(id)) ascending_ = false;
    if (slots_.empty() || (used_ + 1) * 4 > slots_.size() * 3) make_slots(std::size_t{end_} * 2);
    end_ = row + 1;
    const Row known = insert(row);
    if (known == no_row && ascending_) last_ = id;
    empty_ = false;
    return known;
}

void IdRows::add_ascending(Row from, Row to, std::string_view last) {
    if (from == to) return;
    last_ = last;
    empty_ = false;
    if (slots_.empty()) {
        end_ = to;
        return;
    }
    for (Row row = from; row < to; ++row) {
        if ((used_ + 1) * 4 > slots_.size() * 3) make_slots(std::size_t{end_} * 2);
        end_ = row + 1;
        insert(row);
    }
}

void IdRows::prepare() {
    if (slots_.empty()) make_slots(end_);
}

Row IdRows::find(std::string_view id) const {
    const std::uint64_t code = hash(id);
    const auto tag = static_cast<std::uint32_t>(code >> 32);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = code & mask; slots_[at].row != no_row; at = (at + 1) & mask)
        if (slots_[at].hash == tag && text(slots_[at].row) == id) return slots_[at].row;
    return no_row;
}

}  // namespace hoagiai
