// Functions, and those over rows below.
#include <algorithm>

#include "engine/evaluation/kernels/child_rows.h"
#include "engine/evaluation/plan/expression_planner.h"

namespace hoagiai {

StepId ExpressionPlanner::by_reference(ExprId id, EntityId entity) {
    Step step;
    step.kind = StepKind::reference;
    step.entity = entity;
    step.content = content_of(type(id));
    step.reference = {context_index_, id};
    return steps_.add(std::move(step));
}

StepId ExpressionPlanner::call(ExprId id, const Call& node, EntityId entity) {
    const Fact& fact = book().facts[id];
    if (fact.function->shape != Shape::scalar)
        return lifted(entity, book().path(fact.rows).steps, id, [&](EntityId at) { return over_rows(id, node, at); });
    std::vector<StepId> arguments;
    for (const ExprId argument : node.arguments) arguments.push_back(plan(argument, entity));
    Step step;
    step.kind = StepKind::function;
    step.entity = entity;
    step.content = content_of(type(id));
    step.inputs = std::move(arguments);
    step.call = fact.function;
    return steps_.add(std::move(step));
}

bool ExpressionPlanner::looks_up(ExprId id) const {
    if (id == no_expr) return false;
    const auto any_of = [&](const std::vector<ExprId>& parts) {
        return std::any_of(parts.begin(), parts.end(), [&](ExprId part) { return looks_up(part); });
    };
    const Node& node = ast()[id].node;
    if (std::holds_alternative<Path>(node)) {
        if (book().facts[id].path == none_id) return false;
        const PathMeaning& meaning = book().path(id);
        if (!meaning.steps.empty() || meaning.end == PathMeaning::End::link) return true;
        return meaning.end == PathMeaning::End::definition && looks_up(book().definitions[meaning.index].expr);
    }
    if (const auto* n = std::get_if<Comparison>(&node)) return any_of(n->operands);
    if (const auto* n = std::get_if<And>(&node)) return any_of(n->operands);
    if (const auto* n = std::get_if<Or>(&node)) return any_of(n->operands);
    if (const auto* n = std::get_if<ListLiteral>(&node)) return any_of(n->items);
    if (const auto* n = std::get_if<Membership>(&node)) return looks_up(n->operand) || looks_up(n->set);
    if (const auto* n = std::get_if<Arithmetic>(&node)) return looks_up(n->left) || looks_up(n->right);
    if (const auto* n = std::get_if<If>(&node)) return looks_up(n->condition) || looks_up(n->then) || looks_up(n->otherwise);
    if (const auto* n = std::get_if<Else>(&node)) return looks_up(n->path) || looks_up(n->fallback);
    if (const auto* n = std::get_if<IsMissing>(&node)) return looks_up(n->path);
    if (const auto* n = std::get_if<Not>(&node)) return looks_up(n->operand);
    if (const auto* n = std::get_if<Negative>(&node)) return looks_up(n->operand);
    if (const auto* n = std::get_if<Call>(&node)) return looks_up(n->rows) || looks_up(n->condition) || any_of(n->arguments);
    return false;
}

StepId ExpressionPlanner::over_rows(ExprId id, const Call& node, EntityId entity) {
    const Fact& fact = book().facts[id];
    const std::vector<PathStep>& whole = book().path(fact.rows).steps;
    std::vector<PathStep> down(std::find_if(whole.begin(), whole.end(), [](const PathStep& step) { return !step.up; }),
                               whole.end());
    const Content content = content_of(type(id));
    const EntityId below = down.back().entity;
    if (down.front().link != none_id && !(*plan_.data)[down.front().entity].supplied) {
        // The table was not supplied: the same for every unit, unless its rows look at what stands above them.
        if ((*plan_.data)[entity].size == 0) return steps_.constant(content, Known::no_answer());
        if (!looks_up(node.condition) && !looks_up(fact.operand))
            return steps_.constant(content, evaluator_.below(id, RowRef::real(entity, 0)).known);
    }
    Step step;
    step.kind = StepKind::rows;
    step.entity = entity;
    step.content = content;
    step.call = fact.function;
    step.children = steps_.children(entity, down);
    step.steps = std::move(down);
    // Only rows that are open ask for it: without them, calls that say the same of their rows are one.
    if (step.children->any_open()) step.reference = {context_index_, id};
    step.inputs = {node.condition == no_expr ? no_step : plan(node.condition, below),
                   fact.operand == no_expr ? no_step : plan(fact.operand, below)};
    if (fact.operand != no_expr) step.operand = type(fact.operand);
    return steps_.add(std::move(step));
}

}  // namespace hoagiai
