// Looking things up in the schema.
#include "engine/schema/schema.h"

#include <algorithm>

namespace hoagiai {

namespace {

template <typename Items, typename Matches>
std::uint32_t find_index(const Items& items, Matches matches) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (matches(items[i])) return static_cast<std::uint32_t>(i);
    return none_id;
}

}  // namespace

FieldId Entity::find_field(std::string_view wanted) const {
    return find_index(fields, [&](const Field& field) { return field.name == wanted; });
}
LinkId Entity::find_link(std::string_view wanted) const {
    return find_index(links, [&](const Link& link) { return link.name == wanted; });
}
FieldId Entity::field_spelled(std::string_view word) const {
    return find_index(fields, [&](const Field& field) { return field.name == word || field.name_vi == word; });
}
EntityId Schema::entity_spelled(std::string_view word) const {
    return find_index(entities, [&](const Entity& entity) { return entity.name == word || entity.name_vi == word; });
}
LinkId Schema::link_spelled(EntityId id, std::string_view word) const {
    const std::vector<Link>& links = entities[id].links;
    const LinkId own = find_index(links, [&](const Link& link) { return link.name == word || link.name_vi == word; });
    if (own != none_id) return own;
    const auto leads_there = [&](const Link& link) { return entities[link.target].name_vi == word; };
    return std::count_if(links.begin(), links.end(), leads_there) == 1 ? find_index(links, leads_there) : none_id;
}
std::optional<Downward> Schema::downward_spelled(EntityId id, std::string_view word) const {
    for (Downward& down : downward(id))
        if (down.name == word || down.name_vi == word) return std::move(down);
    return std::nullopt;
}
bool Schema::means_something(EntityId id, std::string_view word) const {
    return entities[id].field_spelled(word) != none_id || link_spelled(id, word) != none_id || downward_spelled(id, word);
}
EntityId Schema::find_entity(std::string_view name) const {
    return find_index(entities, [&](const Entity& entity) { return entity.name == name; });
}
EntityId Schema::find_plural(std::string_view name) const {
    return find_index(entities, [&](const Entity& entity) { return entity.plural == name; });
}
const Addressee* Schema::find_addressee(std::string_view name) const {
    const std::uint32_t index = find_index(addressees, [&](const Addressee& addressee) { return addressee.name == name; });
    return index == none_id ? nullptr : &addressees[index];
}

std::vector<Downward> Schema::downward(EntityId id) const {
    std::vector<Downward> down;
    if (entities[id].derived_from) {
        const EntityId child = entities[id].derived_from->first;
        return {{entities[child].plural, entities[child].name_vi, child, none_id}};
    }
    for (EntityId child = 0; child < entities.size(); ++child)
        for (LinkId link = 0; link < entities[child].links.size(); ++link)
            if (entities[child].links[link].target == id)
                down.push_back({entities[child].plural, entities[child].name_vi, child, link});
    return down;
}

EntityId Schema::top(EntityId id) const {
    for (std::size_t steps = 0; steps < entities.size(); ++steps) {
        const LinkId parent = parent_link(id);
        if (parent == none_id) break;
        id = entities[id].links[parent].target;
    }
    return id;
}

}  // namespace hoagiai
