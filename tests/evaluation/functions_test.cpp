// Each function's own examples, as its entry gives them.
#include <catch2/catch.hpp>

#include <set>

#include "engine/language/functions/function.h"
#include "tests/support/small_check.h"

using namespace hoagiai;

TEST_CASE("the examples of every function give what they say", "[functions]") {
    for (const Function* function : all_functions()) {
        CHECK_FALSE(function->summary.vi.empty());
        CHECK_FALSE(function->examples.empty());
        for (const Function::Example& example : function->examples) {
            INFO(function->name << ": " << example.expression << " over " << example.rows);
            std::string rows(example.rows);
            int number = 0;
            for (std::size_t at = 0; (at = rows.find('{', at)) != std::string::npos;) {
                const std::string id = "id: m" + std::to_string(++number);
                rows.insert(at + 1, rows[at + 1] == '}' ? id : id + ", ");
                ++at;
            }
            const std::string records =
                "communes: [{id: c, name: C, teams: [{id: t, established_on: 2019-05-01, mediators: [" + rows + "]}]}]\n";
            const auto check = support::small_check("definitions:\n  team:\n    value: '" + std::string(example.expression) +
                                                        "'\nrules:\n- id: r\n  kind: data\n  for: team\n  require: 'id = "
                                                        "\"\"'\n  finding: {vi: '{value}', en: '{value}'}\n",
                                                    records);
            CHECK(check.text("r", "t").message.en == example.gives);
        }
    }
}

TEST_CASE("functions are found in both spellings, and all names differ", "[functions]") {
    std::set<std::string_view> names;
    for (const Function* function : all_functions()) {
        CHECK(find_function(function->name) == function);
        CHECK(find_function(function->name_vi) == function);
        CHECK(names.insert(function->name).second);
        CHECK(names.insert(function->name_vi).second);
    }
}
