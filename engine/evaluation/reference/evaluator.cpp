// One expression over one row. Holes become everything their field allows; each construct says what it makes of that.
#include "engine/evaluation/reference/evaluator.h"

#include <algorithm>

namespace hoagiai {

namespace {

Influence moved_by(const MissingCell& cell, const Known& swing) {
    return {cell, swing, swing.is_truth() ? pairs_within(swing.as_truth()) : 0u};
}

/// The words of one closed list expressed in another, by name; words that the other lacks become bit 63.
Known in_choices_of(const Known& value, const ChoiceSetPtr& from, const ChoiceSetPtr& to) {
    if (!value.is_choice() || from == to || !from || !to) return value;
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < from->choices.size(); ++i) {
        if (!(value.as_mask() >> i & 1)) continue;
        const int index = to->index_of(from->choices[i].name);
        mask |= 1ull << (index >= 0 ? index : 63);
    }
    return {ChoiceOptions{mask}, value.can_lack};
}

bool is_duration(const Type& type) { return type.kind == Kind::days || type.kind == Kind::months; }

}  // namespace

Known any_value(const Field& field) {
    switch (field.type.kind) {
        case Kind::boolean:
            return Known::truth(Truth::either());
        case Kind::choice:
            return {ChoiceOptions{field.type.choices->all()}, false};
        case Kind::text:
            return {TextOptions{true, {}}, false};
        default:
            break;
    }
    NumberRange range = NumberRange::between(field.minimum, field.maximum);
    range.plus = field.event;
    return Known::range(range);
}

Evaluated Evaluator::evaluate(ExprId id, const RowRef& row) const {
    const Node& node = ast()[id].node;
    if (const auto* n = std::get_if<Path>(&node)) return (void)n, path_value(id, row);
    if (const auto* n = std::get_if<Comparison>(&node)) return comparison(*n, row);
    if (const auto* n = std::get_if<And>(&node)) return connective(n->operands, true, row);
    if (const auto* n = std::get_if<Or>(&node)) return connective(n->operands, false, row);
    if (const auto* n = std::get_if<Call>(&node)) return call(id, *n, row);
    if (const auto* n = std::get_if<Membership>(&node)) return membership(*n, row);
    if (const auto* n = std::get_if<Arithmetic>(&node)) return arithmetic_value(id, *n, row);
    if (const auto* n = std::get_if<If>(&node)) return either(*n, row);
    if (const auto* n = std::get_if<Else>(&node)) return otherwise(*n, row);
    if (const auto* n = std::get_if<IsMissing>(&node)) return is_missing(*n, row);
    if (const auto* n = std::get_if<Not>(&node)) {
        Evaluated operand = evaluate(n->operand, row);
        operand.known = Known::truth(negate(operand.known.as_truth()));
        for (Influence& hole : operand.holes) {
            unsigned flips = 0;
            for_each_pair(hole.flips, [&](unsigned a, unsigned b) {
                const auto turned = [](unsigned o) { return o == 4 ? 4u : 3u - o; };
                flips |= pair_bit(turned(a), turned(b));
            });
            hole.flips = flips;
            hole.swing = Known::truth(negate(hole.swing.as_truth()));
        }
        return operand;
    }
    if (const auto* n = std::get_if<Negative>(&node)) {
        Evaluated operand = evaluate(n->operand, row);
        operand.known = negative(operand.known);
        for (Influence& hole : operand.holes) hole.swing = negative(hole.swing);
        return operand;
    }
    if (const auto* n = std::get_if<NumberLiteral>(&node)) return {Known::number(n->value), {}};
    if (const auto* n = std::get_if<DurationLiteral>(&node)) return {Known::number(n->amount), {}};
    if (const auto* n = std::get_if<DateLiteral>(&node)) return {Known::number(n->day), {}};
    if (const auto* n = std::get_if<BooleanLiteral>(&node)) return {Known::truth(Truth::of(n->value)), {}};
    if (const auto* n = std::get_if<TextLiteral>(&node)) return {Known::text(n->value), {}};
    if (const auto* n = std::get_if<ReservedWord>(&node)) return reserved(n->word);
    return {Known::no_answer(), {}};
}

