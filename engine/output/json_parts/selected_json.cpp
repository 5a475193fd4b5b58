#include "engine/output/json_parts/selected_json.h"

#include "engine/findings/selection/selected_text.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

Json group_json(const GroupText& group) {
    const auto number = [](const std::optional<std::uint64_t>& limit) { return limit ? Json(*limit) : Json(nullptr); };
    return {{"name", group.name.vi.empty() ? Json(nullptr) : in_both(group.name)},
            {"units", group.units},
            {"candidates", group.chosen},
            {"limit", number(group.least_limit)},
            {"most_limit", number(group.most_limit)}};
}

}  // namespace

Json selected_json(const CheckResult& result, const Selection& selection, const SelectedUnit& unit) {
    const CheckedRule& rule = result.rule(selection);
    const SelectedText text = describe(result, selection, unit);
    Json keys = Json::array();
    for (const RankKeyText& key : text.keys)
        keys.push_back({{"expression", key.expression},
                        {"order", key.descending ? "descending" : "ascending"},
                        {"value", in_both(key.value)}});
    const std::uint32_t group = selection.rankings.front().units[unit.row].group;
    Json one = {{"rule", rule.id},
                {"severity", word(rule.decl->severity)},
                {"status", word(unit.status)},
                {"rank", unit.first > 0 ? Json(unit.first) : Json(nullptr)},
                {"last_rank", unit.last > 0 && unit.last != no_last_place ? Json(unit.last) : Json(nullptr)},
                {"unit", unit_json(result.records->dataset, rule.entity, unit.row)},
                {"group", group_json(describe_group(result, selection, group))},
                {"keys", keys},
                {"title", in_both(text.title)},
                {"message", in_both(text.message)},
                {"basis", basis_json(text.basis)},
                {"missing", missing_json(text.missing)}};
    if (text.more_missing > 0) one["more_missing"] = text.more_missing;
    if (!text.readings.empty()) {
        Json readings = Json::array();
        for (const SelectedReading& reading : text.readings)
            readings.push_back({{"title", in_both(reading.title)}, {"status", word(reading.status)}});
        one["readings"] = std::move(readings);
    }
    one["recommendations"] = recommendations_json(text.recommendations);
    one["fingerprint"] = text.fingerprint;
    return one;
}

}  // namespace hoagiai
