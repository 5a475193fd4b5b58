// The gap of a target: whole rows at the boundary, what may fail, readings, shapes that have none, and the words.
#include "engine/findings/gaps/gap.h"

#include <catch2/catch.hpp>

#include "engine/findings/gaps/gap_numbers.h"
#include "tests/support/small_check.h"

using namespace hoagiai;
using support::small_check;
using support::SmallCheck;

namespace {

std::string target(const std::string& entity, const std::string& require, const std::string& when = "true") {
    return "rules:\n- {id: r, kind: target, for: " + entity + ", when: '" + when + "', require: '" + require +
           "', finding: {vi: v, en: e}}\n";
}

/// A commune with so many cases, the first of them successful.
std::string cases(int successful, int all) {
    std::string text = "communes:\n- id: c\n  name: C\n  teams:\n  - id: t\n    cases:\n";
    for (int i = 0; i < all; ++i)
        text += "    - {id: k" + std::to_string(i) + ", outcome: " + (i < successful ? "successful" : "unsuccessful") + "}\n";
    return text;
}

const std::string rate = "share(teams.cases, outcome = successful)";

std::vector<Gap> gaps(const std::string& rules, const std::string& records, const std::string& unit = "c") {
    return small_check(rules, records).text("r", unit).gaps;
}

Gap only_gap(const std::string& rules, const std::string& records, const std::string& unit = "c") {
    const std::vector<Gap> all = gaps(rules, records, unit);
    REQUIRE(all.size() == 1);
    return all.front();
}

Gap rate_gap(int successful, int all, const std::string& bound) {
    return only_gap(target("commune", rate + " " + bound), cases(successful, all));
}

NumberRange exactly(std::int64_t numerator, std::int64_t denominator) {
    return NumberRange::exactly(*Number::fraction(numerator, denominator));
}

}  // namespace

TEST_CASE("7 of 8 at 88 %: one more, and none may fail", "[gap]") {
    const Gap gap = rate_gap(7, 8, ">= 88%");
    CHECK(gap.kind == Gap::Kind::share);
    CHECK(gap.short_by == 1);
    CHECK(gap.of == 8);
    CHECK(gap.allowed == 0);
    CHECK_FALSE(gap.at_least);
    CHECK_FALSE(gap.fewer);
    CHECK(gap.sentence.en == "Mediation cases: 1 of the 8 had to end otherwise (0 may fail).");
    CHECK(gap.sentence.vi ==
          "Trong 8 vụ, việc hòa giải, lẽ ra phải có thêm 1 vụ, việc hòa giải thành (được phép không đạt tối đa 0).");
}

TEST_CASE("whole rows at the boundary", "[gap]") {
    struct Boundary {
        int successful, all;
        const char* bound;
        int short_by, allowed;
    };
    const Boundary boundaries[] = {
        {87, 100, ">= 88%", 1, 12}, {0, 100, ">= 88%", 88, 12}, {88, 100, "> 88%", 1, 11}, {87, 100, "> 88%", 2, 11},
        {8, 10, ">= 90%", 1, 1},    {9, 11, ">= 90%", 1, 1},    {17, 19, ">= 90%", 1, 1},  {0, 1, ">= 90%", 1, 0},
        {21, 24, ">= 88%", 1, 2},   {24, 25, "= 100%", 1, 0},   {4, 8, "> 50%", 1, 3},     {2, 3, ">= 66.67%", 1, 0},
    };
    for (const Boundary& one : boundaries) {
        INFO(one.successful << " of " << one.all << " " << one.bound);
        const Gap gap = rate_gap(one.successful, one.all, one.bound);
        CHECK(gap.short_by == one.short_by);
        CHECK(gap.allowed == one.allowed);
        CHECK(gap.of == one.all);
        // With so many more, and with so many that fail, the same rule passes; with one less it does not.
        const std::string rule = target("commune", rate + " " + one.bound);
        CHECK(small_check(rule, cases(one.successful + one.short_by, one.all)).status("r", "c") == Status::pass);
        CHECK(small_check(rule, cases(one.all - one.allowed, one.all)).status("r", "c") == Status::pass);
        CHECK(small_check(rule, cases(one.successful + one.short_by - 1, one.all)).status("r", "c") == Status::fail);
    }
    CHECK(gaps(target("commune", rate + " >= 88%"), cases(88, 100)).empty());
}

