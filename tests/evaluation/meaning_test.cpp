// The meaning of what is missing, case by case: rosters that say nothing, tables and columns that were not supplied, links that
// are blank, dates that decide, readings that differ.
#include <catch2/catch.hpp>

#include "tests/support/small_check.h"

using namespace hoagiai;
using support::small_check;
using support::small_rule;

namespace {

std::vector<std::string> missing(const support::SmallCheck& check, const std::string& rule, const std::string& unit) {
    std::vector<std::string> cells;
    for (const MissingText& cell : check.text(rule, unit).missing)
        cells.push_back(cell.entity + "/" + cell.id + cell.commune + "/" + cell.field);
    return cells;
}

const std::string size_rule = "rules:\n" + small_rule("size", "team", "count(mediators) >= 3") +
                              small_rule("woman", "team", "count(mediators where gender = female) >= 1");

}  // namespace

TEST_CASE("one woman and two without a gender pass; two men and one without name one cell", "[meaning]") {
    const auto check =
        small_check(size_rule,
                    "communes: [{id: c, name: C, teams: [{id: t, mediators: [{id: a, gender: female}, {id: b}, {id: d}]}, {id: "
                    "u, mediators: [{id: e, gender: male}, {id: f, gender: male}, {id: g}]}]}]\n");
    CHECK(check.status("woman", "t") == Status::pass);
    CHECK(check.status("woman", "u") == Status::unknown);
    CHECK(missing(check, "woman", "u") == std::vector<std::string>{"mediator/g/gender"});
    CHECK(check.status("size", "t") == Status::pass);
}

TEST_CASE("a roster says nothing of a commune for which it has no row", "[meaning]") {
    const auto check = small_check(size_rule + small_rule("none", "commune", "count(teams) = 0") +
                                       small_rule("few", "commune", "count(teams.mediators) < 1") +
                                       small_rule("no-case", "commune", "count(teams.cases) = 0"),
                                   "communes:\n- id: c\n  name: C\n  teams: [{id: t}]\n- id: d\n  name: D\n  teams: [{id: u, "
                                   "mediators: [{id: a}]}, {id: v}]\n- {id: e, name: E}\ncases: []\n");
    SECTION("no mediator row in the commune: unknown, not 0") {
        CHECK(check.status("size", "t") == Status::unknown);
        CHECK(missing(check, "size", "t") == std::vector<std::string>{"mediator/c/"});
    }
    SECTION("a row elsewhere in the commune: this team has none") {
        CHECK(check.status("size", "v") == Status::fail);
        CHECK(check.status("size", "u") == Status::fail);
    }
    SECTION("no team row: nothing is known of what stands behind one either") {
        CHECK(check.status("none", "e") == Status::unknown);
        CHECK(check.status("few", "e") == Status::unknown);
        CHECK(check.status("no-case", "e") == Status::unknown);
        CHECK(missing(check, "no-case", "e") == std::vector<std::string>{"team/e/"});
    }
    SECTION("cases are no roster: a supplied table without a row means none") {
        CHECK(check.status("no-case", "d") == Status::pass);
    }
}

TEST_CASE("tables and columns that were not supplied are all holes", "[meaning]") {
    const auto check = small_check(
        "rules:\n" + small_rule("cases", "team", "count(cases) = 0") + small_rule("least", "team", "sum(pay of cases) >= 0") +
            small_rule("true-anyway", "team", "count(cases where true) >= 0") +
            small_rule("never", "team", "count(cases where false) = 0") +
            small_rule("ratio", "team", "share(cases, relapsed) <= 100%") + small_rule("column", "mediator", "citizen") +
            small_rule("above", "team", "count(cases where team.active) = 0"),
        "communes: [{id: c, name: C, teams: [{id: t, active: false, mediators: [{id: a}]}]}]\n");
    CHECK(check.status("cases", "t") == Status::unknown);
    CHECK(missing(check, "cases", "t") == std::vector<std::string>{"case//"});
    CHECK(check.status("least", "t") == Status::pass);
    CHECK(check.status("true-anyway", "t") == Status::pass);
    CHECK(check.status("never", "t") == Status::pass);
    CHECK(check.status("ratio", "t") == Status::unknown);  // perhaps there is nothing to divide by
    CHECK(check.status("column", "a") == Status::unknown);
    CHECK(missing(check, "column", "a") == std::vector<std::string>{"mediator//citizen"});
    // A row that nobody has seen still hangs on its team, which is known.
    CHECK(check.status("above", "t") == Status::pass);
}

