#include "engine/output/json_parts/pieces.h"

#include "engine/output/basis_parts.h"

namespace hoagiai {

Json in_both(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }

Json basis_json(const std::vector<Basis>& all) {
    Json list = Json::array();
    for (const Basis& basis : all) {
        Json& one = list.emplace_back(Json::object());
        for (const auto& [name, value] : basis_parts(basis)) one[std::string(name)] = value;
    }
    return list;
}

Json evidence_json(const std::vector<Evidence>& all) {
    Json list = Json::array();
    for (const Evidence& evidence : all) {
        Json one = {{"expression", evidence.expression}, {"value", in_both(evidence.value)}};
        if (!evidence.rows.empty()) {
            Json rows = Json::array();
            for (const RowName& row : evidence.rows) rows.push_back({{"entity", row.entity}, {"id", row.id}});
            one["rows"] = std::move(rows);
            if (evidence.more_rows > 0) one["more_rows"] = evidence.more_rows;
        }
        list.push_back(std::move(one));
    }
    return list;
}

Json missing_json(const std::vector<MissingText>& all) {
    Json list = Json::array();
    for (const MissingText& missing : all) {
        Json one = {{"entity", missing.entity}};
        if (!missing.id.empty()) one["id"] = missing.id;
        if (!missing.commune.empty()) one["commune"] = missing.commune;
        if (!missing.field.empty()) one["field"] = missing.field;
        if (!missing.places.empty()) one["places"] = missing.places;
        if (missing.more_places > 0) one["more_places"] = missing.more_places;
        list.push_back(std::move(one));
    }
    return list;
}

Json recommendations_json(const std::vector<Recommendation>& all) {
    Json list = Json::array();
    for (const Recommendation& recommendation : all) {
        Json r = {{"to", recommendation.to}};
        if (!recommendation.within.en.empty()) r["within"] = in_both(recommendation.within);
        if (!recommendation.condition.empty()) r["condition"] = recommendation.condition;
        if (recommendation.ended) r["addressee_until"] = iso_date(*recommendation.ended);
        r["text"] = in_both(recommendation.text);
        list.push_back(std::move(r));
    }
    return list;
}

Json unit_json(const Dataset& data, EntityId entity, Row row) {
    Json path = Json::array();
    for (const UnitName& unit : unit_path(data, entity, row))
        path.push_back({{"entity", unit.entity}, {"id", unit.id}, {"name", unit.name}});
    return {{"entity", (*data.schema)[entity].name},
            {"id", data.id(entity, row)},
            {"name", data.name(entity, row)},
            {"path", path}};
}

}  // namespace hoagiai
