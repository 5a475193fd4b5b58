#include "engine/output/json_parts/members.h"

#include "engine/output/basis_parts.h"

namespace hoagiai {

void write_both(JsonWriter& json, const Words& words) {
    json.begin_object();
    json.key("vi").text(words.vi);
    json.key("en").text(words.en);
    json.end_object();
}

void write_basis(JsonWriter& json, const std::vector<Basis>& all) {
    json.begin_array();
    for (const Basis& basis : all) {
        json.begin_object();
        for (const auto& [name, value] : basis_parts(basis)) json.key(name).text(value);
        json.end_object();
    }
    json.end_array();
}

void write_evidence(JsonWriter& json, const std::vector<Evidence>& all) {
    json.begin_array();
    for (const Evidence& evidence : all) {
        json.begin_object();
        json.key("expression").text(evidence.expression);
        write_both(json.key("value"), evidence.value);
        if (!evidence.rows.empty()) {
            json.key("rows").begin_array();
            for (const RowName& row : evidence.rows) {
                json.begin_object();
                json.key("entity").text(row.entity);
                json.key("id").text(row.id);
                json.end_object();
            }
            json.end_array();
            if (evidence.more_rows > 0) json.key("more_rows").number(evidence.more_rows);
        }
        json.end_object();
    }
    json.end_array();
}

void write_missing(JsonWriter& json, const std::vector<MissingText>& all) {
    json.begin_array();
    for (const MissingText& missing : all) {
        json.begin_object();
        json.key("entity").text(missing.entity);
        if (!missing.id.empty()) json.key("id").text(missing.id);
        if (!missing.commune.empty()) json.key("commune").text(missing.commune);
        if (!missing.field.empty()) json.key("field").text(missing.field);
        if (!missing.places.empty()) {
            json.key("places").begin_array();
            for (const std::string& place : missing.places) json.text(place);
            json.end_array();
        }
        if (missing.more_places > 0) json.key("more_places").number(missing.more_places);
        json.end_object();
    }
    json.end_array();
}

void write_recommendations(JsonWriter& json, const std::vector<Recommendation>& all) {
    json.begin_array();
    for (const Recommendation& recommendation : all) {
        json.begin_object();
        json.key("to").text(recommendation.to);
        if (!recommendation.within.en.empty()) write_both(json.key("within"), recommendation.within);
        if (!recommendation.condition.empty()) json.key("condition").text(recommendation.condition);
        if (recommendation.ended) json.key("addressee_until").text(iso_date(*recommendation.ended));
        write_both(json.key("text"), recommendation.text);
        json.end_object();
    }
    json.end_array();
}

void write_unit(JsonWriter& json, const Dataset& data, EntityId entity, Row row) {
    json.begin_object();
    json.key("entity").text((*data.schema)[entity].name);
    json.key("id").text(data.id(entity, row));
    json.key("name").text(data.name(entity, row));
    json.key("path").begin_array();
    for (const UnitName& unit : unit_path(data, entity, row)) {
        json.begin_object();
        json.key("entity").text(unit.entity);
        json.key("id").text(unit.id);
        json.key("name").text(unit.name);
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

}  // namespace hoagiai
