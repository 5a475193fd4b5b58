#include "tests/differential/maker.h"

#include <fmt/format.h>

#include <algorithm>

namespace hoagiai::differential {

Maker::Maker(std::uint32_t seed) : schema_(builtin_schema()), chance_(seed) {}

std::string Maker::add(const std::string& plural, MadeRow row) {
    const Entity& entity = (*schema_)[schema_->find_plural(plural)];
    std::vector<MadeRow>& table = records_.tables[plural];
    const std::string id = fmt::format("made-{}-{:05}", entity.name, table.size() + 1);
    row["id"] = text(id);
    for (const Field& field : entity.fields)
        if (row.find(field.name) == row.end()) row[field.name] = chance_.value(field);
    table.push_back(std::move(row));
    return id;
}

void Maker::commune() {
    good_ = chance_.one_of({100, 97, 90, 70});
    many_successes_ = chance_.in_hundred(35);
    all_same_day_ = many_successes_ && chance_.in_hundred(30);
    not_logged_ = chance_.one_of({0, 0, 1, 2});
    relapsed_ = chance_.one_of({0, 0, 1, 2});
    many_teams_ = chance_.in_hundred(8);
    supported_ = chance_.below(3);
    MadeRow row;
    row["name"] = text("Xã giả định");
    // few provinces, so that some have more pilot units than were chosen
    row["province"] = text(fmt::format("Tỉnh giả định {}", chance_.below(5)));
    row["kind"] = blank_or(10, text(chance_.one_of({"xa", "xa", "xa", "phuong", "thi_tran", "dac_khu"})));
    row["pilot"] = yes(75);
    row["pilot_year"] = blank_or(15, whole(chance_.one_of({2022, 2023, 2023, 2023, 2023, 2023, 2024})));
    row["nrm_target"] = text(chance_.one_of({"none", "standard", "advanced", "advanced", "model", "model", "modern"}));
    row["nrm_target_year"] = blank_or(15, whole(chance_.one_of({2021, 2022, 2023, 2023, 2024, 2025})));
    const int teams_made = many_teams_ ? 10 : chance_.between(1, 4);
    row["decided_teams"] = whole(std::max(0, teams_made + chance_.one_of({0, 0, 0, -1, 1})));
    row["villages"] = whole(teams_made + chance_.one_of({0, 0, -1, 1}));
    row["valid_from"] = blank_or(60, text(chance_.one_of({"2016-01-01", "2023-01-01", "2023-01-02"})));
    row["valid_to"] = blank_or(60, text(chance_.one_of({"2023-12-30", "2023-12-31", "2030-12-31"})));
    row["annual_report_on"] = text(chance_.in_hundred(good_) ? days_after("2023-01-01", chance_.below(400)) : chance_.event());
    const std::string id = add("communes", std::move(row));
    std::vector<MadeTeam> teams;
    // A commune without any team or mediator would say nothing of them: that is a hole.
    for (int i = 0; i < teams_made; ++i) {
        team(id, i == 0 ? chance_.between(1, 6) : chance_.one_of({0, 2, 3, 3, 4, 5}));
        teams.push_back(last_team_);
    }
    cases(teams);
    things_done(id);
    fundings(id);
    for (int i = chance_.below(4); i > 0; --i) report(id, teams);
}

std::string Maker::team(const std::string& commune, int mediators, bool works) {
    MadeRow row;
    row["commune"] = text(commune);
    row["active"] = works ? blank_or(10, yes(92)) : whole(0);
    row["established_on"] =
        text(chance_.in_hundred(70) ? "2016-03-15" : chance_.one_of<std::string>({"2013-12-31", chance_.day()}));
    for (const char* head : {"head_elected_on", "head_recognized_on"})
        row[head] = text(chance_.in_hundred(good_) ? "2021-03-13" : chance_.event());
    // Nobody wrote when the team was set up: then what was done for its head was done long ago.
    if (chance_.in_hundred(15)) {
        row["established_on"] = {};
        row["head_elected_on"] = row["head_recognized_on"] = text("2021-03-13");
    }
    row["decided_size"] = whole(std::max(0, mediators + chance_.one_of({0, 0, 0, 0, -1, 1})));
    row["last_review_on"] =
        text(chance_.in_hundred(good_) ? days_after("2023-01-01", chance_.one_of({0, 100, 180, 181, 364})) : chance_.event());
    row["logbook"] = yes(good_);
    row["legal_supporters"] = whole(many_teams_ ? supported_-- > 0 : chance_.one_of({0, 0, 0, 1, 2}));
    row["uses_it"] = yes(20);
    last_team_ = {add("teams", std::move(row)), {}};
    const int head = chance_.in_hundred(10) ? -1 : 0;
    for (int i = 0; i < mediators; ++i) mediator(last_team_, i == head || chance_.in_hundred(4));
    return last_team_.id;
}

void Maker::mediator(MadeTeam& team, bool head) {
    MadeRow row;
    row["team"] = text(team.id);
    row["gender"] = text(chance_.one_of({"male", "male", "female"}));
    row["ethnicity"] = text(chance_.one_of({"Kinh", "Kinh", "kinh ", "KINH", "Việt", "Kinh (Việt)", "Khmer", "Hoa"}));
    for (const char* standard : {"citizen", "resident", "volunteer", "good_conduct", "persuasive", "legal_knowledge"})
        row[standard] = yes(92);
    row["elected_on"] =
        text(chance_.one_of<std::string>({"2013-12-31", "2014-01-01", "2021-03-12", "2021-03-12", chance_.event()}));
    row["recognized_on"] =
        text(chance_.one_of<std::string>({"2013-12-31", "2014-01-01", "2021-03-19", "2021-03-19", chance_.event()}));
    row["list_received_on"] = text(chance_.one_of<std::string>({"2021-03-15", "2021-03-15", chance_.event()}));
    row["election_chaired"] = yes(good_);
    row["end_decided_on"] = text(chance_.in_hundred(good_) ? chance_.day() : chance_.event());
    const int total = chance_.one_of({0, 1, 100, 101, 120});
    row["households_total"] = whole(total);
    row["households_agree"] = whole(std::max(0, total / 2 + chance_.one_of({-1, 0, 1, 1, 1, total / 3})));
    // Where nobody wrote whether somebody serves, the day on which he left decides, and a blank means that he is there.
    row["active"] = blank_or(50, yes(90));
    if (chance_.in_hundred(60))
        row["ended_on"] = {};
    else
        row["ended_on"] = text(chance_.event(50));
    row["head"] = whole(head);
    row["law_degree"] = text(chance_.one_of({"none", "none", "none", "none", "none", "bachelor", "intermediate", "above"}));
    row["legal_profession"] = text(chance_.one_of({"none", "none", "none", "none", "none", "none", "lawyer", "cadre"}));
    if (many_teams_) row["law_degree"] = row["legal_profession"] = text("none");
    row["trained_on"] =
        text(chance_.in_hundred(good_ - 40) ? chance_.one_of({"2023-01-01", "2023-06-15", "2023-06-30", "2023-12-31"})
                                            : chance_.event());
    team.mediators.push_back(add("mediators", std::move(row)));
}

void Maker::cases(const std::vector<MadeTeam>& teams) {
    std::vector<const MadeTeam*> able;
    for (const MadeTeam& team : teams)
        if (!team.mediators.empty()) able.push_back(&team);
    // The successes that a share of 88, 90, 95 or 100 % needs, or one fewer.
    const int concluded = many_successes_ ? chance_.one_of({9, 10, 20}) : chance_.one_of({0, 1, 8, 9, 10, 10, 11, 20, 25, 25});
    const int percent = many_successes_ ? chance_.one_of({95, 95, 100}) : chance_.one_of({88, 88, 90, 90, 95, 95, 100, 50});
    const int successes = std::max(0, (percent * concluded + 99) / 100 - chance_.one_of({0, 0, 0, 1}));
    const bool further = chance_.in_hundred(50);
    for (int i = 0; i < concluded; ++i) {
        const std::string outcome = i < successes ? "successful" : chance_.one_of({"unsuccessful", "unsuccessful", "stopped"});
        one_case(*able[static_cast<std::size_t>(chance_.below(static_cast<int>(able.size())))], outcome);
    }
    for (int i = further ? chance_.below(4) : 0; i > 0; --i)
        one_case(*able[static_cast<std::size_t>(chance_.below(static_cast<int>(able.size())))],
                 chance_.one_of({"ongoing", "ongoing", "transferred", "not_accepted"}));
}

void Maker::one_case(const MadeTeam& team, const std::string& outcome) {
    MadeRow row;
    row["team"] = text(team.id);
    row["mediator"] = text(team.mediators[static_cast<std::size_t>(chance_.below(static_cast<int>(team.mediators.size())))]);
    row["outcome"] = text(outcome);
    const bool year_before = chance_.in_hundred(12);
    const std::string received =
        chance_.in_hundred(85) ? days_after(year_before ? "2022-01-01" : "2023-01-01", chance_.below(350)) : chance_.day();
    row["received_on"] = text(received);
    const std::string assigned = chance_.in_hundred(5) ? never_day : days_after(received, chance_.below(4));
    row["assigned_on"] = text(assigned);
    const std::string started =
        chance_.in_hundred(6) ? chance_.event(60) : days_after(assigned, chance_.one_of({0, 1, 2, 3, 3, 3, 4, 10}));
    row["started_on"] = text(started);
    std::string ended = days_after(received, all_same_day_ || chance_.in_hundred(15) ? 0 : chance_.below(12));
    if (outcome == "ongoing" || (!many_successes_ && chance_.in_hundred(4)))
        ended = chance_.in_hundred(85) ? never_day : chance_.event();
    row["ended_on"] = text(ended);
    // Left blank, the day on which the case came in stands for it; only where nothing else hangs on it.
    if ((outcome == "ongoing" || outcome == "unsuccessful" || outcome == "not_accepted") && chance_.in_hundred(20))
        row["ended_on"] = {};
    row["start_exception"] = text(chance_.one_of({"none", "none", "none", "none", "on_witnessing", "parties_agreed"}));
    row["logged"] = many_successes_ ? whole(not_logged_-- <= 0) : yes(good_);
    if (all_same_day_) row["written_record"] = yes(0);
    row["relapsed"] = many_successes_ ? whole(relapsed_-- > 0) : yes(12);
    row["conflict_of_interest"] = yes(4);
    row["scope"] = text(chance_.one_of({"in_scope", "in_scope", "in_scope", "in_scope", "in_scope", "in_scope", "doubtful",
                                        "criminal", "administrative", "public_interest", "labour", "commune_level"}));
    row["written_record"] = yes(good_);
    row["record_complete"] = yes(good_);
    row["guided"] = yes(good_);
    row["danger"] = yes(15);
    for (const char* report : {"danger_reported_on", "violation_reported_on"})
        row[report] = text(chance_.in_hundred(good_) ? days_after(received, 1) : chance_.event());
    row["fulfilled"] = yes(60);
    row["followed_up_on"] = text(chance_.in_hundred(many_successes_ ? 20 : 3) ? days_after(ended, 30) : never_day);
    add("cases", std::move(row));
}

void Maker::things_done(const std::string& commune) {
    const auto held = [&] {
        return text(chance_.in_hundred(75) ? days_after("2023-01-01", chance_.below(365)) : chance_.day());
    };
    for (int i = chance_.one_of({0, 1, 2, 3, 5, 8}); i > 0; --i) {
        MadeRow row;
        row["commune"] = text(commune);
        row["held_on"] = held();
        row["form"] = text(chance_.one_of(
            {"mass_media", "loudspeaker", "by_mediator", "mass_media", "loudspeaker", "by_mediator", "leaflet"}));
        row["on_mediation"] = yes(80);
        add("outreaches", std::move(row));
    }
    for (int i = chance_.below(3); i > 0; --i) {
        MadeRow row;
        row["commune"] = text(commune);
        row["held_on"] = held();
        add("trainings", std::move(row));
    }
    for (int i = chance_.below(3); i > 0; --i) {
        MadeRow row;
        row["commune"] = text(commune);
        row["held_on"] = held();
        row["level"] = text(chance_.one_of({"commune", "commune", "district", "province"}));
        add("inspections", std::move(row));
    }
    for (int i = chance_.below(5); i > 0; --i) {
        MadeRow row;
        row["commune"] = text(commune);
        row["resident"] = yes(90);
        row["qualified"] = yes(90);
        row["already_mediator"] = yes(10);
        row["already_supporter"] = yes(10);
        row["invited_on"] = text(chance_.in_hundred(good_) ? chance_.day() : chance_.event());
        add("experts", std::move(row));
    }
}

void Maker::fundings(const std::string& commune) {
    for (int i = chance_.below(6); i > 0; --i) {
        MadeRow row;
        row["commune"] = text(commune);
        row["year"] = whole(chance_.one_of({2023, 2023, 2023, 2023, 2022, 2024}));
        row["source"] = text(chance_.one_of({"state", "state", "state", "social", "project"}));
        const int estimated = 1'000'000 * chance_.below(4);
        row["estimated"] = whole(estimated);
        row["allocated"] = whole(std::max(0, estimated + chance_.one_of({0, 0, 0, -1, 1, 1'000'000})));
        const std::string due = chance_.day();
        row["due_on"] = text(due);
        row["allocated_on"] =
            text(chance_.in_hundred(80) ? days_after(due, chance_.one_of({-30, -1, 0, 0, 1})) : chance_.event());
        add("fundings", std::move(row));
    }
}

void Maker::report(const std::string& commune, const std::vector<MadeTeam>& teams) {
    MadeRow row;
    row["commune"] = text(commune);
    row["team"] = {};
    row["unit"] = text(commune);
    row["level"] = text("commune");
    if (chance_.in_hundred(20)) {
        row["level"] = text("team");
        row["team"] = row["unit"] = text(teams.front().id);
    }
    // Figures without a year are those of the last day covered, else of the day of the check.
    row["year"] = blank_or(30, whole(chance_.one_of({2013, 2014, 2022, 2023})));
    row["to_on"] = blank_or(40, text(chance_.one_of({"2013-12-31", "2014-01-01", "2023-12-31"})));
    const auto near = [&](int value) { return std::max(0, value + (chance_.in_hundred(12) ? chance_.one_of({-1, 1, 1}) : 0)); };
    const int teams_told = chance_.below(8),
              mediators = std::max(0, teams_told * chance_.one_of({3, 3, 4, 5}) + chance_.one_of({-1, 0, 0, 1}));
    row["teams"] = whole(teams_told);
    row["mediators"] = whole(mediators);
    for (const char* part : {"women", "ethnic_minority", "law_qualified", "trained"})
        row[part] =
            blank_or(20, whole(chance_.in_hundred(50) ? mediators + chance_.one_of({0, 0, 1}) : chance_.below(mediators + 1)));
    const int concluded = chance_.one_of({0, 1, 8, 9, 25, 100, 200, 400});
    const int ongoing = chance_.one_of({0, 0, 1, 3, 10}), received = concluded + ongoing;
    const int successful = concluded * chance_.one_of({88, 88, 89, 90, 50, 100}) / 100;
    const int told_successful = near(successful), told_unsuccessful = near(concluded - successful),
              told_ongoing = near(ongoing);
    const int told_received = near(received), told_concluded = near(concluded);
    row["received"] = whole(told_received);
    row["concluded"] = whole(told_concluded);
    row["successful"] = whole(told_successful);
    row["unsuccessful"] = whole(told_unsuccessful);
    row["ongoing"] = whole(told_ongoing);
    const int base = chance_.in_hundred(50) ? told_received : told_concluded;
    const int hundredths = base > 0 ? 10'000 * told_successful / base : 0;
    row["published_rate"] =
        blank_or(15, whole(std::clamp(hundredths + chance_.one_of({0, 1, 49, 50, 51, -99, -100, -101, 300}), 0, 10'000)));
    // What was not printed contradicts nothing.
    if (told_successful + told_unsuccessful + told_ongoing == told_received && chance_.in_hundred(40)) {
        row["concluded"] = {};
    } else if (chance_.in_hundred(10)) {
        for (const char* part : {"successful", "unsuccessful", "ongoing", "published_rate"}) row[part] = {};
    }
    add("reports", std::move(row));
}

}  // namespace hoagiai::differential
