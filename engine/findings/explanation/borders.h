// Where, along all values that a number may have, a status changes. Stretches with a definite status are proved (the engine
// judged all their values at once); what stays unknown was tried at its ends and in between.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/evaluation/outcome.h"

namespace hoagiai {

/// Whole numbers low..high, both included, that give one status.
struct Stretch {
    std::int64_t low = 0, high = 0;
    Status status = Status::unknown;
};

struct StatusAlong {
    /// Of one value, and of all values between two: the status that they share, else unknown. Empty: no answer.
    std::function<std::optional<Status>(std::int64_t)> at;
    std::function<std::optional<Status>(std::int64_t, std::int64_t)> between;
    std::vector<std::int64_t> interesting;  ///< values near which something may change
};

/// Stretches from low to high without a gap; empty if they cannot be found in so many steps or are too many to be said.
std::vector<Stretch> find_stretches(std::int64_t low, std::int64_t high, const StatusAlong& status);

}  // namespace hoagiai
