// Finding a hole among the few that there are.
#include "engine/records/defects.h"

#include <algorithm>
#include <tuple>

namespace hoagiai {

namespace {

const UnreadableCell* find(const std::vector<UnreadableCell>& cells, Row row, FieldId field, LinkId link) {
    const auto key = [](const UnreadableCell& cell) { return std::tuple(cell.row, cell.field, cell.link); };
    const std::tuple wanted(row, field, link);
    const auto found = std::lower_bound(cells.begin(), cells.end(), wanted,
                                        [&](const UnreadableCell& cell, const auto& other) { return key(cell) < other; });
    return found != cells.end() && key(*found) == wanted ? &*found : nullptr;
}

}  // namespace

const UnreadableCell* TableDefects::field(Row row, FieldId wanted) const {
    return cells.empty() ? nullptr : find(cells, row, wanted, none_id);
}

const UnreadableCell* TableDefects::link(Row row, LinkId wanted) const {
    return cells.empty() ? nullptr : find(cells, row, none_id, wanted);
}

}  // namespace hoagiai
