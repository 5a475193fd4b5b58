// Which format it is, and the end of every format: references, order, accounts.
#include "engine/records/load.h"

#include <algorithm>
#include <system_error>

#include "engine/records/format.h"
#include "engine/records/kinds.h"
#include "engine/text/files.h"

namespace hoagiai {

RecordsBuilder::RecordsBuilder(Records& records) : records_(records), texts_(records.dataset) {
    const std::size_t entities = records.dataset.schema->entities.size();
    records.dataset.tables.resize(entities);
    records.rows.resize(entities);
    for (EntityId entity = 0; entity < entities; ++entity) tables_.push_back(std::make_unique<TableBuilder>(records, texts_, entity));
}

TableBuilder& RecordsBuilder::table(EntityId entity) { return *tables_[entity]; }

void RecordsBuilder::finish() {
    std::vector<TableBuilder*> all;
    for (const auto& table : tables_) all.push_back(table.get());
    for (TableBuilder* table : all) table->finish_references(all);
    if (!records_.diagnostics.has_errors()) resolve(records_.dataset);
    std::sort(records_.files.begin(), records_.files.end(), [](const RecordFile& a, const RecordFile& b) { return a.name < b.name; });
    records_.diagnostics.sort();
}

Records records_from_yaml(const YamlNode& root, std::shared_ptr<const Schema> schema) {
    Records records;
    records.dataset.schema = std::move(schema);
    RecordsBuilder builder(records);
    read_nested(root, builder);
    builder.finish();
    return records;
}

Records load_records(const std::filesystem::path& path, std::shared_ptr<const Schema> schema) {
    Records records;
    records.dataset.schema = std::move(schema);
    RecordsBuilder builder(records);
    std::error_code ignored;
    const std::string extension = path.extension().string();
    if (std::filesystem::is_directory(path, ignored)) {
        read_csv_folder(path, builder);
    } else if (extension == ".yaml" || extension == ".yml") {
        if (const SourcePtr source = read_source(path, records.diagnostics)) {
            records.files.push_back({path.filename().string(), sha256(source->text()), source->text().size()});
            if (const auto root = read_yaml(source, records.diagnostics)) read_nested(*root, builder);
        }
    } else {
        std::string bytes;
        Place place;
        place.file = path.string();
        // A FIFO or a missing file says so itself.
        if (read_bytes(path, bytes, records.diagnostics))
            records.diagnostics.add(unknown_format, std::move(place), {"không nhận ra dạng hồ sơ", "this is no form of records that is known"},
                                    extension == ".csv" ? Words{"chỉ tên thư mục chứa các tệp CSV", "name the folder that holds the CSV files"}
                                                        : Words{"dùng một thư mục các tệp CSV, hoặc một tệp .yaml", "give a folder of CSV files, or a .yaml file"});
    }
    builder.finish();
    return records;
}

}  // namespace hoagiai
