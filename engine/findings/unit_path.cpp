// What a unit is called from the province down: reports name the whole way.
#include <algorithm>

#include "engine/findings/finding.h"

namespace hoagiai {

std::vector<UnitName> unit_path(const Dataset& data, EntityId entity, Row row) {
    const Schema& schema = *data.schema;
    std::vector<UnitName> path;
    while (row != no_row) {
        path.push_back({schema[entity].name, std::string(data.id(entity, row)), std::string(data.name(entity, row))});
        const LinkId parent = schema.parent_link(entity);
        if (parent == none_id) break;
        const LinkColumn& link = data[entity].links[parent];
        row = link.supplied ? link.targets[row] : no_row;
        entity = schema[entity].links[parent].target;
        if (row == no_row) return {path.rbegin(), path.rend()};
    }
    // Units that are derived from a field of the top one stand above it, the province first.
    for (EntityId unit = static_cast<EntityId>(schema.entities.size()); unit-- > 0;) {
        const auto& from = schema[unit].derived_from;
        if (!from || from->first != entity || row == no_row || data.state(entity, from->second, row) != CellState::known)
            continue;
        if (schema[entity].fields[from->second].type.kind != Kind::text) continue;
        // As it stands there: as a value it would be folded too.
        const std::string name(data.texts[static_cast<std::size_t>(data[entity].columns[from->second].value(row))]);
        path.push_back({schema[unit].name, name, name});
    }
    std::reverse(path.begin(), path.end());
    return path;
}

}  // namespace hoagiai
