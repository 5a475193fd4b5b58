// The obviously right evaluator: one row, one expression, straight from the meaning of docs/language.md. It also answers,
// when asked to trace, which holes move the value.
#pragma once

#include <optional>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/evaluation/reference/influence.h"
#include "engine/evaluation/reference/rows.h"
#include "engine/records/dataset.h"
#include "engine/values/date.h"

namespace hoagiai {

/// A cell that is taken as filled with one of these values, whatever the records say: what would be if.
struct AssumedCell {
    EntityId entity = none_id;
    FieldId field = none_id;
    Row row = no_row;
    Known value;
};

/// Everything that an expression may depend on beside the row.
struct Surroundings {
    const CheckedRulebook* book = nullptr;
    const Dataset* data = nullptr;
    Day as_of = 0;
    std::optional<Period> period;
    Day day = 0;  ///< the day whose parameter values hold: as_of, or the rule's `on`
    /// How undetermined parameters are read: by parameter, index into its readings; none_id where the parameter is determined
    /// or every reading counts as possible.
    std::vector<std::uint32_t> readings;
    bool trace = false;
    std::optional<AssumedCell> assumed{};
};

class Evaluator {
public:
    explicit Evaluator(Surroundings surroundings) : around_(std::move(surroundings)) {}
    Surroundings& surroundings() { return around_; }

    /// Throws Overflow where a known value leaves 64 bits.
    Evaluated evaluate(ExprId id, const RowRef& row) const;
    /// What a call of a row function says at a row where its way down begins: its steps up are left out.
    Evaluated below(ExprId call, const RowRef& row) const;
    /// The rows of the records that a call of a row function may count.
    std::vector<RowRef> counted_rows(ExprId call, const RowRef& row) const;

private:
    const AssumedCell* assumed(const RowRef& row, FieldId field) const;
    bool is_blank(const RowRef& row, FieldId field) const;
    /// Something stands in the cell of a row of the records, and it cannot be read: it may be a value, or stand for none.
    bool is_unreadable(const RowRef& row, FieldId field) const;
    Evaluated field_value(const RowRef& row, FieldId field) const;
    Evaluated path_value(ExprId id, const RowRef& row) const;
    Evaluated parameter_value(std::uint32_t index) const;
    Evaluated reserved(Reserved word) const;
    Evaluated is_missing(const IsMissing& node, const RowRef& row) const;
    Evaluated otherwise(const Else& node, const RowRef& row) const;
    Evaluated either(const If& node, const RowRef& row) const;
    Evaluated connective(const std::vector<ExprId>& operands, bool conjunction, const RowRef& row) const;
    Evaluated comparison(const Comparison& node, const RowRef& row) const;
    Evaluated compare_two(CompareOp op, const Evaluated& left, const Type& left_type, const Evaluated& right,
                          const Type& right_type) const;
    Evaluated membership(const Membership& node, const RowRef& row) const;
    Evaluated arithmetic_value(ExprId id, const Arithmetic& node, const RowRef& row) const;
    Evaluated call(ExprId id, const Call& node, const RowRef& row) const;
    Evaluated over_rows(ExprId id, const Call& node, const RowRef& row, const std::vector<PathStep>& steps) const;
    RowRef arrive(const PathMeaning& meaning, const RowRef& row) const;
    const CheckedRulebook& book() const { return *around_.book; }
    const Ast& ast() const { return around_.book->book->ast; }
    Type type(ExprId id) const { return around_.book->facts[id].type; }

    Surroundings around_;
};

/// Every value that a field may have: the schema's bounds and choices.
Known any_value(const Field& field);

}  // namespace hoagiai
