#include "engine/output/json_parts/selected_json.h"

#include "engine/findings/selection/selected_text.h"
#include "engine/output/json_parts/members.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

void write_group(JsonWriter& json, const GroupText& group) {
    json.begin_object();
    json.key("name");
    if (group.name.vi.empty())
        json.null();
    else
        write_both(json, group.name);
    json.key("units").number(group.units);
    json.key("candidates").number(group.chosen);
    write_number(json.key("limit"), group.least_limit);
    write_number(json.key("most_limit"), group.most_limit);
    json.end_object();
}

void write_keys(JsonWriter& json, const std::vector<RankKeyText>& all) {
    json.begin_array();
    for (const RankKeyText& key : all) {
        json.begin_object();
        json.key("expression").text(key.expression);
        json.key("order").text(key.descending ? "descending" : "ascending");
        write_both(json.key("value"), key.value);
        json.end_object();
    }
    json.end_array();
}

void write_readings(JsonWriter& json, const std::vector<SelectedReading>& all) {
    json.begin_array();
    for (const SelectedReading& reading : all) {
        json.begin_object();
        write_both(json.key("title"), reading.title);
        json.key("status").text(word(reading.status));
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_selected(JsonWriter& json, const CheckResult& result, const Selection& selection, const SelectedUnit& unit) {
    const CheckedRule& rule = result.rule(selection);
    const SelectedText text = describe(result, selection, unit);
    const auto place = [](std::uint64_t one) {
        return one > 0 && one != no_last_place ? std::optional<std::uint64_t>(one) : std::nullopt;
    };
    json.key("rule").text(rule.id);
    json.key("severity").text(word(rule.decl->severity));
    json.key("status").text(word(unit.status));
    write_number(json.key("rank"), place(unit.first));
    write_number(json.key("last_rank"), place(unit.last));
    write_unit(json.key("unit"), result.records->dataset, rule.entity, unit.row);
    write_group(json.key("group"), describe_group(result, selection, selection.rankings.front().units[unit.row].group));
    write_keys(json.key("keys"), text.keys);
    write_both(json.key("title"), text.title);
    write_both(json.key("message"), text.message);
    write_basis(json.key("basis"), text.basis);
    write_missing(json.key("missing"), text.missing);
    if (text.more_missing > 0) json.key("more_missing").number(text.more_missing);
    if (!text.readings.empty()) write_readings(json.key("readings"), text.readings);
    write_recommendations(json.key("recommendations"), text.recommendations);
    json.key("fingerprint").text(text.fingerprint);
}

}  // namespace hoagiai
