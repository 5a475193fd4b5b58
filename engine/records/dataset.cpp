// Reading single cells of a Dataset.
#include "engine/records/dataset.h"

#include <algorithm>

namespace hoagiai {

std::string_view Dataset::id(EntityId entity, Row row) const {
    const FieldId key = (*schema)[entity].key;
    return state(entity, key, row) == CellState::known ? texts[static_cast<std::size_t>(tables[entity].columns[key].value(row))]
                                                       : std::string_view();
}

std::string_view Dataset::name(EntityId entity, Row row) const {
    const FieldId display = (*schema)[entity].display;
    if ((*schema)[entity].fields[display].type.is(Kind::text) && state(entity, display, row) == CellState::known)
        return texts[static_cast<std::size_t>(tables[entity].columns[display].value(row))];
    return id(entity, row);
}

Row Dataset::find(EntityId entity, std::string_view wanted) const {
    const Table& table = tables[entity];
    Row low = 0, high = table.size;
    const auto at = [&](Row place) { return table.by_id.empty() ? place : table.by_id[place]; };
    while (low < high) {
        const Row middle = low + (high - low) / 2;
        if (id(entity, at(middle)) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < table.size && !wanted.empty() && id(entity, at(low)) == wanted ? at(low) : no_row;
}

Known Dataset::value(EntityId entity, FieldId field, Row row) const {
    const Column& column = tables[entity].columns[field];
    if (column.state(row) == CellState::never) return Known::range(NumberRange::never());
    const std::int64_t cell = column.value(row);
    switch ((*schema)[entity].fields[field].type.kind) {
        case Kind::boolean:
            return Known::truth(Truth::of(cell != 0));
        case Kind::choice:
            return Known::choice(static_cast<int>(cell));
        case Kind::ratio:
            // A cell was read as a fraction of ratio_unit: it fits.
            return Known::number(Number::fraction(cell, ratio_unit).value_or(Number()));
        case Kind::text: {
            const auto index = static_cast<std::size_t>(cell);
            return Known::text(std::string(texts[index]));
        }
        default:
            return Known::number(Number(cell));
    }
}

bool Dataset::may_have_more(EntityId entity) const {
    const auto& derived = (*schema)[entity].derived_from;
    if (!derived) return !tables[entity].defects.unplaced.empty();
    const auto& [of, field] = *derived;
    const TableDefects& defects = tables[of].defects;
    return !defects.unplaced.empty() || std::any_of(defects.cells.begin(), defects.cells.end(),
                                                    [&](const UnreadableCell& cell) { return cell.field == field; });
}

Row Dataset::top_row(EntityId entity, Row row) const {
    for (std::size_t steps = 0; steps < tables.size() && row != no_row; ++steps) {
        const LinkId parent = schema->parent_link(entity);
        if (parent == none_id) return row;
        const LinkColumn& link = tables[entity].links[parent];
        row = link.supplied ? link.targets[row] : no_row;
        entity = (*schema)[entity].links[parent].target;
    }
    return row;
}

}  // namespace hoagiai
