// Looking things up in the schema.
#include "engine/schema/schema.h"

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
        return {{entities[child].plural, child, none_id}};
    }
    for (EntityId child = 0; child < entities.size(); ++child)
        for (LinkId link = 0; link < entities[child].links.size(); ++link)
            if (entities[child].links[link].target == id) down.push_back({entities[child].plural, child, link});
    return down;
}

LinkId Schema::parent_link(EntityId id) const {
    return find_index(entities[id].links, [](const Link& link) { return link.parent; });
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
