#include "engine/evaluation/reference/influence.h"

namespace hoagiai {

unsigned pair_bit(unsigned outcome, unsigned other) {
    switch (outcome | other) {
        case 1 | 2:
            return 1;
        case 1 | 4:
            return 2;
        case 2 | 4:
            return 4;
        default:
            return 0;  // one and the same
    }
}

unsigned pairs_between(Truth a, Truth b) {
    unsigned flips = 0;
    for (unsigned x = 1; x <= 4; x <<= 1)
        for (unsigned y = 1; y <= 4; y <<= 1)
            if ((a.bits() & x) && (b.bits() & y)) flips |= pair_bit(x, y);
    return flips;
}

}  // namespace hoagiai
