// Where several parameters are undetermined, most of their combinations end alike. What people need to know is which choice
// decides, so readings are told apart only by the choices that move what is being told: the status, or a value.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/outcome.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

struct ReadingGroup {
    JudgedReading shown;                ///< only the choices that decide; the status of the first
    std::vector<std::size_t> readings;  ///< indices into Outcome::readings
    bool by_day = false;                ///< the day whose rules hold decides as well
};

/// By what each reading gives, one outcome a reading; groups in the order of their first reading.
std::vector<ReadingGroup> group_readings(const std::vector<JudgedReading>& readings, const std::vector<std::string>& outcomes);
/// By their status.
std::vector<ReadingGroup> group_readings(const std::vector<JudgedReading>& readings);
/// Each by itself.
std::vector<ReadingGroup> each_reading(const std::vector<JudgedReading>& readings);

/// By the titles of its choices, and by the day whose rules hold where that decides or nothing else tells it.
Words title_of(const ReadingGroup& group, const CheckedRulebook& book);

}  // namespace hoagiai
