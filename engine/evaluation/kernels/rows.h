// Functions over rows below: one pass over each unit's rows, whose membership, test and value earlier steps have made for the
// whole table.
#pragma once

#include "engine/evaluation/kernels/child_rows.h"
#include "engine/evaluation/kernels/vector.h"
#include "engine/evaluation/reference/evaluator.h"

namespace hoagiai {

/// What a step has made for all rows of its entity, or one value for every row.
struct Whole {
    Content content = Content::truth;
    std::vector<std::uint8_t> bits;
    std::vector<std::int64_t> values;
    std::vector<std::vector<Known>> aside;  ///< by batch
    Row batch = 1;
    bool constant = false;  ///< bits, values and aside hold one value for all

    /// 0 for a constant: its one value is every row's.
    Row at(Row row) const { return constant ? 0 : row; }
    Known known(Row row, const TextClasses& texts) const;
};

/// The rows [first, first + out.size) of a step of kind rows. `in`: whether each row below counts, null for all of them;
/// `operand`: its test or value, null for none. Throws Overflow.
void run_rows(const Step& step, const ChildRows& children, const Whole* in, const Whole* operand, Row first, const Vector& out,
              const Evaluator& reference, const TextClasses& texts);

}  // namespace hoagiai
