// The rules of a check, all of them in one plan.
#pragma once

#include <functional>
#include <vector>

#include "engine/evaluation/plan/plan.h"
#include "engine/findings/finding.h"

namespace hoagiai {

/// A rule to judge all its units by.
struct JudgedRule {
    std::size_t book = 0;
    std::size_t rule = 0;     ///< the first of its versions
    std::size_t version = 0;  ///< that holds on the as-of date
    bool is_open = false;     ///< its readings differ
};

/// The statuses of these rules, by row. Fills the result's by_reference, plan_steps and told. Empty where a number leaves 64
/// bits: the reference evaluator says in which rule and row. `planned` is called between planning and running.
std::vector<Statuses> statuses_by_plan(CheckResult& result, const Dataset& data, const std::vector<Judge>& judges,
                                       const std::vector<JudgedRule>& rules, const std::function<void()>& planned);

}  // namespace hoagiai
