#include "engine/authoring/sample/defects.h"

#include <utility>

#include "engine/authoring/sample/make.h"
#include "engine/authoring/sample/plant.h"

namespace hoagiai::sample {

namespace {

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
          "circular-56-2023/team-support",
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
          "circular-56-2023/case-pay",
          "fail",
          pay_year},
         paid_too_much},
        {{"relapsed",
          {"hòa giải thành nhưng tái mâu thuẫn", "a successful case that relapsed"},
          "cases",
          15,
          "law-35-2013/case-relapsed",
          "fail"},
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
