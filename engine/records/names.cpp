#include "engine/records/names.h"

#include "engine/records/cell.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

bool is(std::string_view folded, std::string_view name, const Words& title) { return folded == name || folded == fold(title.vi) || folded == fold(title.en); }

}  // namespace

std::optional<EntityId> find_table(const Schema& schema, std::string_view name) {
    const std::string folded = fold(trimmed(name));
    for (EntityId entity = 0; entity < schema.entities.size(); ++entity)
        if (!schema[entity].derived_from && is(folded, schema[entity].plural, schema[entity].plural_title)) return entity;
    return std::nullopt;
}

std::vector<std::string> near_tables(const Schema& schema, std::string_view name) {
    std::vector<std::string> plurals;
    for (const Entity& entity : schema.entities) {
        if (entity.derived_from) continue;
        // The singular is the commonest slip.
        if (fold(trimmed(name)) == entity.name || fold(trimmed(name)) == fold(entity.title.vi)) return {entity.plural};
        plurals.push_back(entity.plural);
    }
    return suggestions(name, plurals);
}

std::optional<ColumnName> find_column(const Entity& entity, std::string_view name) {
    const std::string folded = fold(trimmed(name));
    for (FieldId field = 0; field < entity.fields.size(); ++field)
        if (is(folded, entity.fields[field].name, entity.fields[field].title)) return ColumnName{field, none_id};
    for (LinkId link = 0; link < entity.links.size(); ++link)
        if (is(folded, entity.links[link].name, entity.links[link].title)) return ColumnName{none_id, link};
    return std::nullopt;
}

std::vector<std::string> near_columns(const Entity& entity, std::string_view name) {
    std::vector<std::string> names;
    for (const Field& field : entity.fields) names.insert(names.end(), {field.name, field.title.vi});
    for (const Link& link : entity.links) names.insert(names.end(), {link.name, link.title.vi});
    return suggestions(trimmed(name), names);
}

}  // namespace hoagiai
