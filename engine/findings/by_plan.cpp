#include "engine/findings/by_plan.h"

#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

class ByPlan {
public:
    ByPlan(CheckResult& result, const Dataset& data, const std::vector<Judge>& judges, const std::vector<JudgedRule>& rules)
        : result_(result), judges_(judges), rules_(rules), planner_(data) {}

    void plan() {
        for (const JudgedRule& one : rules_) {
            const CheckedRule& rule = book(one).rules[one.rule];
            wanted_.statuses.emplace_back(planner_.add(judges_[one.book], book(one), rule), rule.entity);
        }
        for (std::size_t i = 0; i < rules_.size(); ++i)
            if (asks_reference(planner_.plan(), wanted_.statuses[i].first))
                result_.by_reference.push_back(book(rules_[i]).rules[rules_[i].rule].id);
        if (result_.request.keep.count(Status::fail))
            for (std::size_t i = 0; i < rules_.size(); ++i) tell(rules_[i], wanted_.statuses[i].first);
        result_.plan_steps = planner_.plan().steps.size();
    }

    std::vector<Statuses> run() {
        PlanOptions options;
        options.threads = thread_count(result_.request.threads);
        PlanResult made = run_plan(planner_.plan(), wanted_, options);
        for (std::size_t i = 0; i < told_.size(); ++i) result_.told.emplace(told_[i], std::move(made.told[i]));
        return std::move(made.statuses);
    }

private:
    const CheckedRulebook& book(const JudgedRule& one) const { return *result_.request.books[one.book]; }

    /// What the rule's sentence names.
    void tell(const JudgedRule& one, StepId status) {
        const CheckedRule& version = book(one).rules[one.version];
        if (one.is_open || !version.decl->on.empty()) return;
        for (const Template* text : {&version.decl->finding_vi, &version.decl->finding_en})
            for (const Template::Part& part : text->parts) {
                if (part.expr == no_expr) continue;
                const StepId step = planner_.tell(judges_[one.book], book(one), version, part.expr, status);
                if (step == no_step) continue;
                wanted_.told.push_back(step);
                told_.emplace_back(one.book, part.expr);
            }
    }

    CheckResult& result_;
    const std::vector<Judge>& judges_;
    const std::vector<JudgedRule>& rules_;
    Planner planner_;
    PlanWanted wanted_;
    std::vector<std::pair<std::size_t, ExprId>> told_;
};

}  // namespace

std::vector<Statuses> statuses_by_plan(CheckResult& result, const Dataset& data, const std::vector<Judge>& judges,
                                       const std::vector<JudgedRule>& rules, const std::function<void()>& planned) {
    try {
        ByPlan by_plan(result, data, judges, rules);
        by_plan.plan();
        planned();
        return by_plan.run();
    } catch (const Overflow&) {
        result.plan_steps = 0;
        result.told.clear();
        result.by_reference.clear();
        for (const JudgedRule& one : rules) result.by_reference.push_back(result.request.books[one.book]->rules[one.rule].id);
        return {};
    }
}

}  // namespace hoagiai
