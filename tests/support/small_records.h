// Small records as a test makes them: cells in the order of the schema, links as row numbers, and holes of every kind: blank
// cells and links, columns and tables that are not there. They become a Dataset for the engine, or YAML for people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/records/dataset.h"

namespace hoagiai::support {

struct SmallCell {
    CellState state = CellState::missing;
    std::int64_t value = 0;  ///< coded as a Column codes it; text: index into SmallRecords::texts
    friend bool operator==(const SmallCell&, const SmallCell&) = default;
};

struct SmallRow {
    std::string id;
    std::vector<SmallCell> cells;     ///< by FieldId
    std::vector<std::int32_t> links;  ///< by LinkId; -1: blank
};

struct SmallTable {
    bool supplied = false;
    std::vector<bool> columns;       ///< by FieldId, whether the column is there
    std::vector<bool> link_columns;  ///< by LinkId
    std::vector<SmallRow> rows;      ///< by id, bytewise ascending
};

struct SmallRecords {
    std::shared_ptr<const Schema> schema;
    std::vector<SmallTable> tables;  ///< by EntityId
    std::vector<std::string> texts;
};

/// No tables at all.
SmallRecords no_records(std::shared_ptr<const Schema> schema);
Dataset dataset_of(const SmallRecords& records);
/// A document that the program reads as these records.
std::string yaml_of(const SmallRecords& records);
/// Takes a row away, with all rows that belong to it; links to it become blank.
void remove_row(SmallRecords& records, EntityId entity, std::int32_t row);

}  // namespace hoagiai::support
