// All rules of a check as one flat list of steps over columns (docs/architecture.md, evaluation). The reference evaluator
// says what an expression means; a plan says the same of all rows at once, and asks the reference about the few rows that
// are unlike the others.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "engine/evaluation/kernels/text_classes.h"
#include "engine/evaluation/plan/step.h"
#include "engine/evaluation/plan/told.h"

namespace hoagiai {

/// What an expression depends on beside the row.
struct PlanContext {
    const Judge* judge = nullptr;
    const CheckedRulebook* book = nullptr;
    JudgedReading reading;  ///< its day and choices
};

struct Plan {
    explicit Plan(const Dataset& dataset) : data(&dataset), texts(dataset) {}
    const Dataset* data;
    std::vector<Step> steps;
    std::vector<PlanContext> contexts;
    TextClasses texts;
};

/// The statuses of one rule, by row.
class Statuses {
public:
    Statuses() = default;
    Statuses(Status all, Row size) : all_(all), size_(size) {}
    explicit Statuses(std::vector<std::uint8_t> by_row) : size_(static_cast<Row>(by_row.size())), by_row_(std::move(by_row)) {}
    Row size() const { return size_; }
    /// Calls visit(row, status) for the rows with one of these statuses, ascending; the number of rows with each.
    template <typename Visit>
    std::array<std::uint64_t, 5> each(const std::array<bool, 5>& wanted, const Visit& visit) const {
        std::array<std::uint64_t, 5> numbers{};
        const std::uint8_t* const statuses = by_row_.data();
        if (by_row_.empty()) {
            const auto all = static_cast<std::size_t>(all_);
            numbers[all] = size_;
            for (Row row = 0; wanted[all] && row < size_; ++row) visit(row, all_);
            return numbers;
        }
        for (Row row = 0; row < size_; ++row) {
            ++numbers[statuses[row]];
            if (wanted[statuses[row]]) visit(row, static_cast<Status>(statuses[row]));
        }
        return numbers;
    }
    Status operator[](Row row) const { return by_row_.empty() ? all_ : static_cast<Status>(by_row_[row]); }

private:
    Status all_ = Status::unknown;
    Row size_ = 0;
    std::vector<std::uint8_t> by_row_;
};

/// How a plan is run.
struct PlanOptions {
    unsigned threads = 1;
    Row batch = 2048;  ///< rows a step does before the next step does the same rows
};

/// What to make of a plan.
struct PlanWanted {
    std::vector<std::pair<StepId, EntityId>> statuses;  ///< of rules
    std::vector<StepId> told;                           ///< Planner::tell()
};
/// In the order in which it was wanted.
struct PlanResult {
    std::vector<Statuses> statuses;
    std::vector<ToldPtr> told;
};

class StepTable;

/// Puts rules into a plan. Throws Overflow where what no record changes leaves 64 bits.
class Planner {
public:
    explicit Planner(const Dataset& data);
    ~Planner();
    /// The step with the statuses of a rule, all its versions together. The judge must stay.
    StepId add(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule);
    /// The step that tells the values of an expression, in one reading, for the rows to which a rule gives one of these
    /// statuses (1 << status); no_step where that makes nothing easier: cells, texts, what is the same for all rows, what the
    /// reference evaluator says anyway. The rule is not dated by its rows; `status` is its step. Throws Overflow.
    StepId tell(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, ExprId expr,
                const JudgedReading& reading, StepId status, std::uint64_t statuses);
    const Plan& plan() const { return plan_; }

private:
    Plan plan_;
    std::unique_ptr<StepTable> steps_;
};

/// Whether something of what a step says is asked of the reference evaluator for every row (not only for rows that nobody has
/// seen, or behind a blank link).
bool asks_reference(const Plan& plan, StepId step);

/// Throws Overflow: then the reference evaluator says which rule and row.
PlanResult run_plan(const Plan& plan, const PlanWanted& wanted, const PlanOptions& options);

}  // namespace hoagiai
