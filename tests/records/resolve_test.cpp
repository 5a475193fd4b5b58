// What follows from the cells: children, ids, derived units, silence.
#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/records/load.h"
#include "engine/text/yaml.h"

using namespace hoagiai;

namespace {

Records records_of(const std::string& text) {
    Diagnostics diagnostics;
    const auto root = read_yaml(std::make_shared<const Source>("r.yaml", text), diagnostics);
    REQUIRE(root);
    Records records = records_from_yaml(*root, builtin_schema());
    for (const Diagnostic& problem : records.diagnostics.all()) FAIL(problem.message.en);
    return records;
}

std::vector<std::string> children(const Dataset& data, const char* child, const char* link, const std::string& id) {
    const EntityId entity = data.schema->find_entity(child);
    const LinkId which = (*data.schema)[entity].find_link(link);
    const Row row = data.find((*data.schema)[entity].links[which].target, id);
    const LinkColumn& column = data[entity].links[which];
    std::vector<std::string> ids;
    for (std::uint32_t i = column.offsets[row]; i < column.offsets[row + 1]; ++i)
        ids.emplace_back(data.id(entity, column.children[i]));
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("children by every link, in the order of their ids", "[records]") {
    const Records records = records_of(R"(
communes: [{id: c, name: C}, {id: d, name: D}]
teams: [{id: t3, commune: d}, {id: t1, commune: c}, {id: t2, commune: d}]
mediators: [{id: m1, team: t1}]
cases: [{id: k2, team: t1, mediator: m1}, {id: k1, team: t1}]
)");
    CHECK(children(records.dataset, "team", "commune", "d") == Ids{"t2", "t3"});
    CHECK(children(records.dataset, "team", "commune", "c") == Ids{"t1"});
    CHECK(children(records.dataset, "mediator", "team", "t3").empty());
    CHECK(children(records.dataset, "case", "mediator", "m1") == Ids{"k2"});
    CHECK(children(records.dataset, "case", "team", "t1") == Ids{"k1", "k2"});
    const EntityId kase = records.dataset.schema->find_entity("case");
    CHECK(records.dataset.top_row(kase, 0) == 0);
    CHECK(records.dataset.top_row(records.dataset.schema->find_entity("team"), 2) == 1);
    CHECK(records.dataset.top_row(records.dataset.schema->find_entity("commune"), 1) == 1);
}

TEST_CASE("derived units: one for each value, called by its smallest spelling", "[records]") {
    const std::string rows[] = {"{id: a, name: A, province: Hoà Bình}", "{id: b, name: B, province: An Giang}",
                                "{id: c, name: C, province: HÒA  BÌNH}", "{id: d, name: D}"};
    std::vector<std::size_t> order = {0, 1, 2, 3};
    do {
        std::string text = "communes:\n";
        for (const std::size_t i : order) text += "  - " + rows[i] + "\n";
        const Records records = records_of(text);
        const Dataset& data = records.dataset;
        const EntityId province = data.schema->find_entity("province"), commune = data.schema->find_entity("commune");
        const Table& table = data[province];
        REQUIRE(table.supplied);
        REQUIRE(table.size == 2);
        CHECK(data.id(province, 0) == "An Giang");
        CHECK(data.id(province, 1) == "Hoà Bình");
        CHECK(data.find(province, "Hoà Bình") == 1);
        CHECK(data.find(province, "Hòa Bình") == no_row);
        CHECK(table.derived_offsets == std::vector<std::uint32_t>{0, 1, 3});
        Ids below;
        for (const Row row : table.derived_children) below.emplace_back(data.id(commune, row));
        std::sort(below.begin() + 1, below.end());
        CHECK(below == Ids{"b", "a", "c"});
        REQUIRE(table.derived_blank.size() == 1);
        CHECK(data.id(commune, table.derived_blank[0]) == "d");
        CHECK_FALSE(data[data.schema->find_entity("district")].supplied);
        CHECK(data[data.schema->find_entity("district")].size == 0);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a roster says nothing about a commune for which it has no row", "[records]") {
    Records records = records_of(R"(
communes: [{id: a, name: A, teams: [{id: t, mediators: [{id: m}]}]}, {id: b, name: B, teams: [{id: u}]}, {id: c, name: C}]
trainings: [{id: x, commune: b}]
reports: [{id: r, unit: Tỉnh, level: province}]
)");
    Dataset& data = records.dataset;
    const auto silent = [&](const char* entity) { return data[data.schema->find_entity(entity)].silent; };
    using Silence = std::vector<std::uint8_t>;
    CHECK(silent("team") == Silence{0, 0, 1});
    CHECK(silent("mediator") == Silence{0, 1, 1});
    CHECK(silent("training").empty());
    CHECK(silent("commune").empty());
    resolve(data, {data.schema->find_entity("training"), data.schema->find_entity("report")});
    CHECK(silent("training") == Silence{1, 0, 1});
    CHECK(silent("report") == Silence{1, 1, 1});
    CHECK(silent("team") == Silence{0, 0, 1});
    resolve(data);
    CHECK(silent("training").empty());
    CHECK(data.find(data.schema->find_entity("commune"), "c") == 2);
}

TEST_CASE("a cell as what is known of it", "[records]") {
    const Records records = records_of(R"(
communes: [{id: a, name: An Bình, villages: 12, pilot: có, nrm_target: model, plan_on: chưa, valid_from: 2020-01-02, teams: [{id: t, head_vote_share: "87,5%"}]}]
)");
    const Dataset& data = records.dataset;
    const EntityId commune = data.schema->find_entity("commune"), team = data.schema->find_entity("team");
    const auto value = [&](EntityId entity, const char* field) {
        return data.value(entity, (*data.schema)[entity].find_field(field), 0);
    };
    CHECK(value(commune, "villages") == Known::number(12));
    CHECK(value(commune, "pilot") == Known::truth(Truth::yes()));
    CHECK(value(commune, "nrm_target") == Known::choice(3));
    CHECK(value(commune, "plan_on") == Known::range(NumberRange::never()));
    CHECK(value(commune, "valid_from") == Known::number(*day_from(2020, 1, 2)));
    CHECK(value(commune, "name") == Known::text("An Bình"));
    CHECK(value(team, "head_vote_share") == Known::number(*Number::fraction(7, 8)));
    CHECK(data.name(commune, 0) == "An Bình");
    CHECK(data.name(team, 0) == "t");
    CHECK(data.id(team, 0) == "t");
}
