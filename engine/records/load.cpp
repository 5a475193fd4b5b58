// Which format it is, and what all formats end with: links, accounts, order.
#include "engine/records/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include "engine/records/format.h"
#include "engine/records/formats/nested_json.h"
#include "engine/records/formats/workbook.h"
#include "engine/records/kinds.h"
#include "engine/records/load_watched.h"
#include "engine/records/settling.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"
#include "engine/text/parallel.h"

namespace hoagiai {

RecordsBuilder::RecordsBuilder(Records& records, ReadOptions options, const Progress* progress)
    : records_(records), options_(options), progress_(progress), texts_(records.dataset) {
    options_.threads = thread_count(options_.threads);
    options_.piece = std::max<std::size_t>(options_.piece, 1);
    const std::size_t entities = schema().entities.size();
    records.dataset.tables.resize(entities);
    records.rows.resize(entities);
    for (EntityId entity = 0; entity < entities; ++entity)
        tables_.push_back(std::make_unique<TableBuilder>(records, texts_, entity));
}

void RecordsBuilder::forget(EntityId entity) {
    records_.dataset.tables[entity] = {};
    tables_[entity] = std::make_unique<TableBuilder>(records_, texts_, entity);
}

TableBuilder& RecordsBuilder::begin(EntityId entity, const std::string& name) {
    if (progress_) {
        (*progress_)({ProgressStep::Work::reading, name, 0, 0});
        table(entity).watch(progress_, name);
    }
    return table(entity);
}

void RecordsBuilder::finish() {
    for (const auto& table : tables_) table->find_targets(tables_);
    settle_copies(tables_);
    for (const auto& table : tables_) table->check_parents(tables_, options_.threads);
    settle_rows(tables_);
    for (const auto& table : tables_) table->number_rows();
    note_defects(tables_);
    for (const auto& table : tables_) table->move_rows(tables_);
    resolve(records_.dataset, {}, options_.threads);
    std::sort(records_.files.begin(), records_.files.end(),
              [](const RecordFile& a, const RecordFile& b) { return a.name < b.name; });
    settle_problems(records_);
    records_.diagnostics.sort();
}

bool is_workbook(const std::filesystem::path& path) {
    const std::string extension = fold(path.extension().string());
    return extension == ".xlsx" || extension == ".xls" || extension == ".ods";
}

Words workbook_help() {
    return {"mở tệp bằng Excel hoặc LibreOffice và lưu thành .xlsx, không đặt mật khẩu",
            "open it in Excel or LibreOffice and save it as .xlsx, without a password"};
}

namespace {

constexpr std::size_t workbook_limit = 2ull << 30;
constexpr std::size_t document_limit = 64u << 20;  ///< a tree takes many times the room of its file

Place whole_file(const std::filesystem::path& path) {
    Place place;
    place.file = path.string();
    return place;
}

/// Whether a document's first level names a table of records.
bool names_a_table(const YamlNode& root, const Schema& schema) {
    return std::any_of(root.entries.begin(), root.entries.end(),
                       [&](const YamlEntry& entry) { return find_table(schema, entry.key.value).has_value(); });
}

void refuse_file(const std::filesystem::path& path, const std::string& extension, const Schema& schema,
                 Diagnostics& diagnostics) {
    Words help{fmt::format("đưa vào một thư mục gồm các tệp CSV mang tên bảng ({}), hoặc một tệp .xlsx, .ods, .yaml hay .json",
                           table_list(schema)),
               fmt::format("give a folder of CSV files named like the tables ({}), or an .xlsx, .ods, .yaml or .json file",
                           table_list(schema))};
    if (extension == ".csv") {
        const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
        help = {fmt::format("đưa vào thư mục chứa tệp này: {}", folder),
                fmt::format("give the folder that holds it: {}", folder)};
    } else if (is_workbook(path)) {
        help = workbook_help();
    }
    diagnostics.add(not_records, whole_file(path),
                    {"tệp này không phải là một dạng hồ sơ đọc được", "this file is no form of records that can be read"},
                    std::move(help));
}

struct Nested {
    std::optional<YamlNode> root;
    NestedForm form = NestedForm::yaml;
};

/// By the file's ending; under another one, what reads as JSON is JSON.
Nested read_tree(const SourcePtr& source, const std::string& extension, Diagnostics& diagnostics) {
    if (extension == ".json") return {read_json(source, diagnostics), NestedForm::json};
    if (extension != ".yaml" && extension != ".yml") {
        Diagnostics unsaid;
        if (auto root = read_json(source, unsaid); root && unsaid.empty()) return {std::move(root), NestedForm::json};
    }
    return {read_yaml(source, diagnostics), NestedForm::yaml};
}

/// By what the file holds, not by its ending.
WorkbookKind kind_of_workbook(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return WorkbookKind::none;
    char first[8] = {};
    std::ifstream file(path, std::ios::binary);
    file.read(first, sizeof first);
    return workbook_kind({first, static_cast<std::size_t>(file.gcount())});
}

void load_document(const std::filesystem::path& path, const std::string& extension, RecordsBuilder& builder,
                   std::optional<YamlNode>& root) {
    Records& records = builder.records();
    std::string bytes;
    std::error_code ignored;
    if (const WorkbookKind kind = kind_of_workbook(path); kind != WorkbookKind::none) {
        if (read_bytes(path, bytes, records.diagnostics, workbook_limit)) read_workbook(path, bytes, kind, builder);
        return;
    }
    if ((extension == ".csv" || is_workbook(path)) && std::filesystem::is_regular_file(path, ignored))
        return refuse_file(path, extension, builder.schema(), records.diagnostics);
    if (!read_bytes(path, bytes, records.diagnostics, document_limit)) return;
    const bool surely = extension == ".yaml" || extension == ".yml" || extension == ".json";
    Diagnostics own;
    RecordFile file{path.filename().string(), sha256(bytes), bytes.size()};
    Nested nested;
    if (const SourcePtr source = source_of(path.string(), std::move(bytes), own)) nested = read_tree(source, extension, own);
    root = std::move(nested.root);
    const bool here = root && names_a_table(*root, builder.schema());
    // Another extension counts by what the file holds.
    if (!surely && !here) return refuse_file(path, extension, builder.schema(), records.diagnostics);
    records.diagnostics.append(own);
    records.files.push_back(std::move(file));
    if (!root) return;
    read_nested(*root, builder, nested.form);
    if (!here && !records.diagnostics.has_errors())
        records.diagnostics.add(no_records, whole_file(path),
                                {"tệp không có bảng hồ sơ nào", "the file has no table of records"},
                                {fmt::format("các bảng: {}", table_list(builder.schema())),
                                 fmt::format("tables are: {}", table_list(builder.schema()))});
}

}  // namespace

Records records_from_yaml(const YamlNode& root, std::shared_ptr<const Schema> schema) {
    Records records;
    records.dataset.schema = std::move(schema);
    RecordsBuilder builder(records);
    read_nested(root, builder, NestedForm::yaml, true);
    builder.finish();
    return records;
}

Records load_records(const std::filesystem::path& path, std::shared_ptr<const Schema> schema, Strictness strictness,
                     ReadOptions options) {
    return load_records_watched(path, std::move(schema), strictness, {}, options);
}

Records load_records_watched(const std::filesystem::path& path, std::shared_ptr<const Schema> schema, Strictness strictness,
                             const Progress& progress, ReadOptions options) {
    Records records;
    records.strictness = strictness;
    records.dataset.schema = std::move(schema);
    RecordsBuilder builder(records, options, progress ? &progress : nullptr);
    if (progress) progress({ProgressStep::Work::reading, path.filename().native(), 0, 0});
    std::optional<YamlNode> root;  // its nodes say where rows stand, until the end
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        read_csv_folder(path, builder);
    else
        load_document(path, fold(path.extension().string()), builder, root);
    builder.finish();
    return records;
}

}  // namespace hoagiai
