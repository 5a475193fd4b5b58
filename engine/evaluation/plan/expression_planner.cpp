// Names, paths and connectives; values and rows stand in planned_values.cpp and planned_rows.cpp.
#include "engine/evaluation/plan/expression_planner.h"

#include <algorithm>

namespace hoagiai {

namespace {

/// The steps up with which a way begins.
std::span<const PathStep> way_up(std::span<const PathStep> way) {
    const auto down = std::find_if(way.begin(), way.end(), [](const PathStep& step) { return !step.up; });
    return way.first(static_cast<std::size_t>(down - way.begin()));
}

}  // namespace

ExpressionPlanner::ExpressionPlanner(Plan& plan, StepTable& steps, std::uint32_t context)
    : plan_(plan),
      steps_(steps),
      context_index_(context),
      context_(plan.contexts[context]),
      evaluator_(context_.judge->evaluator(context_.reading.day, &context_.reading)) {
    as_of_ = evaluator_.surroundings().as_of;
    period_ = evaluator_.surroundings().period;
}

StepId ExpressionPlanner::made(StepKind kind, EntityId entity, Content content, std::vector<StepId> inputs) {
    Step step;
    step.kind = kind;
    step.entity = entity;
    step.content = content;
    step.inputs = std::move(inputs);
    return steps_.add(std::move(step));
}

StepId ExpressionPlanner::plan(ExprId id, EntityId entity) {
    const Node& node = ast()[id].node;
    const Content content = content_of(type(id));
    if (std::holds_alternative<Path>(node)) return path(id, entity);
    if (const auto* n = std::get_if<Comparison>(&node)) return comparison(*n, entity);
    if (const auto* n = std::get_if<And>(&node)) {
        StepId all = steps_.constant(Content::truth, Known::truth(Truth::yes()));
        for (const ExprId operand : n->operands) all = steps_.both(all, plan(operand, entity), entity);
        return all;
    }
    if (const auto* n = std::get_if<Or>(&node)) {
        StepId some = steps_.constant(Content::truth, Known::truth(Truth::no()));
        for (const ExprId operand : n->operands) some = steps_.any(some, plan(operand, entity), entity);
        return some;
    }
    if (const auto* n = std::get_if<Call>(&node)) return call(id, *n, entity);
    if (const auto* n = std::get_if<Membership>(&node)) return membership(id, *n, entity);
    if (const auto* n = std::get_if<Arithmetic>(&node)) return arithmetic(id, *n, entity);
    if (const auto* n = std::get_if<If>(&node))
        return made(StepKind::conditional, entity, content,
                    {plan(n->condition, entity), plan(n->then, entity), plan(n->otherwise, entity)});
    if (const auto* n = std::get_if<Else>(&node)) return otherwise(id, *n, entity);
    if (const auto* n = std::get_if<IsMissing>(&node)) return is_missing(id, *n, entity);
    if (const auto* n = std::get_if<Not>(&node)) return made(StepKind::negation, entity, content, {plan(n->operand, entity)});
    if (const auto* n = std::get_if<Negative>(&node))
        return made(StepKind::negative, entity, content, {plan(n->operand, entity)});
    if (const auto* n = std::get_if<NumberLiteral>(&node)) return steps_.constant(content, Known::number(n->value));
    if (const auto* n = std::get_if<DurationLiteral>(&node)) return steps_.constant(content, Known::number(n->amount));
    if (const auto* n = std::get_if<DateLiteral>(&node)) return steps_.constant(content, Known::number(n->day));
    if (const auto* n = std::get_if<BooleanLiteral>(&node)) return steps_.constant(content, Known::truth(Truth::of(n->value)));
    if (const auto* n = std::get_if<TextLiteral>(&node)) return steps_.constant(content, Known::text(n->value));
    if (const auto* n = std::get_if<ReservedWord>(&node)) return reserved(n->word, content);
    return steps_.constant(content, Known::no_answer());
}

StepId ExpressionPlanner::reserved(Reserved word, Content content) {
    Known known = Known::no_answer();
    if (word == Reserved::never) known = Known::range(NumberRange::never());
    if (word == Reserved::as_of) known = Known::number(as_of_);
    if (word == Reserved::period_start && period_) known = Known::number(period_->first);
    if (word == Reserved::period_end && period_) known = Known::number(period_->last);
    return steps_.constant(content, std::move(known));
}

StepId ExpressionPlanner::lifted(EntityId entity, std::span<const PathStep> way, ExprId whole, const End& end) {
    const std::span<const PathStep> up = way_up(way);
    if (up.empty()) return end(entity);
    if (!is_readable(entity, up, nullptr)) return by_reference(whole, entity);
    const RowRef cut{
        RowRef::Kind::behind_link, entity, no_row, {MissingCell::What::link, entity, no_row, none_id}, nullptr, none_id};
    return lifted_over(entity, up, evaluator_.evaluate(whole, cut).known, end);
}

StepId ExpressionPlanner::lifted_over(EntityId entity, std::span<const PathStep> way, const Known& behind, const End& end) {
    if (way.empty()) return end(entity);
    const StepId there = lifted_over(way.front().entity, way.subspan(1), behind, end);
    const Content content = steps_[there].content;
    if (!(*plan_.data)[entity].links[way.front().link].supplied) return steps_.constant(content, behind);
    if (steps_.is_constant(there) && steps_[there].known == behind) return there;
    Step step;
    step.kind = StepKind::above;
    step.entity = entity;
    step.content = content;
    step.inputs = {there};
    step.index = way.front().link;
    step.known = behind;
    return steps_.add(std::move(step));
}

bool ExpressionPlanner::is_readable(EntityId entity, std::span<const PathStep> way, const PathMeaning* end) const {
    const auto any = [&](EntityId of, const auto& found) {
        const std::vector<UnreadableCell>& cells = (*plan_.data)[of].defects.cells;
        return std::any_of(cells.begin(), cells.end(), found);
    };
    for (const PathStep& step : way) {
        if (!step.up) break;
        if (any(entity, [&](const UnreadableCell& cell) { return cell.link == step.link; })) return false;
        entity = step.entity;
    }
    if (!end) return true;
    const bool link = end->end == PathMeaning::End::link;
    return !any(entity, [&](const UnreadableCell& cell) { return (link ? cell.link : cell.field) == end->index; });
}

StepId ExpressionPlanner::path(ExprId id, EntityId entity) {
    const PathMeaning& meaning = book().path(id);
    switch (meaning.end) {
        case PathMeaning::End::field:
            return lifted(entity, meaning.steps, id, [&](EntityId at) { return field(at, meaning.index); });
        case PathMeaning::End::definition:
            return lifted(entity, meaning.steps, id,
                          [&](EntityId at) { return plan(book().definitions[meaning.index].expr, at); });
        case PathMeaning::End::parameter:
            return parameter(meaning.index);
        case PathMeaning::End::choice:
            return steps_.constant(Content::choice, Known::choice(static_cast<int>(meaning.index)));
        default:
            return steps_.constant(content_of(type(id)), Known::no_answer());
    }
}

StepId ExpressionPlanner::field(EntityId entity, FieldId index) {
    const Field& declared = (*plan_.data->schema)[entity].fields[index];
    const Column& column = (*plan_.data)[entity].columns[index];
    const Content content = content_of(declared.type);
    if (!column.supplied) return steps_.constant(content, any_value(declared));
    if (content == Content::text) plan_.texts.add(column);
    Step step;
    step.kind = StepKind::column;
    step.entity = entity;
    step.content = content;
    step.index = index;
    return steps_.add(std::move(step));
}

StepId ExpressionPlanner::parameter(std::uint32_t index) {
    const CheckedParameter& parameter = book().parameters[index];
    const CheckedValue* value = parameter.on(context_.reading.day);
    const Content content = content_of(parameter.type);
    if (!value) return steps_.constant(content, Known::no_answer());
    if (!value->undetermined) return steps_.constant(content, value->values.front());
    for (const auto& [chosen, reading] : context_.reading.choices)
        if (chosen == index) return steps_.constant(content, parameter.readings[reading]);
    Known all = parameter.readings.front();
    for (const Known& reading : parameter.readings) all = united(all, reading);
    return steps_.constant(content, std::move(all));
}

StepId ExpressionPlanner::blank(EntityId entity, const PathMeaning& meaning) {
    const Table& table = (*plan_.data)[entity];
    const bool link = meaning.end == PathMeaning::End::link;
    const bool supplied = link ? table.links[meaning.index].supplied : table.columns[meaning.index].supplied;
    if (!supplied) return steps_.constant(Content::truth, Known::truth(Truth::yes()));
    Step step;
    step.kind = StepKind::missing;
    step.entity = entity;
    step.content = Content::truth;
    step.index = meaning.index;
    step.link = link;
    return steps_.add(std::move(step));
}

StepId ExpressionPlanner::is_missing(ExprId id, const IsMissing& node, EntityId entity) {
    const PathMeaning& meaning = book().path(node.path);
    if (!is_readable(entity, meaning.steps, &meaning)) return by_reference(id, entity);
    const Known behind = Known::truth(Truth::yes());  // nothing is there
    const StepId missing = lifted_over(entity, way_up(meaning.steps), behind, [&](EntityId at) { return blank(at, meaning); });
    return node.negated ? made(StepKind::negation, entity, Content::truth, {missing}) : missing;
}

StepId ExpressionPlanner::otherwise(ExprId id, const Else& node, EntityId entity) {
    const PathMeaning& meaning = book().path(node.path);
    if (!is_readable(entity, meaning.steps, &meaning)) return by_reference(id, entity);
    const StepId missing =
        lifted_over(entity, way_up(meaning.steps), Known::truth(Truth::yes()), [&](EntityId at) { return blank(at, meaning); });
    const StepId value = path(node.path, entity);
    const StepId instead =
        in_choices_of(plan(node.fallback, entity), type(node.fallback).choices, type(node.path).choices, entity);
    return made(StepKind::fallback, entity, steps_[value].content, {missing, value, instead});
}

}  // namespace hoagiai
