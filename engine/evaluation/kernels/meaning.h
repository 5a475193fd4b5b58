// What a step means, one row at a time and over anything that can be known: the kernels' loops are short cuts of this for
// values that are known exactly.
#pragma once

#include <span>

#include "engine/evaluation/plan/step.h"

namespace hoagiai {

/// Of a step that reads only other steps of the same row. Throws Overflow.
Known meaning(const Step& step, std::span<const Known> inputs);

/// `when` and `require` to a status: `when` false, not applicable; `require` true, pass; `when` true and `require` false, fail;
/// else unknown (docs/language.md, missing values). Both as Truth::bits.
constexpr Status verdict(unsigned when, unsigned require) {
    return when == 2                   ? Status::not_applicable
           : require == 1              ? Status::pass
           : when == 1 && require == 2 ? Status::fail
                                       : Status::unknown;
}

}  // namespace hoagiai
