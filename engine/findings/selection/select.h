// From rankings to a list: which units a selection names, and in which order.
#pragma once

#include <functional>
#include <set>

#include "engine/findings/finding.h"

namespace hoagiai {

/// Counts the units that are asked for and lists those of them that are kept.
void list_units(Selection& selection, const std::set<SelectionStatus>& keep, const std::function<bool(Row)>& asked_for);

/// What a unit is in all readings together.
SelectedUnit selected_unit(const Selection& selection, Row row);

}  // namespace hoagiai
