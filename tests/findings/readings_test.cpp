// Readings in words: only what decides is told, and whatever decides is told.
#include <catch2/catch.hpp>

#include "tests/support/small_check.h"

using namespace hoagiai;
using hoagiai::support::small_check;

namespace {

/// Two days may decide, and between them the ceiling changes; on the later one the open question decides as well.
const std::string rules = R"(parameters:
  ceiling:
    type: money
    values: [{from: 2014-09-15, value: 200000}, {from: 2023-10-06, value: 300000}]
  strict:
    type: boolean
    choices: {true: {vi: "chặt", en: "strict"}, false: {vi: "rộng", en: "lenient"}}
    undetermined: true
  idle: {type: boolean, undetermined: true}
rules:
- {id: r, kind: requirement, for: case, on: [ended_on, paid_on], require: 'pay <= ceiling and (not strict or pay <= 100000) and (idle or not idle)', finding: {vi: x, en: x}}
)";

}  // namespace

TEST_CASE("a reading is told by the choices and the day that decide, and by no other", "[findings]") {
    const auto check = small_check(rules,
                                   "communes: [{id: c, name: C, teams: [{id: t, cases: [{id: k, pay: 250000, ended_on: "
                                   "2023-10-01, paid_on: 2023-10-10}]}]}]\n");
    REQUIRE(check.status("r", "k") == Status::unknown);
    const std::string message = check.text("r", "k").message.en;
    INFO(message);
    CHECK(message.find("“lenient; by the rules of 2023-10-10”: pass") != std::string::npos);
    CHECK(message.find("“strict; by the rules of 2023-10-10”: fail") != std::string::npos);
    CHECK(message.find("idle") == std::string::npos);
}
