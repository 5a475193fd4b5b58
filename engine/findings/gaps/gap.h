// The gap of a target: how far a unit that falls short is from the plan's figure. 7 of 8 cases at 88 % says more than 87.5 %:
// 1 of the 8 had to end otherwise, and none may fail.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/evaluation/reference/evaluator.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

struct Gap {
    enum class Kind {
        share,  ///< so many of the rows (or of a reported figure) had to be otherwise
        count,  ///< so many rows too few or too many
        sum     ///< so much too little or too much
    };
    Kind kind = Kind::share;
    bool fewer = false;                   ///< the target is a most: what there is had to be fewer, not more
    std::int64_t short_by = 0;            ///< the least that had to be otherwise, over every way to fill the holes
    bool at_least = false;                ///< it is not proved to be the same in every filling
    std::optional<std::int64_t> of;       ///< of how many rows; empty for amounts, and where holes leave it open
    std::optional<std::int64_t> allowed;  ///< of these, how many may be on the wrong side; as certain as `of`
    Words reading;                        ///< the title of the reading under which it is so; empty where all readings agree
    Words sentence;
    friend bool operator==(const Gap&, const Gap&) = default;
};
std::string_view word(Gap::Kind kind);

/// The gaps of a condition that surely fails, one for each comparison in it that surely fails and has the shape of a target:
/// share, count, sum, or a quotient over the same rows, against a bound. Definitions count as written out; an `if` or `else`
/// that the record or a parameter settles is its branch. Other shapes give none.
std::vector<Gap> find_gaps(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator, ExprId require,
                           const RowRef& row);

/// The same, named by the reading under which they are so.
std::vector<Gap> read_as(std::vector<Gap> gaps, const Words& title);

}  // namespace hoagiai
