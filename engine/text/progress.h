// How far a long piece of work is, for somebody who waits. The library only tells: it prints nothing and reads no clock. Told
// once a file, a rule, or some thousand rows.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace hoagiai {

struct ProgressStep {
    enum class Work { reading, planning, judging, checking };  ///< in this order; checking collects what judging found
    Work work = Work::reading;
    std::string_view name{};  ///< the file, the rule; empty where its caller knows
    std::uint64_t done = 0;   ///< rows, rules
    std::uint64_t all = 0;    ///< 0: not known
};

/// Empty: nobody waits.
using Progress = std::function<void(const ProgressStep&)>;

}  // namespace hoagiai
