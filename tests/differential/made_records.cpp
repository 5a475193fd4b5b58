#include "tests/differential/made_records.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <set>

#include "tests/differential/maker.h"

namespace hoagiai::differential {

namespace {

Cell cell_of(const Dataset& data, EntityId entity, FieldId field, Row row) {
    const Type& type = (*data.schema)[entity].fields[field].type;
    const CellState state = data.state(entity, field, row);
    if (state == CellState::missing) return {};
    if (state == CellState::never) return text(never_day);
    const std::int64_t value = data[entity].columns[field].value(row);
    switch (type.kind) {
        case Kind::text:
            return text(std::string(data.texts[static_cast<std::size_t>(value)]));
        case Kind::choice:
            return text(type.choices->choices[static_cast<std::size_t>(value)].name);
        case Kind::date:
            return text(iso_date(static_cast<Day>(value)));
        case Kind::ratio:
            return whole(value / (ratio_unit / 10'000));
        default:
            return whole(value);
    }
}

/// The cell as people write it.
std::string written(const Field& field, const Cell& cell) {
    if (cell.what == Cell::What::blank) return "";
    switch (field.type.kind) {
        case Kind::boolean:
            return cell.whole ? "có" : "không";
        case Kind::ratio:
            return fmt::format("{},{:02}%", cell.whole / 100, cell.whole % 100);
        case Kind::date:
            if (cell.text == never_day) return "chưa";
            return cell.text.substr(8, 2) + "/" + cell.text.substr(5, 2) + "/" + cell.text.substr(0, 4);
        default:
            return cell.what == Cell::What::text ? cell.text : std::to_string(cell.whole);
    }
}

}  // namespace

MadeRecords make_records(std::uint32_t seed, int communes) {
    Maker maker(seed);
    for (int i = 0; i < communes; ++i) maker.commune();
    return maker.take();
}

MadeRecords fill_holes(const Dataset& data, std::uint32_t seed, const std::set<std::string>& left) {
    const Schema& schema = *data.schema;
    Chance chance(seed);
    Maker maker(seed);
    std::map<std::string, bool> silent;  // communes for which a roster has no row; whether that of the teams has
    for (const char* roster : {"teams", "mediators"}) {
        const EntityId entity = schema.find_plural(roster), top = schema.top(entity);
        for (Row row = 0; row < data[entity].silent.size(); ++row)
            if (data[entity].silent[row])
                silent.try_emplace(std::string(data.id(top, row)), roster != std::string_view("teams"));
    }
    // Where the teams are known, one more would change their number.
    for (const auto& [commune, teams_are_known] : silent) maker.team(commune, 4, !teams_are_known);
    MadeRecords records = maker.take();
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity) {
        const Entity& kind = schema[entity];
        if (kind.derived_from) continue;
        for (Row row = 0; row < data[entity].size; ++row) {
            MadeRow made;
            for (FieldId field = 0; field < kind.fields.size(); ++field) {
                const Field& declared = kind.fields[field];
                const Cell cell = cell_of(data, entity, field, row);
                const bool fill = cell.what == Cell::What::blank && left.count(kind.name + "." + declared.name) == 0;
                made[declared.name] = fill ? chance.value(declared) : cell;
            }
            for (LinkId link = 0; link < kind.links.size(); ++link)
                if (data[entity].links[link].supplied && data[entity].links[link].targets[row] != no_row)
                    made[kind.links[link].name] =
                        text(std::string(data.id(kind.links[link].target, data[entity].links[link].targets[row])));
            records.tables[kind.plural].push_back(std::move(made));
        }
    }
    return records;
}

MadeRecords punch_holes(MadeRecords records, const Schema& schema, std::uint32_t seed, int percent,
                        const std::set<std::string>& left) {
    Chance chance(seed);
    for (const Entity& entity : schema.entities)
        for (MadeRow& row : records.tables[entity.plural])
            for (const Field& field : entity.fields)
                if (!field.required && left.count(entity.name + "." + field.name) == 0 && chance.in_hundred(percent))
                    row[field.name] = {};
    return records;
}

void write_csv(const MadeRecords& records, const Schema& schema, const std::filesystem::path& folder) {
    for (const Entity& entity : schema.entities) {
        if (entity.derived_from) continue;
        std::string lines;
        for (const Field& field : entity.fields) lines += (lines.empty() ? "" : ",") + field.name;
        for (const Link& link : entity.links) lines += "," + link.name;
        lines += "\n";
        if (const auto table = records.tables.find(entity.plural); table != records.tables.end())
            for (const MadeRow& row : table->second) {
                const auto cell = [&](const std::string& name) {
                    const auto found = row.find(name);
                    return found == row.end() ? Cell{} : found->second;
                };
                std::string line;
                for (const Field& field : entity.fields)
                    line += (line.empty() ? "\"" : ",\"") + written(field, cell(field.name)) + "\"";
                for (const Link& link : entity.links) line += ",\"" + cell(link.name).text + "\"";
                lines += line + "\n";
            }
        std::ofstream(folder / (entity.plural + ".csv"), std::ios::binary) << lines;
    }
}

}  // namespace hoagiai::differential
