// A commune as it is made up, before it is written: what stands in its rows. A list that is empty and a text that is empty is a
// blank cell, as is blank_day, blank_number and Yes::blank. Choices are held by their names in the schema.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "engine/values/date.h"

namespace hoagiai::sample {

inline constexpr Day blank_day = std::numeric_limits<Day>::min(), never_day = std::numeric_limits<Day>::max();
inline constexpr std::int64_t blank_number = -1;
enum class Yes : std::uint8_t { blank, no, yes };
inline Yes yes_if(bool condition) { return condition ? Yes::yes : Yes::no; }

struct MadeMediator {
    std::string id, team, name, decision;
    bool woman = false, minority = false;  ///< who it is; whether the gender is written, says gender_known
    bool gender_known = true, serving = true;
    std::string_view ethnicity, election_form, end_reason, law_degree, profession;
    Day born_on = blank_day, elected_on = blank_day, list_received_on = blank_day, recognized_on = blank_day,
        ended_on = blank_day, trained_on = blank_day;
    std::int64_t households = 0, present = 0, agree = 0, hours = 0;
    Yes resident = Yes::yes, head = Yes::no;
};

struct MadeCase {
    std::string id, team, mediator;
    std::string_view opened_by, exception, dispute, scope, outcome;
    Day received_on = blank_day, assigned_on = blank_day, started_on = blank_day, ended_on = blank_day,
        followed_up_on = never_day, requested_on = never_day, paid_on = never_day;
    Yes record_wanted = Yes::no, written_record = Yes::no, logged = Yes::yes, guided = Yes::blank, conflict = Yes::no,
        fulfilled = Yes::blank, relapsed = Yes::blank, hard = Yes::no;
    std::int64_t pay = blank_number;
    bool spoilt = false;  ///< it, or its team, has a defect
    bool accepted() const { return outcome != "not_accepted"; }
    bool concluded() const { return outcome == "successful" || outcome == "unsuccessful" || outcome == "stopped"; }
};

struct MadeTeam {
    std::string id, commune, name, village, decision;
    Day established_on = blank_day, head_elected_on = blank_day, head_proposed_on = blank_day, head_recognized_on = blank_day,
        last_review_on = blank_day, annual_report_on = blank_day;
    std::int64_t decided_size = 0, reported_size = 0, head_share = 0, supporters = 0, joint = 0, support_paid = 0,
                 support_months = 12;
    Yes logbook = Yes::yes, uses_it = Yes::no, exemplary = Yes::no;
    std::vector<MadeMediator> mediators;
    std::vector<MadeCase> cases;
    std::int64_t size() const;  ///< how many serve
};

struct MadeExpert {
    std::string id, name;
    std::string_view profession;
    Yes mediator = Yes::no, supporter = Yes::no;
    Day invited_on = never_day;
};

/// Trainings, outreach and inspections: what was done on a day.
struct MadeActivity {
    std::string id;
    std::string_view form;  ///< of an inspection its level
    Day held_on = blank_day, due_on = blank_day, remedied_on = blank_day;
    std::int64_t hours = 0, attendees = 0;
};

struct MadeFunding {
    std::string id;
    std::string_view kind, source;
    std::int64_t estimated = 0, allocated = 0, spent = 0;
    Day due_on = blank_day, allocated_on = blank_day;
};

struct MadeReport {
    std::string id;
    std::int64_t teams = 0, mediators = 0, women = 0, minority = 0, qualified = 0, trained = 0, received = 0, concluded = 0,
                 successful = 0, unsuccessful = 0, ongoing = 0;
    std::int64_t rate = blank_number;  ///< in tenths of a percent
};

struct MadeCommune {
    std::string id, name, district, province;
    std::string_view kind, pilot_level, target;
    int year = 0;
    bool minorities = false, pilot = false;
    bool roster_given = true;  ///< false: it has handed in no list of mediators
    std::int64_t households = 0, population = 0;
    Day plan_on = blank_day, report_on = blank_day;
    std::vector<MadeTeam> teams;
    std::vector<MadeExpert> experts;
    std::vector<MadeActivity> trainings, outreaches, inspections;
    std::vector<MadeFunding> fundings;
    MadeReport report;
};

}  // namespace hoagiai::sample
