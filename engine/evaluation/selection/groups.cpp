#include "engine/evaluation/selection/groups.h"

#include <bit>

namespace hoagiai {

namespace {

GroupFound group_of_value(const Evaluated& found) {
    const Known& value = found.known;
    RankedGroup group;
    group.value = value;
    if (!value.single()) {
        GroupFound missing;
        for (const Influence& hole : found.holes) missing.holes.push_back(hole.cell);
        return missing;
    }
    if (value.is_text()) group.key.text = value.as_text().options.front().key;
    if (value.is_truth()) group.key.number = value.as_truth().surely_true() ? 1 : 0;
    if (value.is_choice()) group.key.number = static_cast<std::int64_t>(std::countr_zero(value.as_mask()));
    if (value.is_range()) {
        group.key.text = value.as_range().finite ? "" : value.as_range().plus ? "never" : "before";
        if (value.as_range().finite) group.key.number = value.as_range().low;
    }
    return {std::move(group), {}};
}

}  // namespace

GroupFound find_group(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator, ExprId per,
                      const RowRef& row) {
    const PathMeaning& meaning = book.path(per);
    if (meaning.end != PathMeaning::End::link) return group_of_value(evaluator.evaluate(per, row));
    RowRef here = row;
    for (const PathStep& step : meaning.steps) here = go_up(data, here, step.link);
    here = go_up(data, here, meaning.index);
    if (here.kind != RowRef::Kind::real) return {std::nullopt, {here.hole}};
    RankedGroup group;
    group.row = here.row;
    group.key.number = here.row;
    return {std::move(group), {}};
}

}  // namespace hoagiai
