// Values that a blank cell may hold, as people say them ("from 76 up", "13/05/2023 or earlier") and as a record has them.
#pragma once

#include "engine/findings/explanation/borders.h"
#include "engine/findings/explanation/explanation.h"

namespace hoagiai {

/// The steps in which the values of a numeric field are counted: 1, for a ratio the finest that a record can write.
std::int64_t steps_of(const Number& value, const Type& type);
Number value_of(std::int64_t steps, const Type& type);

/// All values of a stretch; `low` and `high` are the ends of what the field may hold, `high` empty where there is none.
Filling filling_of(const Stretch& stretch, const Type& type, std::int64_t low, std::optional<std::int64_t> high);
Filling filling_of_never(Status status);

/// One value that was tried; the status is empty where a number leaves 64 bits.
struct TriedValue {
    Words words;
    std::string example;
    std::optional<Status> status;
};
/// Values that give the same status are said together, in the order in which they were tried.
void join(const std::vector<TriedValue>& tried, MissingValue& missing);
/// A status that was met, each once.
void note_status(std::optional<Status> status, MissingValue& missing);

}  // namespace hoagiai
