// The smallest case in which a promise is broken: parts of expressions take the place of the whole, rows go away, holes are
// filled, as long as something is still broken.
#pragma once

#include <string>

#include "tests/support/promises.h"

namespace hoagiai::support {

struct BrokenCase {
    WrittenRule rule;
    SmallRecords records;
    int unit = 0;
    std::string broken;
};

/// What is broken in the case as it stands; empty: nothing, or the engine does not take it.
std::string broken_in(const BrokenCase& one);
BrokenCase shrunk(BrokenCase one);
/// A rulebook and records that can be saved and given to `hoagiai check`.
std::string yaml_of(const BrokenCase& one);

}  // namespace hoagiai::support
