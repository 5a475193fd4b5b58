#include "engine/authoring/sample/defects.h"

#include <algorithm>
#include <utility>

#include "engine/authoring/sample/make.h"
#include "engine/authoring/sample/names.h"

namespace hoagiai::sample {

namespace {

/// Where a defect is put in. `team` and `one` are there where the kind is of teams or cases.
struct Spot {
    MadeCommune& commune;
    MadeTeam* team;
    MadeCase* one;
    Random& random;
    std::vector<Defect>& list;
    const DefectKind& kind;

    void found(std::string_view rule, std::string_view entity, std::string unit) {
        list.push_back({kind.name, rule, kind.status, entity, std::move(unit)});
    }
    void found(std::string_view entity, std::string unit) { found(kind.rule, entity, std::move(unit)); }
};

/// False where it cannot be put in: there is no such case, or another rule would fail too.
using Plant = bool (*)(Spot&);

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
    one.pay = 500'000;
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
        for (MadeCase& one : team.cases) one.mediator.clear();
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

struct Kind {
    DefectKind about;
    Plant plant;
};

const std::vector<Kind>& kinds() {
    constexpr int pay_year = 2024;  // the first that lies wholly under the circular on pay
    static const std::vector<Kind> all = {
        {{"no-roster",
          {"xã chưa nộp danh sách hòa giải viên", "a commune has handed in no list of mediators"},
          "communes",
          20,
          "law-35-2013/team-*",
          "unknown"},
         no_roster},
        {{"thin-teams",
          {"mọi tổ trong xã chỉ vừa đủ 03 hòa giải viên", "every team of a commune has just three mediators"},
          "communes",
          20,
          "yardsticks/yardstick-team-size",
          "fail"},
         thin_teams},
        {{"low-rate",
          {"tỷ lệ hòa giải thành dưới 88%", "a success rate below 88 %"},
          "communes",
          30,
          "yardsticks/yardstick-rate",
          "fail"},
         low_rate},
        {{"report-women",
          {"báo cáo số nữ nhiều hơn số hòa giải viên", "a report with more women than mediators"},
          "communes",
          20,
          "reports/report-women",
          "fail"},
         too_many_women},
        {{"report-successful",
          {"báo cáo số vụ, việc thành nhiều hơn số đã kết thúc", "a report with more successful cases than concluded ones"},
          "communes",
          20,
          "reports/report-successful",
          "fail"},
         too_many_successes},
        {{"report-rate",
          {"tỷ lệ công bố không khớp với số vụ, việc", "a published rate that is not that of the cases"},
          "communes",
          20,
          "reports/report-rate",
          "fail"},
         wrong_rate},
        {{"too-few-mediators",
          {"tổ chỉ có 02 hòa giải viên", "a team of two mediators"},
          "teams",
          10,
          "law-35-2013/team-size",
          "fail"},
         too_few},
        {{"no-woman",
          {"tổ không có hòa giải viên nữ", "a team without a woman"},
          "teams",
          10,
          "law-35-2013/team-woman",
          "fail"},
         no_woman},
        {{"gender-blank",
          {"người nữ duy nhất của tổ để trống ô giới tính", "the gender of a team's only woman is blank"},
          "teams",
          10,
          "law-35-2013/team-woman",
          "unknown"},
         gender_blank},
        {{"no-minority",
          {"tổ ở vùng đồng bào dân tộc thiểu số không có người dân tộc thiểu số",
           "a team where many people of ethnic minorities live, without one of them"},
          "teams",
          20,
          "law-35-2013/team-minority",
          "fail"},
         no_minority},
        {{"no-head", {"tổ không có tổ trưởng", "a team without a head"}, "teams", 8, "law-35-2013/team-head", "fail"}, no_head},
        {{"two-heads", {"tổ có hai tổ trưởng", "a team with two heads"}, "teams", 5, "law-35-2013/team-head", "fail"},
         two_heads},
        {{"wrong-size",
          {"số hòa giải viên ít hơn số được quyết định", "fewer mediators than were decided"},
          "teams",
          10,
          "law-35-2013/team-decided-size",
          "fail"},
         wrong_size},
        {{"no-review",
          {"tổ chưa được rà soát trong năm", "a team that was not reviewed in the year"},
          "teams",
          10,
          "law-35-2013/team-review",
          "fail"},
         no_review},
        {{"no-logbook",
          {"tổ không có sổ theo dõi, nên vụ, việc cũng không được ghi",
           "a team without a logbook, so that its cases are in none"},
          "teams",
          6,
          "law-35-2013/team-logbook",
          "fail"},
         no_logbook},
        {{"too-much-support",
          {"tổ được hỗ trợ quá mức tối đa", "a team supported beyond the ceiling"},
          "teams",
          5,
          "pay-56-2023/team-support",
          "fail",
          pay_year},
         too_much_support},
        {{"few-households",
          {"hòa giải viên được chưa quá 50% số hộ đồng ý", "a mediator to whom no more than half of the households agreed"},
          "teams",
          10,
          "law-35-2013/mediator-households",
          "fail"},
         few_households},
        {{"not-resident",
          {"hòa giải viên không thường trú tại cơ sở", "a mediator who does not live at the place"},
          "teams",
          6,
          "law-35-2013/mediator-resident",
          "fail"},
         not_resident},
        {{"late-start",
          {"hòa giải bắt đầu sau 03 ngày", "a case started after more than three days"},
          "cases",
          15,
          "law-35-2013/case-start",
          "fail"},
         late_start},
        {{"start-blank",
          {"để trống ngày bắt đầu hòa giải", "the day on which a case started is blank"},
          "cases",
          10,
          "law-35-2013/case-start",
          "unknown"},
         start_blank},
        {{"own-interest",
          {"hòa giải viên có quyền lợi liên quan", "a mediator with an interest in the case"},
          "cases",
          5,
          "law-35-2013/case-interest",
          "fail"},
         own_interest},
        {{"not-logged",
          {"vụ, việc không được ghi sổ", "a case that is not in the logbook"},
          "cases",
          10,
          "law-35-2013/case-logged",
          "fail"},
         not_logged},
        {{"paid-too-much",
          {"thù lao quá mức tối đa", "a case paid beyond the ceiling"},
          "cases",
          10,
          "pay-56-2023/case-pay",
          "fail",
          pay_year},
         paid_too_much},
        {{"relapsed", {"hòa giải thành nhưng tái mâu thuẫn", "a successful case that relapsed"}, "cases", 15, "", ""},
         relapsed},
    };
    return all;
}

/// One kind, or none, for a unit.
const Kind* draw(std::string_view of, Random& random) {
    int left = random.below(1000);
    for (const Kind& kind : kinds()) {
        if (kind.about.of != of) continue;
        left -= kind.about.in_thousand;
        if (left < 0) return &kind;
    }
    return nullptr;
}

}  // namespace

std::vector<DefectKind> defect_kinds() {
    std::vector<DefectKind> all;
    for (const Kind& kind : kinds()) all.push_back(kind.about);
    return all;
}

std::vector<Defect> plant_defects(MadeCommune& commune, Random& random) {
    std::vector<Defect> list;
    const auto plant = [&](const Kind* kind, MadeTeam* team, MadeCase* one) {
        if (!kind || commune.year < kind->about.first_year) return false;
        Spot spot{commune, team, one, random, list, kind->about};
        return kind->plant(spot);
    };
    const Kind* whole = draw("communes", random);
    fill_report(commune);
    // Teams are cut short before anything is put into them.
    if (whole && whole->plant == thin_teams) plant(std::exchange(whole, nullptr), nullptr, nullptr);
    // Where there is no list of mediators, nothing else that is wrong in a team could be found.
    if (whole && whole->plant == no_roster) {
        plant(whole, nullptr, nullptr);
        return list;
    }
    for (MadeTeam& team : commune.teams) {
        const bool spoilt = plant(draw("teams", random), &team, nullptr);
        for (MadeCase& one : team.cases) one.spoilt = spoilt || plant(draw("cases", random), &team, &one);
    }
    fill_report(commune);
    plant(whole, nullptr, nullptr);
    return list;
}

}  // namespace hoagiai::sample
