// Why a selection lists a unit, or does not: whether it is chosen at all, what it is ranked by, and who stands before it.
#pragma once

#include <optional>
#include <vector>

#include "engine/findings/explanation/explanation.h"
#include "engine/findings/selection/selected_text.h"

namespace hoagiai {

struct Rival {
    Words unit;
    bool surely = true;  ///< it stands before in every filling and reading
};

struct SelectionExplanation {
    std::string rule;
    Words unit;
    Day as_of = 0;
    SelectedUnit selected;
    Truth chosen;  ///< in all readings together
    SelectedText text;
    GroupText group;
    ExplanationNode choose;
    std::vector<Rival> before;  ///< the first few, those that surely stand before it first
    std::size_t more_before = 0;
};

SelectionExplanation explain(const CheckResult& result, const Selection& selection, Row row);

}  // namespace hoagiai
