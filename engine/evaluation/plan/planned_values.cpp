// Comparisons, lists and arithmetic.
#include "engine/evaluation/plan/expression_planner.h"

namespace hoagiai {

namespace {

bool is_duration(const Type& type) { return type.kind == Kind::days || type.kind == Kind::months; }

}  // namespace

StepId ExpressionPlanner::in_choices_of(StepId value, const ChoiceSetPtr& from, const ChoiceSetPtr& to, EntityId entity) {
    if (from == to || !from || !to) return value;
    Step step;
    step.kind = StepKind::same_choices;
    step.entity = entity;
    step.content = Content::choice;
    step.inputs = {value};
    step.from = from;
    step.to = to;
    return steps_.add(std::move(step));
}

StepId ExpressionPlanner::compare_two(CompareOp op, StepId left, const Type& left_type, StepId right, const Type& right_type,
                                      EntityId entity) {
    Step step;
    step.kind = StepKind::comparison;
    step.entity = entity;
    step.content = Content::truth;
    step.compare = op;
    step.durations = is_duration(left_type);
    step.inputs = {left, in_choices_of(right, right_type.choices, left_type.choices, entity)};
    return steps_.add(std::move(step));
}

StepId ExpressionPlanner::comparison(const Comparison& node, EntityId entity) {
    std::vector<StepId> values;
    for (const ExprId operand : node.operands) values.push_back(plan(operand, entity));
    StepId all = steps_.constant(Content::truth, Known::truth(Truth::yes()));
    for (std::size_t i = 0; i < node.ops.size(); ++i)
        all = steps_.both(
            all, compare_two(node.ops[i], values[i], type(node.operands[i]), values[i + 1], type(node.operands[i + 1]), entity),
            entity);
    return all;
}

StepId ExpressionPlanner::membership(ExprId id, const Membership& node, EntityId entity) {
    const StepId operand = plan(node.operand, entity);
    const Type& operand_type = type(node.operand);
    const Node& set = ast()[node.set].node;
    if (const auto* word = std::get_if<ReservedWord>(&set)) {
        std::optional<Period> period = period_;
        if (period && word->word == Reserved::previous_period) period = period->previous();
        if (!period) return steps_.constant(Content::truth, Known::truth(Truth::no_answer()));
        Step step;
        step.kind = StepKind::in_period;
        step.entity = entity;
        step.content = Content::truth;
        step.inputs = {operand};
        step.first = period->first;
        step.last = period->last;
        return steps_.add(std::move(step));
    }
    std::vector<StepId> items;
    if (const auto* list = std::get_if<ListLiteral>(&set)) {
        for (const ExprId item : list->items)
            items.push_back(in_choices_of(plan(item, entity), type(item).choices, operand_type.choices, entity));
    } else {
        const CheckedParameter& parameter = book().parameters[book().path(node.set).index];
        if (const CheckedValue* value = parameter.on(context_.reading.day))
            for (const Known& known : value->values)
                items.push_back(in_choices_of(steps_.constant(content_of(operand_type), known), parameter.type.choices,
                                              operand_type.choices, entity));
    }
    if (operand_type.is(Kind::choice) && !items.empty()) {
        std::uint64_t listed = 0;
        bool certain = true;
        for (const StepId item : items) {
            if (!steps_.is_constant(item)) return by_reference(id, entity);
            listed |= steps_[item].known.as_mask();
            certain = certain && steps_[item].known.single();
        }
        if (certain) {
            Step step;
            step.kind = StepKind::member;
            step.entity = entity;
            step.content = Content::truth;
            step.inputs = {operand};
            step.mask = listed;
            return steps_.add(std::move(step));
        }
    }
    StepId some = steps_.constant(Content::truth, Known::truth(Truth::no()));
    for (const StepId item : items)
        some = steps_.any(some, compare_two(CompareOp::equal, operand, operand_type, item, operand_type, entity), entity);
    return some;
}

StepId ExpressionPlanner::arithmetic(ExprId id, const Arithmetic& node, EntityId entity) {
    const StepId left = plan(node.left, entity), right = plan(node.right, entity);
    const bool left_months = type(node.left).kind == Kind::months, right_months = type(node.right).kind == Kind::months;
    Step step;
    step.entity = entity;
    step.content = content_of(type(id));
    if (type(id).kind == Kind::date && (left_months || right_months)) {
        step.kind = StepKind::month_shift;
        step.inputs = left_months ? std::vector{right, left} : std::vector{left, right};
        step.direction = !left_months && node.op == ArithmeticOp::subtract ? -1 : 1;
    } else {
        step.kind = StepKind::arithmetic;
        step.arithmetic = node.op;
        step.inputs = {left, right};
    }
    return steps_.add(std::move(step));
}

}  // namespace hoagiai
