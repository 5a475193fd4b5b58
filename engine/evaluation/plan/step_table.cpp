// Equal steps are found by a key of everything that a step says.
#include "engine/evaluation/plan/step_table.h"

#include <fmt/format.h>

#include "engine/evaluation/kernels/child_rows.h"
#include "engine/evaluation/kernels/meaning.h"

namespace hoagiai {

namespace {

std::string key_of(const Number& number) { return fmt::format("{}/{}", number.numerator(), number.denominator()); }

std::string key_of(const Known& known) {
    const std::string lack = known.can_lack ? "?" : "";
    if (known.is_truth()) return fmt::format("t{}{}", known.as_truth().bits(), lack);
    if (known.is_choice()) return fmt::format("c{}{}", known.as_mask(), lack);
    if (known.is_text()) {
        std::string key = known.as_text().any ? "any" : "x";
        for (const TextOptions::Option& option : known.as_text().options)
            key += fmt::format("{}:{}", option.key.size(), option.key);
        return key + lack;
    }
    const NumberRange& range = known.as_range();
    return fmt::format("n{}{}{}{}..{}{}", range.finite, range.minus, range.plus, key_of(range.low), key_of(range.high), lack);
}

std::string key_of(const std::vector<PathStep>& way) {
    std::string key;
    for (const PathStep& step : way) key += fmt::format(" {}>{}.{}", step.up, step.entity, step.link);
    return key;
}

std::string key_of(const Step& step) {
    std::string key = fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {} {}", static_cast<int>(step.kind), step.entity,
                                  static_cast<int>(step.content), step.index, step.link, static_cast<int>(step.compare),
                                  static_cast<int>(step.arithmetic), step.direction, step.durations, step.mask, step.first,
                                  step.last, step.dates, fmt::join(step.inputs, ","));
    if (step.kind == StepKind::constant || step.kind == StepKind::above) key += " " + key_of(step.known);
    key += fmt::format(" {} {} {}", fmt::ptr(step.from.get()), fmt::ptr(step.to.get()), fmt::ptr(step.call));
    key += key_of(step.steps);
    key += fmt::format(" {} {}", fmt::join(step.changes, ","), fmt::join(step.spans, ","));
    if (step.reference.expr != no_expr) key += fmt::format(" @{}.{}", step.reference.context, step.reference.expr);
    return key;
}

bool reads_only_its_row(StepKind kind) {
    switch (kind) {
        case StepKind::constant:
        case StepKind::column:
        case StepKind::missing:
        case StepKind::above:
        case StepKind::rows:
        case StepKind::reference:
        case StepKind::readings:
        case StepKind::by_dates:
            return false;
        default:
            return true;
    }
}

}  // namespace

Content content_of(const Type& type) {
    switch (type.kind) {
        case Kind::boolean:
            return Content::truth;
        case Kind::ratio:
            return Content::ratio;
        case Kind::choice:
            return Content::choice;
        case Kind::text:
            return Content::text;
        default:
            return Content::number;
    }
}

StepId StepTable::constant(Content content, Known known) {
    if (content == Content::truth && !known.is_truth()) known = Known::truth(Truth::no_answer());
    if (known.is_text())
        for (const TextOptions::Option& option : known.as_text().options) plan_.texts.add(option);
    Step step;
    step.content = content;
    step.known = std::move(known);
    return keep(std::move(step));
}

StepId StepTable::constant(Status status) { return constant(Content::status, Known::number(static_cast<int>(status))); }

std::optional<StepId> StepTable::folded(const Step& step) {
    if (step.kind == StepKind::conditional && is_constant(step.inputs[0])) {
        if (is_always(step.inputs[0], Truth::yes())) return step.inputs[1];
        if (is_always(step.inputs[0], Truth::no())) return step.inputs[2];
    }
    if (step.kind == StepKind::fallback && is_always(step.inputs[0], Truth::yes())) return step.inputs[2];
    if (step.kind == StepKind::fallback && is_always(step.inputs[0], Truth::no())) return step.inputs[1];
    if (step.kind == StepKind::readings && step.inputs.size() == 1) return step.inputs[0];
    if (!reads_only_its_row(step.kind)) return std::nullopt;
    for (const StepId input : step.inputs)
        if (!is_constant(input)) return std::nullopt;
    if (step.kind == StepKind::verdict)
        return constant(
            verdict((*this)[step.inputs[0]].known.as_truth().bits(), (*this)[step.inputs[1]].known.as_truth().bits()));
    std::vector<Known> known;
    for (const StepId input : step.inputs) known.push_back((*this)[input].known);
    return constant(step.content, meaning(step, known));
}

StepId StepTable::keep(Step step) {
    const auto [found, fresh] = known_.emplace(key_of(step), static_cast<StepId>(plan_.steps.size()));
    if (fresh) plan_.steps.push_back(std::move(step));
    return found->second;
}

StepId StepTable::add(Step step) {
    if (const auto instead = folded(step)) return *instead;
    return keep(std::move(step));
}

std::shared_ptr<const ChildRows> StepTable::children(EntityId from, const std::vector<PathStep>& way) {
    std::shared_ptr<const ChildRows>& known = ways_[fmt::format("{}:{}", from, key_of(way))];
    if (!known) known = std::make_shared<const ChildRows>(*plan_.data, from, way);
    return known;
}

StepId StepTable::both(StepId a, StepId b, EntityId entity) {
    if (is_always(a, Truth::no()) || is_always(b, Truth::yes())) return a;
    if (is_always(b, Truth::no()) || is_always(a, Truth::yes())) return b;
    Step step;
    step.kind = StepKind::both;
    step.entity = entity;
    step.content = Content::truth;
    step.inputs = {std::min(a, b), std::max(a, b)};
    return add(std::move(step));
}

StepId StepTable::any(StepId a, StepId b, EntityId entity) {
    if (is_always(a, Truth::yes()) || is_always(b, Truth::no())) return a;
    if (is_always(b, Truth::yes()) || is_always(a, Truth::no())) return b;
    Step step;
    step.kind = StepKind::any;
    step.entity = entity;
    step.content = Content::truth;
    step.inputs = {std::min(a, b), std::max(a, b)};
    return add(std::move(step));
}

}  // namespace hoagiai
