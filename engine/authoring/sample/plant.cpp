#include "engine/authoring/sample/plant.h"

#include <algorithm>

#include "engine/authoring/sample/make.h"
#include "engine/authoring/sample/names.h"

namespace hoagiai::sample {

namespace {

void make_man(MadeMediator& mediator, Random& random) {
    mediator.woman = false;
    mediator.name = person_name(false, random);
}

/// The first so many serve, and no more were decided.
void keep_serving(MadeTeam& team, std::size_t count) {
    std::vector<MadeMediator> kept;
    for (std::size_t i = 0; i < team.mediators.size(); ++i)
        if (i < count || !team.mediators[i].serving) kept.push_back(std::move(team.mediators[i]));
    team.mediators = std::move(kept);
    team.decided_size = team.reported_size = static_cast<std::int64_t>(count);
    for (MadeCase& one : team.cases)
        if (!one.mediator.empty()) one.mediator = team.mediators[0].id;
}

/// Nobody pays for a case in which something is amiss: it would be a second defect.
void leave_unpaid(MadeCase& one) {
    one.pay = blank_number;
    one.requested_on = one.paid_on = never_day;
}

}  // namespace

bool too_few(Spot& spot) {
    MadeTeam& team = *spot.team;
    std::int64_t all = 0;
    for (const MadeTeam& other : spot.commune.teams) all += other.size();
    if (all - team.size() + 2 < 3 * static_cast<std::int64_t>(spot.commune.teams.size())) return false;  // report-team-size
    keep_serving(team, 2);
    return spot.found("team", team.id), true;
}

bool no_woman(Spot& spot) {
    for (MadeMediator& mediator : spot.team->mediators)
        if (mediator.woman) make_man(mediator, spot.random);
    return spot.found("team", spot.team->id), true;
}

bool gender_blank(Spot& spot) {
    auto& mediators = spot.team->mediators;
    for (std::size_t i = 0; i < mediators.size(); ++i)
        if (i != 1 && mediators[i].woman) make_man(mediators[i], spot.random);
    mediators[1].gender_known = false;
    return spot.found("team", spot.team->id), true;
}

bool no_minority(Spot& spot) {
    if (!spot.commune.minorities) return false;
    for (MadeMediator& mediator : spot.team->mediators) {
        mediator.minority = false;
        mediator.ethnicity = "Kinh";
    }
    return spot.found("team", spot.team->id), true;
}

bool no_head(Spot& spot) {
    spot.team->mediators[0].head = Yes::no;
    return spot.found("team", spot.team->id), true;
}

bool two_heads(Spot& spot) {
    spot.team->mediators[1].head = Yes::yes;
    return spot.found("team", spot.team->id), true;
}

bool wrong_size(Spot& spot) {
    spot.team->decided_size += spot.random.between(1, 2);
    return spot.found("team", spot.team->id), true;
}

bool no_review(Spot& spot) {
    spot.team->last_review_on = add_months(spot.team->last_review_on, -12);
    return spot.found("team", spot.team->id), true;
}

bool no_logbook(Spot& spot) {
    spot.team->logbook = Yes::no;
    spot.found("team", spot.team->id);
    for (MadeCase& one : spot.team->cases) {
        one.logged = Yes::no;
        leave_unpaid(one);
        if (one.concluded()) spot.found("law-35-2013/case-logged", "case", one.id);
    }
    return true;
}

bool too_much_support(Spot& spot) {
    spot.team->support_paid = spot.team->support_months * 150'000 + 300'000;
    return spot.found("team", spot.team->id), true;
}

bool few_households(Spot& spot) {
    MadeMediator& mediator = spot.team->mediators[2];
    mediator.agree = mediator.households * 45 / 100;
    mediator.present = mediator.households * spot.random.between(60, 90) / 100;
    return spot.found("mediator", mediator.id), true;
}

bool not_resident(Spot& spot) {
    spot.team->mediators[2].resident = Yes::no;
    return spot.found("mediator", spot.team->mediators[2].id), true;
}

bool late_start(Spot& spot) {
    MadeCase& one = *spot.one;
    if (!one.concluded()) return false;
    one.exception = "none";
    const Day late = one.assigned_on + spot.random.between(5, 12) - one.started_on;
    for (Day* day : {&one.started_on, &one.ended_on, &one.followed_up_on, &one.requested_on, &one.paid_on})
        if (*day != never_day && *day != blank_day) *day += std::max(late, 0);
    return spot.found("case", one.id), true;
}

bool start_blank(Spot& spot) {
    MadeCase& one = *spot.one;
    if (!one.concluded() || one.outcome == "stopped") return false;
    one.exception = "none";
    one.started_on = blank_day;
    return spot.found("case", one.id), true;
}

bool own_interest(Spot& spot) {
    if (!spot.one->accepted()) return false;
    spot.one->conflict = Yes::yes;
    leave_unpaid(*spot.one);
    return spot.found("case", spot.one->id), true;
}

bool not_logged(Spot& spot) {
    if (!spot.one->concluded()) return false;
    spot.one->logged = Yes::no;
    leave_unpaid(*spot.one);
    return spot.found("case", spot.one->id), true;
}

bool paid_too_much(Spot& spot) {
    MadeCase& one = *spot.one;
    if (!one.concluded()) return false;
    constexpr std::int64_t too_much = 5'000;
    const auto ceiling = [](const MadeCase& paid) -> std::int64_t { return paid.outcome == "successful" ? 400'000 : 300'000; };
    // The commune's cases together must stay below their ceilings, or a second rule would fail.
    std::int64_t spare = 0;
    for (const MadeTeam& team : spot.commune.teams)
        for (const MadeCase& other : team.cases)
            if (&other != &one && other.concluded() && other.pay != blank_number) spare += ceiling(other) - other.pay;
    if (spare < too_much) return false;
    one.pay = ceiling(one) + too_much;
    one.requested_on = one.ended_on + 3;
    one.paid_on = one.ended_on + 6;
    return spot.found("case", one.id), true;
}

bool relapsed(Spot& spot) {
    if (spot.one->outcome != "successful") return false;
    spot.one->relapsed = Yes::yes;
    return spot.found("case", spot.one->id), true;
}

bool no_roster(Spot& spot) {
    spot.commune.roster_given = false;
    for (MadeTeam& team : spot.commune.teams) {
        for (const std::string_view rule :
             {"law-35-2013/team-size", "law-35-2013/team-woman", "law-35-2013/team-head", "law-35-2013/team-decided-size"})
            spot.found(rule, "team", team.id);
        if (spot.commune.minorities) spot.found("law-35-2013/team-minority", "team", team.id);
        for (MadeCase& one : team.cases) {
            one.mediator.clear();
            if (one.concluded()) spot.found("law-35-2013/case-mediator", "case", one.id);
        }
    }
    return true;
}

bool thin_teams(Spot& spot) {
    for (MadeTeam& team : spot.commune.teams) keep_serving(team, 3);
    return spot.found("report", spot.commune.report.id), true;
}

bool too_many_women(Spot& spot) {
    spot.commune.report.women = spot.commune.report.mediators + 2;
    return spot.found("report", spot.commune.report.id), true;
}

bool too_many_successes(Spot& spot) {
    MadeReport& report = spot.commune.report;
    if (report.successful < 1) return false;
    report.concluded = report.successful - 1;
    report.rate = blank_number;  // it could only be wrong as well
    spot.found("reports/report-concluded-parts", "report", report.id);
    return spot.found("report", report.id), true;
}

bool wrong_rate(Spot& spot) {
    MadeReport& report = spot.commune.report;
    if (report.concluded < 1) return false;
    report.rate = report.successful * 1000 / report.received - 80;
    return spot.found("report", report.id), true;
}

bool low_rate(Spot& spot) {
    std::vector<MadeCase*> successes;
    for (MadeTeam& team : spot.commune.teams)
        for (MadeCase& one : team.cases)
            if (one.outcome == "successful") successes.push_back(&one);
    // What has a defect already stays as it is.
    const auto untouched =
        std::stable_partition(successes.begin(), successes.end(), [](const MadeCase* one) { return one->spoilt; });
    // Below 88 % of the concluded too, which are the fewer.
    const std::int64_t concluded = spot.commune.report.concluded;
    if (concluded < 1) return false;
    auto kept = static_cast<std::size_t>((concluded * 88 + 99) / 100 - 1);
    kept -= std::min<std::size_t>(kept, static_cast<std::size_t>(spot.random.below(3)));
    if (untouched - successes.begin() > static_cast<std::ptrdiff_t>(kept)) return false;
    for (std::size_t i = kept; i < successes.size(); ++i) {
        MadeCase& one = *successes[i];
        one.outcome = "unsuccessful";
        one.record_wanted = one.written_record = Yes::no;
        one.fulfilled = one.relapsed = Yes::blank;
        one.followed_up_on = never_day;
        one.guided = Yes::yes;
        if (one.pay != blank_number) one.pay = std::min<std::int64_t>(one.pay, 300'000);
    }
    fill_report(spot.commune);
    return spot.found("report", spot.commune.report.id), true;
}

}  // namespace hoagiai::sample