Evaluated Evaluator::reserved(Reserved word) const {
    switch (word) {
        case Reserved::never:
            return {Known::range(NumberRange::never()), {}};
        case Reserved::as_of:
            return {Known::number(around_.as_of), {}};
        case Reserved::period_start:
            return {around_.period ? Known::number(around_.period->first) : Known::no_answer(), {}};
        case Reserved::period_end:
            return {around_.period ? Known::number(around_.period->last) : Known::no_answer(), {}};
        case Reserved::period:
        case Reserved::previous_period:
            break;
    }
    return {Known::no_answer(), {}};
}

const AssumedCell* Evaluator::assumed(const RowRef& row, FieldId field) const {
    const auto& cell = around_.assumed;
    const bool here = cell && row.kind == RowRef::Kind::real && cell->row == row.row && cell->field == field;
    return here && cell->entity == row.entity ? &*cell : nullptr;
}

bool Evaluator::is_blank(const RowRef& row, FieldId field) const {
    return !assumed(row, field) && around_.data->state(row.entity, field, row.row) == CellState::missing;
}

bool Evaluator::is_unreadable(const RowRef& row, FieldId field) const {
    return row.kind == RowRef::Kind::real && !assumed(row, field) && (*around_.data)[row.entity].defects.field(row.row, field);
}

Evaluated Evaluator::field_value(const RowRef& row, FieldId field) const {
    if (const AssumedCell* cell = assumed(row, field)) return {cell->value, {}};
    const Dataset& data = *around_.data;
    const Field& declared = (*data.schema)[row.entity].fields[field];
    if (row.kind != RowRef::Kind::real) {
        Evaluated hole{any_value(declared), {}};
        if (around_.trace) hole.holes.push_back(moved_by(row.hole, hole.known));
        return hole;
    }
    const CellState state = data.state(row.entity, field, row.row);
    if (state == CellState::never) return {Known::range(NumberRange::never()), {}};
    if (state == CellState::known) return {data.value(row.entity, field, row.row), {}};
    Evaluated hole{any_value(declared), {}};
    if (around_.trace) {
        const bool supplied = data[row.entity].columns[field].supplied;
        const MissingCell cell = supplied ? MissingCell{MissingCell::What::cell, row.entity, row.row, field}
                                          : MissingCell{MissingCell::What::column, row.entity, no_row, field};
        hole.holes.push_back(moved_by(cell, hole.known));
    }
    return hole;
}

RowRef Evaluator::arrive(const PathMeaning& meaning, const RowRef& row) const {
    RowRef here = row;
    for (const PathStep& step : meaning.steps) here = go_up(*around_.data, here, step.link);
    return here;
}

Evaluated Evaluator::path_value(ExprId id, const RowRef& row) const {
    const PathMeaning& meaning = book().path(id);
    switch (meaning.end) {
        case PathMeaning::End::field:
            return field_value(arrive(meaning, row), meaning.index);
        case PathMeaning::End::definition:
            return evaluate(book().definitions[meaning.index].expr, arrive(meaning, row));
        case PathMeaning::End::parameter:
            return parameter_value(meaning.index);
        case PathMeaning::End::choice:
            return {Known::choice(static_cast<int>(meaning.index)), {}};
        default:
            return {Known::no_answer(), {}};
    }
}

Evaluated Evaluator::parameter_value(std::uint32_t index) const {
    const CheckedParameter& parameter = book().parameters[index];
    const CheckedValue* value = parameter.on(around_.day);
    if (!value) return {Known::no_answer(), {}};
    if (!value->undetermined) return {value->values.front(), {}};
    const std::uint32_t chosen = index < around_.readings.size() ? around_.readings[index] : none_id;
    if (chosen != none_id) return {parameter.readings[chosen], {}};
    Known all = parameter.readings.front();
    for (const Known& reading : parameter.readings) all = united(all, reading);
    return {all, {}};
}

