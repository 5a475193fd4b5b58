#include "engine/findings/by_plan.h"

#include "engine/findings/named.h"
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
        for (std::size_t i = 0; i < rules_.size(); ++i) tell(rules_[i], wanted_.statuses[i].first);
        result_.plan_steps = planner_.plan().steps.size();
    }

    std::vector<Statuses> run() {
        PlanOptions options;
        options.threads = thread_count(result_.request.threads);
        PlanResult made = run_plan(planner_.plan(), wanted_, options);
        for (std::size_t i = 0; i < told_.size(); ++i)
            result_.told.add(told_[i].book, told_[i].expr, told_[i].reading, std::move(made.told[i]));
        return std::move(made.statuses);
    }

private:
    const CheckedRulebook& book(const JudgedRule& one) const { return *result_.request.books[one.book]; }

    /// What the words of its findings name.
    void tell(const JudgedRule& one, StepId status) {
        const CheckedRule& version = book(one).rules[one.version];
        if (!version.decl->on.empty()) return;
        const auto kept = [&](Status which) { return result_.request.keep.count(which) > 0; };
        // A waived one has the words of what it would be.
        const std::uint64_t fails = kept(Status::fail) || kept(Status::waived) ? bit(Status::fail) : 0;
        const std::uint64_t unknown = kept(Status::unknown) || kept(Status::waived) ? bit(Status::unknown) : 0;
        // The sentence is said where some reading fails.
        for (const Template* text : {&version.decl->finding_vi, &version.decl->finding_en})
            for (const Template::Part& part : text->parts)
                if (part.expr != no_expr) tell(one, part.expr, status, fails | (one.is_open ? unknown : 0));
        for (const ExprId condition : {version.decl->when, version.decl->require})
            for (const ExprId named : named_in(book(one), condition)) tell(one, named, status, fails | unknown);
    }

    void tell(const JudgedRule& one, ExprId expr, StepId status, std::uint64_t statuses) {
        if (statuses == 0) return;
        const CheckedRule& version = book(one).rules[one.version];
        for (const JudgedReading& reading : readings_on(book(one), version, result_.request.as_of)) {
            const StepId step = planner_.tell(judges_[one.book], book(one), version, expr, reading, status, statuses);
            if (step == no_step) continue;
            wanted_.told.push_back(step);
            told_.push_back({one.book, expr, reading});
        }
    }

    static constexpr std::uint64_t bit(Status status) { return std::uint64_t{1} << static_cast<unsigned>(status); }

    CheckResult& result_;
    const std::vector<Judge>& judges_;
    const std::vector<JudgedRule>& rules_;
    Planner planner_;
    PlanWanted wanted_;
    struct Asked {
        std::size_t book;
        ExprId expr;
        JudgedReading reading;
    };
    std::vector<Asked> told_;  ///< in the order of wanted_.told
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
        result.told = {};
        result.by_reference.clear();
        for (const JudgedRule& one : rules) result.by_reference.push_back(result.request.books[one.book]->rules[one.rule].id);
        return {};
    }
}

}  // namespace hoagiai
