// A commune and what was done in it in a year.
#include <fmt/format.h>

#include <iterator>

#include "engine/authoring/sample/make.h"
#include "engine/authoring/sample/names.h"

namespace hoagiai::sample {

namespace {

constexpr int communes_in_a_province = 100, communes_in_a_district = 15;

void name_commune(MadeCommune& commune, int number, Random& random) {
    static constexpr std::string_view now[] = {"xa", "phuong", "dac_khu"}, now_called[] = {"Xã", "Phường", "Đặc khu"};
    static constexpr std::string_view before[] = {"xa", "phuong", "thi_tran"}, before_called[] = {"Xã", "Phường", "Thị trấn"};
    const bool two_levels = commune.year >= first_year_of_two_levels;
    const auto kind = static_cast<std::size_t>(two_levels ? random.weighted({745, 250, 5}) : random.weighted({780, 165, 55}));
    commune.id = fmt::format("X{:05}", number + 1);
    commune.kind = two_levels ? now[kind] : before[kind];
    commune.name = fmt::format("{} Giả định {}", two_levels ? now_called[kind] : before_called[kind], number + 1);
    commune.province = fmt::format("Tỉnh Giả định {}", number / communes_in_a_province + 1);
    if (!two_levels) commune.district = fmt::format("Huyện Giả định {}", number / communes_in_a_district + 1);
}

void make_experts(MadeCommune& commune, Random& random) {
    static constexpr std::string_view professions[] = {"lawyer", "jurist",        "former_judge",   "former_procurator",
                                                       "cadre",  "civil_servant", "public_employee"};
    const int count = random.between(1, 3);
    for (int i = 0; i < count; ++i) {
        MadeExpert expert;
        expert.id = fmt::format("{}-C{}", commune.id, i + 1);
        expert.name = person_name(random.in_thousand(400), random);
        expert.profession = random.one_of(professions);
        expert.supporter = yes_if(random.in_thousand(300));
        expert.invited_on = day_of(commune.year, random.between(2, 9), random.between(1, 28));
        commune.experts.push_back(std::move(expert));
    }
}

void make_activities(MadeCommune& commune, Random& random) {
    static constexpr std::string_view trainings[] = {"conference", "documents", "forum", "experience_sharing", "online"};
    static constexpr std::string_view outreaches[] = {"mass_media", "loudspeaker", "by_mediator", "leaflet", "social_network"};
    const auto some = [&](std::vector<MadeActivity>& list, char letter, const auto& forms, int count) {
        for (int i = 0; i < count; ++i) {
            MadeActivity activity;
            activity.id = fmt::format("{}-{}{}", commune.id, letter, i + 1);
            activity.form = forms[static_cast<std::size_t>(i)];
            activity.held_on = day_of(commune.year, random.between(2, 11), random.between(1, 28));
            activity.hours = 2 * random.between(2, 6);
            activity.attendees = random.between(20, 70);
            list.push_back(std::move(activity));
        }
    };
    some(commune.trainings, 'H', trainings, random.between(1, 3));
    some(commune.outreaches, 'P', outreaches, random.between(3, 5));
    // Its own, and in some communes one from above.
    const int inspections = commune.pilot || random.in_thousand(400) ? 2 : 1;
    for (int i = 0; i < inspections; ++i) {
        MadeActivity inspection;
        inspection.id = fmt::format("{}-K{}", commune.id, i + 1);
        inspection.form = i == 0 ? "commune" : commune.year >= first_year_of_two_levels ? "province" : "district";
        inspection.held_on = day_of(commune.year, random.between(4, 9), random.between(1, 28));
        inspection.due_on = inspection.held_on + 30;
        inspection.remedied_on = inspection.held_on + random.between(5, 28);
        commune.inspections.push_back(std::move(inspection));
    }
}

void make_fundings(MadeCommune& commune, Random& random) {
    static constexpr std::string_view kinds[] = {"state_management", "mediation_work", "mediation_work"};
    const int count = random.in_thousand(150) ? 3 : 2;
    for (int i = 0; i < count; ++i) {
        MadeFunding funding;
        funding.id = fmt::format("{}-N{}", commune.id, i + 1);
        funding.kind = kinds[i];
        funding.source = i < 2 ? "state" : "social";
        funding.estimated = 100'000 * random.between(50, 240);
        funding.allocated = funding.estimated;
        funding.spent = funding.allocated - 100'000 * random.between(0, 10);
        funding.due_on = day_of(commune.year, 3, 31);
        funding.allocated_on = funding.due_on - random.between(1, 60);
        commune.fundings.push_back(std::move(funding));
    }
}

}  // namespace

MadeCommune make_commune(const SampleRequest& request, int number) {
    Random random(request.seed, 2 * static_cast<std::uint64_t>(number));
    MadeCommune commune;
    commune.year = request.year;
    name_commune(commune, number, random);
    commune.minorities = random.in_thousand(250);
    commune.pilot = random.in_thousand(50);
    static constexpr std::string_view targets[] = {"none", "standard", "advanced", "model", "modern"};
    const int target = random.weighted({20, 47, 23, 7, 3});
    commune.target = commune.kind == "xa" ? targets[target] : targets[0];
    commune.plan_on = day_of(commune.year, random.between(1, 2), random.between(5, 28));
    commune.report_on = day_of(commune.year, 12, random.between(1, 20));
    const int teams = random.between(5, 11);  // eight on average
    for (int i = 0; i < teams; ++i) {
        commune.teams.push_back(make_team(commune, i, random));
        commune.households += commune.teams.back().mediators.front().households;
    }
    commune.population = commune.households * 7 / 2 + random.between(0, 900);
    make_cases(commune, random);
    make_experts(commune, random);
    make_activities(commune, random);
    make_fundings(commune, random);
    return commune;
}

void fill_report(MadeCommune& commune) {
    MadeReport& report = commune.report;
    report = {};
    report.id = commune.id + "-B1";
    report.teams = static_cast<std::int64_t>(commune.teams.size());
    const Day first = day_of(commune.year, 1, 1);
    for (const MadeTeam& team : commune.teams) {
        for (const MadeMediator& mediator : team.mediators) {
            if (!mediator.serving) continue;
            ++report.mediators;
            report.women += mediator.woman;
            report.minority += mediator.minority;
            report.qualified += mediator.law_degree != "none";
            report.trained += mediator.trained_on >= first;
        }
        for (const MadeCase& one : team.cases) {
            ++report.received;
            report.concluded += one.concluded();
            report.successful += one.outcome == "successful";
            report.unsuccessful += one.outcome == "unsuccessful";
            report.ongoing += one.outcome == "ongoing";
        }
    }
    if (report.concluded > 0) report.rate = report.successful * 1000 / report.concluded;
}

}  // namespace hoagiai::sample
