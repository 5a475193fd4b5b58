// How many units of a group a selection takes.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/values/known.h"

namespace hoagiai {

/// How many are taken of so many units: a share rounds down, and takes at least one where it takes anything.
class Limit {
public:
    Limit() = default;
    /// `share`: of the group's units; else a number.
    Limit(const Known& value, bool share);
    /// Empty: all.
    std::optional<std::uint64_t> of(std::uint64_t units) const;
    bool takes(std::uint64_t before, std::uint64_t units) const {
        const auto most = of(units);
        return !most || before < *most;
    }
    /// Whether it may take one that so many stand before, where the group may have any number of units more.
    bool may_take(std::uint64_t before) const { return share_ ? number_ > Number(0) : takes(before, 0); }
    bool takes_all() const { return all_; }

private:
    bool all_ = true, share_ = false;
    Number number_ = 0;
};

}  // namespace hoagiai
