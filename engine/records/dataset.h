// The records as the engine sees them, whatever file they came from: one table an entity, one column a field, links as row
// numbers; rows stand by id (bytewise), whatever the order of the file. A cell is missing, known, or (for event dates) known
// never to have happened.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/column.h"
#include "engine/records/defects.h"
#include "engine/records/texts.h"
#include "engine/schema/schema.h"
#include "engine/values/known.h"

namespace hoagiai {

/// A ratio column holds the ratio times this: 100 % is 100,000,000,000; so at most nine decimals of a percentage.
inline constexpr std::int64_t ratio_unit = 100'000'000'000;

struct LinkColumn {
    bool supplied = false;
    std::vector<Row> targets;  ///< no_row where missing
    /// The other way: rows that lead to target t are children[offsets[t] .. offsets[t + 1]), ascending.
    std::vector<std::uint32_t> offsets;
    std::vector<Row> children;
};

struct Table {
    bool supplied = false;
    Row size = 0;
    std::vector<Column> columns;    ///< by FieldId
    std::vector<LinkColumn> links;  ///< by LinkId
    std::vector<Row> by_id;         ///< rows in the order of their ids; empty: they stand so
    bool stands_by_id = false;      ///< they are known to stand so
    /// For a roster (or a table that was declared incomplete): by row of the top entity, 1 if this table has no row there.
    std::vector<std::uint8_t> silent;
    /// For a derived unit: rows of derived_from's entity, by row of this table, as in LinkColumn; and those with a blank.
    std::vector<std::uint32_t> derived_offsets;
    std::vector<Row> derived_children, derived_blank;
    TableDefects defects;  ///< only where records were read leniently
};

class Dataset {
public:
    std::shared_ptr<const Schema> schema;
    std::vector<Table> tables;  ///< by EntityId
    Texts texts;                ///< equal ones may be here more than once

    const Table& operator[](EntityId id) const { return tables[id]; }
    std::string_view id(EntityId entity, Row row) const;
    /// The display field's value, or the id where it is missing.
    std::string_view name(EntityId entity, Row row) const;
    CellState state(EntityId entity, FieldId field, Row row) const {
        const Column& column = tables[entity].columns[field];
        return column.supplied ? column.state(row) : CellState::missing;
    }
    /// The row with this id; no_row if there is none.
    Row find(EntityId entity, std::string_view id) const;
    /// A cell that is not missing, as a single Known.
    Known value(EntityId entity, FieldId field, Row row) const;
    /// Whether there may be rows (of a derived unit: units) that this table does not show, since some could not be placed.
    bool may_have_more(EntityId entity) const;
    /// The row of the top entity above a row, by parent links.
    Row top_row(EntityId entity, Row row) const;
};

/// Fills what follows from the cells: children of links, rows by id, derived units, silence of rosters.
/// `incomplete`: further tables that say nothing about a top unit for which they have no row.
void resolve(Dataset& dataset, const std::vector<EntityId>& incomplete = {}, unsigned threads = 1);

}  // namespace hoagiai
