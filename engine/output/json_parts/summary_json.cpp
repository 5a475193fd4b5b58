#include "engine/output/json_parts/summary_json.h"

#include "engine/output/json_parts/lenient_json.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

Json counts_json(const auto& counts) {
    return {{"pass", counts.pass},
            {"fail", counts.fail},
            {"unknown", counts.unknown},
            {"not_applicable", counts.not_applicable},
            {"waived", counts.waived}};
}

Json rows_json(const RowCounts& rows) { return {{"read", rows.read}, {"used", rows.used}, {"refused", rows.refused}}; }

/// By rule; versions of one rule belong together.
Json selections_summary(const CheckResult& result) {
    Json rules = Json::object();
    for (const Selection& selection : result.selections) {
        Json& one = rules[result.rule(selection).id];
        const Json own = {
            {"recommended", selection.recommended}, {"possible", selection.possible}, {"not_chosen", selection.not_chosen}};
        if (one.is_null())
            one = own;
        else
            for (const auto& [status, number] : own.items())
                one[status] = one[status].get<std::uint64_t>() + number.get<std::uint64_t>();
    }
    return rules;
}

}  // namespace

Json summary_json(const CheckResult& result) {
    const Summary summary = summarise(result);
    Json rules = Json::object();
    for (const RuleCounts& counts : result.rules) {
        rules[result.rule(counts).id] = counts_json(counts);
    }
    Json kinds = Json::object(), entities = Json::object();
    for (const auto& [kind, counts] : summary.by_kind) kinds[kind] = counts_json(counts);
    for (const auto& [entity, counts] : summary.by_entity) entities[entity] = counts_json(counts);
    Json tables = Json::object();
    const Schema& schema = *result.records->dataset.schema;
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity)
        if (!schema[entity].derived_from && result.records->dataset[entity].supplied)
            tables[schema[entity].plural] = rows_json(result.records->rows[entity]);
    Json rows = rows_json(summary.rows);
    rows["tables"] = std::move(tables);
    Json without = Json::object();
    for (const TableCoverage& coverage : summary.coverage)
        without[coverage.table] = coverage.supplied ? Json{{"supplied", true}, {"communes_without_rows", coverage.tops_without}}
                                                    : Json{{"supplied", false}};
    return {{"rules", rules},
            {"statuses", counts_json(summary.all)},
            {"kinds", kinds},
            {"entities", entities},
            {"selections", selections_summary(result)},
            {"not_in_force", result.not_in_force},
            {"rows", rows},
            {"tables", without},
            {"lenient", lenient_json(*result.records)}};
}

}  // namespace hoagiai