TEST_CASE("a missing link leads to some row that could stand there", "[meaning]") {
    const auto check = small_check(
        "rules:\n" + small_rule("gone", "case", "mediator is missing") + small_rule("field", "case", "mediator.citizen") +
            small_rule("blank", "case", "mediator.citizen is missing") + small_rule("some", "mediator", "count(cases) >= 1") +
            small_rule("many", "mediator", "count(cases) <= 2") + small_rule("too-many", "mediator", "count(cases) >= 3"),
        "communes:\n- id: c\n  name: C\n  teams:\n  - id: t\n    mediators: [{id: a, citizen: true}, {id: b, citizen: true}]\n "
        "   cases: [{id: k, mediator: a}, {id: l}]\n  - id: u\n    mediators: [{id: z}]\n    cases: [{id: m}]\n");
    CHECK(check.status("gone", "k") == Status::fail);
    CHECK(check.status("gone", "l") == Status::pass);
    CHECK(check.status("field", "k") == Status::pass);
    CHECK(check.status("field", "l") == Status::unknown);  // also what all possible rows share
    CHECK(missing(check, "field", "l") == std::vector<std::string>{"case/l/mediator"});
    CHECK(check.status("blank", "l") == Status::pass);
    CHECK(check.status("some", "a") == Status::pass);
    CHECK(check.status("some", "b") == Status::unknown);
    CHECK(missing(check, "some", "b") == std::vector<std::string>{"case/l/mediator"});
    CHECK(check.status("many", "a") == Status::pass);  // of another team's cases none can be a's
    CHECK(check.status("too-many", "a") == Status::fail);
}

TEST_CASE("a blank optional parent of a report means none", "[meaning]") {
    const auto check = small_check("rules:\n" + small_rule("reports", "commune", "count(reports) = 1"),
                                   "communes: [{id: c, name: C, reports: [{id: r, unit: C, level: commune}]}]\nreports: [{id: "
                                   "n, unit: Cả nước, level: national}]\n");
    CHECK(check.status("reports", "c") == Status::pass);
}

TEST_CASE("derived units have the communes that name them, and perhaps those that name none", "[meaning]") {
    const auto check = small_check("rules:\n" + small_rule("two", "province", "count(communes) >= 2") +
                                       small_rule("three", "province", "count(communes) >= 3") +
                                       small_rule("four", "province", "count(communes) >= 4"),
                                   "communes: [{id: a, name: A, province: Bạc Liêu}, {id: b, name: B, province: 'bạc liêu '}, "
                                   "{id: d, name: D}, {id: e, name: E, province: Cà Mau}]\n");
    CHECK(check.status("two", "Bạc Liêu") == Status::pass);
    CHECK(check.status("three", "Bạc Liêu") == Status::unknown);
    CHECK(missing(check, "three", "Bạc Liêu") == std::vector<std::string>{"commune/d/province"});
    CHECK(check.status("four", "Bạc Liêu") == Status::fail);
    CHECK(check.status("two", "Cà Mau") == Status::unknown);
}

TEST_CASE("is missing and else look at the record as given", "[meaning]") {
    const auto check =
        small_check("rules:\n" + small_rule("gone", "team", "decided_size is missing") +
                        small_rule("there", "team", "decided_size is not missing") +
                        small_rule("stand-in", "team", "(decided_size else 3) >= 3") +
                        small_rule("event", "team", "last_review_on is missing"),
                    "communes: [{id: c, name: C, teams: [{id: t}, {id: u, decided_size: 2, last_review_on: chưa}]}]\n");
    CHECK(check.status("gone", "t") == Status::pass);
    CHECK(check.status("there", "t") == Status::fail);
    CHECK(check.status("stand-in", "t") == Status::pass);
    CHECK(check.status("stand-in", "u") == Status::fail);
    CHECK(check.status("event", "u") == Status::fail);  // never is known
}

TEST_CASE("never: known not to have happened", "[meaning]") {
    const auto check = small_check("rules:\n" + small_rule("in", "team", "last_review_on in period") +
                                       small_rule("by", "team", "head_recognized_on <= 2023-06-30") +
                                       small_rule("asked", "team", "last_review_on = never") +
                                       small_rule("both", "team", "last_review_on - head_recognized_on <= 3 days"),
                                   "communes: [{id: c, name: C, teams: [{id: t, last_review_on: chưa, head_recognized_on: "
                                   "never}, {id: u, last_review_on: 2023-05-01, head_recognized_on: 2023-07-01}, {id: v}]}]\n");
    CHECK(check.status("in", "t") == Status::fail);
    CHECK(check.status("in", "u") == Status::pass);
    CHECK(check.status("in", "v") == Status::unknown);
    CHECK(check.status("by", "t") == Status::fail);
    CHECK(check.status("asked", "t") == Status::pass);
    CHECK(check.status("both", "t") == Status::unknown);  // never - never has no answer
    CHECK(check.text("both", "t").missing.empty());
    CHECK(check.status("both", "u") == Status::pass);
}

