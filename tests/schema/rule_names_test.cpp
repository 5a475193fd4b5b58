// The Vietnamese spelling of the schema's names in rules: each can be written, means one thing in its place, and leads to what
// the English one leads to.
#include <catch2/catch.hpp>

#include <map>

#include "engine/language/functions/function.h"
#include "engine/schema/schema.h"
#include "engine/text/fold.h"
#include "tests/language/trees.h"

using namespace hoagiai;

namespace {

void is_one_word(const std::string& name) {
    INFO(name);
    const test::Read read = test::read(name);
    REQUIRE(read.id != no_expr);
    const auto* path = std::get_if<Path>(&read.ast[read.id].node);
    REQUIRE(path);
    CHECK(path->names.size() == 1);
    CHECK(path->names.front().word == name);
}

}  // namespace

TEST_CASE("every Vietnamese name of the schema is one word of the language, and leads where the English one does", "[schema]") {
    const Schema& schema = *builtin_schema();
    std::map<std::string, EntityId> entities;
    for (EntityId id = 0; id < schema.entities.size(); ++id) {
        const Entity& entity = schema[id];
        is_one_word(entity.name_vi);
        CHECK(entities.emplace(entity.name_vi, id).second);
        CHECK(schema.entity_spelled(entity.name_vi) == id);
        CHECK(schema.entity_spelled(entity.name) == id);
        // In one entity no word means two things, whichever spelling: the place decides only between a way up by the unit's
        // name and everything else, and own words come first.
        std::map<std::string, int> words;
        for (FieldId field = 0; field < entity.fields.size(); ++field) {
            is_one_word(entity.fields[field].name_vi);
            ++words[entity.fields[field].name], ++words[entity.fields[field].name_vi];
            CHECK(entity.field_spelled(entity.fields[field].name_vi) == field);
        }
        for (LinkId link = 0; link < entity.links.size(); ++link) {
            is_one_word(entity.links[link].name_vi);
            ++words[entity.links[link].name], ++words[entity.links[link].name_vi];
            CHECK(schema.link_spelled(id, entity.links[link].name_vi) == link);
            CHECK(schema.link_spelled(id, entity.links[link].name) == link);
        }
        for (const Downward& down : schema.downward(id)) {
            ++words[down.name], ++words[down.name_vi];
            REQUIRE(schema.downward_spelled(id, down.name_vi));
            CHECK(schema.downward_spelled(id, down.name_vi)->child == down.child);
        }
        for (const auto& [word, times] : words) {
            INFO(entity.name << ": " << word);
            // `báo_cáo` and the like may be one spelling of two names only where both are the same thing.
            CHECK(times == 1);
        }
    }
}

TEST_CASE("every choice has a Vietnamese name that no other word of its list has", "[schema]") {
    for (const Entity& entity : builtin_schema()->entities)
        for (const Field& field : entity.fields) {
            if (!field.type.choices) continue;
            const ChoiceSet& set = *field.type.choices;
            for (std::size_t i = 0; i < set.choices.size(); ++i) {
                is_one_word(set.choices[i].name_vi);
                CHECK(set.spelled(set.choices[i].name_vi) == static_cast<int>(i));
                CHECK(set.spelled(set.choices[i].name) == static_cast<int>(i));
                CHECK((set.index_of(set.choices[i].name_vi) == -1 || set.choices[i].name_vi == set.choices[i].name));
            }
        }
}

TEST_CASE("a way up has the name of the unit too, where only one way leads there", "[schema]") {
    const Schema& schema = *builtin_schema();
    const EntityId team = schema.find_entity("team"), one_case = schema.find_entity("case");
    CHECK(schema.link_spelled(team, "xã") == schema[team].find_link("commune"));
    CHECK(schema.link_spelled(one_case, "hòa_giải_viên") == schema[one_case].find_link("mediator"));
    CHECK(schema.link_spelled(team, "hòa_giải_viên") == none_id);
    CHECK(schema.link_spelled(team, "mediators") == none_id);
    REQUIRE(schema.downward_spelled(team, "hòa_giải_viên"));
}

TEST_CASE("a name_vi that is a keyword or is taken is refused", "[schema]") {
    const auto codes = [](const std::string& own) {
        const std::string text =
            "version: '1'\nhoagiai:\n  choices: {}\n  addressees: {}\nresources:\n- name: teams\n  title: Các tổ\n"
            "  hoagiai: {entity: team, vi: Tổ, en: Team, plural_en: Teams, display: id}\n  schema:\n    primaryKey: id\n"
            "    fields:\n    - {name: id, type: string, title: Mã, hoagiai: {en: Id}}\n"
            "    - {name: x, type: string, title: Màu, hoagiai: {en: Colour" +
            own + "}}\n";
        Diagnostics diagnostics;
        read_schema(std::make_shared<const Source>("s.yaml", text), diagnostics);
        std::string found;
        for (const Diagnostic& d : diagnostics.all()) found += d.code + " ";
        return found;
    };
    CHECK(codes("") == "");
    CHECK(codes(", name_vi: màu_sắc") == "");
    CHECK(codes(", name_vi: kỳ_trước") == "S005 ");
    CHECK(codes(", name_vi: mã") == "S004 ");
}
