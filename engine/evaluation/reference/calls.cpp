// Functions over rows: each row's state is found once, then the function says what all of them together give. Which holes
// matter is asked of the function itself: pin one row to what the hole can make of it, and see whether the answer moves.
#include <algorithm>

#include "engine/evaluation/reference/evaluator.h"

namespace hoagiai {

namespace {

/// A row with the holes that move its membership, its test and its value.
struct TracedRow {
    RowState state;
    std::vector<Influence> in, test, value;
};

class RowTracer {
public:
    RowTracer(const Function& function, const Type& operand, const std::vector<TracedRow>& rows, const Known& whole)
        : function_(function), operand_(operand), rows_(rows), whole_(whole) {
        for (const TracedRow& row : rows) states_.push_back(row.state);
    }

    std::vector<Influence> holes() {
        std::vector<Influence> result;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const TracedRow& row = rows_[i];
            for (const Influence& hole : row.in) add(result, hole, i, [&](RowState& state, unsigned outcome) { state.in = Truth::from_bits(outcome); });
            if (row.state.in.surely_false()) continue;
            for (const Influence& hole : row.test) add(result, hole, i, [&](RowState& state, unsigned outcome) { state.test = Truth::from_bits(outcome); });
            for (const Influence& hole : row.value) {
                Influence moved{hole.cell, whole_, 0};
                if (row.state.value.is_range()) {
                    bool moves = hole.swing.can_lack, first = true;
                    Known at_first;
                    for (const Known& end : ends(hole.swing.as_range())) {
                        const Known given = with(i, [&](RowState& state) { state.value = end; });
                        moves = moves || (!first && !(given == at_first));
                        if (first) at_first = given;
                        moved.swing = first ? given : united(moved.swing, given);
                        first = false;
                    }
                    if (!moves) continue;
                    moved.swing.can_lack = moved.swing.can_lack || hole.swing.can_lack;
                }
                if (moved.swing.is_truth()) moved.flips = pairs_within(moved.swing.as_truth());
                result.push_back(std::move(moved));
            }
        }
        return result;
    }

    /// An unseen row: it may be absent.
    std::optional<Known> without(std::size_t index) {
        std::vector<RowState> rest = states_;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(index));
        return function_.over_rows(rest, operand_);
    }

private:
    static std::vector<Known> ends(const NumberRange& range) {
        std::vector<Known> result;
        if (range.finite && !range.low.is_infinite()) result.push_back(Known::number(range.low));
        if (range.finite && !range.high.is_infinite()) result.push_back(Known::number(range.high));
        if (range.finite && range.high.is_infinite()) result.push_back(Known::range(NumberRange::between(range.high, range.high)));
        if (range.finite && range.low.is_infinite()) result.push_back(Known::range(NumberRange::between(range.low, range.low)));
        if (range.minus) result.push_back(Known::range({false, 0, 0, true, false}));
        if (range.plus) result.push_back(Known::range({false, 0, 0, false, true}));
        return result;
    }

    template <typename Change>
    Known with(std::size_t index, Change change) {
        const RowState kept = states_[index];
        change(states_[index]);
        // Many rows look alike: what pinning one of them gives is computed once.
        for (const auto& [before, after, known] : cache_)
            if (same(before, kept) && same(after, states_[index])) {
                states_[index] = kept;
                return known;
            }
        Known known = function_.over_rows(states_, operand_);
        if (cache_.size() < 64) cache_.push_back({kept, states_[index], known});
        states_[index] = kept;
        return known;
    }

    static bool same(const RowState& a, const RowState& b) {
        return a.in == b.in && a.test == b.test && a.unlimited == b.unlimited && a.value == b.value;
    }

    template <typename Set>
    void add(std::vector<Influence>& result, const Influence& hole, std::size_t index, Set set) {
        Influence moved{hole.cell, {}, 0};
        bool moves = false;
        for_each_pair(hole.flips, [&](unsigned a, unsigned b) {
            const Known first = with(index, [&](RowState& state) { set(state, a); });
            const Known second = with(index, [&](RowState& state) { set(state, b); });
            if (first == second && !first.is_truth()) return;
            if (first.is_truth()) moved.flips |= first == second ? 0u : pairs_between(first.as_truth(), second.as_truth());
            const Known both_ways = united(first, second);
            moved.swing = moves ? united(moved.swing, both_ways) : both_ways;
            moves = true;
        });
        if (!moves || (moved.swing.is_truth() && moved.flips == 0)) return;
        result.push_back(std::move(moved));
    }

