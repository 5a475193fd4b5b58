// Small records made by chance, with holes, from the schema alone: every entity, every field, every type. The same seed gives
// the same records on every machine.
#pragma once

#include <cstdint>
#include <random>

#include "tests/metamorphic/sheets.h"

namespace hoagiai::metamorphic {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    /// One of 0 … count - 1. The standard's own distributions differ between libraries.
    std::size_t below(std::size_t count) { return engine_() % count; }
    bool in(std::size_t hundred) { return below(100) < hundred; }
    template <typename Item>
    void shuffle(std::vector<Item>& items) {
        for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
    }

private:
    std::mt19937 engine_;
};

/// A value that the field may have, as it stands in a cell.
std::string random_value(Chance& chance, const Field& field);
Sheets random_sheets(Chance& chance);

}  // namespace hoagiai::metamorphic
