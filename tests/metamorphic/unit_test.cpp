// Asking for some units narrows what is said and never changes it.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/metamorphic/random_sheets.h"
#include "tests/metamorphic/whole_run.h"

using namespace hoagiai;
using namespace hoagiai::metamorphic;

namespace {

/// Whether the finding's unit is one of these or stands below one by its parents (a derived unit has none below it here).
bool stands_under(const Json& finding, const std::set<std::string>& units) {
    const Json& path = finding["unit"]["path"];
    const std::string entity = finding["unit"]["entity"];
    return std::any_of(path.begin(), path.end(), [&](const Json& step) {
        const bool derived = step["entity"] == "province" || step["entity"] == "district";
        return (!derived || step["entity"] == entity) && units.count(step["id"]) > 0;
    });
}

void compare(const Rules& rules, const Sheets& sheets, Chance& chance) {
    INFO(rules.name);
    const Json all = report(run(rules, sheets))["findings"];
    const std::vector<std::string> names = ids(sheets);
    for (const std::size_t count : {1, 1, 1, 3}) {
        std::set<std::string> units;
        while (units.size() < std::min<std::size_t>(count, names.size())) units.insert(names[chance.below(names.size())]);
        for (const std::string& unit : units) UNSCOPED_INFO("--unit " << unit);
        Json expected = Json::array();
        for (const Json& finding : all)
            if (stands_under(finding, units)) expected.push_back(finding);
        const Json narrowed = report(run(rules, sheets, units));
        check_same(expected, narrowed["findings"]);
        std::size_t counted = 0;
        for (const auto& [status, number] : narrowed["summary"]["statuses"].items()) counted += number.get<std::size_t>();
        CHECK(counted == expected.size());
    }
}

}  // namespace

TEST_CASE("the option --unit keeps the findings of a unit and of all below it as they were", "[metamorphic]") {
    Chance chance(2);
    for (const Rules& rules : shipped_rules()) {
        compare(rules, example("bac-lieu-2023"), chance);
        compare(rules, example("first-look"), chance);
    }
    for (std::uint32_t seed = 500; seed < 515; ++seed) {
        INFO("seed " << seed);
        Chance own(seed);
        compare(all_rules(), random_sheets(own), own);
    }
}
