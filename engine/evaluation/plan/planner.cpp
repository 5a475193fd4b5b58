// Rules into a plan: each reading of each version that may judge, then all of them together.
#include <algorithm>
#include <set>

#include "engine/evaluation/plan/expression_planner.h"

namespace hoagiai {

namespace {

class RulePlanner {
public:
    RulePlanner(Plan& plan, StepTable& steps, const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule)
        : plan_(plan), steps_(steps), judge_(judge), book_(book), rule_(rule) {}

    StepId plan() {
        if (!rule_.decl->on.empty()) return by_dates();
        const CheckedRule* version = judge_.version_on(rule_, judge_.as_of());
        return version ? on_day(*version, judge_.as_of()) : steps_.constant(Status::not_applicable);
    }

    StepId tell(ExprId expr, JudgedReading reading, StepId status, std::uint64_t statuses) {
        const Step& judged = plan_.steps[status];
        // To know all texts of the records would cost more than the few that are printed.
        if (judged.kind == StepKind::constant || content_of(book_.facts[expr].type) == Content::text) return no_step;
        const StepId value = ExpressionPlanner(plan_, steps_, context(std::move(reading))).plan(expr, rule_.entity);
        const Step& made = plan_.steps[value];
        if (made.kind == StepKind::constant || made.kind == StepKind::column || asks_reference(plan_, value)) return no_step;
        Step step;
        step.kind = StepKind::told;
        step.entity = rule_.entity;
        step.content = made.content;
        step.inputs = {status, value};
        step.mask = statuses;
        return steps_.add(std::move(step));
    }

private:
    std::uint32_t context(JudgedReading reading) {
        for (std::size_t i = 0; i < plan_.contexts.size(); ++i) {
            const PlanContext& known = plan_.contexts[i];
            if (known.judge == &judge_ && known.reading.day == reading.day && known.reading.choices == reading.choices)
                return static_cast<std::uint32_t>(i);
        }
        plan_.contexts.push_back({&judge_, &book_, std::move(reading)});
        return static_cast<std::uint32_t>(plan_.contexts.size() - 1);
    }

    StepId made(StepKind kind, std::vector<StepId> inputs) {
        Step step;
        step.kind = kind;
        step.entity = rule_.entity;
        step.content = Content::status;
        step.inputs = std::move(inputs);
        return steps_.add(std::move(step));
    }

    /// By one version with the values of one day.
    StepId on_day(const CheckedRule& version, Day day) {
        std::vector<StepId> statuses;
        for (JudgedReading& reading : readings_on(book_, version, day)) {
            ExpressionPlanner expressions(plan_, steps_, context(std::move(reading)));
            const RuleDecl& decl = *version.decl;
            const StepId when = decl.when == no_expr ? steps_.constant(Content::truth, Known::truth(Truth::yes()))
                                                     : expressions.plan(decl.when, rule_.entity);
            if (steps_.is_always(when, Truth::no())) {
                statuses.push_back(steps_.constant(Status::not_applicable));
                continue;
            }
            statuses.push_back(made(StepKind::verdict, {when, expressions.plan(decl.require, rule_.entity)}));
        }
        return made(StepKind::readings, std::move(statuses));
    }

    /// Days on which something changes: between two of them, one day stands for all.
    std::vector<Day> changes() const {
        std::set<Day> days;
        const auto add = [&](const InForce& span) {
            if (span.from) days.insert(*span.from);
            if (span.to) days.insert(*span.to + 1);
        };
        for (const std::uint32_t index : rule_.versions) {
            add(book_.rules[index].in_force);
            for (const std::uint32_t parameter : book_.rules[index].parameters)
                for (const CheckedValue& value : book_.parameters[parameter].values) add(value.span);
        }
        return {days.begin(), days.end()};
    }

    StepId by_dates() {
        Step step;
        step.kind = StepKind::by_dates;
        step.entity = rule_.entity;
        step.content = Content::status;
        step.changes = changes();
        step.dates = static_cast<std::uint32_t>(rule_.decl->on.size());
        ExpressionPlanner dates(plan_, steps_, context({{}, judge_.as_of(), Status::unknown, 0}));
        for (const ExprId on : rule_.decl->on) step.inputs.push_back(dates.plan(on, rule_.entity));
        for (std::size_t span = 0; span <= step.changes.size(); ++span) {
            const Day day = span > 0 ? step.changes[span - 1] : step.changes.empty() ? judge_.as_of() : step.changes[0] - 1;
            const CheckedRule* version = judge_.version_on(rule_, day);
            step.spans.push_back(version ? static_cast<std::uint32_t>(step.inputs.size()) : none_id);
            if (version) step.inputs.push_back(on_day(*version, day));
        }
        return steps_.add(std::move(step));
    }

    Plan& plan_;
    StepTable& steps_;
    const Judge& judge_;
    const CheckedRulebook& book_;
    const CheckedRule& rule_;
};

}  // namespace

bool asks_reference(const Plan& plan, StepId step) {
    std::vector<bool> seen(plan.steps.size(), false);
    std::vector<StepId> open = {step};
    while (!open.empty()) {
        const StepId id = open.back();
        open.pop_back();
        if (id == no_step || seen[id]) continue;
        seen[id] = true;
        if (plan.steps[id].kind == StepKind::reference) return true;
        open.insert(open.end(), plan.steps[id].inputs.begin(), plan.steps[id].inputs.end());
    }
    return false;
}

Planner::Planner(const Dataset& data) : plan_(data), steps_(std::make_unique<StepTable>(plan_)) {}
Planner::~Planner() = default;

StepId Planner::add(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule) {
    return RulePlanner(plan_, *steps_, judge, book, rule).plan();
}

StepId Planner::tell(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, ExprId expr,
                     const JudgedReading& reading, StepId status, std::uint64_t statuses) {
    return RulePlanner(plan_, *steps_, judge, book, rule).tell(expr, reading, status, statuses);
}

}  // namespace hoagiai
