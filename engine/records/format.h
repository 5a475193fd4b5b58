// A form in which records come. Each formats/NAME.cpp that is one defines `record_format_NAME`.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "engine/records/load.h"
#include "engine/records/table_builder.h"

namespace hoagiai {

/// What a format fills: one builder a table, made on first use.
class RecordsBuilder {
public:
    explicit RecordsBuilder(Records& records);
    TableBuilder& table(EntityId entity);
    const Schema& schema() const { return *records_.dataset.schema; }
    Records& records() { return records_; }
    Diagnostics& diagnostics() { return records_.diagnostics; }
    /// References, links, derived units; then the problems in order.
    void finish();

private:
    Records& records_;
    TextPool texts_;
    std::vector<std::unique_ptr<TableBuilder>> tables_;
};

/// A folder of CSV files.
void read_csv_folder(const std::filesystem::path& folder, RecordsBuilder& builder);
/// One nested document.
void read_nested(const YamlNode& root, RecordsBuilder& builder);

}  // namespace hoagiai
