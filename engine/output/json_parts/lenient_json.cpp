#include "engine/output/json_parts/lenient_json.h"

#include "engine/output/lenient_words.h"

namespace hoagiai {

namespace {

Json lenient_counts_json(const LenientCounts& counts) {
    return {{"unreadable_cells", counts.cells},
            {"unplaced_rows", counts.unplaced},
            {"rows_below_unplaced", counts.below},
            {"copies", counts.copies}};
}

}  // namespace

Json problems_json(const Records& records) {
    Json all = Json::array();
    for (const Diagnostic& d : records.problems.all()) {
        Json one = {{"code", d.code}, {"name", d.name}, {"file", d.place.file}};
        if (!d.place.sheet.empty()) {
            one["sheet"] = d.place.sheet;
            one["cell"] = d.place.cell();
        }
        one["row"] = d.cell ? d.cell->row : d.place.line;
        one["column"] = d.cell ? d.cell->column : "";
        one["value"] = d.cell ? d.cell->value : "";
        one["message"] = in_both(d.message);
        one["help"] = in_both(d.help);
        all.push_back(std::move(one));
    }
    return all;
}

Json lenient_json(const Records& records) {
    if (records.strictness != Strictness::lenient) return nullptr;
    const Dataset& data = records.dataset;
    Json all = lenient_counts_json(lenient_counts(data)), kinds = Json::array(), tables = Json::object();
    for (const ProblemKind& kind : problem_kinds(records))
        kinds.push_back({{"code", kind.code}, {"name", kind.name}, {"title", in_both(kind.title)}, {"count", kind.count}});
    for (EntityId entity = 0; entity < data.tables.size(); ++entity)
        if (!data[entity].defects.empty())
            tables[(*data.schema)[entity].plural] = lenient_counts_json(lenient_counts(data, entity));
    all["kinds"] = std::move(kinds);
    all["tables"] = std::move(tables);
    return all;
}

}  // namespace hoagiai
