// Where a unit can stand by one rank key. A key is a number or a yes or no; a hole makes it a span, from the best place that
// some filling gives to the worst. What has no answer stands last, whichever way the key counts.
#pragma once

#include <compare>
#include <vector>

#include "engine/values/known.h"

namespace hoagiai {

/// A place on the line of all values: the smaller stands first.
struct Standing {
    enum class Side { endless_before, finite, endless_behind, no_answer };
    Side side = Side::no_answer;
    Number at;  ///< finite only; turned around where the key is descending
    friend bool operator==(const Standing&, const Standing&) = default;
    friend std::strong_ordering operator<=>(const Standing&, const Standing&) = default;
};

struct KeySpan {
    Standing best, worst;
    bool settled() const { return best == worst; }
};

KeySpan span_of(const Known& key, bool descending);

}  // namespace hoagiai
