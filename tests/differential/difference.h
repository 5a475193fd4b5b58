// Two sets of answers held against each other; a difference is told with the rule, the unit, both answers and the rows.
#pragma once

#include "tests/differential/comparison.h"

namespace hoagiai::differential {

/// How often the database gave which answer, by rule.
using Seen = std::map<std::string, std::map<std::string, int>>;

enum class Agreement {
    same,                  ///< no holes: the same answer for each unit
    where_engine_is_sure,  ///< the engine saw holes: what it is sure of must be so in the filling that the database has
};

/// Holds the two against each other, and counts in `seen` what the database said of which rule.
void compare(const std::string& where, const Answers& engine, const Answers& asked, Database& database, Agreement agreement,
             Seen& seen);

}  // namespace hoagiai::differential
