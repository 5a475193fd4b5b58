// Rules that pick units: who may be chosen, who may stand before whom, and for whom that decides within the limit. All units
// of the rule's entity are ranked together, one reading of the undetermined parameters at a time.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/judge.h"
#include "engine/evaluation/selection/groups.h"
#include "engine/evaluation/selection/standing.h"

namespace hoagiai {

/// Recommended: in every way to fill the holes it is chosen and within the limit. Possible: in some.
enum class SelectionStatus { recommended, possible, not_chosen };
std::string_view word(SelectionStatus status);

/// The last place, where units that the records do not show may stand before one.
inline constexpr std::uint64_t no_last_place = 0xffffffffffffffffu;

struct RankedUnit {
    SelectionStatus status = SelectionStatus::not_chosen;
    Truth chosen;                       ///< what `choose` gives
    std::uint32_t group = none_id;      ///< into Ranking::groups; none_id: it is missing
    std::vector<KeySpan> keys;          ///< by rank key
    std::uint64_t first = 1, last = 1;  ///< the best and the worst place that it may have
};

/// One reading.
struct Ranking {
    JudgedReading reading;
    std::vector<RankedGroup> groups;  ///< by key
    std::vector<RankedUnit> units;    ///< by row
    std::uint64_t without_group = 0;  ///< units whose group is missing
    bool more_units = false;          ///< any number of units may be there that the records do not show (defects.h)

    /// Whether `other` may stand before `unit`, and whether it surely does; both count only units that may be (are) chosen, and
    /// that may share (share) its group.
    bool may_precede(Row other, Row unit) const;
    bool surely_precedes(Row other, Row unit) const;
};

/// A number left 64 bits in this unit's expressions.
struct UnitOverflow {
    Row row = no_row;
};

/// All readings, at least one. Throws UnitOverflow. The rule must be in force.
std::vector<Ranking> rank_units(const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data, const Judge& judge);

/// The holes that can change a unit's own part in it: whether it is chosen, its keys, its group. Each once, in the order in
/// which they are met.
std::vector<MissingCell> open_cells(const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
                                    const Judge& judge, const Ranking& ranking, Row row);

/// Where there may be more units than the records show: why.
std::vector<MissingCell> unseen_units(const Dataset& data, EntityId entity);

/// What several readings come to.
SelectionStatus combined(SelectionStatus a, SelectionStatus b);

}  // namespace hoagiai