TEST_CASE("nothing to divide by is unknown, and a guard makes it not applicable", "[meaning]") {
    const std::string share = "share(cases where outcome in [successful, unsuccessful], outcome = successful) >= 88%";
    const auto check =
        small_check("rules:\n" + small_rule("bare", "team", share) +
                        small_rule("guarded", "team", share, "count(cases where outcome in [successful, unsuccessful]) > 0"),
                    "communes: [{id: c, name: C, teams: [{id: t, cases: [{id: k, outcome: ongoing}]}, {id: u, cases: [{id: l, "
                    "outcome: successful}]}]}]\n");
    CHECK(check.status("bare", "t") == Status::unknown);
    CHECK(check.text("bare", "t").missing.empty());
    CHECK(check.text("bare", "t").message.en.find("nothing to divide by") != std::string::npos);
    CHECK(check.status("guarded", "t") == Status::not_applicable);
    CHECK(check.status("guarded", "u") == Status::pass);
}

TEST_CASE("the order of the statuses: when and require are decided apart", "[meaning]") {
    const auto check = small_check(
        "rules:\n" + small_rule("r", "team", "logbook", "active"),
        "communes: [{id: c, name: C, teams: [{id: t1, active: true, logbook: true}, {id: t2, active: true, logbook: false}, "
        "{id: t3, active: false}, {id: t4, logbook: true}, {id: t5, logbook: false}, {id: t6, active: true}]}]\n");
    CHECK(check.status("r", "t1") == Status::pass);
    CHECK(check.status("r", "t2") == Status::fail);
    CHECK(check.status("r", "t3") == Status::not_applicable);
    CHECK(check.status("r", "t4") == Status::pass);
    CHECK(check.status("r", "t5") == Status::unknown);
    CHECK(missing(check, "r", "t5") == std::vector<std::string>{"team/t5/active"});
    CHECK(missing(check, "r", "t6") == std::vector<std::string>{"team/t6/logbook"});
}

namespace {

const std::string readings = R"(parameters:
  base: {type: choice, choices: {received: {vi: tiếp nhận, en: of the cases received}, concluded: {vi: kết thúc, en: of the cases concluded}}, undetermined: true}
  target: {type: ratio, value: 88%}
definitions:
  report:
    rate: if base = received then successful / received else successful / concluded
rules:
- id: r
  kind: target
  for: report
  when: received > 0
  require: rate >= target
  finding: {vi: "{rate}", en: "{rate}"}
)";

std::string report(const std::string& fields) { return "reports: [{id: x, unit: Xã A, level: commune, " + fields + "}]\n"; }

}  // namespace

TEST_CASE("readings combine like fillings", "[meaning]") {
    SECTION("they differ: the reading decides, with both rates") {
        const auto check = small_check(readings, report("received: 105, concluded: 98, successful: 88"));
        CHECK(check.status("r", "x") == Status::unknown);
        const FindingText text = check.text("r", "x");
        CHECK(text.missing.empty());
        REQUIRE(text.readings.size() == 2);
        CHECK(text.readings[0].status == Status::fail);
        CHECK(text.readings[0].values[0].value.en == "83.81%");
        CHECK(text.readings[1].status == Status::pass);
        CHECK(text.readings[1].values[0].value.vi == "89,8%");
        CHECK(text.message.en.find("The reading decides;") == 0);
    }
    SECTION("they agree") {
        CHECK(small_check(readings, report("received: 100, concluded: 98, successful: 90")).status("r", "x") == Status::pass);
        const auto both = small_check(readings, report("received: 100, concluded: 98, successful: 40"));
        CHECK(both.status("r", "x") == Status::fail);
        CHECK(both.text("r", "x").message.en == "40% (of the cases received), 40.82% (of the cases concluded)");
    }
    SECTION("one is open: what is missing is named") {
        const auto check = small_check(readings, report("received: 100, successful: 90"));
        CHECK(check.status("r", "x") == Status::unknown);
        CHECK(missing(check, "r", "x") == std::vector<std::string>{"report//concluded"});
    }
    SECTION("87.96 % fails 88 %") {
        const auto check = small_check(readings, report("received: 2500, concluded: 2500, successful: 2199"));
        CHECK(check.status("r", "x") == Status::fail);
        CHECK(check.text("r", "x").message.vi == "87,96%");
    }
    SECTION("exactly 88 % passes") {
        CHECK(small_check(readings, report("received: 2500, concluded: 2500, successful: 2200")).status("r", "x") ==
              Status::pass);
    }
}

