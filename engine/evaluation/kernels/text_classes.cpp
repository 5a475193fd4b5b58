// Numbering texts by their folded form.
#include "engine/evaluation/kernels/text_classes.h"

namespace hoagiai {

void TextClasses::add(const Column& column) {
    of_text_.resize(data_.texts.size() / page + 1);
    for (Row row = 0; row < column.size(); ++row) {
        if (column.state(row) != CellState::known) continue;
        const auto text = static_cast<std::size_t>(column.value(row));
        auto& numbers = of_text_[text / page];
        if (!numbers) {
            numbers = std::make_unique<std::array<std::int32_t, page>>();
            numbers->fill(-1);
        }
        std::int32_t& number = (*numbers)[text % page];
        if (number < 0)
            number = static_cast<std::int32_t>(add(Known::text(std::string(data_.texts[text])).as_text().options.front()));
    }
}

std::int64_t TextClasses::add(const TextOptions::Option& option) {
    const auto [found, fresh] = of_key_.emplace(option.key, static_cast<std::int64_t>(known_.size()));
    if (fresh) known_.push_back(Known{TextOptions{false, {option}}, false});
    return found->second;
}

std::int64_t TextClasses::of_key(const std::string& key) const {
    const auto found = of_key_.find(key);
    return found == of_key_.end() ? -1 : found->second;
}

}  // namespace hoagiai
