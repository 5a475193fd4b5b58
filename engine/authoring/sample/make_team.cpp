// A team and its mediators: elected by more than half of the households, recognised in time, one head, a woman, and where many
// people of ethnic minorities live somebody of them.
#include <fmt/format.h>

#include <algorithm>

#include "engine/authoring/sample/make.h"
#include "engine/authoring/sample/names.h"

namespace hoagiai::sample {

namespace {

constexpr std::string_view minorities[] = {"Tày", "Thái", "Mường", "Khmer", "Mông", "Nùng", "Dao", "Ê Đê"};
constexpr std::string_view election_forms[] = {"open_vote", "secret_ballot", "household_ballots"};
constexpr std::string_view degrees[] = {"none", "intermediate", "bachelor", "above"};
constexpr std::string_view professions[] = {"none", "jurist", "lawyer", "former_judge", "civil_servant", "public_employee"};

/// A decision's number, as offices write it; now and then nobody wrote it down.
std::string decision(Random& random, int blank_in_thousand) {
    if (random.in_thousand(blank_in_thousand)) return {};
    return fmt::format("{}/QĐ-UBND", random.between(10, 400));
}

struct Election {
    Day day = 0;
    std::int64_t households = 0;
    std::string_view form;
};

MadeMediator make_mediator(const MadeCommune& commune, const MadeTeam& team, const Election& election, int place,
                           Random& random) {
    MadeMediator mediator;
    mediator.id = fmt::format("{}-M{:02}", team.id, place + 1);
    mediator.team = team.id;
    mediator.head = yes_if(place == 0);
    mediator.woman = place == 1 || random.in_thousand(300);
    mediator.minority = commune.minorities ? place == 1 || random.in_thousand(450) : random.in_thousand(40);
    mediator.name = person_name(mediator.woman, random);
    mediator.ethnicity = mediator.minority ? random.one_of(minorities) : "Kinh";
    if (!random.in_thousand(30))
        mediator.born_on = day_of(commune.year - random.between(28, 72), random.between(1, 12), random.between(1, 28));
    mediator.elected_on = election.day;
    mediator.election_form = election.form;
    mediator.households = election.households;
    const int half = static_cast<int>(election.households / 2);
    mediator.agree = random.between(half + 1, static_cast<int>(election.households));
    mediator.present = random.between(static_cast<int>(mediator.agree), static_cast<int>(election.households));
    mediator.list_received_on = election.day + random.between(1, 3);
    mediator.decision = decision(random, 20);
    mediator.recognized_on = mediator.list_received_on + random.between(1, 4);
    mediator.law_degree = degrees[random.weighted({880, 60, 50, 10})];
    mediator.profession = professions[random.weighted({920, 30, 10, 10, 20, 10})];
    const bool trained = random.in_thousand(700);
    mediator.trained_on = day_of(trained ? commune.year : commune.year - 1, random.between(2, 11), random.between(1, 28));
    mediator.hours = trained ? 2 * random.between(2, 8) : 0;
    return mediator;
}

}  // namespace

std::int64_t MadeTeam::size() const {
    std::int64_t serving = 0;
    for (const MadeMediator& mediator : mediators) serving += mediator.serving;
    return serving;
}

MadeTeam make_team(const MadeCommune& commune, int number, Random& random) {
    const std::string_view where = commune.kind == "xa" ? "thôn" : "tổ dân phố";
    MadeTeam team;
    team.id = fmt::format("{}-T{:02}", commune.id, number + 1);
    team.commune = commune.id;
    team.name = fmt::format("Tổ hòa giải {} Giả định {}", where, number + 1);
    team.village = fmt::format("{} Giả định {}", commune.kind == "xa" ? "Thôn" : "Tổ dân phố", number + 1);
    const int elected = commune.year - random.between(1, 3);
    Election election{day_of(elected, random.between(2, 5), random.between(1, 28)), random.between(60, 400),
                      random.one_of(election_forms)};
    // At the time of the first election after the year 2014, when the Law came into force.
    team.established_on = day_of(std::max(2014, elected - random.between(0, 8)), 1, random.between(5, 28));
    team.decision = decision(random, 50);
    const int size = random.weighted({4, 10, 18, 22, 20, 14, 8, 4}) + 3;  // 6.4 on average
    team.decided_size = team.reported_size = size;
    for (int i = 0; i < size; ++i) team.mediators.push_back(make_mediator(commune, team, election, i, random));
    if (random.in_thousand(120)) {
        MadeMediator former = make_mediator(commune, team, election, size, random);
        former.serving = false;
        former.head = Yes::no;
        former.ended_on = day_of(commune.year, random.between(1, 11), random.between(1, 28));
        former.end_reason = "own_wish";
        team.mediators.push_back(std::move(former));
    }
    team.head_elected_on = election.day + 10;
    team.head_share = random.between(55, 100) * 10;
    team.head_proposed_on = team.head_elected_on + random.between(1, 3);
    team.head_recognized_on = team.head_proposed_on + random.between(1, 4);
    team.last_review_on = day_of(commune.year, random.between(4, 11), random.between(1, 28));
    team.annual_report_on = day_of(commune.year, 11, random.between(10, 30));
    team.supporters = random.in_thousand(250);
    team.joint = random.between(1, 3);
    team.uses_it = yes_if(random.in_thousand(550));
    team.support_paid = team.support_months * 10'000 * random.between(8, 15);
    team.exemplary = yes_if(random.in_thousand(50));
    return team;
}

}  // namespace hoagiai::sample
