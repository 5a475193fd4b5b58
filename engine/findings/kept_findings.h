// The rows that become findings, as little of each as can be while rules are judged. Findings are large: they are made once, in
// their order, where they stay.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/findings/by_plan.h"
#include "engine/findings/order.h"

namespace hoagiai {

class KeptFindings {
public:
    /// `unit.rule`: index of the rule among those that are judged. The status is that without a waiver.
    void add(const UnitAndRule& unit, Status status, std::optional<std::size_t> waiver) {
        units_.push_back(unit);
        as_.push_back({status, waiver});
    }
    /// Fills the result's findings, by unit and rule. Given back are the rows in which a number leaves 64 bits: they are none.
    std::vector<std::pair<const CheckedRule*, Row>> make_findings(CheckResult& result, const Dataset& data,
                                                                  const std::vector<Judge>& judges,
                                                                  const std::vector<JudgedRule>& rules, unsigned threads);

private:
    std::vector<UnitAndRule> units_;
    std::vector<std::pair<Status, std::optional<std::size_t>>> as_;
};

}  // namespace hoagiai
