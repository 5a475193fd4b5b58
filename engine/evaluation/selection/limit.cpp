#include "engine/evaluation/selection/limit.h"

#include <algorithm>

namespace hoagiai {

Limit::Limit(const Known& value, bool share) : all_(false), share_(share) {
    if (value.is_range() && value.single() && value.as_range().finite && !value.can_lack) number_ = value.as_range().low;
    if (number_ < Number(0)) number_ = Number(0);
    if (share_ && number_ > Number(1)) number_ = Number(1);
}
std::optional<std::uint64_t> Limit::of(std::uint64_t units) const {
    if (all_) return std::nullopt;
    if (!share_) return static_cast<std::uint64_t>(number_.numerator() / number_.denominator());
    if (number_ == Number(0) || units == 0) return 0;
    const int128 taken = static_cast<int128>(number_.numerator()) * static_cast<int128>(units) / number_.denominator();
    return std::max<std::uint64_t>(static_cast<std::uint64_t>(taken), 1);
}
}  // namespace hoagiai