    struct Pinned {
        RowState before, after;
        Known known;
    };
    const Function& function_;
    const Type& operand_;
    const std::vector<TracedRow>& rows_;
    const Known& whole_;
    std::vector<RowState> states_;
    std::vector<Pinned> cache_;
};

}  // namespace

Evaluated Evaluator::call(ExprId id, const Call& node, const RowRef& row) const {
    const Function& function = *book().facts[id].function;
    if (function.shape != Shape::scalar) return over_rows(id, node, row);
    std::vector<Evaluated> arguments;
    std::vector<Known> known;
    for (const ExprId argument : node.arguments) {
        arguments.push_back(evaluate(argument, row));
        known.push_back(arguments.back().known);
    }
    Evaluated result{function.of_values(known), {}};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        for (const Influence& hole : arguments[i].holes) {
            std::vector<Known> moved = known;
            moved[i] = hole.swing;
            const Known swing = function.of_values(moved);
            result.holes.push_back({hole.cell, swing, swing.is_truth() ? pairs_within(swing.as_truth()) : 0u});
        }
    }
    return result;
}

std::vector<RowRef> Evaluator::counted_rows(ExprId id, const RowRef& row) const {
    std::vector<RowRef> counted;
    const auto* node = std::get_if<Call>(&ast()[id].node);
    const Fact& fact = book().facts[id];
    if (!node || !fact.function || fact.function->shape == Shape::scalar) return counted;
    for (const Candidate& candidate : follow(*around_.data, row, book().path(fact.rows).steps)) {
        if (candidate.row.kind != RowRef::Kind::real) continue;
        if (node->condition == no_expr || evaluate(node->condition, candidate.row).known.as_truth().can_be_true) counted.push_back(candidate.row);
    }
    return counted;
}

Evaluated Evaluator::over_rows(ExprId id, const Call& node, const RowRef& row) const {
    const Fact& fact = book().facts[id];
    const Function& function = *fact.function;
    const Type operand_type = fact.operand == no_expr ? Type{} : type(fact.operand);
    std::vector<TracedRow> rows;
    std::vector<std::size_t> unseen;
    std::vector<MissingCell> unseen_holes;
    for (const Candidate& candidate : follow(*around_.data, row, book().path(fact.rows).steps)) {
        TracedRow traced;
        RowState& state = traced.state;
        state.unlimited = candidate.unlimited;
        if (node.condition != no_expr) {
            Evaluated condition = evaluate(node.condition, candidate.row);
            state.in = condition.known.as_truth();
            traced.in = std::move(condition.holes);
        }
        if (!candidate.surely) {
            const Truth meets = state.in;
            state.in = united(meets.can_be_true || meets.can_lack ? meets : Truth::no(), Truth::no());
            for (Influence& hole : traced.in) hole.flips = hole.flips & pairs_within(state.in);
            for (const MissingCell& hole : candidate.holes) traced.in.push_back({hole, Known::truth(state.in), pairs_within(state.in)});
        }
        if (state.in.surely_false()) continue;
        if (fact.operand != no_expr) {
            Evaluated operand = evaluate(fact.operand, candidate.row);
            if (function.shape == Shape::rows_and_test) {
                state.test = operand.known.as_truth();
                traced.test = std::move(operand.holes);
            } else {
                state.value = std::move(operand.known);
                traced.value = std::move(operand.holes);
            }
        }
        if (candidate.unlimited) {
            // What is not known of rows that nobody has seen is one thing: whether there are any.
            traced.in.clear();
            traced.test.clear();
            traced.value.clear();
            unseen.push_back(rows.size());
            unseen_holes.push_back(candidate.row.kind == RowRef::Kind::real ? candidate.holes.front() : candidate.row.hole);
        }
        rows.push_back(std::move(traced));
    }
    std::vector<RowState> states;
    states.reserve(rows.size());
    for (const TracedRow& traced : rows) states.push_back(traced.state);
    Evaluated result{function.over_rows(states, operand_type), {}};
    if (!around_.trace || result.known.single()) return result;
    RowTracer tracer(function, operand_type, rows, result.known);
    result.holes = tracer.holes();
    for (std::size_t i = 0; i < unseen.size(); ++i) {
        const auto rest = tracer.without(unseen[i]);
        if (!rest || *rest == result.known) continue;
        const Known swing = united(*rest, result.known);
        result.holes.push_back({unseen_holes[i], swing, swing.is_truth() ? pairs_within(swing.as_truth()) : 0u});
    }
    return result;
}

}  // namespace hoagiai
