// What can be wrong in a sample: each kind of defect with the rule that finds it, and how many units in a thousand have it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/authoring/sample/made.h"
#include "engine/authoring/sample/random.h"
#include "engine/text/diagnostic.h"

namespace hoagiai::sample {

struct DefectKind {
    std::string_view name;
    Words what;
    std::string_view of;  ///< share of which units it is: communes, teams, cases
    int in_thousand = 0;
    std::string_view rule;    ///< empty: no national rule asks for it
    std::string_view status;  ///< fail or unknown
    int first_year = 0;       ///< before it the rule was not in force
};

/// All kinds, in the order in which they are drawn.
std::vector<DefectKind> defect_kinds();

/// One planted defect, as defects.csv lists it: a rule, and the unit at which it has to have the status.
struct Defect {
    std::string_view kind, rule, status, entity;
    std::string unit;
};

/// Draws defects for a lawful commune and puts them in: at most one for the commune, one for each team, one for each case of a
/// team that has none. Fills the report too.
std::vector<Defect> plant_defects(MadeCommune& commune, Random& random);

}  // namespace hoagiai::sample
