// Kleene's connectives over sets of outcomes. Within one filling: false decides `and`, true decides `or`, and no answer is
// passed on otherwise; over sets, every pair of outcomes that two independent conditions can have.
#include "engine/values/known.h"

namespace hoagiai {

namespace {

// Outcomes within one filling, as the bits of Truth::bits(): 1 true, 2 false, 4 no answer.
constexpr unsigned both_in_one(unsigned a, unsigned b) { return (a == 2 || b == 2) ? 2 : (a == 4 || b == 4) ? 4 : 1; }
constexpr unsigned any_in_one(unsigned a, unsigned b) { return (a == 1 || b == 1) ? 1 : (a == 4 || b == 4) ? 4 : 2; }

template <typename Connective>
constexpr unsigned over_sets(unsigned a, unsigned b, Connective connective) {
    unsigned result = 0;
    for (unsigned x = 1; x <= 4; x <<= 1)
        for (unsigned y = 1; y <= 4; y <<= 1)
            if ((a & x) && (b & y)) result |= connective(x, y);
    return result;
}

}  // namespace

Truth both(Truth a, Truth b) { return Truth::from_bits(over_sets(a.bits(), b.bits(), both_in_one)); }
Truth any(Truth a, Truth b) { return Truth::from_bits(over_sets(a.bits(), b.bits(), any_in_one)); }
Truth negate(Truth a) { return {a.can_be_false, a.can_be_true, a.can_lack}; }
Truth united(Truth a, Truth b) { return Truth::from_bits(a.bits() | b.bits()); }

}  // namespace hoagiai
