#include "tests/support/planned.h"

#include <fmt/format.h>

namespace hoagiai::support {

Statuses planned(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
                 const PlanOptions& options) {
    Planner planner(data);
    const StepId step = planner.add(judge, book, rule);
    return run_plan(planner.plan(), {{{step, rule.entity}}, {}}, options).statuses.front();
}

std::string difference(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
                       const PlanOptions& options) {
    try {
        const Statuses statuses = planned(judge, book, rule, data, options);
        for (Row row = 0; row < data[rule.entity].size; ++row) {
            const Status reference = judge.judge(rule, row, false).status;
            if (statuses[row] != reference)
                return fmt::format("the plan (batch {}, threads {}) says {} of row {}, the reference evaluator {}",
                                   options.batch, options.threads, word(statuses[row]), row, word(reference));
        }
    } catch (const Overflow&) {
    }
    return "";
}

}  // namespace hoagiai::support
