// Which rows are open, step by step from the far end of the way: a row is where one of its children is.
#include "engine/evaluation/kernels/child_rows.h"

#include <algorithm>

namespace hoagiai {

namespace {

/// Rows of `from` to which rows with a blank link may belong: those that share its parent (go_down in reference/rows.cpp).
void open_by_blank_links(const Dataset& data, EntityId from, const PathStep& step, std::vector<std::uint8_t>& open) {
    const Schema& schema = *data.schema;
    const Table& children = data[step.entity];
    const LinkColumn& link = children.links[step.link];
    const LinkId own_parent = schema.parent_link(from), child_parent = schema.parent_link(step.entity);
    if (own_parent == none_id || child_parent == none_id) return;
    const LinkColumn &mine = data[from].links[own_parent], &theirs = children.links[child_parent];
    std::vector<std::uint8_t> blank_below(data[schema[from].links[own_parent].target].size, 0);
    for (Row row = 0; row < children.size; ++row)
        if ((!link.supplied || link.targets[row] == no_row) && theirs.targets[row] != no_row)
            blank_below[theirs.targets[row]] = 1;
    for (Row row = 0; row < data[from].size; ++row)
        if (mine.targets[row] != no_row && blank_below[mine.targets[row]]) open[row] = 1;
}

/// By row of `from`, for one step.
std::vector<std::uint8_t> open_at(const Dataset& data, EntityId from, const PathStep& step) {
    std::vector<std::uint8_t> open(data[from].size, 0);
    const Table& children = data[step.entity];
    const TableDefects& defects = children.defects;
    if (step.link == none_id) {
        if (!data[from].derived_blank.empty() || !defects.unplaced.empty())
            std::fill(open.begin(), open.end(), std::uint8_t{1});
        return open;
    }
    const bool any_may_lead_here =
        !defects.unplaced.empty() || std::any_of(defects.cells.begin(), defects.cells.end(),
                                                 [&](const UnreadableCell& cell) { return cell.link == step.link; });
    if (any_may_lead_here || !children.supplied || !children.links[step.link].supplied) {
        std::fill(open.begin(), open.end(), std::uint8_t{1});
        return open;
    }
    if ((*data.schema)[step.entity].links[step.link].same_parent) open_by_blank_links(data, from, step, open);
    if (std::find(children.silent.begin(), children.silent.end(), std::uint8_t{1}) != children.silent.end())
        for (Row row = 0; row < data[from].size; ++row) {
            const Row top = data.top_row(from, row);
            if (top != no_row && children.silent[top]) open[row] = 1;
        }
    return open;
}

bool has_open(const std::vector<std::uint8_t>& open) {
    return std::find(open.begin(), open.end(), std::uint8_t{1}) != open.end();
}

}  // namespace

ChildRows::ChildRows(const Dataset& data, EntityId from, const std::vector<PathStep>& steps) {
    std::vector<EntityId> starts = {from};
    for (const PathStep& step : steps) {
        const Table& start = data[starts.back()];
        if (step.link == none_id) {
            levels_.push_back({start.derived_offsets.data(), start.derived_children.data()});
        } else {
            const LinkColumn& link = data[step.entity].links[step.link];
            levels_.push_back({link.offsets.data(), link.children.data()});
        }
        starts.push_back(step.entity);
    }
    for (std::size_t i = steps.size(); i-- > 0;) {
        std::vector<std::uint8_t> open = open_at(data, starts[i], steps[i]);
        if (!open_.empty())
            for (Row row = 0; row < data[starts[i]].size; ++row) {
                const Level& level = levels_[i];
                for (std::uint32_t k = level.offsets[row]; k < level.offsets[row + 1] && !open[row]; ++k)
                    open[row] = open_[level.rows[k]];
            }
        open_ = has_open(open) ? std::move(open) : std::vector<std::uint8_t>();
    }
}

}  // namespace hoagiai
