// Communes do not look at each other: a copy of each, with all that belongs to it, doubles every count and leaves every status
// as it was, in the original and in the copy. The district and the province of a copy are copies too, so that derived units
// double; only a blank there may belong to the units of both, and then rules about derived units are not compared.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/metamorphic/random_sheets.h"
#include "tests/metamorphic/whole_run.h"

using namespace hoagiai;
using namespace hoagiai::metamorphic;

namespace {

const std::string copy_mark = "copy-";  // in front: a cell may end in a blank

/// The columns of the communes that name derived units.
bool names_a_derived_unit(const std::string& title) { return title == "district" || title == "province"; }

Sheets doubled(const Sheets& sheets) {
    const Sheets copies = renamed(sheets, [](const std::string& id) { return copy_mark + id; });
    Sheets both = sheets;
    for (std::size_t i = 0; i < both.size(); ++i)
        for (std::vector<std::string> row : copies[i].rows) {
            for (std::size_t column = 0; column < row.size(); ++column)
                if (both[i].name == "communes" && names_a_derived_unit(both[i].columns[column]) && !row[column].empty() &&
                    row[column].rfind(copy_mark, 0) != 0)
                    row[column] = copy_mark + row[column];
            both[i].rows.push_back(std::move(row));
        }
    return both;
}

struct Compared {
    std::size_t judgements = 0, left_out = 0;
};

Compared compare(const Rules& rules, const Sheets& sheets) {
    INFO(rules.name);
    const WholeRun once = run(rules, sheets), twice = run(rules, doubled(sheets));
    const auto before = statuses(once), after = statuses(twice);
    const Dataset& data = once.records->dataset;
    const auto left_out = [&](EntityId entity) { return !data[entity].derived_blank.empty(); };
    Compared compared;
    for (const auto& [judgement, status] : before) {
        const auto& [book, rule, entity, id] = judgement;
        if (left_out(entity)) {
            ++compared.left_out;
            continue;
        }
        ++compared.judgements;
        INFO(name_of(once, judgement));
        const auto same = after.find(judgement), copy = after.find({book, rule, entity, copy_mark + id});
        REQUIRE(same != after.end());
        REQUIRE(copy != after.end());
        CHECK(word(same->second) == word(status));
        CHECK(word(copy->second) == word(status));
    }
    REQUIRE(once.result.rules.size() == twice.result.rules.size());
    for (std::size_t i = 0; i < once.result.rules.size(); ++i) {
        const RuleCounts &one = once.result.rules[i], &two = twice.result.rules[i];
        const CheckedRule& rule = once.result.rule(one);
        INFO(rule.id);
        REQUIRE(rule.id == twice.result.rule(two).id);
        if (left_out(rule.entity)) continue;
        CHECK(two.pass == 2 * one.pass);
        CHECK(two.fail == 2 * one.fail);
        CHECK(two.unknown == 2 * one.unknown);
        CHECK(two.not_applicable == 2 * one.not_applicable);
        CHECK(two.waived == 2 * one.waived);
    }
    for (EntityId entity = 0; entity < data.tables.size(); ++entity)
        if (!(*data.schema)[entity].derived_from)
            CHECK(twice.records->rows[entity].used == 2 * once.records->rows[entity].used);
    return compared;
}

}  // namespace

TEST_CASE("a copy of every commune doubles every count and changes no status", "[metamorphic]") {
    Compared all;
    const auto add = [&](const Compared& one) {
        all.judgements += one.judgements;
        all.left_out += one.left_out;
    };
    for (const Rules& rules : shipped_rules()) {
        add(compare(rules, example("bac-lieu-2023")));
        add(compare(rules, example("first-look")));
    }
    for (std::uint32_t seed = 400; seed < 425; ++seed) {
        INFO("seed " << seed);
        Chance chance(seed);
        add(compare(all_rules(), random_sheets(chance)));
    }
    INFO(all.judgements << " judgements compared, " << all.left_out << " of derived units left out");
    CHECK(all.judgements > 1000);
}
