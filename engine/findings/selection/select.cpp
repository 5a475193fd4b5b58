#include "engine/findings/selection/select.h"

#include <algorithm>
#include <tuple>

namespace hoagiai {

SelectedUnit selected_unit(const Selection& selection, Row row) {
    SelectedUnit all{row, selection.rankings.front().units[row].status, 0, 0};
    bool everywhere = true;
    for (const Ranking& ranking : selection.rankings) {
        const RankedUnit& unit = ranking.units[row];
        all.status = combined(all.status, unit.status);
        everywhere = everywhere && unit.group != none_id;
        // Where it is not chosen at all it has no place.
        if (!unit.chosen.can_be_true) continue;
        all.first = all.first == 0 ? unit.first : std::min(all.first, unit.first);
        all.last = std::max(all.last, unit.last);
    }
    if (!everywhere) all.first = all.last = 0;
    return all;
}

void list_units(Selection& selection, const std::set<SelectionStatus>& keep, const std::function<bool(Row)>& asked_for) {
    const Ranking& first = selection.rankings.front();
    for (Row row = 0; row < first.units.size(); ++row) {
        if (!asked_for(row)) continue;
        const SelectedUnit unit = selected_unit(selection, row);
        (unit.status == SelectionStatus::recommended ? selection.recommended
         : unit.status == SelectionStatus::possible  ? selection.possible
                                                     : selection.not_chosen) += 1;
        if (unit.status != SelectionStatus::not_chosen && keep.count(unit.status)) selection.listed.push_back(unit);
    }
    // A missing group's number is the largest: such units come last.
    const auto key = [&](const SelectedUnit& unit) {
        return std::tuple(first.units[unit.row].group, unit.first, unit.last, unit.row);
    };
    std::sort(selection.listed.begin(), selection.listed.end(),
              [&](const SelectedUnit& a, const SelectedUnit& b) { return key(a) < key(b); });
}

bool Selection::reading_decides(Row row) const {
    bool definite = true, differ = false;
    for (const Ranking& ranking : rankings) {
        definite = definite && ranking.units[row].status != SelectionStatus::possible;
        differ = differ || ranking.units[row].status != rankings.front().units[row].status;
    }
    return definite && differ;
}

}  // namespace hoagiai