namespace {

const std::string dated = R"(parameters:
  ceiling:
    type: money
    values: [{from: 2014-09-15, value: 200000}, {from: 2023-10-06, value: 300000}]
rules:
- {id: by-day, kind: requirement, for: case, on: ended_on, require: 'pay <= ceiling', finding: {vi: "{ceiling}", en: "{ceiling}"}}
- {id: today, kind: requirement, for: case, require: 'pay <= ceiling', finding: {vi: x, en: x}}
)";

std::string paid(const std::string& fields) {
    return "communes: [{id: c, name: C, teams: [{id: t, cases: [{id: k, " + fields + "}]}]}]\n";
}

}  // namespace

TEST_CASE("dated values: the as-of date decides, or the date that the rule names", "[meaning]") {
    CHECK(small_check(dated, paid("pay: 250000, ended_on: 2023-10-05")).status("by-day", "k") == Status::fail);
    CHECK(small_check(dated, paid("pay: 250000, ended_on: 2023-10-05")).text("by-day", "k").message.en == "200,000 VND");
    CHECK(small_check(dated, paid("pay: 250000, ended_on: 2023-10-06")).status("by-day", "k") == Status::pass);
    CHECK(small_check(dated, paid("pay: 250000, ended_on: 2023-10-05")).status("today", "k") == Status::pass);
    SECTION("a blank date: unknown unless all versions agree, and it names the cell") {
        const auto check = small_check(dated, paid("pay: 250000"));
        CHECK(check.status("by-day", "k") == Status::unknown);
        CHECK(missing(check, "by-day", "k") == std::vector<std::string>{"case//ended_on"});
        CHECK(small_check(dated, paid("pay: 100000")).status("by-day", "k") == Status::pass);
        // On days before there was a ceiling the rule was not in force: a blank date can never fail it.
        CHECK(small_check(dated, paid("pay: 900000")).status("by-day", "k") == Status::unknown);
    }
    SECTION("a day before the first value: not applicable") {
        CHECK(small_check(dated, paid("pay: 900000, ended_on: 2014-09-14")).status("by-day", "k") == Status::not_applicable);
    }
    SECTION("as of a day without a value the rule is not in force") {
        const auto check = small_check(dated, paid("pay: 1, ended_on: 2014-01-01"), "2014-09-14", "2014");
        CHECK(check.result.not_in_force == std::vector<std::string>{"t/today"});
    }
}

TEST_CASE("a rule that reads the period needs one", "[meaning]") {
    const auto check = small_check("rules:\n" + small_rule("r", "team", "last_review_on in period"),
                                   "communes: [{id: c, name: C, teams: [{id: t}]}]\n", "2023-12-31", "");
    REQUIRE(check.result.diagnostics.errors() == 1);
    CHECK(check.result.diagnostics.all()[0].help.en.find("--period") != std::string::npos);
}

TEST_CASE("a known value that leaves 64 bits is an error that names rule and unit", "[meaning]") {
    const auto check = small_check("rules:\n" + small_rule("r", "commune", "population * 9000000000000 > households"),
                                   "communes: [{id: c, name: C, population: 9000000000}]\n");
    REQUIRE(check.result.diagnostics.errors() == 1);
    CHECK(check.result.diagnostics.all()[0].code == "E001");
    CHECK(check.result.diagnostics.all()[0].message.en.find("rule t/r, commune c") != std::string::npos);
}

TEST_CASE("what leaves 64 bits only if a blank cell were filled stays unknown, and names the cell", "[meaning]") {
    const auto check = small_check(
        "rules:\n" + small_rule("r", "team", "sum(pay of cases where outcome = successful) <= 6000000000000000000"),
        "communes: [{id: c, name: C, teams: [{id: t, cases: [{id: a, pay: 5000000000000000000, outcome: successful}, "
        "{id: b, pay: 5000000000000000000}]}]}]\n");
    CHECK(check.result.diagnostics.errors() == 0);
    CHECK(check.status("r", "t") == Status::unknown);
    const FindingText text = check.text("r", "t");
    REQUIRE(text.missing.size() == 1);
    CHECK(text.missing[0].id == "b");
}

TEST_CASE("accounts add up to the units", "[meaning]") {
    const auto check =
        small_check(size_rule, "communes: [{id: c, name: C, teams: [{id: t, mediators: [{id: a}]}, {id: u}, {id: v}]}]\n");
    for (const RuleCounts& counts : check.result.rules) CHECK(counts.units() == 3);
}
