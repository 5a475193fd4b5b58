// Functions over rows: each row's state is found once, then the function says what all of them together give. Which holes
// matter is asked of the function itself: pin one row to what the hole can make of it, and see whether the answer moves.
#include <algorithm>
#include <deque>
#include <map>

#include "engine/evaluation/reference/evaluator.h"

namespace hoagiai {

namespace {

/// A row with the holes that move its membership, its test and its value.
struct TracedRow {
    RowState state;
    std::vector<Influence> in, test, value;
};

class RowTracer {
    static constexpr std::size_t most_rows = 2000;

public:
    RowTracer(const Function& function, const Type& operand, const std::vector<TracedRow>& rows, const Known& whole)
        : function_(function), operand_(operand), rows_(rows), whole_(whole) {
        for (const TracedRow& row : rows) states_.push_back(row.state);
    }

    std::vector<Influence> holes() {
        std::vector<Influence> result;
        if (rows_.size() > most_rows) {
            // Each row would be asked against all others: over so many, every hole is named that stands in a row that may
            // count.
            for (const TracedRow& row : rows_)
                for (const auto* holes : {&row.in, &row.test, &row.value})
                    for (const Influence& hole : *holes)
                        result.push_back({hole.cell, whole_, whole_.is_truth() ? pairs_within(whole_.as_truth()) : 0u});
            return result;
        }
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const TracedRow& row = rows_[i];
            for (const Influence& hole : row.in)
                for_each_pair(hole.flips, [&](unsigned a, unsigned b) {
                    // Whatever the row's test and value are, they stay.
                    for (const RowState& rest : settled(row.state))
                        move(result, hole.cell, i, with_in(rest, a), with_in(rest, b));
                });
            // A test also matters where it has no answer whether the row counts.
            for (const Truth in : {Truth::yes(), Truth::no_answer()}) {
                if (!(row.state.in.bits() & in.bits())) continue;
                RowState counted = row.state;
                counted.in = in;
                for (const Influence& hole : row.test)
                    for_each_pair(hole.flips, [&](unsigned a, unsigned b) {
                        move(result, hole.cell, i, with_test(counted, a), with_test(counted, b));
                    });
            }
            if (!row.state.in.can_be_true) continue;
            RowState counted = row.state;
            counted.in = Truth::yes();
            for (const Influence& hole : row.value) value_hole(result, hole, i, counted);
        }
        return result;
    }

    /// Unseen rows, all of one hole: they may be absent.
    Known without(const std::vector<std::size_t>& indices) {
        std::vector<RowState> rest;
        for (std::size_t i = 0; i < states_.size(); ++i)
            if (std::find(indices.begin(), indices.end(), i) == indices.end()) rest.push_back(states_[i]);
        return given(rest);
    }

private:
    /// Of rows that are pinned to what they may be. Pinned ones can leave 64 bits where what is known of them did not: then the
    /// value is somewhere beyond, and nothing more is said of it.
    Known given(const std::vector<RowState>& rows) const {
        try {
            return function_.over_rows(rows, operand_);
        } catch (const Overflow&) {
            return Known::range(NumberRange::between(Number::minus_infinity(), Number::infinity()));
        }
    }

    static std::vector<Known> ends(const NumberRange& range) {
        std::vector<Known> result;
        if (range.finite && !range.low.is_infinite()) result.push_back(Known::number(range.low));
        if (range.finite && !range.high.is_infinite()) result.push_back(Known::number(range.high));
        if (range.finite && range.high.is_infinite())
            result.push_back(Known::range(NumberRange::between(range.high, range.high)));
        if (range.finite && range.low.is_infinite()) result.push_back(Known::range(NumberRange::between(range.low, range.low)));
        if (range.minus) result.push_back(Known::range({false, 0, 0, true, false}));
        if (range.plus) result.push_back(Known::range({false, 0, 0, false, true}));
        return result;
    }

    static RowState with_in(RowState state, unsigned outcome) { return state.in = Truth::from_bits(outcome), state; }
    static RowState with_test(RowState state, unsigned outcome) { return state.test = Truth::from_bits(outcome), state; }

    /// One outcome each of the test, with the ends of the value, and with all of it.
    static std::vector<RowState> settled(const RowState& state) {
        std::vector<RowState> all;
        for (unsigned outcome = 1; outcome <= 4; outcome <<= 1) {
            if (!(state.test.bits() & outcome)) continue;
            if (!state.value.is_range() || state.value.empty()) {
                all.push_back(with_test(state, outcome));
                continue;
            }
            all.push_back(with_test(state, outcome));  // whatever lies between them
            for (const Known& end : ends(state.value.as_range())) {
                RowState one = with_test(state, outcome);
                one.value = end;
                all.push_back(std::move(one));
            }
        }
        return all;
    }

    void value_hole(std::vector<Influence>& result, const Influence& hole, std::size_t index, const RowState& counted) {
        if (!counted.value.is_range()) {
            Influence moved{hole.cell, whole_, 0};
            if (whole_.is_truth()) moved.flips = pairs_within(whole_.as_truth());
            result.push_back(std::move(moved));
            return;
        }
        const std::vector<Known> all = ends(hole.swing.as_range());
        for (std::size_t i = 1; i < all.size(); ++i) {
            RowState before = counted, after = counted;
            before.value = all[0];
            after.value = all[i];
            move(result, hole.cell, index, before, after);
        }
        if (hole.swing.can_lack) {
            Influence moved{hole.cell, whole_, 0};
            moved.swing.can_lack = true;
            result.push_back(std::move(moved));
        }
    }

