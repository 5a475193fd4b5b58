// What no other test noticed when the engine was broken on purpose (docs/mutants.md): one small case for each.
#include <catch2/catch.hpp>

#include "tests/support/small_check.h"

using namespace hoagiai;
using support::small_check;
using support::small_rule;

TEST_CASE("a version that begins on the last day that may decide is judged too", "[meaning]") {
    const auto check = small_check(
        "parameters:\n"
        "  enough: {type: integer, values: [{from: 2023-01-01, value: 1}, {from: 2023-10-01, value: 3}]}\n"
        "rules:\n"
        "- {id: size, kind: data, for: team, on: if commune.pilot then 2023-05-01 else 2023-10-01,\n"
        "   require: count(mediators) >= enough, finding: {vi: v, en: e}}\n",
        "communes:\n"
        "- {id: c, name: C, teams: [{id: t, mediators: [{id: a}, {id: b}]}]}\n"
        "- {id: d, name: D, pilot: true, teams: [{id: u, mediators: [{id: e}, {id: f}]}]}\n"
        "- {id: g, name: G, pilot: false, teams: [{id: v, mediators: [{id: h}, {id: i}]}]}\n");
    CHECK(check.status("size", "t") == Status::unknown);  // two are enough in May, not in October
    CHECK(check.status("size", "u") == Status::pass);
    CHECK(check.status("size", "v") == Status::fail);
}

TEST_CASE("in a row that only a silent roster could have, `else` is the field's value or its fallback", "[meaning]") {
    const auto check = small_check("rules:\n" + small_rule("active", "commune", "every(teams, (active else true))") +
                                       small_rule("idle", "commune", "count(teams where (active else false)) = 0"),
                                   "communes: [{id: c, name: C}, {id: d, name: D, teams: [{id: t}]}]\n");
    CHECK(check.status("active", "c") == Status::unknown);
    CHECK(check.status("idle", "c") == Status::unknown);
    CHECK(check.status("active", "d") == Status::pass);
    CHECK(check.status("idle", "d") == Status::pass);
}

TEST_CASE("a rule is not in force on a day on which one of its parameters has no value", "[meaning]") {
    const auto check = small_check(
        "parameters:\n"
        "  least: {type: integer, values: [{from: 2014-01-01, value: 1}]}\n"
        "  most: {type: integer, values: [{from: 2014-01-01, to: 2022-12-31, value: 3}]}\n"
        "rules:\n" +
            small_rule("both", "team", "least <= count(mediators) <= most") +
            small_rule("one", "team", "count(mediators) >= least"),
        "communes: [{id: c, name: C, teams: [{id: t, mediators: [{id: a}]}]}]\n");
    CHECK(check.result.not_in_force == std::vector<std::string>{"t/both"});
    CHECK(check.find("both", "t") == nullptr);
    CHECK(check.status("one", "t") == Status::pass);
}

TEST_CASE("a link is missing where its whole column was not supplied", "[meaning]") {
    const auto check = small_check("rules:\n" + small_rule("none", "case", "mediator is missing"),
                                   "communes: [{id: c, name: C, teams: [{id: t, cases: [{id: k}]}]}]\n");
    CHECK(check.status("none", "k") == Status::pass);
}

TEST_CASE("evidence shows fifty rows and says how many more there are", "[meaning]") {
    std::string mediators;
    for (int i = 100; i < 152; ++i) mediators += (mediators.empty() ? "{id: m" : ", {id: m") + std::to_string(i) + "}";
    const auto check = small_check("rules:\n" + small_rule("few", "team", "count(mediators) < 3"),
                                   "communes: [{id: c, name: C, teams: [{id: t, mediators: [" + mediators + "]}]}]\n");
    const FindingText text = check.text("few", "t");
    REQUIRE(text.evidence.size() == 1);
    CHECK(text.evidence.front().rows.size() == 50);
    CHECK(text.evidence.front().more_rows == 2);
}

TEST_CASE("where a roster is silent there may be no row at all, and then `every` is true and `some` false", "[meaning]") {
    const auto check =
        small_check("rules:\n" + small_rule("all", "commune", "every(teams, commune.pilot)") +
                        small_rule("any", "commune", "some(teams, not commune.pilot)"),
                    "communes: [{id: c, name: C, pilot: false}, {id: d, name: D, pilot: false, teams: [{id: t}]}]\n");
    CHECK(check.status("all", "c") == Status::unknown);
    CHECK(check.status("any", "c") == Status::unknown);
    CHECK(check.status("all", "d") == Status::fail);
    CHECK(check.status("any", "d") == Status::pass);
}
