// Where several parameters are undetermined, most of their combinations end alike. What people need to know is which choice
// decides, so readings are told apart only by the choices that move the status.
#pragma once

#include <vector>

#include "engine/evaluation/outcome.h"

namespace hoagiai {

struct ReadingGroup {
    JudgedReading shown;                ///< only the choices that decide; the status of all in the group
    std::vector<std::size_t> readings;  ///< indices into Outcome::readings
    bool by_day = false;                ///< the day whose rules hold decides as well
};

/// Groups in the order of their first reading.
std::vector<ReadingGroup> group_readings(const std::vector<JudgedReading>& readings);

}  // namespace hoagiai
