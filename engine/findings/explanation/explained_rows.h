// The rows behind an aggregate: which were counted, which perhaps, which not, and by which cells.
#pragma once

#include "engine/findings/explanation/explained_values.h"

namespace hoagiai {

/// Of each group of rows, so many are named.
inline constexpr std::size_t most_named_rows = 12;

ExplainedRows explain_rows(const ExplainedValues& values, ExprId call, const RowRef& row, std::size_t reading);

}  // namespace hoagiai
