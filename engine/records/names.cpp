// Finding tables and columns by what people call them.
#include "engine/records/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

bool is(const std::string& folded, std::string_view name, const Words& title) {
    return folded == fold(name) || folded == fold(title.vi) || folded == fold(title.en) ||
           folded == fold_identifier(title.vi) || folded == fold_identifier(title.en);
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void ColumnNames::prepare() const {
    if (!candidates_.empty()) return;
    const auto add = [&](std::string_view name, ColumnName column) {
        columns_.emplace(fold(name), column);
        candidates_.emplace_back(name);
    };
    const Entity& entity = *entity_;
    // Names first: a title that reads like another column's name gives way.
    for (FieldId field = 0; field < entity.fields.size(); ++field) add(entity.fields[field].name, {field, none_id});
    for (LinkId link = 0; link < entity.links.size(); ++link) add(entity.links[link].name, {none_id, link});
    const auto add_titles = [&](const Words& title, ColumnName column) {
        for (const std::string& name : {title.vi, title.en}) add(name, column);
        for (const std::string& name : {title.vi, title.en}) columns_.emplace(fold_identifier(name), column);
    };
    for (FieldId field = 0; field < entity.fields.size(); ++field) add_titles(entity.fields[field].title, {field, none_id});
    for (LinkId link = 0; link < entity.links.size(); ++link) add_titles(entity.links[link].title, {none_id, link});
}

std::optional<ColumnName> ColumnNames::find(std::string_view name) const {
    const std::string_view trimmed_name = trimmed(name);
    if (const FieldId field = entity_->find_field(trimmed_name); field != none_id) return ColumnName{field, none_id};
    if (const LinkId link = entity_->find_link(trimmed_name); link != none_id) return ColumnName{none_id, link};
    prepare();
    auto found = columns_.find(fold(trimmed_name));
    // `Họ và tên (*):` differs in its signs only.
    if (found == columns_.end()) found = columns_.find(fold_identifier(name));
    return found == columns_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> ColumnNames::near(std::string_view name) const {
    prepare();
    std::vector<std::string> result;
    // The beginning of one title only: `Tỉnh` for `Tỉnh, thành phố`.
    std::vector<ColumnName> begun;
    const std::string beginning = fold_identifier(name) + "_";
    for (const auto& [title, column] : columns_)
        if (beginning.size() > 2 && title.rfind(beginning, 0) == 0 &&
            std::find(begun.begin(), begun.end(), column) == begun.end())
            begun.push_back(column);
    if (begun.size() == 1) result.push_back(name_of(begun[0]));
    // A unit in brackets, `(triệu đồng)`, makes another column of it, but one that is surely meant.
    if (const std::size_t bracket = name.find('('); bracket != std::string_view::npos && bracket > 0)
        if (const auto column = find(name.substr(0, bracket))) result.push_back(name_of(*column));
    for (const std::string& candidate : suggestions(trimmed(name), candidates_))
        if (const auto column = find(candidate); column && !contains(result, name_of(*column)))
            result.push_back(name_of(*column));
    return result;
}

const std::string& ColumnNames::name_of(ColumnName column) const {
    return column.link != none_id ? entity_->links[column.link].name : entity_->fields[column.field].name;
}

const Words& ColumnNames::title_of(ColumnName column) const {
    return column.link != none_id ? entity_->links[column.link].title : entity_->fields[column.field].title;
}

std::optional<EntityId> find_table(const Schema& schema, std::string_view name) {
    const std::string folded = fold(trimmed(name));
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity)
        if (!schema[entity].derived_from && is(folded, schema[entity].plural, schema[entity].plural_title)) return entity;
    return std::nullopt;
}

std::vector<std::string> near_tables(const Schema& schema, std::string_view name) {
    const std::string folded = fold(trimmed(name));
    std::vector<std::string> candidates;
    std::vector<std::string> plurals;
    for (const Entity& entity : schema.entities) {
        if (entity.derived_from) continue;
        // The singular is the commonest slip.
        if (is(folded, entity.name, entity.title)) return {entity.plural};
        for (const std::string& candidate : {entity.plural, entity.plural_title.vi, entity.plural_title.en}) {
            candidates.push_back(candidate);
            plurals.push_back(entity.plural);
        }
    }
    std::vector<std::string> result;
    for (const std::string& near : suggestions(trimmed(name), candidates)) {
        const auto at = static_cast<std::size_t>(std::find(candidates.begin(), candidates.end(), near) - candidates.begin());
        if (!contains(result, plurals[at])) result.push_back(plurals[at]);
    }
    return result;
}

Words not_used_message(const std::vector<std::string>& columns) {
    std::vector<std::string> all;
    for (const std::string& column : columns) all.push_back("`" + shown(column) + "`");
    const std::string list = fmt::format("{}", fmt::join(all, ", "));
    if (columns.size() == 1)
        return {fmt::format("cột {} không được sử dụng", list), fmt::format("the column {} is not used", list)};
    return {fmt::format("các cột không được sử dụng: {}", list), fmt::format("columns that are not used: {}", list)};
}

std::string table_list(const Schema& schema) {
    std::string list;
    for (const Entity& entity : schema.entities)
        if (!entity.derived_from) list += (list.empty() ? "" : ", ") + entity.plural;
    return list;
}

}  // namespace hoagiai
