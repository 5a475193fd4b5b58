// Cells that decide in places which are easily overlooked: above rows that nobody has seen, behind a blank link, in a condition
// between two amounts of one range. Each was found by random cases.
#include <catch2/catch.hpp>

#include "tests/support/small_check.h"

using namespace hoagiai;
using support::small_check;
using support::small_rule;

namespace {

std::vector<std::string> named(const std::string& entity, const std::string& unit, const std::string& require,
                               const std::string& records) {
    const auto check = small_check("rules:\n" + small_rule("r", entity, require), records);
    CHECK(check.status("r", unit) == Status::unknown);
    std::vector<std::string> cells;
    for (const MissingText& cell : check.text("r", unit).missing) cells.push_back(cell.entity + "." + cell.field);
    return cells;
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("a cell of the unit above rows that nobody has seen is named", "[soundness]") {
    const std::string silent = "communes: [{id: c, name: C, teams: [{id: t, active: \"\"}]}]\nmediators: []\n";
    CHECK(named("team", "t", "count(mediators where team.active) < 3", silent) == Cells{"team.active", "mediator."});
    CHECK(named("team", "t", "every(mediators, team.active)", silent) == Cells{"team.active", "mediator."});
}

TEST_CASE("a table that was not supplied is named, though two units below lack it", "[soundness]") {
    CHECK(named("commune", "c", "count(teams.cases) < 3", "communes: [{id: c, name: C, teams: [{id: t}, {id: u}]}]\n") ==
          Cells{"case."});
}

TEST_CASE("the cell that chooses between two amounts of one range is named", "[soundness]") {
    CHECK(named("team", "t", "(if logbook then decided_size else reported_size) >= 3",
                "communes: [{id: c, name: C, teams: [{id: t, logbook: \"\", decided_size: \"\", reported_size: \"\"}]}]\n") ==
          Cells{"team.decided_size", "team.reported_size", "team.logbook"});
}

TEST_CASE("the cell that decides whether a row is there to differ is named", "[soundness]") {
    CHECK(
        named("team", "t", "distinct(gender of mediators where head) >= 2",
              "communes: [{id: c, name: C, teams: [{id: t, mediators: [{id: a, head: true, gender: \"\"}, {id: b, head: true, "
              "gender: \"\"}, {id: d, head: \"\", gender: \"\"}]}]}]\n") ==
        Cells{"mediator.gender", "mediator.gender", "mediator.gender", "mediator.head"});
}

TEST_CASE("among the rows behind a blank link may be the row that lacks it", "[soundness]") {
    // The mediator of case `a` is not known; whoever it is has case `a`, of which it is not known.
    const auto check =
        small_check("rules:\n" + small_rule("r", "case", "some(mediator.cases, mediator is missing)"),
                    "communes: [{id: c, name: C, teams: [{id: t, mediators: [{id: m}], cases: [{id: a, mediator: "
                    "\"\"}]}]}]\n");
    CHECK(check.status("r", "a") == Status::unknown);
}

TEST_CASE("down from a row behind a blank link and up again, nothing is said of what is missing", "[soundness]") {
    const auto check =
        small_check("rules:\n" + small_rule("given", "case", "some(mediator.cases, mediator.head is not missing)") +
                        small_rule("else", "case", "count(mediator.cases where (mediator.head else false)) < 1") +
                        small_rule("twice", "case", "some(mediator.cases, some(mediator.cases, mediator is missing))"),
                    "communes: [{id: c, name: C, teams: [{id: t, mediators: [{id: m, head: true}], cases: [{id: a, mediator: "
                    "\"\"}, {id: b, "
                    "mediator: m}]}]}]\n");
    CHECK(check.status("given", "a") == Status::unknown);
    CHECK(check.status("else", "a") == Status::unknown);
    CHECK(check.status("twice", "a") == Status::unknown);
}
