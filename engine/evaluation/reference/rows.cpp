// Where a path leads (docs/language.md, missing values): a missing link may lead to any row that could stand there, a silent
// roster and an absent table may have any number of rows, a commune without a province may belong to any.
#include "engine/evaluation/reference/rows.h"

namespace hoagiai {

namespace {

Candidate unseen_rows(EntityId entity, MissingCell hole, const RowRef& above, LinkId link) {
    RowRef row{RowRef::Kind::unseen, entity, no_row, hole, std::make_shared<RowRef>(above), link};
    return {std::move(row), true, true, {hole}};
}

/// Rows whose link to `from` is missing but which share its parent: each may lead here.
void add_possible_by_link(const Dataset& data, const RowRef& from, const PathStep& step, std::vector<Candidate>& candidates) {
    const Schema& schema = *data.schema;
    const Table& children = data[step.entity];
    const LinkColumn& link = children.links[step.link];
    const LinkId own_parent = schema.parent_link(from.entity), child_parent = schema.parent_link(step.entity);
    if (own_parent == none_id || child_parent == none_id) return;
    const Row parent = data[from.entity].links[own_parent].targets[from.row];
    if (parent == no_row) return;
    const LinkColumn& siblings = children.links[child_parent];
    for (std::uint32_t i = siblings.offsets[parent]; i < siblings.offsets[parent + 1]; ++i) {
        const Row row = siblings.children[i];
        if (link.supplied && link.targets[row] != no_row) continue;
        const MissingCell hole = link.supplied ? MissingCell{MissingCell::What::link, step.entity, row, step.link}
                                               : MissingCell{MissingCell::What::link_column, step.entity, no_row, step.link};
        candidates.push_back({RowRef::real(step.entity, row), false, false, {hole}});
    }
}

/// Rows whose link cannot be read: each may lead anywhere.
void add_unreadable_links(const Dataset& data, const PathStep& step, std::vector<Candidate>& candidates) {
    for (const UnreadableCell& cell : data[step.entity].defects.cells)
        if (cell.link == step.link)
            candidates.push_back({RowRef::real(step.entity, cell.row),
                                  false,
                                  false,
                                  {{MissingCell::What::link, step.entity, cell.row, step.link}}});
}

/// Any row may have rows below it that could not be placed.
void add_unplaced(const Dataset& data, const RowRef& from, const PathStep& step, std::vector<Candidate>& candidates) {
    if (!data[step.entity].defects.unplaced.empty())
        candidates.push_back(
            unseen_rows(step.entity, {MissingCell::What::unplaced, step.entity, no_row, none_id}, from, step.link));
}

}  // namespace

RowRef go_up(const Dataset& data, const RowRef& from, LinkId link) {
    const EntityId target = (*data.schema)[from.entity].links[link].target;
    if (from.kind == RowRef::Kind::unseen) {
        // Down from a row behind a missing link and up again: other rows may lead there by a link that is there.
        const bool known_way = from.above_link == link && from.above && !from.past_missing_link();
        if (known_way) return *from.above;
        return {RowRef::Kind::unseen, target, no_row, from.hole, nullptr, none_id};
    }
    if (from.kind == RowRef::Kind::behind_link) return {RowRef::Kind::behind_link, target, no_row, from.hole, nullptr, none_id};
    const LinkColumn& column = data[from.entity].links[link];
    if (!column.supplied)
        return {RowRef::Kind::behind_link,
                target,
                no_row,
                {MissingCell::What::link_column, from.entity, no_row, link},
                nullptr,
                none_id};
    if (column.targets[from.row] == no_row)
        // What cannot be read is no blank: behind it there may be a row with all its values.
        return {data[from.entity].defects.link(from.row, link) ? RowRef::Kind::unseen : RowRef::Kind::behind_link,
                target,
                no_row,
                {MissingCell::What::link, from.entity, from.row, link},
                nullptr,
                none_id};
    return RowRef::real(target, column.targets[from.row]);
}

std::vector<Candidate> go_down(const Dataset& data, const RowRef& from, const PathStep& step) {
    std::vector<Candidate> candidates;
    if (from.kind != RowRef::Kind::real) return {unseen_rows(step.entity, from.hole, from, step.link)};
    const Table& children = data[step.entity];
    if (step.link == none_id) {  // a derived unit
        const Table& unit = data[from.entity];
        const FieldId field = (*data.schema)[from.entity].derived_from->second;
        for (std::uint32_t i = unit.derived_offsets[from.row]; i < unit.derived_offsets[from.row + 1]; ++i)
            candidates.push_back({RowRef::real(step.entity, unit.derived_children[i]), true, false, {}});
        for (const Row row : unit.derived_blank)
            candidates.push_back(
                {RowRef::real(step.entity, row), false, false, {{MissingCell::What::cell, step.entity, row, field}}});
        add_unplaced(data, from, step, candidates);
        return candidates;
    }
    if (!children.supplied)
        return {unseen_rows(step.entity, {MissingCell::What::table, step.entity, no_row, none_id}, from, step.link)};
    const LinkColumn& link = children.links[step.link];
    if (link.supplied) candidates.reserve(link.offsets[from.row + 1] - link.offsets[from.row]);
    if (link.supplied)
        for (std::uint32_t i = link.offsets[from.row]; i < link.offsets[from.row + 1]; ++i)
            candidates.push_back({RowRef::real(step.entity, link.children[i]), true, false, {}});
    if ((*data.schema)[step.entity].links[step.link].same_parent)
        add_possible_by_link(data, from, step, candidates);
    else
        add_unreadable_links(data, step, candidates);
    add_unplaced(data, from, step, candidates);
    if (!children.silent.empty()) {
        const Row top = data.top_row(from.entity, from.row);
        if (top != no_row && children.silent[top])
            candidates.push_back(
                unseen_rows(step.entity, {MissingCell::What::roster, step.entity, top, none_id}, from, step.link));
    }
    return candidates;
}

std::vector<Candidate> follow(const Dataset& data, const RowRef& from, const std::vector<PathStep>& steps) {
    RowRef start = from;
    std::size_t i = 0;
    for (; i < steps.size() && steps[i].up; ++i) start = go_up(data, start, steps[i].link);
    std::vector<Candidate> rows = {{start, true, false, {}}};
    for (; i < steps.size(); ++i) {
        if (rows.size() == 1 && rows.front().surely && !rows.front().unlimited) {
            rows = go_down(data, rows.front().row, steps[i]);
            continue;
        }
        std::vector<Candidate> next;
        for (const Candidate& candidate : rows) {
            for (Candidate& below : go_down(data, candidate.row, steps[i])) {
                below.unlimited = below.unlimited || candidate.unlimited;
                if (!candidate.surely) {
                    below.surely = false;
                    below.holes.insert(below.holes.end(), candidate.holes.begin(), candidate.holes.end());
                }
                next.push_back(std::move(below));
            }
        }
        rows = std::move(next);
    }
    return rows;
}

}  // namespace hoagiai
