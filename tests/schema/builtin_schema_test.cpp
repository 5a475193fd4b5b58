// The built-in schema against the record contract, written out by hand; and what a broken schema says.
#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <sstream>

#include "engine/language/parser.h"
#include "engine/schema/packed.h"
#include "engine/schema/schema.h"
#include "engine/text/fold.h"

using namespace hoagiai;

namespace hoagiai {
extern const std::string_view builtin_schema_text, builtin_schema_tree;
}

namespace {

// entity plural parent* : fields; b bool, i int, m money, p ratio, d date, e event date, t text, otherwise a choice set of so
// many words; * required
const char* contract = R"(
commune communes -: id:t* name:t* kind:4 district:t province:t valid_from:d valid_to:d villages:i households:i population:i many_ethnic_minorities:b pilot:b pilot_year:i pilot_level:3 nrm_target:5 nrm_target_year:i decided_teams:i plan_on:e annual_report_on:e
team teams commune*: id:t* name:t village:t active:b established_on:d establishment_decision:t decided_size:i reported_size:i head_elected_on:e head_vote_share:p head_proposed_on:e head_recognized_on:e last_review_on:e logbook:b annual_report_on:e legal_supporters:i joint_activities:i uses_it:b support_paid:m support_months:i exemplary:b
mediator mediators team*: id:t* name:t gender:2 born_on:d ethnicity:t citizen:b resident:b volunteer:b good_conduct:b persuasive:b legal_knowledge:b elected_on:e election_form:4 election_chaired:b households_total:i households_present:i households_agree:i list_received_on:e recognition_decision:t recognized_on:e ended_on:e end_decided_on:e end_reason:5 active:b head:b law_degree:4 legal_profession:11 trained_on:e training_hours:i
case cases team*,mediator: id:t* opened_by:3 received_on:d assigned_on:e started_on:e ended_on:e start_exception:3 dispute_type:9 scope:10 outcome:6 record_wanted:b written_record:b record_complete:b logged:b guided:b conflict_of_interest:b danger:b danger_reported_on:e violation_reported_on:e followed_up_on:e fulfilled:b relapsed:b hard:b pay:m pay_requested_on:e paid_on:e
expert experts commune*: id:t* name:t profession:11 resident:b qualified:b already_mediator:b already_supporter:b invited_on:e
training trainings commune*: id:t* held_on:d form:7 hours:i attendees:i
outreach outreaches commune*: id:t* held_on:d form:8 on_mediation:b
funding fundings commune*: id:t* year:i kind:2 source:3 estimated:m allocated:m due_on:d allocated_on:e spent:m
inspection inspections commune*: id:t* held_on:d level:4 remedy_due_on:d remedied_on:e
report reports commune,team: id:t* unit:t* level:5* year:i from_on:d to_on:d covers:t teams:i mediators:i women:i ethnic_minority:i law_qualified:i trained:i received:i concluded:i successful:i unsuccessful:i ongoing:i published_rate:p
)";

std::string kind_of(const Field& field) {
    switch (field.type.kind) {
        case Kind::boolean:
            return "b";
        case Kind::integer:
            return "i";
        case Kind::money:
            return "m";
        case Kind::ratio:
            return "p";
        case Kind::date:
            return field.event ? "e" : "d";
        case Kind::text:
            return "t";
        case Kind::choice:
            return std::to_string(field.type.choices->choices.size());
        default:
            return "?";
    }
}

std::string written(const Schema& schema) {
    std::string text = "\n";
    for (const Entity& entity : schema.entities) {
        if (entity.derived_from) continue;
        text += entity.name + " " + entity.plural + " ";
        std::string links;
        for (const Link& link : entity.links) links += (links.empty() ? "" : ",") + link.name + (link.required ? "*" : "");
        text += (links.empty() ? "-" : links) + ":";
        for (const Field& field : entity.fields) text += " " + field.name + ":" + kind_of(field) + (field.required ? "*" : "");
        text += "\n";
    }
    return text;
}

std::vector<std::string> words_down(const Schema& schema, const char* entity) {
    std::vector<std::string> words;
    for (const Downward& down : schema.downward(schema.find_entity(entity))) words.push_back(down.name);
    return words;
}

}  // namespace

TEST_CASE("the built-in schema has no errors and is the contract", "[schema]") {
    Diagnostics diagnostics;
    const auto schema =
        read_schema(std::make_shared<const Source>("records.datapackage.yaml", std::string(builtin_schema_text)), diagnostics);
    for (const Diagnostic& d : diagnostics.all()) UNSCOPED_INFO(render(d, Language::en, false));
    REQUIRE(schema);
    CHECK(diagnostics.empty());
    CHECK(written(*schema) == contract);
}

TEST_CASE("the schema that is built in as a tree is the one that is built in as a text", "[schema]") {
    Diagnostics diagnostics;
    const auto root =
        read_yaml(std::make_shared<const Source>("records.datapackage.yaml", std::string(builtin_schema_text)), diagnostics);
    REQUIRE(root);
    CHECK(packed(*root) == builtin_schema_tree);
    CHECK(packed(unpacked(builtin_schema_tree)) == builtin_schema_tree);
    CHECK(written(*builtin_schema()) == contract);
}

