// One expression over one entity's rows into steps. What it says of ordinary rows is laid out here; what is known where a link
// is missing or a table was not supplied is asked of the reference evaluator once, since it is the same for every such row.
#pragma once

#include <functional>
#include <span>

#include "engine/evaluation/plan/step_table.h"

namespace hoagiai {

class ExpressionPlanner {
public:
    ExpressionPlanner(Plan& plan, StepTable& steps, std::uint32_t context);
    /// Throws Overflow.
    StepId plan(ExprId id, EntityId entity);

private:
    using End = std::function<StepId(EntityId)>;
    /// What `end` makes of the rows that a way up leads to; `whole` says what is known where the way is cut.
    StepId lifted(EntityId entity, std::span<const PathStep> way, ExprId whole, const End& end);
    StepId lifted_over(EntityId entity, std::span<const PathStep> way, const Known& behind, const End& end);
    StepId path(ExprId id, EntityId entity);
    StepId field(EntityId entity, FieldId field);
    StepId blank(EntityId entity, const PathMeaning& meaning);
    StepId parameter(std::uint32_t index);
    StepId reserved(Reserved word, Content content);
    StepId is_missing(ExprId id, const IsMissing& node, EntityId entity);
    StepId otherwise(ExprId id, const Else& node, EntityId entity);
    StepId comparison(const Comparison& node, EntityId entity);
    StepId compare_two(CompareOp op, StepId left, const Type& left_type, StepId right, const Type& right_type, EntityId entity);
    StepId membership(ExprId id, const Membership& node, EntityId entity);
    StepId arithmetic(ExprId id, const Arithmetic& node, EntityId entity);
    StepId call(ExprId id, const Call& node, EntityId entity);
    StepId over_rows(ExprId id, const Call& node, EntityId entity);
    StepId in_choices_of(StepId step, const ChoiceSetPtr& from, const ChoiceSetPtr& to, EntityId entity);
    StepId by_reference(ExprId id, EntityId entity);
    /// Whether each link of a way up, and the cells of what it ends in, can be read or are blank: what cannot be read is
    /// neither.
    bool is_readable(EntityId entity, std::span<const PathStep> way, const PathMeaning* end) const;
    StepId made(StepKind kind, EntityId entity, Content content, std::vector<StepId> inputs);
    /// Whether an expression over rows below looks at what stands above them.
    bool looks_up(ExprId id) const;

    const CheckedRulebook& book() const { return *context_.book; }
    const Ast& ast() const { return book().book->ast; }
    const Type& type(ExprId id) const { return book().facts[id].type; }

    Plan& plan_;
    StepTable& steps_;
    std::uint32_t context_index_;
    PlanContext context_;
    Evaluator evaluator_;
    std::optional<Period> period_;
    Day as_of_ = 0;
};

}  // namespace hoagiai
