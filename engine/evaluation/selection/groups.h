// The groups in which units are ranked: by a value that they have in common, or by the unit to which a link leads.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/reference/evaluator.h"

namespace hoagiai {

/// A group's value, in an order in which groups can be told.
struct GroupKey {
    Number number;
    std::string text;
    friend auto operator<=>(const GroupKey&, const GroupKey&) = default;
};

struct RankedGroup {
    GroupKey key;
    Known value;               ///< of a field or definition
    Row row = no_row;          ///< of the unit that a link leads to
    std::uint64_t units = 0;   ///< that surely belong here, chosen or not
    std::uint64_t chosen = 0;  ///< of these, those that may be chosen
    /// How many are taken, if nobody whose group is missing belongs here, and if all do; empty: all.
    std::optional<std::uint64_t> limit, most_limit;
};

/// The value that a group has in common, and what stands in its place where it is missing.
struct GroupFound {
    std::optional<RankedGroup> group;
    std::vector<MissingCell> holes;
};

GroupFound find_group(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator, ExprId per,
                      const RowRef& row);

}  // namespace hoagiai
