// Values that a blank cell may hold, as people say them ("from 76 up", "13/05/2023 or earlier") and as a record has them.
#pragma once

#include "engine/findings/borders.h"
#include "engine/findings/explanation.h"

namespace hoagiai {

/// The steps in which the values of a numeric field are counted: 1, for a ratio the finest that a record can write.
std::int64_t steps_of(const Number& value, const Type& type);
Number value_of(std::int64_t steps, const Type& type);

/// All values of a stretch; `low` and `high` are the ends of what the field may hold, `high` empty where there is none.
Filling filling_of(const Stretch& stretch, const Type& type, std::int64_t low, std::optional<std::int64_t> high);
Filling filling_of_never(Status status);

/// "a, b or c".
Words listed(const std::vector<Words>& words);

}  // namespace hoagiai
