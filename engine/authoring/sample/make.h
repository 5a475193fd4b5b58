// Makes one commune up: everything in it as the national rules ask, with the spread that real records have.
#pragma once

#include "engine/authoring/sample/made.h"
#include "engine/authoring/sample/random.h"
#include "engine/authoring/sample/sample.h"

namespace hoagiai::sample {

/// The commune of that number, from 0. It depends on the request and its number only.
MadeCommune make_commune(const SampleRequest& request, int number);
/// What the commune reports, counted from its lists: made last, so that the two agree.
void fill_report(MadeCommune& commune);

/// A team of the commune with its mediators, without cases.
MadeTeam make_team(const MadeCommune& commune, int number, Random& random);
/// The cases of all teams of the commune. Few enough fail that the commune's success rate is high.
void make_cases(MadeCommune& commune, Random& random);

inline Day day_of(int year, int month, int day) { return day_from(year, month, day).value_or(blank_day); }

}  // namespace hoagiai::sample
