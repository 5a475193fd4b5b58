// Which holes matter. Beside what is known of a value stands, for each hole below it, how far that hole alone can move the
// value while all others stay: a condition between which outcomes, a number over which range. A cell is worth naming only if,
// at the top, it can move the rule's outcome.
#pragma once

#include <vector>

#include "engine/evaluation/outcome.h"
#include "engine/values/known.h"

namespace hoagiai {

struct Influence {
    MissingCell cell;
    /// The values between which the hole alone can move the expression: for a condition the outcomes, for a number the range.
    Known swing;
    /// Conditions: the pairs of outcomes between which it can move (pair_bit).
    unsigned flips = 0;
};

/// Pairs of outcomes of a condition, as bits: true-false 1, true-none 2, false-none 4. `outcome` bits as Truth::bits().
unsigned pair_bit(unsigned outcome, unsigned other);
/// All pairs with one outcome in a and the other in b.
unsigned pairs_between(Truth a, Truth b);
/// All pairs within one set of outcomes.
inline unsigned pairs_within(Truth a) { return pairs_between(a, a); }

/// Calls visit(outcome, other) for each pair in flips.
template <typename Visit>
void for_each_pair(unsigned flips, Visit visit) {
    if (flips & 1) visit(1u, 2u);
    if (flips & 2) visit(1u, 4u);
    if (flips & 4) visit(2u, 4u);
}

/// What an expression is known to be, and (when tracing) which holes move it.
struct Evaluated {
    Known known;
    std::vector<Influence> holes;
};

}  // namespace hoagiai