    /// What the whole can do while row `index` goes from one state to another.
    void move(std::vector<Influence>& result, const MissingCell& cell, std::size_t index, const RowState& before,
              const RowState& after) {
        const Moves& moves = moves_of(index, before, after);
        for (const auto& [swing, flips] : moves) result.push_back({cell, swing, flips});
    }

    using Moves = std::vector<std::pair<Known, unsigned>>;

    const Moves& moves_of(std::size_t index, const RowState& before, const RowState& after) {
        // Many rows look alike: what moving one of them does is computed once.
        for (const Computed& known : cache_)
            if (same(known.row, states_[index]) && same(known.before, before) && same(known.after, after)) return known.moves;
        Moves moves;
        const RowState kept = states_[index];
        bool exact = false;
        if (function_.moves) {
            std::vector<RowState> others = states_;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(index));
            if (auto all = function_.moves(others, before, after); all && all->size() <= 64) {
                exact = true;
                for (Known& swing : *all) moves.emplace_back(std::move(swing), 0u);
            }
        }
        if (!exact) {
            states_[index] = before;
            const Known first = given(states_);
            states_[index] = after;
            const Known second = given(states_);
            states_[index] = kept;
            // Any number of rows can hide in one range what moves each of them; so can some functions, and rows of which others
            // lack an answer too.
            const bool answer = lacks(before) || lacks(after);
            const bool hidden = (states_[index].unlimited || function_.hides_moves || answer) && !first.single();
            if (!(first == second) || hidden) {
                Known swing = united(first, second);
                const unsigned flips = first.is_truth() ? pairs_between(first.as_truth(), second.as_truth()) : 0u;
                moves.emplace_back(std::move(swing), flips);
            }
        }
        cache_.push_back({kept, before, after, std::move(moves)});
        return cache_.back().moves;
    }

    static bool lacks(const RowState& row) { return row.in.can_lack || row.test.can_lack || row.value.can_lack; }
    static bool same(const RowState& a, const RowState& b) {
        return a.in == b.in && a.test == b.test && a.unlimited == b.unlimited && a.value == b.value;
    }

    struct Computed {
        RowState row, before, after;
        Moves moves;
    };
    const Function& function_;
    const Type& operand_;
    const std::vector<TracedRow>& rows_;
    const Known& whole_;
    std::vector<RowState> states_;
    std::deque<Computed> cache_;
};

}  // namespace

Evaluated Evaluator::call(ExprId id, const Call& node, const RowRef& row) const {
    const Function& function = *book().facts[id].function;
    if (function.shape != Shape::scalar) return over_rows(id, node, row, book().path(book().facts[id].rows).steps);
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
        if (node->condition == no_expr || evaluate(node->condition, candidate.row).known.as_truth().can_be_true)
            counted.push_back(candidate.row);
    }
    return counted;
}

Evaluated Evaluator::below(ExprId id, const RowRef& row) const {
    const std::vector<PathStep>& whole = book().path(book().facts[id].rows).steps;
    const auto down = std::find_if(whole.begin(), whole.end(), [](const PathStep& step) { return !step.up; });
    return over_rows(id, std::get<Call>(ast()[id].node), row, {down, whole.end()});
}

Evaluated Evaluator::over_rows(ExprId id, const Call& node, const RowRef& row, const std::vector<PathStep>& steps) const {
    const Fact& fact = book().facts[id];
    const Function& function = *fact.function;
    const Type operand_type = fact.operand == no_expr ? Type{} : type(fact.operand);
    std::vector<TracedRow> rows;
    std::map<MissingCell, std::vector<std::size_t>> unseen;  ///< rows that nobody has seen, by the hole they stand for
    const std::vector<Candidate> candidates = follow(*around_.data, row, steps);
    rows.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
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
            for (const MissingCell& hole : candidate.holes)
                traced.in.push_back({hole, Known::truth(state.in), pairs_within(state.in)});
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
            // What is not known of rows that nobody has seen is one thing: whether there are any. The units above them may have
            // holes of their own.
            const MissingCell own = candidate.row.kind == RowRef::Kind::real ? candidate.holes.front() : candidate.row.hole;
            for (auto* holes : {&traced.in, &traced.test, &traced.value})
                std::erase_if(*holes, [&](const Influence& hole) { return hole.cell == own; });
            unseen[own].push_back(rows.size());
        }
        rows.push_back(std::move(traced));
    }
    std::vector<RowState> states;
    states.reserve(rows.size());
    for (TracedRow& traced : rows) {
        if (around_.trace)
            states.push_back(traced.state);
        else
            states.push_back(std::move(traced.state));
    }
    Evaluated result{function.over_rows(states, operand_type), {}};
    if (!around_.trace || result.known.single()) return result;
    RowTracer tracer(function, operand_type, rows, result.known);
    result.holes = tracer.holes();
    for (const auto& [hole, rows_of_it] : unseen) {
        const Known rest = tracer.without(rows_of_it);
        if (rest == result.known) continue;
        const Known swing = united(rest, result.known);
        result.holes.push_back({hole, swing, swing.is_truth() ? pairs_within(swing.as_truth()) : 0u});
    }
    return result;
}

}  // namespace hoagiai
