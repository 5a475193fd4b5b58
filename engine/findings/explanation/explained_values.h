// What an expression is worth in every reading of the rule, in words: the ground on which an explanation stands.
#pragma once

#include <vector>

#include "engine/findings/explanation/explanation.h"
#include "engine/findings/settled_parameter.h"

namespace hoagiai {

class ExplainedValues {
public:
    ExplainedValues(const CheckResult& result, const Finding& finding);

    const CheckedRulebook& book() const { return book_; }
    const CheckedRule& rule() const { return rule_; }
    const Dataset& data() const { return data_; }
    const Ast& ast() const { return book_.book->ast; }
    const Node& node(ExprId id) const { return ast()[id].node; }
    const std::optional<Period>& period() const { return period_; }
    RowRef unit() const { return RowRef::real(rule_.entity, row_); }
    std::size_t readings() const { return evaluators_.size(); }
    const Evaluator& evaluator(std::size_t reading) const { return evaluators_[reading]; }
    /// The day whose parameters hold in a reading.
    Day day(std::size_t reading) const { return days_[reading]; }

    const CheckedDefinition& definition(ExprId path) const { return book_.definitions[book_.path(path).index]; }

    Known evaluate(ExprId id, const RowRef& row, std::size_t reading) const;
    /// Why a profile gave a parameter another value than the book; null if it did not.
    const SettledParameter* settled(const CheckedParameter& parameter) const;
    /// The expression as it stands in the rulebook, on one line.
    std::string written(ExprId id) const;
    /// Whether it says all by itself: a number, a date, a choice.
    bool is_literal(ExprId id) const;
    /// The outcomes of a condition in all readings together.
    Truth truth(ExprId id, const RowRef& row) const;
    /// One value for all readings, or each with the readings that give it.
    std::vector<ExplainedValue> values(ExprId id, const RowRef& row) const;
    Words words(const Known& known, const Type& type, bool is_field) const;
    /// The row in which a path ends.
    RowRef arrive(ExprId path, const RowRef& row) const;
    /// What stands in a field: its value, or why there is none.
    Words cell_words(const RowRef& row, FieldId field) const;

private:
    const CheckedRulebook& book_;
    const CheckedRule& rule_;
    const Dataset& data_;
    Row row_;
    std::optional<Period> period_;
    std::vector<Evaluator> evaluators_;
    std::vector<Day> days_;
    std::vector<Number> thresholds_;
    std::vector<SettledParameter> settled_;
};

/// A hole by its table, id and field.
CellName cell_name(const MissingCell& cell, const Dataset& data);

}  // namespace hoagiai
