// What follows from the cells: who lies under whom, the units that are the values of a field, and which rosters are silent.
#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>

#include "engine/records/dataset.h"
#include "engine/text/fold.h"
#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

/// Counting sort: rows by their target, ascending within each.
void group(const std::vector<Row>& targets, Row groups, std::vector<std::uint32_t>& offsets, std::vector<Row>& children) {
    offsets.assign(groups + 1u, 0);
    for (const Row target : targets)
        if (target != no_row) ++offsets[target + 1u];
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    children.resize(offsets[groups]);
    std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (Row row = 0; row < targets.size(); ++row)
        if (targets[row] != no_row) children[next[targets[row]]++] = row;
}

void resolve_link(Dataset& data, EntityId entity, LinkId i) {
    LinkColumn& link = data.tables[entity].links[i];
    group(link.targets, data.tables[(*data.schema)[entity].links[i].target].size, link.offsets, link.children);
}

void index_ids(Dataset& data, EntityId entity) {
    Table& table = data.tables[entity];
    table.by_id.clear();
    if (table.stands_by_id) return;
    bool sorted = true;
    for (Row row = 1; row < table.size && sorted; ++row) sorted = data.id(entity, row - 1) <= data.id(entity, row);
    if (sorted) return;
    table.by_id.resize(table.size);
    std::iota(table.by_id.begin(), table.by_id.end(), Row{0});
    std::stable_sort(table.by_id.begin(), table.by_id.end(),
                     [&](Row a, Row b) { return data.id(entity, a) < data.id(entity, b); });
}

void derive(Dataset& data, EntityId entity) {
    const auto [of, field] = *(*data.schema)[entity].derived_from;
    Table& table = data.tables[entity];
    const FieldId key = (*data.schema)[entity].key;
    table.columns[key] = {};
    table.size = 0;
    table.derived_blank.clear();
    const Table& source = data.tables[of];
    const Column& column = source.columns[field];
    table.supplied = source.supplied && column.supplied;
    std::vector<Row> targets(source.size, no_row);
    if (!table.supplied) {
        for (Row row = 0; row < source.size; ++row) table.derived_blank.push_back(row);
        return group(targets, 0, table.derived_offsets, table.derived_children);
    }
    // Spellings that compare as equal are one unit, called by the bytewise smallest of them, whatever the order of rows.
    std::unordered_map<std::string_view, std::string> keys;  // by spelling
    const auto key_of = [&](Row row) -> const std::string& {
        const std::string_view text = data.texts[static_cast<std::size_t>(column.value(row))];
        std::string& known = keys[text];
        if (known.empty()) known = fold(text);
        return known;
    };
    std::unordered_map<std::string, std::size_t> spelling;
    std::vector<const std::string*> key_of_row(source.size);
    for (Row row = 0; row < source.size; ++row) {
        if (column.state(row) != CellState::known) continue;
        const auto text = static_cast<std::size_t>(column.value(row));
        key_of_row[row] = &key_of(row);
        const auto [found, fresh] = spelling.emplace(*key_of_row[row], text);
        if (!fresh && data.texts[text] < data.texts[found->second]) found->second = text;
    }
    std::vector<std::pair<std::string_view, std::string>> units;  // id, key
    for (const auto& [folded, text] : spelling) units.emplace_back(data.texts[text], folded);
    std::sort(units.begin(), units.end());
    std::unordered_map<std::string, Row> rows;
    Column& ids = table.columns[key];
    ids.supplied = true;
    table.stands_by_id = true;
    for (const auto& [id, folded] : units) {
        rows.emplace(folded, table.size++);
        ids.push_back(CellState::known, static_cast<std::int64_t>(spelling.at(folded)));
    }
    for (Row row = 0; row < source.size; ++row) {
        if (key_of_row[row])
            targets[row] = rows.at(*key_of_row[row]);
        else
            table.derived_blank.push_back(row);
    }
    group(targets, table.size, table.derived_offsets, table.derived_children);
}

void find_silence(Dataset& data, EntityId entity) {
    Table& table = data.tables[entity];
    const EntityId top = data.schema->top(entity);
    if (top == entity) return;
    table.silent.assign(data.tables[top].size, 1);
    // Rows of one parent mostly follow each other, and lie under the same top unit.
    const LinkId parent = data.schema->parent_link(entity);
    const LinkColumn* link = parent != none_id && table.links[parent].supplied ? &table.links[parent] : nullptr;
    for (Row row = 0; row < table.size; ++row) {
        if (link && row > 0 && link->targets[row] == link->targets[row - 1]) continue;
        const Row above = data.top_row(entity, row);
        if (above != no_row) table.silent[above] = 0;
    }
}

}  // namespace

void resolve(Dataset& data, const std::vector<EntityId>& incomplete, unsigned threads) {
    const Schema& schema = *data.schema;
    data.tables.resize(schema.entities.size());
    for (EntityId entity = 0; entity < data.tables.size(); ++entity) {
        data.tables[entity].columns.resize(schema[entity].fields.size());
        data.tables[entity].links.resize(schema[entity].links.size());
    }
    for (EntityId entity = 0; entity < data.tables.size(); ++entity)
        if (schema[entity].derived_from) derive(data, entity);
    // Each fills what nothing else looks at.
    std::vector<std::pair<Row, std::function<void()>>> parts;  // with their rows: the largest begin
    for (EntityId entity = 0; entity < data.tables.size(); ++entity) {
        Table& table = data.tables[entity];
        for (LinkId link = 0; link < table.links.size(); ++link) {
            table.links[link].targets.resize(table.size, no_row);
            parts.emplace_back(table.size, [&data, entity, link] { resolve_link(data, entity, link); });
        }
        parts.emplace_back(table.size, [&data, entity] { index_ids(data, entity); });
        table.silent.clear();
        if (schema[entity].roster || std::find(incomplete.begin(), incomplete.end(), entity) != incomplete.end())
            parts.emplace_back(table.size, [&data, entity] { find_silence(data, entity); });
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    constexpr Row many = 10'000;
    if (parts.empty() || parts.front().first < many) threads = 1;
    in_parallel(parts.size(), threads, [&] { return [&](std::size_t part) { parts[part].second(); }; });
}

}  // namespace hoagiai
