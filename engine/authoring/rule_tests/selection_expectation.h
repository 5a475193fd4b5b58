// What a case expects of a rule that picks units: who is recommended, in order, and, where the author cares, who is possible.
// `[c1, c2]` is short for `{recommended: [c1, c2]}`; of a unit it may be said what is missing and pieces of what is said.
#pragma once

#include "engine/authoring/rule_tests/expectation.h"
#include "engine/findings/selection/selected_text.h"

namespace hoagiai {

struct ExpectedUnit {
    Text id;
    Expectation details;  ///< its missing and says
};

struct ExpectedList {
    SelectionStatus status = SelectionStatus::recommended;
    Place place;
    std::vector<ExpectedUnit> units;
};

struct SelectionExpectation {
    bool not_in_force = false;
    Place place;
    std::vector<ExpectedList> lists;
};

/// Empty if it cannot be used; everything that is wrong with it is reported.
std::optional<SelectionExpectation> read_selection_expectation(const YamlNode& node, const Schema& schema,
                                                               Diagnostics& diagnostics);

/// What is listed as `status`, as tests write it: "[c1, c2]".
std::string listed_ids(const CheckResult& check, const Selection& selection, SelectionStatus status);

}  // namespace hoagiai
