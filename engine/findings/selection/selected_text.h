// What is said of a unit that a selection lists, and of the group in which it is ranked. Derived when a writer reaches it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/findings/message.h"

namespace hoagiai {

struct RankKeyText {
    std::string expression;
    bool descending = true;
    Words value;
};

/// What a reading of the undetermined parameters comes to.
struct SelectedReading {
    Words title;
    SelectionStatus status = SelectionStatus::possible;
};

struct SelectedText {
    Words title, message;
    std::vector<Basis> basis;
    std::vector<RankKeyText> keys;
    std::vector<MissingText> missing;  ///< of one that is possible: what would settle it; at most 20
    std::size_t more_missing = 0;
    std::vector<SelectedReading> readings;  ///< where the reading decides
    std::vector<Recommendation> recommendations;
    std::string fingerprint;
};

SelectedText describe(const CheckResult& result, const Selection& selection, const SelectedUnit& unit);

/// What a group has in common, the numbers that its ranking rests on, and how many of it are listed as what. Numbers that a
/// missing group or a reading leaves open are told as their ends.
struct GroupText {
    Words name;                                            ///< empty: all units are one group
    bool missing = false;                                  ///< the units whose group is missing
    std::uint64_t units = 0;                               ///< chosen or not
    std::uint64_t chosen = 0;                              ///< that may be chosen, whatever their place
    std::optional<std::uint64_t> least_limit, most_limit;  ///< empty: all
    std::uint64_t recommended = 0, possible = 0;
};
/// `group`: into the groups of the first reading; none_id: the units without one.
GroupText describe_group(const CheckResult& result, const Selection& selection, std::uint32_t group);

Words status_title(SelectionStatus status);
/// "2", "1–3"; empty where the group is missing.
std::string place_text(const SelectedUnit& unit);

}  // namespace hoagiai
