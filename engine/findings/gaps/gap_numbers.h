// How far a figure is from the bound that a target sets: exact, in whole rows or whole units, over all ways to fill the holes.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/values/known.h"

namespace hoagiai {

/// The bound of `figure >= value`, or (upper) of `figure <= value`; strict: `>` and `<`.
struct Bound {
    bool upper = false, strict = false;
    NumberRange value;  ///< finite; a range where holes leave it open
};

/// Good rows of counted rows.
struct Tally {
    std::int64_t good = 0, counted = 0;
    bool endless = false;  ///< nothing bounds how far such a tally is from the target
};

struct Distance {
    std::int64_t least = 0;  ///< in no filling less
    bool certain = false;    ///< the same in every filling
};

/// How many of the counted rows had to be otherwise, with so many rows counted: ceil(T·n) − s, or s − floor(T·n). `nearest` is
/// the tally of a filling that comes nearest to the bound, `furthest` of one that stays furthest from it (or beyond both).
/// Empty where no number of good rows would do, or where 64 bits do not hold it.
std::optional<Distance> distance_of_share(const Bound& bound, const Tally& nearest, const Tally& furthest);
/// How much a whole number (a count, a sum) is short of the bound, or above it.
std::optional<Distance> distance_of_amount(const Bound& bound, const NumberRange& amount);

/// Of so many rows, how many may be on the wrong side: floor((1 − T)·n), or floor(T·n) good ones. Empty where it is not
/// certain.
std::optional<std::int64_t> allowed_rows(const Bound& bound, std::int64_t counted);
/// The least whole number (upper: the greatest) that meets a bound of this value. Empty where 64 bits do not hold it.
std::optional<std::int64_t> whole_within(const Bound& bound, const Number& value);

}  // namespace hoagiai
