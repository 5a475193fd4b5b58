// The cases of a commune: 1.4 a team, started in time, in the logbook, followed up and paid within the ceilings.
#include <fmt/format.h>

#include "engine/authoring/sample/make.h"

namespace hoagiai::sample {

namespace {

/// So many of a hundred cases may end otherwise than with success: 88 % is what yardsticks ask.
constexpr int other_ends_in_hundred = 12;

void set_days(MadeCase& one, int year, Random& random) {
    one.received_on = day_of(year, 1, 5) + random.between(0, 285);
    one.assigned_on = one.received_on + random.between(0, 1);
    one.started_on = one.assigned_on + random.between(0, 3);
    if (one.exception == "on_witnessing") one.started_on = one.assigned_on = one.received_on;
    if (one.exception == "parties_agreed") one.started_on = one.assigned_on + random.between(4, 9);
    one.ended_on = one.started_on + random.between(0, 14);
}

MadeCase make_case(const MadeTeam& team, int number, int year, Random& random) {
    static constexpr std::string_view opened[] = {"party_request", "mediator_witnessed", "assigned_or_proposed"};
    static constexpr std::string_view exceptions[] = {"none", "on_witnessing", "parties_agreed"};
    static constexpr std::string_view disputes[] = {"personal",    "civil_property", "civil_obligation", "civil_contract",
                                                    "inheritance", "land",           "marriage_family",  "minor_violation"};
    MadeCase one;
    one.id = fmt::format("{}-V{}", team.id, number + 1);
    one.team = team.id;
    one.mediator = team.mediators[static_cast<std::size_t>(random.below(static_cast<int>(team.size())))].id;
    const int exception = random.weighted({880, 80, 40});
    one.exception = exceptions[exception];
    one.opened_by = exception == 1 ? opened[1] : opened[random.weighted({70, 10, 20})];
    one.dispute = disputes[random.weighted({30, 10, 6, 4, 6, 22, 18, 4})];
    one.scope = "in_scope";
    one.outcome = "successful";
    one.hard = yes_if(random.in_thousand(80));
    set_days(one, year, random);
    return one;
}

/// Once the outcome is settled: what follows from it.
void finish(MadeCase& one, int year, Random& random) {
    if (one.outcome == "not_accepted") {
        one.scope = "administrative";
        one.guided = Yes::yes;
        one.ended_on = one.received_on;
        one.assigned_on = one.started_on = never_day;
        one.exception = "none";
        one.mediator.clear();
    }
    if (one.outcome == "unsuccessful") one.guided = Yes::yes;
    if (one.outcome == "transferred") {
        one.scope = "criminal";
        one.guided = Yes::yes;
    }
    if (one.outcome == "ongoing") {
        one.exception = "none";
        one.received_on = one.assigned_on = day_of(year, 12, random.between(1, 20));
        one.started_on = one.assigned_on + random.between(0, 3);
        one.ended_on = never_day;
    }
    if (one.outcome == "successful") {
        one.record_wanted = one.written_record = yes_if(random.in_thousand(600));
        one.followed_up_on = one.ended_on + random.between(10, 30);
        one.fulfilled = Yes::yes;
        one.relapsed = Yes::no;
    }
    if (one.concluded() && random.in_thousand(700)) {
        one.pay = 10'000 * (one.outcome == "successful" ? random.between(20, 40) : random.between(15, 30));
        one.requested_on = one.ended_on + random.between(2, 10);
        one.paid_on = one.requested_on + random.between(1, 4);
    }
}

}  // namespace

void make_cases(MadeCommune& commune, Random& random) {
    for (MadeTeam& team : commune.teams) {
        const int count = random.weighted({30, 30, 20, 12, 8});  // 1.4 on average
        for (int i = 0; i < count; ++i) team.cases.push_back(make_case(team, i, commune.year, random));
    }
    std::vector<MadeCase*> all;
    for (MadeTeam& team : commune.teams)
        for (MadeCase& one : team.cases) all.push_back(&one);
    static constexpr std::string_view others[] = {"unsuccessful", "stopped", "ongoing", "transferred", "not_accepted"};
    int left = static_cast<int>(all.size()) * other_ends_in_hundred / 100;
    while (left-- > 0) random.one_of(all)->outcome = others[random.weighted({53, 10, 27, 6, 4})];
    for (MadeTeam& team : commune.teams)
        for (MadeCase& one : team.cases) finish(one, commune.year, random);
}

}  // namespace hoagiai::sample
