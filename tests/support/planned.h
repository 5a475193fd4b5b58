// The plan beside the reference evaluator: the same rule over the same records, row by row.
#pragma once

#include <string>

#include "engine/evaluation/judge.h"
#include "engine/evaluation/plan/plan.h"

namespace hoagiai::support {

/// The statuses that the plan gives a rule, for all rows of its entity.
Statuses planned(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
                 const PlanOptions& options);
/// Where the plan says something else than the reference evaluator; empty: nowhere. Rows whose numbers leave 64 bits are passed
/// over: there a plan has nothing to say.
std::string difference(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
                       const PlanOptions& options);

}  // namespace hoagiai::support
