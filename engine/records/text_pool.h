// Texts that many cells share, each once; what comes by another way (TableBuilder::take) is not looked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/dataset.h"

namespace hoagiai {

class TextPool {
public:
    /// Fills `texts` of this dataset, which must stay where it is.
    explicit TextPool(Dataset& dataset) : dataset_(dataset) {}
    /// The index of a text (valid UTF-8, trimmed), brought to NFC.
    std::uint32_t add(std::string_view text);
    std::string_view operator[](std::uint32_t index) const { return dataset_.texts[index]; }
    std::size_t size() const { return dataset_.texts.size(); }

private:
    std::uint32_t add_composed(std::string_view text);
    void grow();

    Dataset& dataset_;
    struct Slot {
        std::uint32_t hash = 0, index = 0xffffffffu;
    };
    std::vector<Slot> slots_;  // open addressing, a power of two
    std::size_t used_ = 0;     // texts that came by another way are not in it
};

}  // namespace hoagiai
