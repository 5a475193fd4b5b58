// What records there are: entities, their fields and how they relate. All of it comes from the Data Package
// schemas/records.datapackage.yaml (Frictionless Data Package, Table Schema), which is built into the program;
// nothing in C++ knows a team from a commune.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/values/date.h"
#include "engine/values/number.h"
#include "engine/values/type.h"

namespace hoagiai {

using EntityId = std::uint32_t;
using FieldId = std::uint32_t;  ///< within its entity
using LinkId = std::uint32_t;   ///< within its entity
inline constexpr std::uint32_t none_id = 0xffffffffu;

struct Field {
    std::string name, name_vi;  ///< the two spellings in rules; the Vietnamese is the title's, in lower case with `_`
    Words title;
    Type type;                ///< kind and, for a choice, its set
    bool required = false;    ///< must be there in every row
    bool unique = false;      ///< the primary key
    bool event = false;       ///< a date that may be known not to have happened ("chưa", never)
    Number minimum, maximum;  ///< of numeric kinds, inclusive; infinity where there is no bound
};

/// From a row of this entity up to one row of another.
struct Link {
    std::string name;     ///< "team", "mediator": the word in rules and the column in records
    std::string name_vi;  ///< "tổ_tiếp_nhận"
    Words title;
    EntityId target = none_id;
    bool parent = false;  ///< the row belongs to the target (at most one parent link an entity, the first)
    bool required = false;
    /// A link that is no parent leads to a row that shares this parent (case.mediator: a mediator of the same team).
    bool same_parent = false;
};

struct Entity {
    std::string name;     ///< "team"
    std::string plural;   ///< "teams": the word downward in rules, the file or sheet in records
    std::string name_vi;  ///< "tổ_hòa_giải", for one row and for many: Vietnamese has no plural
    Words title, plural_title;
    std::vector<Field> fields;
    std::vector<Link> links;
    LinkId parent = none_id;  ///< the link to what a row lies below; none_id at the top
    FieldId key = 0;          ///< id
    FieldId display = 0;      ///< what messages call a row: name, else id
    bool roster = false;      ///< says nothing about a top unit for which it has no row
    /// A derived unit (province): its rows are the different values of a text field of another entity, which is its only child.
    std::optional<std::pair<EntityId, FieldId>> derived_from;

    FieldId find_field(std::string_view name) const;  ///< none_id if there is none
    LinkId find_link(std::string_view name) const;
    /// The same by the word of a rule, in either spelling (NFC, tone marks in the new place).
    FieldId field_spelled(std::string_view word) const;
};

/// A word that leads down: rows of `child` whose `link` is this row (or whose derived_from field is).
struct Downward {
    std::string name;     ///< the child's plural
    std::string name_vi;  ///< the child's Vietnamese name
    EntityId child = none_id;
    LinkId link = none_id;  ///< none_id: the children of a derived unit
};

struct Addressee {
    std::string name;
    Words title;
    std::optional<Day> until;  ///< the last day on which there was one
};

class Schema {
public:
    std::string version;
    std::vector<Entity> entities;
    std::vector<Addressee> addressees;

    const Entity& operator[](EntityId id) const { return entities[id]; }
    EntityId find_entity(std::string_view name) const;  ///< by singular name
    EntityId find_plural(std::string_view name) const;
    EntityId entity_spelled(std::string_view word) const;  ///< in either spelling
    /// By its own word in either spelling, or by the Vietnamese name of the entity to which it alone leads.
    LinkId link_spelled(EntityId id, std::string_view word) const;
    std::optional<Downward> downward_spelled(EntityId id, std::string_view word) const;
    /// Whether the word is a field, a link or a way down of the entity, in either spelling.
    bool means_something(EntityId id, std::string_view word) const;
    const Addressee* find_addressee(std::string_view name) const;
    std::vector<Downward> downward(EntityId id) const;
    LinkId parent_link(EntityId id) const { return entities[id].parent; }
    /// The top of its chain of required parents (commune for a mediator); itself at the top.
    EntityId top(EntityId id) const;
};

/// Reads the Data Package. Null if it has errors.
std::shared_ptr<const Schema> read_schema(const SourcePtr& source, Diagnostics& diagnostics);
/// The schema that is built into the program.
std::shared_ptr<const Schema> builtin_schema();

}  // namespace hoagiai
