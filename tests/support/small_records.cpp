#include "tests/support/small_records.h"

#include <fmt/format.h>

#include "engine/text/fold.h"

namespace hoagiai::support {

SmallRecords no_records(std::shared_ptr<const Schema> schema) {
    SmallRecords records;
    records.tables.resize(schema->entities.size());
    for (EntityId entity = 0; entity < records.tables.size(); ++entity) {
        records.tables[entity].columns.assign((*schema)[entity].fields.size(), false);
        records.tables[entity].link_columns.assign((*schema)[entity].links.size(), false);
    }
    records.schema = std::move(schema);
    return records;
}

Dataset dataset_of(const SmallRecords& records) {
    Dataset data;
    const Schema& schema = *(data.schema = records.schema);
    for (const std::string& text : records.texts) data.texts.add(text);
    data.tables.resize(records.tables.size());
    for (EntityId entity = 0; entity < records.tables.size(); ++entity) {
        const SmallTable& from = records.tables[entity];
        Table& to = data.tables[entity];
        to.columns.resize(from.columns.size());
        to.links.resize(from.link_columns.size());
        if (!from.supplied) continue;
        to.supplied = true;
        to.size = static_cast<Row>(from.rows.size());
        for (FieldId field = 0; field < from.columns.size(); ++field) {
            const bool key = field == schema[entity].key;
            if (!from.columns[field] && !key) continue;
            Column& column = to.columns[field];
            column.supplied = true;
            for (const SmallRow& row : from.rows) {
                if (key)
                    column.push_back(CellState::known, data.texts.add(row.id));
                else
                    column.push_back(row.cells[field].state, row.cells[field].value);
            }
        }
        for (LinkId link = 0; link < from.link_columns.size(); ++link) {
            to.links[link].supplied = from.link_columns[link];
            for (const SmallRow& row : from.rows)
                to.links[link].targets.push_back(
                    from.link_columns[link] && row.links[link] >= 0 ? static_cast<Row>(row.links[link]) : no_row);
        }
    }
    resolve(data);
    return data;
}

namespace {

std::string cell_text(const SmallRecords& records, const Field& field, const SmallCell& cell) {
    if (cell.state == CellState::missing) return "\"\"";
    if (cell.state == CellState::never) return "never";
    switch (field.type.kind) {
        case Kind::boolean:
            return cell.value ? "true" : "false";
        case Kind::choice:
            return field.type.choices->choices[static_cast<std::size_t>(cell.value)].name;
        case Kind::date:
            return iso_date(static_cast<Day>(cell.value));
        case Kind::ratio:
            return fmt::format("{}%", cell.value * 100 / ratio_unit);
        case Kind::text:
            return fmt::format("\"{}\"", records.texts[static_cast<std::size_t>(cell.value)]);
        default:
            return std::to_string(cell.value);
    }
}

}  // namespace

std::string yaml_of(const SmallRecords& records) {
    const Schema& schema = *records.schema;
    std::string text;
    for (EntityId entity = 0; entity < records.tables.size(); ++entity) {
        const SmallTable& table = records.tables[entity];
        if (!table.supplied) continue;
        text += schema[entity].plural + ":" + (table.rows.empty() ? " []" : "") + "\n";
        for (const SmallRow& row : table.rows) {
            text += "- {id: " + row.id;
            for (LinkId link = 0; link < table.link_columns.size(); ++link) {
                if (!table.link_columns[link]) continue;
                const auto& rows = records.tables[schema[entity].links[link].target].rows;
                text += fmt::format(", {}: {}", schema[entity].links[link].name,
                                    row.links[link] < 0 ? "\"\"" : rows[static_cast<std::size_t>(row.links[link])].id);
            }
            for (FieldId field = 0; field < table.columns.size(); ++field)
                if (table.columns[field] && field != schema[entity].key)
                    text += fmt::format(", {}: {}", schema[entity].fields[field].name,
                                        cell_text(records, schema[entity].fields[field], row.cells[field]));
            text += "}\n";
        }
    }
    return text;
}

void remove_row(SmallRecords& records, EntityId entity, std::int32_t row) {
    const Schema& schema = *records.schema;
    auto& rows = records.tables[entity].rows;
    rows.erase(rows.begin() + row);
    for (EntityId below = 0; below < records.tables.size(); ++below)
        for (LinkId link = 0; link < schema[below].links.size(); ++link) {
            if (schema[below].links[link].target != entity) continue;
            auto& children = records.tables[below].rows;
            for (std::int32_t child = static_cast<std::int32_t>(children.size()) - 1; child >= 0; --child) {
                std::int32_t& target = children[static_cast<std::size_t>(child)].links[link];
                if (target > row)
                    --target;
                else if (target == row && schema[below].links[link].parent)
                    remove_row(records, below, child);
                else if (target == row)
                    target = -1;
            }
        }
}

}  // namespace hoagiai::support
