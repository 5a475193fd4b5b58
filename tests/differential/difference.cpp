#include "tests/differential/difference.h"

#include <catch2/catch.hpp>

namespace hoagiai::differential {

namespace {

/// The unit's own row and all rows below it.
std::string rows_of(Database& database, EntityId entity, const std::string& id) {
    const Schema& schema = *builtin_schema();
    std::string text =
        "  " + schema[entity].name + ":" + database.show("SELECT * FROM " + schema[entity].plural + " WHERE id = '" + id + "'");
    for (const Downward& down : schema.downward(entity)) {
        if (down.link == none_id || !schema[down.child].links[down.link].parent) continue;
        const std::string& link = schema[down.child].links[down.link].name;
        for (const auto& row :
             database.query("SELECT id FROM " + schema[down.child].plural + " WHERE " + link + " = '" + id + "'"))
            text += rows_of(database, down.child, row[0].value());
    }
    return text;
}

EntityId entity_of(const std::string& full_id) {
    for (const auto& book : shipped_books(nullptr))
        for (const CheckedRule& rule : book->rules)
            if (rule.id == full_id) return rule.entity;
    return none_id;
}

}  // namespace

void compare(const std::string& where, const Answers& engine, const Answers& asked, Database& database, Agreement agreement,
             Seen& seen) {
    for (const auto& [rule, statuses] : asked) {
        INFO(where << ", rule " << rule);
        REQUIRE(engine.count(rule) == 1);
        const Statuses& ours = engine.at(rule);
        std::size_t differences = 0, units = 0;
        std::string shown;
        for (const auto& [unit, status] : statuses) {
            const auto said = ours.find(unit);
            if (said == ours.end() && agreement == Agreement::where_engine_is_sure) continue;  // made where a roster was silent
            const std::string answer = said == ours.end() ? "nothing" : said->second;
            ++units;
            if (agreement == Agreement::where_engine_is_sure && (answer == "unknown" || status == "unknown")) continue;
            ++seen[rule][status];
            if (answer == status) continue;
            // A rule that applies in some fillings only passes where it holds in these.
            if (agreement == Agreement::where_engine_is_sure && answer == "pass" && status == "not_applicable") continue;
            if (++differences <= 2)
                shown += "unit " + unit + ": the engine says " + answer + ", the database " + status + "\n" +
                         rows_of(database, entity_of(rule), unit);
        }
        INFO(shown);
        CHECK(differences == 0);
        CHECK(units == ours.size());
    }
}

}  // namespace hoagiai::differential
