// Steps over what is known, put together from the meaning of values (engine/values) and functions.
#include "engine/evaluation/kernels/meaning.h"

namespace hoagiai {

namespace {

Known without_answer(const Known& like) { return like.is_truth() ? Known::truth(Truth::no_answer()) : Known{like.what, true}; }

/// A set of outcomes that the condition may have, joined: what both branches say, and no answer where it has none.
Known conditional(Truth condition, const Known& then, const Known& otherwise) {
    std::optional<Known> result;
    const auto include = [&](const Known& known) { result = result ? united(*result, known) : known; };
    if (condition.can_be_true) include(then);
    if (condition.can_be_false) include(otherwise);
    if (condition.can_lack) include(without_answer(result ? *result : then));
    return result ? *result : without_answer(then);
}

Truth in_period(const Known& date, Day first, Day last) {
    const NumberRange& range = date.as_range();
    const bool can_in = range.finite && range.low <= Number(last) && range.high >= Number(first);
    const bool can_out =
        range.plus || range.minus || (range.finite && (range.low < Number(first) || range.high > Number(last)));
    return {can_in, can_out, date.can_lack};
}

/// Words that the other list lacks become bit 63.
Known same_choices(const Known& value, const ChoiceSet& from, const ChoiceSet& to) {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < from.choices.size(); ++i) {
        if (!(value.as_mask() >> i & 1)) continue;
        const int index = to.index_of(from.choices[i].name);
        mask |= 1ull << (index >= 0 ? index : 63);
    }
    return {ChoiceOptions{mask}, value.can_lack};
}

}  // namespace

Known meaning(const Step& step, std::span<const Known> in) {
    switch (step.kind) {
        case StepKind::both:
            return Known::truth(both(in[0].as_truth(), in[1].as_truth()));
        case StepKind::any:
            return Known::truth(any(in[0].as_truth(), in[1].as_truth()));
        case StepKind::negation:
            return Known::truth(negate(in[0].as_truth()));
        case StepKind::comparison:
            return Known::truth(compare(step.compare, in[0], in[1], step.durations));
        case StepKind::member:
            return Known::truth({(in[0].as_mask() & step.mask) != 0, (in[0].as_mask() & ~step.mask) != 0, in[0].can_lack});
        case StepKind::in_period:
            return Known::truth(in_period(in[0], step.first, step.last));
        case StepKind::arithmetic:
            return arithmetic(step.arithmetic, in[0], in[1]);
        case StepKind::negative:
            return negative(in[0]);
        case StepKind::month_shift:
            return shift_months(in[0], in[1], step.direction);
        case StepKind::conditional:
            return conditional(in[0].as_truth(), in[1], in[2]);
        case StepKind::fallback:
            return in[0].as_truth().surely_true() ? in[2] : in[1];
        case StepKind::same_choices:
            return in[0].is_choice() ? same_choices(in[0], *step.from, *step.to) : in[0];
        case StepKind::function:
            return step.call->of_values(in);
        default:
            return step.known;
    }
}

}  // namespace hoagiai
