// What a format of records fills: one builder a table, and the accounts of the whole.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "engine/records/load.h"
#include "engine/records/table_builder.h"
#include "engine/text/yaml.h"

namespace hoagiai {

class RecordsBuilder {
public:
    explicit RecordsBuilder(Records& records, ReadOptions options = {}, const Progress* progress = nullptr);
    const ReadOptions& options() const { return options_; }
    /// As if nothing of this table had been read; what was said of it stays.
    void forget(EntityId entity);
    TableBuilder& table(EntityId entity) { return *tables_[entity]; }
    /// A file or a sheet is begun, and holds this table.
    TableBuilder& begin(EntityId entity, const std::string& name);
    const Schema& schema() const { return *records_.dataset.schema; }
    Records& records() { return records_; }
    Diagnostics& diagnostics() { return records_.diagnostics; }
    /// Links, counts, what follows from the cells; then the problems in order.
    void finish();

private:
    Records& records_;
    ReadOptions options_;
    const Progress* progress_;
    TextPool texts_;
    std::vector<std::unique_ptr<TableBuilder>> tables_;  // by EntityId
};

/// A file of a spreadsheet program, and what to do with it.
bool is_workbook(const std::filesystem::path& path);
Words workbook_help();

/// A folder of CSV files (formats/csv.cpp).
void read_csv_folder(const std::filesystem::path& folder, RecordsBuilder& builder);
/// How a nested document was written: JSON has types of its own, and its author needs other words than YAML's.
enum class NestedForm { yaml, json };
/// One nested document (formats/nested.cpp). The nodes must stay until finish().
/// `every_key`: a key that resembles nothing is an error too; otherwise it is named once for its table, as in CSV.
void read_nested(const YamlNode& root, RecordsBuilder& builder, NestedForm form, bool every_key = false);

}  // namespace hoagiai