/// `is missing` looks at the record as given: only in a row that nobody has seen, or of what cannot be read, can it go either
/// way.
Evaluated Evaluator::is_missing(const IsMissing& node, const RowRef& row) const {
    const PathMeaning& meaning = book().path(node.path);
    const RowRef here = arrive(meaning, row);
    Truth missing = Truth::yes();
    MissingCell hole = here.hole;
    if (here.kind == RowRef::Kind::unseen) {
        // A row below another one has its link there, unless the other was reached over a link that is missing: it may be the
        // very row that lacks it.
        const bool has_it =
            meaning.end == PathMeaning::End::link && meaning.index == here.above_link && !here.past_missing_link();
        missing = has_it ? Truth::no() : Truth::either();
    } else if (here.kind == RowRef::Kind::real) {
        if (meaning.end == PathMeaning::End::link) {
            const LinkColumn& link = (*around_.data)[here.entity].links[meaning.index];
            missing = Truth::of(!link.supplied || link.targets[here.row] == no_row);
            hole = {MissingCell::What::link, here.entity, here.row, meaning.index};
            if (missing == Truth::yes() && (*around_.data)[here.entity].defects.link(here.row, meaning.index))
                missing = Truth::either();
        } else {
            missing = is_unreadable(here, meaning.index) ? Truth::either() : Truth::of(is_blank(here, meaning.index));
            hole = {MissingCell::What::cell, here.entity, here.row, meaning.index};
        }
    }
    Evaluated result{Known::truth(node.negated ? negate(missing) : missing), {}};
    if (around_.trace && missing == Truth::either()) result.holes.push_back(moved_by(hole, result.known));
    return result;
}

Evaluated Evaluator::otherwise(const Else& node, const RowRef& row) const {
    const PathMeaning& meaning = book().path(node.path);
    const RowRef here = arrive(meaning, row);
    if (here.kind == RowRef::Kind::real && !is_blank(here, meaning.index)) return field_value(here, meaning.index);
    Evaluated fallback = evaluate(node.fallback, row);
    fallback.known = in_choices_of(fallback.known, type(node.fallback).choices, type(node.path).choices);
    const bool unreadable = is_unreadable(here, meaning.index);
    if (here.kind != RowRef::Kind::unseen && !unreadable) return fallback;
    Evaluated value = field_value(here, meaning.index);
    value.known = united(value.known, fallback.known);
    if (!around_.trace) return value;
    if (!unreadable) fallback.holes.clear();
    const MissingCell hole =
        unreadable ? MissingCell{MissingCell::What::cell, here.entity, here.row, meaning.index} : here.hole;
    value.holes = {moved_by(hole, value.known)};
    // The fallback alone may decide where the cell stands for nothing.
    for (const Influence& own : fallback.holes) value.holes.push_back(moved_by(own.cell, value.known));
    return value;
}

Evaluated Evaluator::either(const If& node, const RowRef& row) const {
    const Evaluated condition = evaluate(node.condition, row);
    const Truth truth = condition.known.as_truth();
    if (truth.surely_true()) return evaluate(node.then, row);
    if (truth.surely_false()) return evaluate(node.otherwise, row);
    const Evaluated then = evaluate(node.then, row), otherwise = evaluate(node.otherwise, row);
    const auto without_answer = [](const Known& like) {
        return like.is_truth() ? Known::truth(Truth::no_answer()) : Known{like.what, true};
    };
    Evaluated result;
    bool started = false;
    const auto include = [&](const Known& known) {
        result.known = started ? united(result.known, known) : known;
        started = true;
    };
    if (truth.can_be_true) include(then.known);
    if (truth.can_be_false) include(otherwise.known);
    if (truth.can_lack) include(started ? without_answer(result.known) : without_answer(then.known));
    if (!around_.trace) return result;
    for (const Influence& hole : condition.holes) {
        Influence moved{hole.cell, united(then.known, otherwise.known), 0};
        if (then.known.is_truth()) {
            for_each_pair(hole.flips, [&](unsigned a, unsigned b) {
                const auto outcomes = [&](unsigned o) {
                    return o == 1 ? then.known.as_truth() : o == 2 ? otherwise.known.as_truth() : Truth::no_answer();
                };
                moved.flips |= pairs_between(outcomes(a), outcomes(b));
            });
            if (moved.flips == 0) continue;
        } else {
            // Two branches of one range may still differ in each filling.
            const bool same = then.known == otherwise.known && then.known.single();
            if ((hole.flips == 0 || same) && !(hole.flips & 6)) continue;
            moved.swing.can_lack = moved.swing.can_lack || (hole.flips & 6) != 0;
        }
        result.holes.push_back(std::move(moved));
    }
    if (truth.can_be_true) result.holes.insert(result.holes.end(), then.holes.begin(), then.holes.end());
    if (truth.can_be_false) result.holes.insert(result.holes.end(), otherwise.holes.begin(), otherwise.holes.end());
    return result;
}

