// An expression together with the row that it speaks of. A definition behind a link is its expression in the row to which the
// link leads, and an `if` or `else` that is settled there is its branch: so a rule reads as if all were written out.
#pragma once

#include <string_view>

#include "engine/evaluation/reference/evaluator.h"

namespace hoagiai {

struct Located {
    ExprId expr = no_expr;
    RowRef row;
};

class LocatedReader {
public:
    LocatedReader(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator)
        : book_(book), data_(data), evaluator_(evaluator) {}

    /// Goes into definitions, and into the branch of an `if` or `else` that the record or a parameter settles.
    Located written_out(Located at) const;
    /// The row in which the end of a path of links stands.
    RowRef arrive(const PathMeaning& meaning, RowRef row) const;

    Known value(const Located& at) const { return evaluator_.evaluate(at.expr, at.row).known; }
    const Node& node(const Located& at) const { return book_.book->ast[at.expr].node; }
    const Fact& fact(const Located& at) const { return book_.facts[at.expr]; }
    bool is_field(const Located& at) const;
    const Call* call(const Located& at) const { return std::get_if<Call>(&node(at)); }
    bool is_call(const Located& at, std::string_view function) const;
    /// A quotient of two whole numbers; null if it is none.
    const Arithmetic* quotient(const Located& at) const;

    /// Of a function over rows: which rows there may be, of what entity, and whether one of them counts.
    std::vector<Candidate> rows(const Located& call) const;
    EntityId entity_of_rows(const Located& call) const;
    Truth counted(const Located& call, const Candidate& row) const;
    bool over_same_rows(const Located& a, const Located& b) const;

private:
    const CheckedRulebook& book_;
    const Dataset& data_;
    const Evaluator& evaluator_;
};

/// The same row of the records.
bool same_row(const RowRef& a, const RowRef& b);

}  // namespace hoagiai
