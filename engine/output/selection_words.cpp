#include "engine/output/selection_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/report_words.h"

namespace hoagiai {

namespace {

/// Whether two units of one group are equal by every key, so that their ids decide.
bool has_ties(const Selection& selection) {
    if (selection.listed.empty() || selection.rankings.front().units[selection.listed.front().row].keys.empty()) return false;
    for (const Ranking& ranking : selection.rankings)
        for (const SelectedUnit& one : selection.listed)
            for (const SelectedUnit& other : selection.listed) {
                const RankedUnit &a = ranking.units[one.row], &b = ranking.units[other.row];
                if (one.row >= other.row || a.group != b.group || a.group == none_id) continue;
                const bool tied = std::equal(
                    a.keys.begin(), a.keys.end(), b.keys.begin(),
                    [](const KeySpan& x, const KeySpan& y) { return x.settled() && y.settled() && x.best == y.best; });
                if (tied) return true;
            }
    return false;
}

}  // namespace

Words selection_heading(const CheckResult& result, const Selection& selection) {
    const CheckedRule& rule = result.rule(selection);
    const Entity& entity = (*result.records->dataset.schema)[rule.entity];
    const Words units = counted(selection.units(), entity);
    Words text = {fmt::format("{}: đề nghị chọn {}", rule.decl->title.vi, selection.recommended),
                  fmt::format("{}: {} recommended", rule.decl->title.en, selection.recommended)};
    if (selection.possible > 0) {
        text.vi += fmt::format(", có thể chọn {}", selection.possible);
        text.en += fmt::format(", {} possible", selection.possible);
    }
    text.vi += fmt::format(" trong {} ({})", units.vi, rule.id);
    text.en += fmt::format(" of {} ({})", units.en, rule.id);
    return text;
}

std::vector<SelectionGroupWords> selection_groups(const CheckResult& result, const Selection& selection) {
    std::vector<SelectionGroupWords> groups;
    for (const SelectedUnit& unit : selection.listed) {
        const std::uint32_t group = selection.rankings.front().units[unit.row].group;
        if (groups.empty() || groups.back().group != group) {
            const GroupText text = describe_group(result, selection, group);
            const Words numbers = group_numbers(text);
            const std::string between = text.name.vi.empty() ? "" : ": ";
            Words heading = {text.name.vi + between + numbers.vi, text.name.en + between + numbers.en};
            groups.push_back({group, std::move(heading), {}});
        }
        groups.back().units.push_back(&unit);
    }
    return groups;
}

Words status_and_place(const SelectedUnit& unit) {
    const Words status = status_title(unit.status);
    const std::string place = place_text(unit);
    if (place.empty()) return {fmt::format("[{}]", status.vi), fmt::format("[{}]", status.en)};
    return {fmt::format("[{}] thứ {}", status.vi, place), fmt::format("[{}] rank {}", status.en, place)};
}

Words group_numbers(const GroupText& group) {
    Words text = {fmt::format("đủ điều kiện {}/{}", group.chosen, group.units),
                  fmt::format("{} of {} qualify", group.chosen, group.units)};
    if (!group.least_limit) return text;
    std::string limit = fmt::format("{}", *group.least_limit);
    if (group.most_limit != group.least_limit) limit += fmt::format("–{}", *group.most_limit);
    return {text.vi + "; chọn tối đa " + limit, text.en + "; at most " + limit + " taken"};
}

Words key_words(const RankKeyText& key) {
    return {fmt::format("{} ({}) = {}", key.expression, key.descending ? "giảm dần" : "tăng dần", key.value.vi),
            fmt::format("{} ({}) = {}", key.expression, key.descending ? "descending" : "ascending", key.value.en)};
}

Words keys_words(const SelectedText& text) {
    Words words;
    for (const RankKeyText& key : text.keys) {
        const Words one = key_words(key);
        const std::string between = words.vi.empty() ? "" : "; ";
        words.vi += between + one.vi;
        words.en += between + one.en;
    }
    return words;
}

std::vector<Words> selection_remarks(const CheckResult& result, const Selection& selection) {
    std::vector<Words> remarks;
    if (has_ties(selection))
        remarks.push_back({"Các đơn vị ngang nhau được xếp theo mã.", "Units that are equal stand by their ids."});
    const auto& keep = result.request.keep_selected;
    if (selection.possible > 0 && !keep.count(SelectionStatus::possible))
        remarks.push_back({"Các đơn vị có thể chọn không nêu ở đây: thêm --show recommended,possible.",
                           "Those that are possible are not listed here: add --show recommended,possible."});
    return remarks;
}

}  // namespace hoagiai
