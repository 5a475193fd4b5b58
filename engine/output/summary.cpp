#include "engine/output/summary.h"

#include <fmt/format.h>

#include <set>

namespace hoagiai {

void StatusCounts::add(const RuleCounts& counts) {
    pass += counts.pass;
    fail += counts.fail;
    unknown += counts.unknown;
    not_applicable += counts.not_applicable;
    waived += counts.waived;
}

Summary summarise(const CheckResult& result) {
    Summary summary;
    const Dataset& data = result.records->dataset;
    const Schema& schema = *data.schema;
    for (const RuleCounts& counts : result.rules) {
        const CheckedRule& rule = result.rule(counts);
        summary.all.add(counts);
        summary.by_kind[std::string(word(rule.decl->kind))].add(counts);
        summary.by_entity[schema[rule.entity].name].add(counts);
    }
    for (const RowCounts& rows : result.records->rows) {
        summary.rows.read += rows.read;
        summary.rows.used += rows.used;
        summary.rows.refused += rows.refused;
    }
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity) {
        const EntityId top = schema.top(entity);
        if (schema[entity].derived_from || top == entity) continue;
        TableCoverage coverage;
        coverage.table = schema[entity].plural;
        coverage.supplied = data[entity].supplied;
        coverage.tops = data[top].size;
        std::set<Row> with;
        for (Row row = 0; row < data[entity].size; ++row)
            if (const Row above = data.top_row(entity, row); above != no_row) with.insert(above);
        coverage.tops_without = coverage.tops - with.size();
        summary.coverage.push_back(std::move(coverage));
    }
    return summary;
}

Words basis_text(const Basis& basis) {
    Words text;
    if (!basis.article.empty()) {
        if (!basis.point.empty()) text.vi += fmt::format("điểm {} ", basis.point);
        if (!basis.clause.empty()) text.vi += fmt::format("khoản {} ", basis.clause);
        text.vi += fmt::format("Điều {}", basis.article);
        text.en = fmt::format("Article {}", basis.article);
        if (!basis.clause.empty()) text.en += fmt::format("({})", basis.clause);
        if (!basis.point.empty()) text.en += fmt::format("({})", basis.point);
    }
    const auto append = [&](const std::string& more) {
        if (more.empty()) return;
        text.vi += (text.vi.empty() ? "" : ", ") + more;
        text.en += (text.en.empty() ? "" : ", ") + more;
    };
    append(basis.passage.empty() ? "" : "“" + basis.passage + "”");
    append(basis.instrument);
    return text;
}

}  // namespace hoagiai
