// Interning of texts.
#include "engine/records/text_pool.h"

#include <functional>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr std::uint32_t free_slot = 0xffffffffu;

/// Only letters that are their own NFC: ASCII, Latin up to U+024F, Vietnamese in U+1E00 to U+1EFF. Composing all texts would
/// take longer than reading them.
bool surely_composed(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80)
            i += 1;
        else if (lead >= 0xC2 && lead <= 0xC9)
            i += 2;
        else if (lead == 0xE1 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xB8 &&
                 static_cast<unsigned char>(text[i + 1]) <= 0xBB)
            i += 3;
        else
            return false;
    }
    return true;
}

}  // namespace

std::uint32_t TextPool::add(std::string_view text) {
    if (surely_composed(text)) return add_composed(text);
    return add_composed(nfc(text));
}

std::uint32_t TextPool::add_composed(std::string_view text) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].index != free_slot; at = (at + 1) & mask)
        if (slots_[at].hash == hash && dataset_.texts[slots_[at].index] == text) return slots_[at].index;
    const std::uint32_t index = dataset_.texts.add(text);
    slots_[at] = {hash, index};
    ++used_;
    return index;
}

void TextPool::grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.index == free_slot) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].index != free_slot) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace hoagiai