Evaluated Evaluator::connective(const std::vector<ExprId>& operands, bool conjunction, const RowRef& row) const {
    const auto join = [&](Truth a, Truth b) { return conjunction ? both(a, b) : any(a, b); };
    const Truth neutral = Truth::of(conjunction);
    std::vector<Evaluated> parts;
    Truth result = neutral;
    for (const ExprId operand : operands) {
        parts.push_back(evaluate(operand, row));
        result = join(result, parts.back().known.as_truth());
        // Decided, whatever the others say.
        if (conjunction ? result.surely_false() : result.surely_true()) return {Known::truth(result), {}};
    }
    Evaluated joined{Known::truth(result), {}};
    if (!around_.trace) return joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].holes.empty()) continue;
        Truth others = neutral;
        for (std::size_t j = 0; j < parts.size(); ++j)
            if (j != i) others = join(others, parts[j].known.as_truth());
        for (const Influence& hole : parts[i].holes) {
            Influence moved{hole.cell, joined.known, 0};
            for_each_pair(hole.flips, [&](unsigned a, unsigned b) {
                for (unsigned other = 1; other <= 4; other <<= 1) {
                    if (!(others.bits() & other)) continue;
                    moved.flips |= pairs_between(join(Truth::from_bits(a), Truth::from_bits(other)),
                                                 join(Truth::from_bits(b), Truth::from_bits(other)));
                }
            });
            if (moved.flips != 0) joined.holes.push_back(std::move(moved));
        }
    }
    return joined;
}

Evaluated Evaluator::compare_two(CompareOp op, const Evaluated& left, const Type& left_type, const Evaluated& right,
                                 const Type& right_type) const {
    const bool durations = is_duration(left_type);
    const auto as_left = [&](const Known& known) { return in_choices_of(known, right_type.choices, left_type.choices); };
    const Known right_known = as_left(right.known);
    Evaluated result{Known::truth(compare(op, left.known, right_known, durations)), {}};
    const auto add = [&](const Influence& hole, Truth outcomes) {
        unsigned flips = hole.swing.is_truth() ? 0u : pairs_within(outcomes);
        if (hole.swing.is_truth())
            flips = hole.flips & pairs_within(Truth{true, true, outcomes.can_lack}) ? pairs_within(outcomes) : 0u;
        if (flips != 0) result.holes.push_back({hole.cell, Known::truth(outcomes), flips});
    };
    for (const Influence& hole : left.holes) add(hole, compare(op, hole.swing, right_known, durations));
    for (const Influence& hole : right.holes) add(hole, compare(op, left.known, as_left(hole.swing), durations));
    return result;
}

Evaluated Evaluator::comparison(const Comparison& node, const RowRef& row) const {
    if (node.ops.size() == 1)
        return compare_two(node.ops[0], evaluate(node.operands[0], row), type(node.operands[0]),
                           evaluate(node.operands[1], row), type(node.operands[1]));
    // A chain is its comparisons joined by `and`.
    std::vector<Evaluated> values, parts;
    for (const ExprId operand : node.operands) values.push_back(evaluate(operand, row));
    Truth result = Truth::yes();
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
        parts.push_back(compare_two(node.ops[i], values[i], type(node.operands[i]), values[i + 1], type(node.operands[i + 1])));
        result = both(result, parts.back().known.as_truth());
    }
    Evaluated joined{Known::truth(result), {}};
    if (result.surely_false() || result.surely_true()) return joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Truth others = Truth::yes();
        for (std::size_t j = 0; j < parts.size(); ++j)
            if (j != i) others = both(others, parts[j].known.as_truth());
        if (others.surely_false()) continue;
        for (const Influence& hole : parts[i].holes) joined.holes.push_back(hole);
    }
    return joined;
}

