// Missing values by name, so that somebody knows which cell to fill.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/message.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// Whether a name says itself what kind of unit it is: it begins with the first word of a part of the title ("Xã, phường, …").
bool names_its_kind(const std::string& name, const std::string& title) {
    const std::string folded = fold(name);
    std::string rest = fold(title);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(", "), rest.size());
        const std::string part = rest.substr(0, comma), first = part.substr(0, part.find(' '));
        if (folded.rfind(first + " ", 0) == 0) return true;
        rest.erase(0, comma + 2);
    }
    return false;
}

}  // namespace

Words unit_words(const Dataset& data, EntityId entity, Row row, bool inside) {
    const Entity& kind = (*data.schema)[entity];
    const std::string id(data.id(entity, row)), name(data.name(entity, row));
    const std::string shown = name == id ? id : fmt::format("{} ({})", name, id);
    const bool named = names_its_kind(name, kind.title.vi);
    return {named ? shown : (inside ? lower_first(kind.title.vi) : kind.title.vi) + " " + shown,
            (inside ? kind.name : kind.title.en) + " " + shown};
}

Words describe(const MissingCell& cell, const Dataset& data) {
    const Schema& schema = *data.schema;
    const Entity& entity = schema[cell.entity];
    const auto named = [&](const Words& title, const std::string& name) {
        const Words row = unit_words(data, cell.entity, cell.row, true);
        Words words{fmt::format("“{}” của {}", title.vi, row.vi), fmt::format("{} of {}", name, row.en)};
        if (const UnreadableCell* unreadable = unreadable_cell(cell, data)) {
            words.vi += fmt::format(" (ô không đọc được, {})", unreadable->place);
            words.en += fmt::format(" (unreadable, {})", unreadable->place);
        }
        return words;
    };
    const auto column = [&](const Words& title, const std::string& name) {
        return Words{fmt::format("cột “{}” ({}) của bảng {}", title.vi, name, entity.plural),
                     fmt::format("column {} of table {}", name, entity.plural)};
    };
    switch (cell.what) {
        case MissingCell::What::cell:
            return named(entity.fields[cell.field].title, entity.fields[cell.field].name);
        case MissingCell::What::link:
            return named(entity.links[cell.field].title, entity.links[cell.field].name);
        case MissingCell::What::column:
            return column(entity.fields[cell.field].title, entity.fields[cell.field].name);
        case MissingCell::What::link_column:
            return column(entity.links[cell.field].title, entity.links[cell.field].name);
        case MissingCell::What::table:
            return {fmt::format("bảng {} (“{}”)", entity.plural, entity.plural_title.vi),
                    fmt::format("table {}", entity.plural)};
        case MissingCell::What::unplaced: {
            constexpr std::size_t most_places = 3;
            const std::vector<std::string>& places = data[cell.entity].defects.unplaced;
            std::string listed;
            for (std::size_t i = 0; i < std::min(places.size(), most_places); ++i) listed += (i == 0 ? "" : ", ") + places[i];
            if (places.size() > most_places) listed += ", …";
            return {
                fmt::format("{} dòng không xếp được của bảng {} ({})", places.size(), entity.plural, listed),
                fmt::format("{} of table {} that cannot be placed ({})",
                            places.size() == 1 ? "the row" : fmt::format("the {} rows", places.size()), entity.plural, listed)};
        }
        case MissingCell::What::roster: {
            const Words top = unit_words(data, schema.top(cell.entity), cell.row, true);
            return {fmt::format("{} của {} (chưa có dòng nào)", lower_first(entity.plural_title.vi), top.vi),
                    fmt::format("the {} of {} (table {} has no row)", entity.plural, top.en, entity.plural)};
        }
    }
    return {};
}

const UnreadableCell* unreadable_cell(const MissingCell& cell, const Dataset& data) {
    if (cell.what == MissingCell::What::cell) return data[cell.entity].defects.field(cell.row, cell.field);
    if (cell.what == MissingCell::What::link) return data[cell.entity].defects.link(cell.row, cell.field);
    return nullptr;
}

bool not_supplied_at_all(const Outcome& outcome) {
    return !outcome.missing.empty() && std::all_of(outcome.missing.begin(), outcome.missing.end(), [](const MissingCell& cell) {
        return cell.what == MissingCell::What::column || cell.what == MissingCell::What::link_column ||
               cell.what == MissingCell::What::table;
    });
}

}  // namespace hoagiai
