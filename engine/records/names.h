// Names in record files: a table or a column by its name or its title in either language, in any case, NFC or NFD.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/schema/schema.h"

namespace hoagiai {

/// A column of a table: a field or a link; neither for "the row itself".
struct ColumnName {
    FieldId field = none_id;
    LinkId link = none_id;
    friend bool operator==(const ColumnName&, const ColumnName&) = default;
};

/// The columns of one entity by all their names.
class ColumnNames {
public:
    explicit ColumnNames(const Entity& entity) : entity_(&entity) {}
    std::optional<ColumnName> find(std::string_view name) const;
    /// Names that somebody may have meant, nearest first; the column's own name, also where a title was near.
    std::vector<std::string> near(std::string_view name) const;
    const std::string& name_of(ColumnName column) const;
    const Words& title_of(ColumnName column) const;

private:
    /// How names compare is worked out when somebody asks for another spelling than the field's own name.
    void prepare() const;

    const Entity* entity_;
    mutable std::unordered_map<std::string, ColumnName> columns_;  // by fold() and by fold_identifier()
    mutable std::vector<std::string> candidates_;
};

/// A table that records can hold, by its plural or that one's title; a derived unit is none.
std::optional<EntityId> find_table(const Schema& schema, std::string_view name);
/// Plurals that somebody may have meant.
std::vector<std::string> near_tables(const Schema& schema, std::string_view name);
/// That columns of a file are not used.
Words not_used_message(const std::vector<std::string>& columns);
/// All plurals, for messages: "communes, teams, …".
std::string table_list(const Schema& schema);

}  // namespace hoagiai
