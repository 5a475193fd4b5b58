#include "engine/records/formats/nested_places.h"

#include <fmt/format.h>

namespace hoagiai {

Place start_of(const YamlNode& node) {
    return node.is_mapping() && !node.entries.empty() ? node.entries.front().key.place() : node.place();
}

const YamlEntry* NodePlaces::entry(Row row, ColumnName column) const {
    for (const YamlEntry& candidate : rows[row]->entries)
        if (names.find(candidate.key.value) == column) return &candidate;
    return nullptr;
}

Place NodePlaces::place(Row row, ColumnName column) const {
    const YamlEntry* found = column == ColumnName{} ? nullptr : entry(row, column);
    if (!found) return start_of(*rows[row]);
    return found->value.is_null() || found->value.text.value.empty() ? found->key.place() : found->value.place();
}

std::string NodePlaces::column(Row row, ColumnName column) const {
    const YamlEntry* found = entry(row, column);
    return found ? found->key.value : names.name_of(column);
}

Words NodePlaces::where(Row row) const {
    const std::uint32_t line = start_of(*rows[row]).line;
    return {fmt::format("dòng {}", line), fmt::format("line {}", line)};
}

}  // namespace hoagiai
