// Names in record files: a table or column by its name or its title in either language, compared by fold().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/schema/schema.h"

namespace hoagiai {

struct ColumnName {
    FieldId field = none_id;
    LinkId link = none_id;
};

std::optional<EntityId> find_table(const Schema& schema, std::string_view name);
std::vector<std::string> near_tables(const Schema& schema, std::string_view name);
std::optional<ColumnName> find_column(const Entity& entity, std::string_view name);
std::vector<std::string> near_columns(const Entity& entity, std::string_view name);

}  // namespace hoagiai