Evaluated Evaluator::membership(const Membership& node, const RowRef& row) const {
    const Evaluated operand = evaluate(node.operand, row);
    const Type operand_type = type(node.operand);
    const Node& set = ast()[node.set].node;
    // What a set says of one operand; the operand's holes are asked the same of their swing.
    std::vector<Evaluated> items;
    std::optional<Period> period;
    if (const auto* list = std::get_if<ListLiteral>(&set)) {
        for (const ExprId item : list->items) {
            Evaluated value = evaluate(item, row);
            value.known = in_choices_of(value.known, type(item).choices, operand_type.choices);
            items.push_back(std::move(value));
        }
    } else if (const auto* word = std::get_if<ReservedWord>(&set)) {
        period = around_.period;
        if (period && word->word == Reserved::previous_period) period = period->previous();
    } else {
        const CheckedParameter& parameter = book().parameters[book().path(node.set).index];
        const CheckedValue* value = parameter.on(around_.day);
        if (value)
            for (const Known& known : value->values)
                items.push_back({in_choices_of(known, parameter.type.choices, operand_type.choices), {}});
    }
    const bool durations = is_duration(operand_type);
    const auto inside = [&](const Known& known) {
        if (std::holds_alternative<ReservedWord>(set)) {
            if (!period) return Truth::no_answer();
            return both(compare(CompareOp::greater_equal, known, Known::number(period->first), false),
                        compare(CompareOp::less_equal, known, Known::number(period->last), false));
        }
        if (known.is_choice() && !items.empty()) {
            std::uint64_t listed = 0;
            bool certain = true;
            for (const Evaluated& item : items) {
                listed |= item.known.as_mask();
                certain = certain && item.known.single();
            }
            // One choice is in the list if it is one of its words: asked of all possible choices together.
            if (certain) return Truth{(known.as_mask() & listed) != 0, (known.as_mask() & ~listed) != 0, known.can_lack};
        }
        Truth result = Truth::no();
        for (const Evaluated& item : items) result = any(result, compare(CompareOp::equal, known, item.known, durations));
        return result;
    };
    Truth truth = inside(operand.known);
    if (period && operand.known.is_range()) {
        // Both ends of a period come from one date: a range within it is in it, and one around it may be in or out.
        const NumberRange& range = operand.known.as_range();
        const bool can_in = range.finite && range.low <= Number(period->last) && range.high >= Number(period->first);
        const bool can_out = range.plus || range.minus ||
                             (range.finite && (range.low < Number(period->first) || range.high > Number(period->last)));
        truth = Truth{can_in, can_out, operand.known.can_lack};
    }
    Evaluated result{Known::truth(truth), {}};
    for (const Influence& hole : operand.holes) {
        const Truth outcomes = inside(hole.swing);
        if (const unsigned flips = pairs_within(outcomes)) result.holes.push_back({hole.cell, Known::truth(outcomes), flips});
    }
    return result;
}

Evaluated Evaluator::arithmetic_value(ExprId id, const Arithmetic& node, const RowRef& row) const {
    const Evaluated left = evaluate(node.left, row), right = evaluate(node.right, row);
    const bool left_months = type(node.left).kind == Kind::months, right_months = type(node.right).kind == Kind::months;
    const bool months = type(id).kind == Kind::date && (left_months || right_months);
    const auto compute = [&](const Known& a, const Known& b) {
        if (!months) return arithmetic(node.op, a, b);
        return left_months ? shift_months(b, a, 1) : shift_months(a, b, node.op == ArithmeticOp::subtract ? -1 : 1);
    };
    Evaluated result{compute(left.known, right.known), {}};
    for (const Influence& hole : left.holes) result.holes.push_back({hole.cell, compute(hole.swing, right.known), 0});
    for (const Influence& hole : right.holes) result.holes.push_back({hole.cell, compute(left.known, hole.swing), 0});
    return result;
}

}  // namespace hoagiai
