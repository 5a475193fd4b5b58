// Which tables somebody wants. Titles hold commas of their own ("Danh sách vụ, việc"), so a list is cut into as long names as
// are known.
#include <fmt/format.h>

#include <algorithm>

#include "engine/authoring/record_template/kinds.h"
#include "engine/authoring/record_template/record_template.h"
#include "engine/records/blanks.h"
#include "engine/records/names.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

std::vector<std::string> names_of(const Entity& entity) {
    return {entity.plural,   entity.name,     entity.plural_title.vi, entity.plural_title.en,
            entity.title.vi, entity.title.en, entity.name_vi};
}

std::optional<EntityId> find_by_any_name(const Schema& schema, std::string_view name) {
    const std::string word = fold_identifier(name);
    for (EntityId id = 0; id < schema.entities.size() && !word.empty(); ++id)
        for (const std::string& known : names_of(schema[id]))
            if (!schema[id].derived_from && fold_identifier(known) == word) return id;
    return std::nullopt;
}

struct Piece {
    std::size_t end = 0;  ///< a comma, or the list's end
    std::optional<EntityId> entity;
};

/// The longest piece from `at` that names a table; where none does, up to the next comma.
Piece longest_name(const Schema& schema, std::string_view list, std::size_t at) {
    std::size_t end = list.size();
    while (true) {
        if (const auto entity = find_by_any_name(schema, list.substr(at, end - at))) return {end, entity};
        const std::size_t comma = list.substr(at, end - at).rfind(',');
        if (comma == std::string_view::npos) return {end, std::nullopt};
        end = at + comma;
    }
}

void refuse(const Schema& schema, std::string_view name, Diagnostics& diagnostics) {
    std::vector<std::string> all, candidates;
    for (const Entity& entity : schema.entities) {
        if (entity.derived_from) continue;
        all.push_back(fmt::format("{} ({})", entity.plural, entity.plural_title.vi));
        for (std::string& known : names_of(entity)) candidates.push_back(std::move(known));
    }
    const std::string see = shown(trimmed(name));
    const std::vector<std::string> near = suggestions(trimmed(name), candidates);
    const Words help = near.empty() ? Words{fmt::format("các bảng: {}", fmt::join(all, "; ")),
                                            fmt::format("tables are: {}", table_list(schema))}
                                    : did_you_mean(trimmed(name), near);
    diagnostics.add(unknown_table, {}, {fmt::format("không có bảng `{}`", see), fmt::format("there is no table `{}`", see)},
                    help);
}

}  // namespace

std::optional<std::vector<EntityId>> read_table_choice(const Schema& schema, const std::vector<std::string>& lists,
                                                       Diagnostics& diagnostics) {
    std::vector<EntityId> chosen;
    bool known = true;
    for (const std::string_view list : lists) {
        for (std::size_t at = 0; at <= list.size();) {
            const Piece piece = longest_name(schema, list, at);
            const std::string_view name = list.substr(at, piece.end - at);
            if (piece.entity)
                chosen.push_back(*piece.entity);
            else if (!trimmed(name).empty())
                refuse(schema, name, diagnostics), known = false;
            at = piece.end + 1;
        }
    }
    if (known && chosen.empty() && !lists.empty()) refuse(schema, lists.front(), diagnostics), known = false;
    if (!known) return std::nullopt;
    for (EntityId id = 0; lists.empty() && id < schema.entities.size(); ++id)
        if (!schema[id].derived_from) chosen.push_back(id);
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

}  // namespace hoagiai
