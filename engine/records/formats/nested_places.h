// Where the rows of a nested document stand: at the value of the key, or at the first key of the row.
#pragma once

#include <string>
#include <vector>

#include "engine/records/table_builder.h"
#include "engine/text/yaml.h"

namespace hoagiai {

Place start_of(const YamlNode& node);

struct NodePlaces : RowPlaces {
    explicit NodePlaces(const ColumnNames& columns) : names(columns) {}
    const ColumnNames& names;
    std::vector<const YamlNode*> rows;

    const YamlEntry* entry(Row row, ColumnName column) const;
    Place place(Row row, ColumnName column) const override;
    std::string column(Row row, ColumnName column) const override;
    Words where(Row row) const override;
};

}  // namespace hoagiai
