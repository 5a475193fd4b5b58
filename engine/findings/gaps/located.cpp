// What the record settles is asked of the evaluator, so that this never reads a rule otherwise than the verdict did.
#include "engine/findings/gaps/located.h"

#include <algorithm>

namespace hoagiai {

Located LocatedReader::written_out(Located at) const {
    while (true) {
        if (std::holds_alternative<Path>(node(at))) {
            const PathMeaning& meaning = book_.path(at.expr);
            if (meaning.end != PathMeaning::End::definition) return at;
            at = {book_.definitions[meaning.index].expr, arrive(meaning, at.row)};
        } else if (const auto* branches = std::get_if<If>(&node(at))) {
            const Truth condition = value({branches->condition, at.row}).as_truth();
            if (!condition.surely_true() && !condition.surely_false()) return at;
            at.expr = condition.surely_true() ? branches->then : branches->otherwise;
        } else if (const auto* either = std::get_if<Else>(&node(at))) {
            const PathMeaning& meaning = book_.path(either->path);
            const RowRef here = arrive(meaning, at.row);
            if (here.kind != RowRef::Kind::real || meaning.end != PathMeaning::End::field) return at;
            if (data_[here.entity].defects.field(here.row, meaning.index)) return at;
            const bool missing = data_.state(here.entity, meaning.index, here.row) == CellState::missing;
            at.expr = missing ? either->fallback : either->path;
        } else {
            return at;
        }
    }
}

RowRef LocatedReader::arrive(const PathMeaning& meaning, RowRef row) const {
    for (const PathStep& step : meaning.steps) row = go_up(data_, row, step.link);
    return row;
}

bool LocatedReader::is_field(const Located& at) const {
    return std::holds_alternative<Path>(node(at)) && book_.path(at.expr).end == PathMeaning::End::field;
}

bool LocatedReader::is_call(const Located& at, std::string_view function) const {
    return call(at) && fact(at).function->name == function;
}

const Arithmetic* LocatedReader::quotient(const Located& at) const {
    const auto* parts = std::get_if<Arithmetic>(&node(at));
    const bool whole_numbers = parts && parts->op == ArithmeticOp::divide && book_.facts[parts->left].type.is(Kind::integer) &&
                               book_.facts[parts->right].type.is(Kind::integer);
    return whole_numbers ? parts : nullptr;
}

std::vector<Candidate> LocatedReader::rows(const Located& at) const {
    return follow(data_, at.row, book_.path(fact(at).rows).steps);
}

EntityId LocatedReader::entity_of_rows(const Located& at) const { return book_.path(fact(at).rows).steps.back().entity; }

Truth LocatedReader::counted(const Located& at, const Candidate& row) const {
    const ExprId condition = call(at)->condition;
    Truth in = condition == no_expr ? Truth::yes() : value({condition, row.row}).as_truth();
    if (!row.surely) in.can_be_false = true;
    return in;
}

bool LocatedReader::over_same_rows(const Located& a, const Located& b) const {
    const auto &left = book_.path(fact(a).rows).steps, &right = book_.path(fact(b).rows).steps;
    const auto same_step = [](const PathStep& x, const PathStep& y) {
        return x.up == y.up && x.entity == y.entity && x.link == y.link;
    };
    return same_row(a.row, b.row) && std::equal(left.begin(), left.end(), right.begin(), right.end(), same_step);
}

bool same_row(const RowRef& a, const RowRef& b) {
    return a.kind == RowRef::Kind::real && b.kind == RowRef::Kind::real && a.entity == b.entity && a.row == b.row;
}

}  // namespace hoagiai