TEST_CASE("a most is missed the other way round", "[gap]") {
    const std::string failed = "share(teams.cases, outcome = unsuccessful)";
    const Gap gap = only_gap(target("commune", failed + " <= 12%"), cases(85, 100));
    CHECK(gap.fewer);
    CHECK(gap.short_by == 3);
    CHECK(gap.allowed == 12);
    CHECK(gap.sentence.en == "Mediation cases: 3 of the 100 had to end otherwise (at most 12 allowed).");
    CHECK(gap.sentence.vi ==
          "Trong 100 vụ, việc hòa giải, lẽ ra phải bớt 3 vụ, việc hòa giải không thành (được phép tối đa 12).");
    const Gap strict = only_gap(target("commune", "12% > " + failed), cases(85, 100));
    CHECK(strict.fewer);
    CHECK(strict.short_by == 4);
    CHECK(strict.allowed == 11);
    CHECK(only_gap(target("commune", failed + " = 0%"), cases(5, 7)).short_by == 2);
}

TEST_CASE("millions are as exact as eight", "[gap]") {
    const Bound at_least{false, false, exactly(88, 100)}, more{false, true, exactly(88, 100)};
    const std::int64_t n = 5'000'000;  // exactly 4,400,000
    CHECK(distance_of_share(at_least, {4'399'999, n}, {4'399'999, n})->least == 1);
    CHECK_FALSE(distance_of_share(at_least, {4'400'000, n}, {4'400'000, n}).has_value());
    CHECK(distance_of_share(more, {4'400'000, n}, {4'400'000, n})->least == 1);
    CHECK(allowed_rows(at_least, n) == 600'000);
    CHECK(allowed_rows(more, n) == 599'999);
    // 88 % of 5,000,001 is 4,400,000.88
    CHECK(distance_of_share(at_least, {4'400'000, n + 1}, {4'400'000, n + 1})->least == 1);
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const Bound fine{false, false, exactly(most - 1, most)};
    CHECK(distance_of_share(fine, {0, most}, {0, most})->least == most - 1);
    CHECK(allowed_rows(fine, most) == 1);
    CHECK(distance_of_share({true, false, exactly(1, most)}, {most, most}, {most, most})->least == most - 1);
}

TEST_CASE("no number of rows would do: no gap", "[gap]") {
    CHECK(gaps(target("commune", rate + " > 100%"), cases(8, 8)).empty());
    CHECK(gaps(target("commune", rate + " < 0%"), cases(0, 8)).empty());
    CHECK(gaps(target("commune", rate + " >= 101%"), cases(8, 8)).empty());
}

TEST_CASE("counts and sums: the difference", "[gap]") {
    const std::string records =
        "communes:\n- id: c\n  name: C\n  teams:\n  - {id: t, decided_size: 5, mediators: [{id: a, gender: female}, {id: b, "
        "gender: male}]}\n  - {id: u, mediators: []}\n  fundings: [{id: f, allocated: 12000000, estimated: 17500000}]\n";
    const Gap few = only_gap(target("team", "count(mediators) >= 3"), records, "t");
    CHECK(few.kind == Gap::Kind::count);
    CHECK(few.short_by == 1);
    CHECK_FALSE(few.of.has_value());
    CHECK(few.sentence.en == "Mediators: 1 more needed (2 counted, at least 3 required).");
    CHECK(few.sentence.vi == "Còn thiếu 1 hòa giải viên (tính được 2, phải có ít nhất 3).");
    CHECK(only_gap(target("team", "count(mediators) > 3"), records, "t").short_by == 2);
    CHECK(only_gap(target("team", "3 < count(mediators)"), records, "t").short_by == 2);
    CHECK(only_gap(target("team", "3 <= count(mediators) <= 10"), records, "t").short_by == 1);
    CHECK(only_gap(target("team", "count(mediators) >= decided_size"), records, "t").short_by == 3);
    CHECK(only_gap(target("team", "count(mediators where gender = female) >= 2"), records, "t").sentence.vi ==
          "Còn thiếu 1 hòa giải viên nữ (tính được 1, phải có ít nhất 2).");
    const Gap many = only_gap(target("team", "count(mediators) < 2"), records, "t");
    CHECK(many.fewer);
    CHECK(many.short_by == 1);
    CHECK(many.sentence.en == "Mediators: 1 too many (2 counted, at most 1 allowed).");
    CHECK(many.sentence.vi == "Vượt quá 1 hòa giải viên (tính được 2, tối đa được 1).");
    // Written either way round, it is what should have been more that is short.
    for (const char* funds : {"sum(allocated of fundings) >= sum(estimated of fundings)",
                              "sum(estimated of fundings) <= sum(allocated of fundings)"}) {
        const Gap money = only_gap(target("commune", funds), records);
        CHECK(money.kind == Gap::Kind::sum);
        CHECK_FALSE(money.fewer);
        CHECK(money.short_by == 5'500'000);
        CHECK(money.sentence.en ==
              "“Allocated”: 5,500,000 VND more needed (12,000,000 VND counted, at least 17,500,000 VND required).");
        CHECK(
            money.sentence.vi ==
            "“Kinh phí được phân bổ”: còn thiếu 5.500.000 đồng (tính được 12.000.000 đồng, phải có ít nhất 17.500.000 đồng).");
    }
    // Five mediators may stand against 2.5 on average: three make it, two do not.
    CHECK(
        only_gap(target("commune", "count(teams) >= average(decided_size of teams where decided_size is not missing)"), records)
            .short_by == 3);
}

TEST_CASE("with holes: the least that is proved, and \"at least\" where it is not one number", "[gap]") {
    const auto of_teams = [](const std::string& teams) {
        return only_gap(target("commune", "share(teams where active, logbook) >= 80%"),
                        "communes: [{id: c, name: C, teams: [" + teams + "]}]\n");
    };
    const Gap known = of_teams("{id: a, active: true, logbook: false}, {id: b, active: true, logbook: false}");
    CHECK(known.short_by == 2);
    CHECK_FALSE(known.at_least);
    CHECK(known.sentence.vi ==
          "Trong 2 tổ hòa giải, lẽ ra phải có thêm 2 tổ hòa giải có sổ theo dõi (được phép không đạt tối đa 0).");

    const Gap maybe_good =
        of_teams("{id: a, active: true, logbook: false}, {id: b, active: true, logbook: false}, {id: d, active: true}");
    CHECK(maybe_good.short_by == 2);
    CHECK(maybe_good.at_least);
    CHECK(maybe_good.of == 3);
    CHECK(maybe_good.allowed == 0);
    CHECK(maybe_good.sentence.en == "Mediation teams: at least 2 of the 3 had to end otherwise (0 may fail).");

    // Whether the third counts at all is open: 2 of 2, or 3 of 3.
    const Gap maybe_out =
        of_teams("{id: a, active: true, logbook: false}, {id: b, active: true, logbook: false}, {id: d, logbook: false}");
    CHECK(maybe_out.short_by == 2);
    CHECK(maybe_out.at_least);
    CHECK_FALSE(maybe_out.of.has_value());
    CHECK_FALSE(maybe_out.allowed.has_value());
    CHECK(maybe_out.sentence.en == "Mediation teams: at least 2 of the 2–3 had to end otherwise.");
    CHECK(maybe_out.sentence.vi == "Trong 2–3 tổ hòa giải, lẽ ra phải có thêm ít nhất 2 tổ hòa giải có sổ theo dõi.");

    // A hole that does not move the number: a fifth team, in or out, good if in, leaves one short.
    const Gap unmoved =
        only_gap(target("commune", "share(teams where active, logbook) > 75%"),
                 "communes: [{id: c, name: C, teams: [{id: a, active: true, logbook: true}, {id: b, active: true, logbook: "
                 "false}, {id: d, active: true, logbook: false}, {id: e, active: true, logbook: false}, {id: f, logbook: "
                 "true}]}]\n");
    CHECK(unmoved.short_by == 2);
    CHECK(unmoved.at_least);  // 3 of 4 that had to be 4, or 2 of 5 that had to be 4
}

TEST_CASE("a silent roster behind a figure leaves it open", "[gap]") {
    // Nobody knows the mediators of commune d; those that c has are known.
    const Gap gap = only_gap(target("province", "sum(training_hours of communes.teams.mediators where gender = female) <= 3"),
                             "communes:\n- {id: c, name: C, province: P, teams: [{id: t, mediators: [{id: a, gender: female, "
                             "training_hours: 8}]}]}\n- {id: d, name: D, province: P, teams: [{id: u}]}\n",
                             "P");
    CHECK(gap.short_by == 5);
    CHECK(gap.at_least);
    CHECK(gap.sentence.en == "“Training hours in the period”: at least 5 too much.");
}

TEST_CASE("rows that nobody has seen, and rows that may belong elsewhere", "[gap]") {
    // Any number of mediators may stand behind team u, which is known not to be active.
    const Gap unseen = only_gap(target("province", "share(communes.teams.mediators, team.active) >= 50%"),
                                "communes:\n- {id: c, name: C, province: P, teams: [{id: t, active: false, mediators: [{id: "
                                "a}]}]}\n- {id: d, name: D, province: P, teams: [{id: u, active: false}]}\n",
                                "P");
    CHECK(unseen.short_by == 1);
    CHECK(unseen.at_least);
    CHECK_FALSE(unseen.of.has_value());
    CHECK(unseen.sentence.en == "Mediators: at least 1 had to end otherwise.");
    CHECK(unseen.sentence.vi == "Lẽ ra phải có thêm ít nhất 1 hòa giải viên đạt yêu cầu.");
    // The third case names no mediator: it may be this one's.
    const Gap blank = only_gap(target("mediator", "share(cases, outcome = successful) > 50%"),
                               "communes: [{id: c, name: C, teams: [{id: t, mediators: [{id: m}], cases: [{id: k, mediator: m, "
                               "outcome: stopped}, {id: l, mediator: m, outcome: stopped}, {id: o, outcome: stopped}, {id: p, "
                               "outcome: stopped}]}]}]\n",
                               "m");
    CHECK(blank.short_by == 2);
    CHECK(blank.at_least);
    CHECK(blank.sentence.en == "Mediation cases: at least 2 of the 2–4 had to end otherwise.");
}

TEST_CASE("definitions count as written out, a settled if is its branch", "[gap]") {
    const std::string definitions =
        "parameters: {high: {type: ratio, value: 90%}, low: {type: ratio, value: 80%}, strictly: {type: boolean, value: "
        "true}}\n"
        "definitions:\n"
        "  commune:\n"
        "    rate: 'if strictly then share(teams.cases, done) else share(teams.cases, not done)'\n"
        "    needed: 'if nrm_target in [advanced, model] then high else low'\n"
        "    reached: rate >= needed\n"
        "  case: {done: outcome = successful}\n";
    const auto gap_of = [&](const std::string& target_word, const std::string& entity, const std::string& require,
                            const std::string& unit) {
        std::string records = cases(7, 10);
        records.insert(records.find("  teams:"), "  nrm_target: " + target_word + "\n");
        return gaps(definitions + target(entity, require), records, unit);
    };
    for (const auto& [entity, require, unit] : {std::tuple{"commune", "rate >= needed", "c"},
                                                {"commune", "reached", "c"},
                                                {"team", "commune.reached", "t"},
                                                {"commune", "if pilot is missing then reached else pilot", "c"},
                                                {"commune", "needed <= rate", "c"}}) {
        INFO(require);
        const auto advanced = gap_of("advanced", entity, require, unit), none = gap_of("none", entity, require, unit);
        REQUIRE(advanced.size() == 1);
        CHECK(advanced.front().short_by == 2);
        CHECK(advanced.front().allowed == 1);
        CHECK(advanced.front().sentence.vi ==
              "Trong 10 vụ, việc hòa giải, lẽ ra phải có thêm 2 vụ, việc hòa giải thành (được phép không đạt tối đa 1).");
        REQUIRE(none.size() == 1);
        CHECK(none.front().short_by == 1);
    }
}

TEST_CASE("a conjunction gives a gap for each comparison that fails", "[gap]") {
    const auto all = gaps(target("commune", rate + " >= 88% and count(teams) >= 1 and count(teams.cases) >= 10 and (pilot "
                                                   "else false)"),
                          cases(7, 8));
    REQUIRE(all.size() == 2);
    CHECK(all[0].kind == Gap::Kind::share);
    CHECK(all[1].kind == Gap::Kind::count);
    CHECK(all[1].short_by == 2);
}

TEST_CASE("other shapes have none", "[gap]") {
    for (const char* require :
         {"every(teams.cases, outcome = successful)", "share(teams.cases, outcome = successful) >= 88% or count(teams) > 3",
          "not share(teams.cases, outcome = successful) < 88%", "distinct(outcome of teams.cases) >= 3",
          "count(teams) + count(teams.cases) >= 20", "count(teams) = 5", "share(teams.cases, outcome = successful) = 90%",
          "count(teams) / count(teams.cases) >= 50%", "(pilot else false)"}) {
        INFO(require);
        CHECK(gaps(target("commune", require), cases(7, 8)).empty());
    }
    // A gap is a target's; a requirement's own sentence says what is wrong.
    std::string rule = target("commune", rate + " >= 88%");
    rule.replace(rule.find("target"), 6, "requirement");
    CHECK(gaps(rule, cases(7, 8)).empty());
}

TEST_CASE("counts over the same rows are a share", "[gap]") {
    const std::string successful = "count(teams.cases where outcome = successful)";
    const Gap gap =
        only_gap(target("commune", successful + " / count(teams.cases where outcome in [successful, unsuccessful]) >= 88%"),
                 cases(7, 8));
    CHECK(gap == rate_gap(7, 8, ">= 88%"));
    // Successful cases are no part of the unsuccessful ones.
    CHECK(
        gaps(target("commune", successful + " / count(teams.cases where outcome = unsuccessful) >= 90%"), cases(2, 6)).empty());
    // The last case may be a success, and is surely none of those that were fulfilled.
    CHECK(gaps(target("commune", successful + " / count(teams.cases where fulfilled) >= 90%"),
               "communes: [{id: c, name: C, teams: [{id: t, cases: [{id: k, outcome: stopped, fulfilled: true}, {id: l, "
               "outcome: stopped, fulfilled: true}, {id: m, fulfilled: false}]}]}]\n")
              .empty());
}

namespace {

const std::string report_rules =
    "parameters:\n"
    "  base:\n"
    "    type: choice\n"
    "    choices: {received: {vi: 'trên số tiếp nhận', en: 'of the cases received'}, concluded: {vi: 'trên số đã kết thúc', "
    "en: 'of the cases concluded'}}\n"
    "    undetermined: true\n"
    "definitions: {report: {rate_base: 'if base = received then received else concluded', rate: successful / rate_base}}\n";

std::string report(const std::string& figures) {
    return "reports: [{id: p, unit: U, level: commune, year: 2023, " + figures + "}]\n";
}

}  // namespace

TEST_CASE("a report's figures: so many of the whole; a gap for each reading where they differ", "[gap]") {
    const std::string rules = report_rules + target("report", "rate >= 88%");
    const auto both = gaps(rules, report("received: 105, concluded: 98, successful: 80"), "p");
    REQUIRE(both.size() == 2);
    CHECK(both[0].reading == Words{"trên số tiếp nhận", "of the cases received"});
    CHECK(both[0].short_by == 13);
    CHECK(both[0].of == 105);
    CHECK(both[0].allowed == 12);
    CHECK(both[1].reading.en == "of the cases concluded");
    CHECK(both[1].short_by == 7);
    CHECK(both[1].of == 98);
    CHECK(both[1].allowed == 11);
    CHECK(both[1].sentence.en ==
          "“Cases concluded”: 7 of the 98 had to end otherwise (11 may fail), read as “of the cases concluded”.");
    CHECK(both[1].sentence.vi ==
          "Với “Số vụ, việc đã kết thúc” là 98, lẽ ra “Số vụ, việc hòa giải thành” phải thêm 7 (được phép không đạt tối đa "
          "11), nếu hiểu là “trên số đã kết thúc”.");

    // Where both readings give the same rows, one gap says it.
    const auto cases_only = gaps(report_rules.substr(0, report_rules.find("definitions:")) +
                                     "definitions: {commune: {rate: 'if base = received then " + rate +
                                     " else share(teams.cases where outcome != ongoing, outcome = successful)'}}\n" +
                                     target("commune", "rate >= 88%"),
                                 cases(7, 8));
    REQUIRE(cases_only.size() == 1);
    CHECK(cases_only.front().reading.vi.empty());

    // A parameter that is open and changes nothing here is not named.
    const auto two_open = gaps("parameters:\n  strict: {type: boolean, undetermined: true}\n" + report_rules.substr(12) +
                                   target("report", "rate >= (if strict then 88% else 88%)"),
                               report("received: 105, concluded: 98, successful: 80"), "p");
    REQUIRE(two_open.size() == 2);
    CHECK(two_open[0].reading == both[0].reading);
    CHECK(two_open[1] == both[1]);

    // A total that is not published: at least as many as the least that it can be.
    const auto open = gaps(target("report", "successful / received >= 88%"), report("received: 100"), "p");
    CHECK(open.empty());  // unknown, no shortfall
    const Gap ranged =
        only_gap(target("report", "unsuccessful / received <= 10%"), report("unsuccessful: 30, received: 100"), "p");
    CHECK(ranged.short_by == 20);
    CHECK(ranged.fewer);
    // More successes than cases: a contradiction, not a gap.
    CHECK(gaps(target("report", "successful / received <= 88%"), report("received: 10, successful: 12"), "p").empty());
    // Totals over the same reports; a part by other reports is no part of the whole.
    const std::string totals =
        "communes: [{id: c, name: C, reports: [{id: p, unit: U, level: commune, year: 2023, received: "
        "10, successful: 8}, {id: q, unit: V, level: commune, year: 2022, received: 20, successful: "
        "17}]}]\n";
    const Gap total = only_gap(target("commune", "sum(successful of reports) / sum(received of reports) >= 88%"), totals);
    CHECK(total.short_by == 2);
    CHECK(total.of == 30);
    CHECK(gaps(target("commune", "sum(successful of reports where year = 2023) / sum(received of reports) >= 88%"), totals)
              .empty());
}
