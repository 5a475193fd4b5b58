// The kernels: one step over a batch of rows.
#pragma once

#include <span>

#include "engine/evaluation/kernels/vector.h"

namespace hoagiai {

/// A step that reads only other steps of the same rows. Throws Overflow.
void run_values(const Step& step, std::span<const Vector> inputs, const Vector& out, const TextClasses& texts);
/// The rows [first, first + out.size) of a column.
void run_column(const Step& step, const Dataset& data, Row first, const Vector& out, const TextClasses& texts);
/// Whether cells, or links, are blank.
void run_missing(const Step& step, const Dataset& data, Row first, const Vector& out);
/// verdict, readings, by_dates.
void run_status(const Step& step, std::span<const Vector> inputs, const Vector& out);

}  // namespace hoagiai
