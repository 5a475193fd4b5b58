#include "tests/support/plain_world.h"

#include <algorithm>

namespace hoagiai::plain {

namespace {

/// Shapes that a group of unseen rows may have: how often each different row of it is there. The richest first.
const std::vector<std::vector<int>> shapes = {{1, 20}, {}, {1}, {2}, {3}, {4}, {20}};
/// Behind a row that is unseen itself.
const std::vector<std::vector<int>> inner_shapes = {{1}, {}};

using What = MissingCell::What;

bool past_blank_link(const MissingCell& label) { return label.what == What::link || label.what == What::link_column; }

}  // namespace

World::World(const support::SmallRecords& records) : records_(records), schema_(*records.schema) {
    for (EntityId entity = 0; entity < records.tables.size(); ++entity) {
        first_.push_back(static_cast<int>(rows_.size()));
        for (int row = 0; row < static_cast<int>(records.tables[entity].rows.size()); ++row)
            rows_.push_back({entity, Kind::real, row, {}, -1, none_id, 0});
    }
}

int World::hole(Of of, int row, std::uint32_t index, const MissingCell& label, int options) {
    const auto [at, fresh] = hole_numbers_.emplace(std::tuple{of, row, index}, static_cast<int>(holes_.size()));
    if (fresh) holes_.push_back({label, options});
    return at->second;
}

int World::choose(int number) {
    Hole& hole = holes_[static_cast<std::size_t>(number)];
    if (hole.met_in == run_) {
        ++hole.mentions;
        return hole.chosen;
    }
    if (at_ == picks_.size()) picks_.push_back({number, 0});
    hole.met_in = run_;
    hole.mentions = 1;
    return hole.chosen = picks_[at_++].option;
}

bool World::next() {
    ++run_;
    at_ = 0;
    through_named_ = false;
    while (!picks_.empty() && picks_.back().option + 1 == holes_[static_cast<std::size_t>(picks_.back().hole)].options)
        picks_.pop_back();
    if (picks_.empty()) return false;
    ++picks_.back().option;
    return true;
}

void World::restart() {
    ++run_;
    at_ = 0;
    through_named_ = false;
    picks_.clear();
    thin_ = false;
}

int World::most_mentions() const {
    int most = 0;
    for (const Hole& hole : holes_)
        if (hole.met_in == run_) most = std::max(most, hole.mentions);
    return most;
}

int World::row_for(int from, std::uint32_t way, int index, EntityId entity, Kind kind, const MissingCell& label, LinkId link) {
    const auto [at, fresh] = virtual_rows_.emplace(std::tuple{from, way, index}, static_cast<int>(rows_.size()));
    if (fresh) {
        const int depth = rows_[static_cast<std::size_t>(from)].depth + 1;
        rows_.push_back({entity, kind, -1, label, from, link, depth});
    }
    return at->second;
}

Here World::up(const Here& from, LinkId link) {
    const RowHere row = rows_[static_cast<std::size_t>(from.row)];
    const EntityId target = schema_[row.entity].links[link].target;
    constexpr std::uint32_t upward = 1u << 20;
    if (row.kind != Kind::real) {
        // Down from a row behind a blank link and up again: the link up need not be the blank one.
        const bool known_way =
            row.kind == Kind::unseen && row.above_link == link && row.above >= 0 && !past_blank_link(row.label);
        if (known_way) return {row.above, false};
        return {row_for(from.row, upward + link, 0, target, row.kind, row.label, none_id), from.behind};
    }
    const support::SmallTable& table = records_.tables[row.entity];
    const int to = table.link_columns[link] ? table.rows[static_cast<std::size_t>(row.row)].links[link] : -1;
    if (to >= 0) return {first_[target] + to, from.behind};
    const MissingCell label = table.link_columns[link] ? MissingCell{What::link, row.entity, static_cast<Row>(row.row), link}
                                                       : MissingCell{What::link_column, row.entity, no_row, link};
    // It leads to a row of the same parent, or to one of which nothing is known.
    std::vector<int> rows = {row_for(from.row, upward + link, 0, target, Kind::behind, label, none_id)};
    const LinkId own = schema_.parent_link(row.entity), theirs = schema_.parent_link(target);
    if (schema_[row.entity].links[link].same_parent)
        for (int other = 0; other < static_cast<int>(records_.tables[target].rows.size()); ++other)
            if (records_.tables[target].rows[static_cast<std::size_t>(other)].links[theirs] ==
                table.rows[static_cast<std::size_t>(row.row)].links[own])
                rows.push_back(first_[target] + other);
    const int chosen = choose(hole(Of::link, from.row, link, label, static_cast<int>(rows.size())));
    through_named_ = through_named_ || (chosen > 0 && !looking_down_);
    return {rows[static_cast<std::size_t>(chosen)], true};
}

void World::unseen_rows(std::vector<Weighed>& rows, int from, const Step& step, const MissingCell& label) {
    const std::uint32_t way = step.entity * 64 + step.link;
    const bool inner = rows_[static_cast<std::size_t>(from)].kind == Kind::unseen;
    thin_ = thin_ || inner;
    const auto& possible = inner ? inner_shapes : shapes;
    const int chosen = choose(hole(Of::rows, from, way, label, static_cast<int>(possible.size())));
    const auto& shape = possible[static_cast<std::size_t>(chosen)];
    for (int i = 0; i < static_cast<int>(shape.size()); ++i)
        rows.push_back(
            {{row_for(from, way, i, step.entity, Kind::unseen, label, step.link), false}, shape[static_cast<std::size_t>(i)]});
}

int World::top_of(EntityId entity, int row) const {
    while (schema_.parent_link(entity) != none_id && row >= 0) {
        const LinkId parent = schema_.parent_link(entity);
        const support::SmallTable& table = records_.tables[entity];
        row = table.link_columns[parent] ? table.rows[static_cast<std::size_t>(row)].links[parent] : -1;
        entity = schema_[entity].links[parent].target;
    }
    return row;
}

bool World::silent(EntityId entity, int top) const {
    if (!schema_[entity].roster || top < 0) return false;
    for (int row = 0; row < static_cast<int>(records_.tables[entity].rows.size()); ++row)
        if (top_of(entity, row) == top) return false;
    return true;
}

std::vector<Weighed> World::down(const Here& from, const Step& step) {
    std::vector<Weighed> rows;
    const RowHere row = rows_[static_cast<std::size_t>(from.row)];
    if (row.kind != Kind::real) {
        unseen_rows(rows, from.row, step, row.label);
        return rows;
    }
    const support::SmallTable& table = records_.tables[step.entity];
    if (!table.supplied) {
        unseen_rows(rows, from.row, step, {What::table, step.entity, no_row, none_id});
        return rows;
    }
    for (int below = 0; below < static_cast<int>(table.rows.size()); ++below) {
        const Here child = real(step.entity, below);
        const int to = table.link_columns[step.link] ? table.rows[static_cast<std::size_t>(below)].links[step.link] : -1;
        if (to == row.row) rows.push_back({child, 1});
        if (to >= 0 || !schema_[step.entity].links[step.link].same_parent) continue;
        // A blank link: only within one parent.
        const LinkId own = schema_.parent_link(step.entity), theirs = schema_.parent_link(row.entity);
        if (table.rows[static_cast<std::size_t>(below)].links[own] !=
            records_.tables[row.entity].rows[static_cast<std::size_t>(row.row)].links[theirs])
            continue;
        looking_down_ = true;
        if (up(child, step.link).row == from.row) rows.push_back({child, 1});
        looking_down_ = false;
    }
    const int top = top_of(row.entity, row.row);
    if (silent(step.entity, top))
        unseen_rows(rows, from.row, step, {What::roster, step.entity, static_cast<Row>(top), none_id});
    return rows;
}

const support::SmallCell& World::given(const RowHere& row, FieldId field) const {
    static const support::SmallCell blank;
    const support::SmallTable& table = records_.tables[row.entity];
    if (row.kind != Kind::real || !table.columns[field]) return blank;
    return table.rows[static_cast<std::size_t>(row.row)].cells[field];
}

Value World::value_of(const Field& field, const support::SmallCell& cell) const {
    if (cell.state == CellState::never) return {Value::Is::never, 0, 1};
    switch (field.type.kind) {
        case hoagiai::Kind::boolean:
            return Value::truth(cell.value != 0);
        case hoagiai::Kind::choice:
            return {Value::Is::word, number_of_word(field.type.choices->choices[static_cast<std::size_t>(cell.value)].name), 1};
        case hoagiai::Kind::text:
            return {Value::Is::word, number_of_word(records_.texts[static_cast<std::size_t>(cell.value)]), 1};
        case hoagiai::Kind::ratio:
            return Value::number(cell.value, ratio_unit);
        default:
            return Value::number(cell.value);
    }
}

/// Values on every side of every constant that cases use and every number of rows that their records can have
/// (random_case.cpp: six mediators or cases in a commune), and the ends of what the schema allows.
const std::vector<Value>& World::domain(EntityId entity, FieldId number) {
    std::vector<Value>& values = domains_[{entity, number}];
    if (!values.empty()) return values;
    const Field& field = schema_[entity].fields[number];
    const auto add = [&](std::initializer_list<std::int64_t> all, std::int64_t under) {
        for (const std::int64_t value : all)
            if (field.maximum.is_infinite() || under != 1 || value <= field.maximum.numerator())
                values.push_back(Value::number(value, under));
    };
    switch (field.type.kind) {
        case hoagiai::Kind::boolean:
            values = {Value::truth(true), Value::truth(false)};
            break;
        case hoagiai::Kind::choice:
            for (const Choice& choice : field.type.choices->choices)
                values.push_back({Value::Is::word, number_of_word(choice.name), 1});
            break;
        case hoagiai::Kind::text:
            for (const char* word : {"Kinh", "Tày", "Mông", "Dao", "Thái"})
                values.push_back({Value::Is::word, number_of_word(word), 1});
            break;
        case hoagiai::Kind::ratio:
            add({0, 50, 51, 88, 100}, 100);
            break;
        case hoagiai::Kind::date:
            for (const char* day : {"1900-01-01", "2022-12-31", "2023-06-01", "2023-06-04", "2023-12-31", "2100-12-31"})
                values.push_back(Value::number(*parse_iso_date(day)));
            break;
        default:
            add({0, 1, 2, 3, 4, 5, 6, 12, 1000}, 1);
            break;
    }
    if (field.event) values.push_back({Value::Is::never, 0, 1});
    return values;
}

Value World::field(const Here& here, FieldId field) {
    const RowHere row = rows_[static_cast<std::size_t>(here.row)];
    const support::SmallCell& cell = given(row, field);
    if (cell.state != CellState::missing) return value_of(schema_[row.entity].fields[field], cell);
    MissingCell label = row.label;
    if (row.kind == Kind::real)
        label = records_.tables[row.entity].columns[field]
                    ? MissingCell{What::cell, row.entity, static_cast<Row>(row.row), field}
                    : MissingCell{What::column, row.entity, no_row, field};
    const std::vector<Value>& values = domain(row.entity, field);
    return values[static_cast<std::size_t>(choose(hole(Of::cell, here.row, field, label, static_cast<int>(values.size()))))];
}

bool World::is_missing(const Here& here, std::uint32_t index, bool link) {
    if (here.behind) return true;
    const RowHere row = rows_[static_cast<std::size_t>(here.row)];
    if (row.kind == Kind::behind) return true;
    if (row.kind == Kind::unseen) {
        // Its own link is there; unless the row above was reached over a link that is blank: it may be the very row that lacks
        // it.
        if (link && index == row.above_link && !past_blank_link(row.label)) return false;
        return choose(hole(Of::absence, here.row, index + (link ? 1000u : 0u), row.label, 2)) == 0;
    }
    if (!link) return given(row, index).state == CellState::missing;
    const support::SmallTable& table = records_.tables[row.entity];
    return !table.link_columns[index] || table.rows[static_cast<std::size_t>(row.row)].links[index] < 0;
}

}  // namespace hoagiai::plain
