// The rows that a way down leads to, by the row it starts from: offsets that were resolved once, and a mark on the rows about
// which the records do not say everything (a silent roster, a link that may lead here): those the reference evaluator counts.
#pragma once

#include <span>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/records/dataset.h"

namespace hoagiai {

class ChildRows {
public:
    ChildRows(const Dataset& data, EntityId from, const std::vector<PathStep>& steps);

    /// Whether rows may belong here that nobody has seen or that may belong elsewhere.
    bool any_open() const { return !open_.empty(); }
    bool is_open(Row row) const { return !open_.empty() && open_[row]; }
    /// Calls visit(Row) for each row at the end of the way, in the order of the reference evaluator.
    template <typename Visit>
    void each(Row row, Visit&& visit) const {
        descend(0, row, visit);
    }

private:
    struct Level {
        const std::uint32_t* offsets = nullptr;
        const Row* rows = nullptr;
    };
    template <typename Visit>
    void descend(std::size_t level, Row row, Visit&& visit) const {
        const Level& here = levels_[level];
        const Row* end = here.rows + here.offsets[row + 1];
        if (level + 1 == levels_.size()) {
            for (const Row* child = here.rows + here.offsets[row]; child != end; ++child) visit(*child);
            return;
        }
        for (const Row* child = here.rows + here.offsets[row]; child != end; ++child) descend(level + 1, *child, visit);
    }

    std::vector<Level> levels_;
    std::vector<std::uint8_t> open_;  ///< by row; empty: none
};

}  // namespace hoagiai