TEST_CASE("no title folds to a keyword of either spelling, and within an entity all differ", "[schema]") {
    std::set<std::string> words;
    for (const std::string& keyword : keywords()) words.insert(fold_identifier(keyword));
    for (const char* unit : {"day", "days", "month", "months", "year", "years", "ngày", "tháng", "năm"}) words.insert(unit);
    REQUIRE(words.count("không") == 1);
    REQUIRE(words.count("where") == 1);
    const auto check = [&](const Words& title, std::set<std::string>& vi, std::set<std::string>& en) {
        INFO(title.vi << " / " << title.en);
        CHECK_FALSE(title.vi.empty());
        CHECK_FALSE(title.en.empty());
        CHECK(words.count(fold_identifier(title.vi)) == 0);
        CHECK(words.count(fold_identifier(title.en)) == 0);
        CHECK(vi.insert(fold_identifier(title.vi)).second);
        CHECK(en.insert(fold_identifier(title.en)).second);
    };
    std::set<std::string> entities_vi, entities_en, plurals_vi, plurals_en;
    for (const Entity& entity : builtin_schema()->entities) {
        check(entity.title, entities_vi, entities_en);
        check(entity.plural_title, plurals_vi, plurals_en);
        std::set<std::string> vi, en;
        for (const Field& field : entity.fields) {
            check(field.title, vi, en);
            std::set<std::string> choices_vi, choices_en;
            if (field.type.choices)
                for (const Choice& choice : field.type.choices->choices) check(choice.title, choices_vi, choices_en);
        }
        for (const Link& link : entity.links) check(link.title, vi, en);
    }
}

TEST_CASE("bounds, rosters, ways down, derived units, addressees", "[schema]") {
    const Schema& schema = *builtin_schema();
    const auto field = [&](const char* entity, const char* name) {
        return schema[schema.find_entity(entity)].fields[schema[schema.find_entity(entity)].find_field(name)];
    };
    CHECK(field("team", "decided_size").minimum == Number(0));
    CHECK(field("team", "decided_size").maximum == Number::infinity());
    CHECK(field("team", "support_months").maximum == Number(12));
    CHECK(field("team", "head_vote_share").maximum == Number(1));
    CHECK(field("report", "year").minimum == Number(1900));
    CHECK(field("case", "received_on").minimum == Number(first_day));
    CHECK(field("case", "received_on").maximum == Number(last_day));
    CHECK(field("expert", "profession").type.choices == field("mediator", "legal_profession").type.choices);
    for (const Entity& entity : schema.entities) CHECK(entity.roster == (entity.name == "team" || entity.name == "mediator"));
    CHECK(words_down(schema, "commune") ==
          std::vector<std::string>{"teams", "experts", "trainings", "outreaches", "fundings", "inspections", "reports"});
    CHECK(words_down(schema, "team") == std::vector<std::string>{"mediators", "cases", "reports"});
    CHECK(words_down(schema, "mediator") == std::vector<std::string>{"cases"});
    CHECK(words_down(schema, "province") == std::vector<std::string>{"communes"});
    CHECK(schema.top(schema.find_entity("case")) == schema.find_entity("commune"));
    CHECK(schema[schema.find_entity("case")].links[1].same_parent);
    CHECK(schema[schema.find_entity("report")].display == schema[schema.find_entity("report")].find_field("unit"));
    std::set<std::string> addressees;
    for (const Addressee& addressee : schema.addressees) addressees.insert(addressee.name);
    CHECK(addressees == std::set<std::string>{"commune_committee", "commune_chairman", "front_committee", "front_standing",
                                              "team_head", "mediator", "district_justice", "province_justice",
                                              "province_council", "finance", "ministry"});
    CHECK(schema.find_addressee("district_justice")->until == parse_iso_date("2025-06-30"));
}

TEST_CASE("a broken schema says where", "[schema]") {
    const auto codes = [](const std::string& fields, const std::string& more = "") {
        const std::string text =
            "version: '1'\nhoagiai:\n  choices: {s: {a: {vi: Một, en: One}, b: {vi: Một, en: Two}}}\n  addressees: {}\n" +
            more +
            "resources:\n- name: teams\n  title: Các tổ\n  hoagiai: {entity: team, vi: Tổ, en: Team, plural_en: Teams, "
            "display: id}\n  schema:\n    primaryKey: id\n    fields:\n    - {name: id, type: string, title: Mã, hoagiai: {en: "
            "Id}}\n" +
            fields;
        Diagnostics diagnostics;
        read_schema(std::make_shared<const Source>("s.yaml", text), diagnostics);
        std::set<std::string> found;
        for (const Diagnostic& d : diagnostics.all()) {
            found.insert(d.code);
            CHECK(d.place.line > 0);
        }
        return found;
    };
    CHECK(codes("    - {name: x, type: colour, title: Màu, hoagiai: {en: Colour}}\n").count("S002"));
    CHECK(codes("    - {name: x, type: string, title: Không, hoagiai: {en: None}}\n").count("S005"));
    CHECK(codes("    - {name: x, type: string, title: mã, hoagiai: {en: Code}}\n").count("S004"));
    CHECK(codes("    - {name: x, type: string, title: Từ, hoagiai: {en: Word, choices: nosuch}}\n").count("S003"));
    CHECK(codes("").count("S004"));  // two choices with one title
}
