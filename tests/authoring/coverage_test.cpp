// What coverage counts as seen: only what the evaluation itself had to decide.
#include "engine/authoring/rule_tests/coverage.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/small_check.h"

using namespace hoagiai;
using hoagiai::support::small_check;
using hoagiai::support::small_rule;

namespace {

RuleCoverage seen_of(const support::SmallCheck& check, const std::vector<std::string>& units) {
    Coverage coverage;
    coverage.add(*check.result.request.books.front());
    for (const std::string& unit : units) {
        const Finding* finding = check.find("r", unit);
        REQUIRE(finding);
        coverage.record(check.result, *finding);
    }
    REQUIRE(coverage.rules().size() == 1);
    return coverage.rules().front();
}

/// "t", "f", "tf" or "": how a condition came out.
std::string outcomes(const RuleCoverage& rule, const std::string& expression) {
    const auto found = std::find_if(rule.points.begin(), rule.points.end(),
                                    [&](const DecisionPoint& point) { return point.expression == expression; });
    REQUIRE(found != rule.points.end());
    return std::string(found->was_true ? "t" : "") + (found->was_false ? "f" : "");
}

}  // namespace

TEST_CASE("statuses and the parts of and, or, if are seen unit by unit", "[coverage]") {
    const auto check =
        small_check("rules:\n" + small_rule("r", "team", "logbook and (if commune.pilot then uses_it else logbook)"),
                    "communes: [{id: c, name: C, pilot: true, teams: [{id: both, logbook: true, uses_it: true}, "
                    "{id: none, logbook: false, uses_it: true}, {id: open, logbook: true}]}]");
    CHECK(outcomes(seen_of(check, {}), "logbook") == "");
    const RuleCoverage first = seen_of(check, {"both"});
    CHECK((first.pass && !first.fail && !first.unknown));
    CHECK(outcomes(first, "logbook") == "t");
    CHECK(outcomes(first, "commune.pilot") == "t");
    CHECK(first.of() == 3 + 2 * first.points.size());
    const RuleCoverage all = seen_of(check, {"both", "none", "open"});
    CHECK((all.pass && all.fail && all.unknown));
    CHECK(outcomes(all, "logbook") == "tf");
    CHECK(outcomes(all, "commune.pilot") == "t");
}

TEST_CASE("a hole decides nothing", "[coverage]") {
    const auto check = small_check("rules:\n" + small_rule("r", "team", "logbook and uses_it"),
                                   "communes: [{id: c, name: C, teams: [{id: t, logbook: true}]}]");
    const RuleCoverage rule = seen_of(check, {"t"});
    CHECK(outcomes(rule, "logbook") == "t");
    CHECK(outcomes(rule, "uses_it") == "");
}

TEST_CASE("the branch that was not taken and the fallback that was not needed are not seen", "[coverage]") {
    const std::string rules = "rules:\n" + small_rule("r", "team",
                                                      "(if commune.pilot then logbook and uses_it else active or logbook) and "
                                                      "(active else uses_it or logbook)");
    const auto check = small_check(
        rules, "communes: [{id: c, name: C, pilot: true, teams: [{id: t, active: true, logbook: true, uses_it: false}]}]");
    const RuleCoverage rule = seen_of(check, {"t"});
    // `uses_it` stands in the branch that was taken (false) and in the fallback; `active` only in the branch that was not.
    std::size_t seen = 0;
    for (const DecisionPoint& point : rule.points)
        if (point.expression == "uses_it" && (point.was_true || point.was_false)) ++seen;
    CHECK(seen == 1);
    CHECK(outcomes(rule, "active") == "");

    const std::string branches = "rules:\n" + small_rule("r", "team", "if commune.pilot then logbook or uses_it else active");
    const auto other = small_check(
        branches, "communes: [{id: c, name: C, pilot: false, teams: [{id: t, active: true, logbook: true, uses_it: false}]}]");
    CHECK(outcomes(seen_of(other, {"t"}), "commune.pilot") == "f");
    CHECK(outcomes(seen_of(other, {"t"}), "logbook") == "");
}

