// Missing values by name, so that somebody knows which cell to fill.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/message.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// "hòa giải viên Trần Văn A (M-03)", or the id alone where there is no name.
Words row_words(const Dataset& data, EntityId entity, Row row) {
    const Entity& kind = (*data.schema)[entity];
    const std::string id(data.id(entity, row)), name(data.name(entity, row));
    const std::string shown = name == id ? id : fmt::format("{} ({})", name, id);
    return {lower_first(kind.title.vi) + " " + shown, kind.name + " " + shown};
}

}  // namespace

Words describe(const MissingCell& cell, const Dataset& data) {
    const Schema& schema = *data.schema;
    const Entity& entity = schema[cell.entity];
    const auto named = [&](const Words& title, const std::string& name) {
        const Words row = row_words(data, cell.entity, cell.row);
        return Words{fmt::format("“{}” của {}", title.vi, row.vi), fmt::format("{} of {}", name, row.en)};
    };
    const auto column = [&](const Words& title, const std::string& name) {
        return Words{fmt::format("cột “{}” ({}) của bảng {}", title.vi, name, entity.plural), fmt::format("column {} of table {}", name, entity.plural)};
    };
    switch (cell.what) {
        case MissingCell::What::cell: return named(entity.fields[cell.field].title, entity.fields[cell.field].name);
        case MissingCell::What::link: return named(entity.links[cell.field].title, entity.links[cell.field].name);
        case MissingCell::What::column: return column(entity.fields[cell.field].title, entity.fields[cell.field].name);
        case MissingCell::What::link_column: return column(entity.links[cell.field].title, entity.links[cell.field].name);
        case MissingCell::What::table:
            return {fmt::format("bảng {} (“{}”)", entity.plural, entity.plural_title.vi), fmt::format("table {}", entity.plural)};
        case MissingCell::What::roster: {
            const Words top = row_words(data, schema.top(cell.entity), cell.row);
            return {fmt::format("{} của {} (bảng {} không có dòng nào)", lower_first(entity.plural_title.vi), top.vi, entity.plural),
                    fmt::format("the {} of {} (table {} has no row)", entity.plural, top.en, entity.plural)};
        }
    }
    return {};
}

bool not_supplied_at_all(const Outcome& outcome) {
    return !outcome.missing.empty() && std::all_of(outcome.missing.begin(), outcome.missing.end(), [](const MissingCell& cell) {
        return cell.what == MissingCell::What::column || cell.what == MissingCell::What::link_column || cell.what == MissingCell::What::table;
    });
}

}  // namespace hoagiai
