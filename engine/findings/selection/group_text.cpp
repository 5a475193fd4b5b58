// A group of a selection in words: its name, and the numbers that its ranking rests on.
#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/spelling.h"
#include "engine/findings/selection/select.h"
#include "engine/findings/selection/selected_text.h"
#include "engine/findings/value_text.h"

namespace hoagiai {

namespace {

Words name_of(const CheckedRulebook& book, ExprId per, const Dataset& data, const RankedGroup& group) {
    if (group.row != no_row) {
        const PathMeaning& path = book.path(per);
        const EntityId target = (*data.schema)[path.entity].links[path.index].target;
        return unit_words(data, target, group.row, false);
    }
    const Type& type = book.facts[per].type;
    const Words value = {value_text(group.value, type, Language::vi), value_text(group.value, type, Language::en)};
    if (type.kind == Kind::text) return value;
    const std::string& expression = print_in_english(book, per);
    return {expression + " = " + value.vi, expression + " = " + value.en};
}

}  // namespace

GroupText describe_group(const CheckResult& result, const Selection& selection, std::uint32_t group) {
    const ExprId per = result.rule(selection).decl->selection->per;
    const Ranking& first = selection.rankings.front();
    GroupText text;
    text.missing = group == none_id;
    if (text.missing) {
        text.name = {"chưa rõ thuộc nhóm nào", "group not known"};
        text.units = first.without_group;
        text.chosen = static_cast<std::uint64_t>(std::count_if(first.units.begin(), first.units.end(), [](const RankedUnit& u) {
            return u.group == none_id && u.chosen.can_be_true;
        }));
    } else {
        if (per != no_expr) text.name = name_of(result.book(selection), per, result.records->dataset, first.groups[group]);
        text.units = first.groups[group].units;
        text.chosen = first.groups[group].chosen;
        bool started = false;
        for (const Ranking& ranking : selection.rankings)
            for (const RankedGroup& same : ranking.groups) {
                if (same.key != first.groups[group].key || !same.limit) continue;
                text.least_limit = started ? std::min(text.least_limit, same.limit) : same.limit;
                text.most_limit = started ? std::max(text.most_limit, same.most_limit) : same.most_limit;
                started = true;
            }
    }
    for (Row row = 0; row < first.units.size(); ++row) {
        if (first.units[row].group != group) continue;
        const SelectionStatus status = selected_unit(selection, row).status;
        text.recommended += status == SelectionStatus::recommended ? 1 : 0;
        text.possible += status == SelectionStatus::possible ? 1 : 0;
    }
    return text;
}

Words status_title(SelectionStatus status) {
    switch (status) {
        case SelectionStatus::recommended:
            return {"đề nghị chọn", "recommended"};
        case SelectionStatus::possible:
            return {"có thể chọn", "possible"};
        case SelectionStatus::not_chosen:
            break;
    }
    return {"không chọn", "not chosen"};
}

std::string place_text(const SelectedUnit& unit) {
    if (unit.first == 0) return "";
    if (unit.last == no_last_place) return fmt::format("{}–?", unit.first);
    return unit.first == unit.last ? fmt::format("{}", unit.first) : fmt::format("{}–{}", unit.first, unit.last);
}

}  // namespace hoagiai