TEST_CASE("definitions and the conditions of rows are written out", "[coverage]") {
    const std::string rules =
        "definitions: {mediator: {serving: active and resident}, team: {size: count(mediators where serving)}}\n"
        "rules:\n" +
        small_rule("r", "team", "size >= 1 and every(mediators where serving, citizen or volunteer)");
    const auto check = small_check(rules,
                                   "communes: [{id: c, name: C, teams: [{id: t, mediators: ["
                                   "{id: a, active: true, resident: true, citizen: true, volunteer: false}, "
                                   "{id: b, active: false, resident: true, citizen: false, volunteer: true}]}]}]");
    const RuleCoverage rule = seen_of(check, {"t"});
    CHECK(outcomes(rule, "active") == "tf");
    CHECK(outcomes(rule, "resident") == "t");
    // The test is asked only of rows that may count.
    CHECK(outcomes(rule, "citizen") == "t");
    CHECK(outcomes(rule, "volunteer") == "f");
}

TEST_CASE("require is not seen where when is false", "[coverage]") {
    const auto check =
        small_check("rules:\n" + small_rule("r", "team", "logbook and uses_it", "active"),
                    "communes: [{id: c, name: C, teams: [{id: t, active: false, logbook: true, uses_it: true}]}]");
    CHECK(outcomes(seen_of(check, {"t"}), "logbook") == "");
}

TEST_CASE("each reading is seen", "[coverage]") {
    const auto check = small_check(
        "parameters: {base: {type: boolean, undetermined: true}}\nrules:\n" + small_rule("r", "team", "base or logbook"),
        "communes: [{id: c, name: C, teams: [{id: t, logbook: true}]}]");
    CHECK(outcomes(seen_of(check, {"t"}), "base") == "tf");
}

TEST_CASE("only what may be blank, rows and open parameters can leave a rule unknown", "[coverage]") {
    const std::string records = "communes: [{id: c, name: C, teams: [{id: t, logbook: true}]}]";
    const auto can = [&](const std::string& require, const std::string& parameters = "") {
        return seen_of(small_check(parameters + "rules:\n" + small_rule("r", "team", require), records), {}).can_be_unknown;
    };
    CHECK_FALSE(can("logbook is missing"));
    CHECK_FALSE(can("(logbook else true)"));
    CHECK_FALSE(can("commune.id = \"c\""));
    CHECK(can("(logbook else active)"));
    CHECK(can("logbook"));
    CHECK(can("commune.pilot"));
    CHECK(can("count(mediators) >= 0"));
    CHECK(can("open", "parameters: {open: {type: boolean, undetermined: true}}\n"));
}

TEST_CASE("what a rule wants to be there before it asks cannot leave it unknown", "[coverage]") {
    const std::string definitions =
        "definitions: {team: {named: name is not missing}, mediator: {was_elected: elected_on is not missing}}\n";
    const auto can = [&](const std::string& entity, const std::string& require, const std::string& when) {
        return seen_of(small_check(definitions + "rules:\n" + small_rule("r", entity, require, when), "communes: []"), {})
            .can_be_unknown;
    };
    CHECK_FALSE(can("team", "logbook", "logbook is not missing"));
    CHECK_FALSE(can("team", "name = \"a\"", "named and id = \"t\""));
    CHECK(can("team", "logbook and active", "logbook is not missing"));
    CHECK(can("team", "logbook", "logbook is not missing or named"));
    CHECK(can("team", "logbook", "logbook is missing"));
    CHECK(can("team", "logbook", "not (logbook is not missing)"));
    // beside its own absence in an `or`
    CHECK_FALSE(can("team", "logbook is missing or logbook", "id = \"t\""));
    CHECK_FALSE(can("team", "not named or name = \"a\"", "id = \"t\""));
    CHECK(can("team", "logbook is not missing or logbook", "id = \"t\""));
    CHECK(can("team", "(logbook is missing or logbook) and logbook", "id = \"t\""));
    // behind a link: the link, and the cell there
    CHECK_FALSE(can("mediator", "team.logbook", "team.logbook is not missing"));
    CHECK(can("mediator", "team.logbook", "active is not missing"));
    CHECK_FALSE(can("case", "mediator.id = \"m\"", "mediator is not missing"));
    CHECK(can("case", "mediator.id = \"m\"", "id = \"c\""));
    CHECK_FALSE(can("case", "mediator.elected_on <= as_of", "mediator is not missing and mediator.was_elected"));
    CHECK(can("case", "mediator.elected_on <= as_of and started_on <= as_of",
              "mediator is not missing and mediator.was_elected"));
}
