// Records in, a Dataset out, or the whole list of what could not be taken.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/records/dataset.h"
#include "engine/text/diagnostic.h"
#include "engine/text/yaml.h"

namespace hoagiai {

struct RecordFile {
    std::string name;  ///< relative to the records as given
    std::string sha256;
    std::uint64_t bytes = 0;
};

struct RowCounts {
    std::uint64_t read = 0, used = 0, refused = 0;
};

/// What becomes of a cell or a row that cannot be taken: strict, an error; lenient, a hole or an unplaced row (defects.h).
enum class Strictness { strict, lenient };

struct Records {
    Dataset dataset;
    Strictness strictness = Strictness::strict;
    std::vector<RecordFile> files;  ///< by name
    std::vector<RowCounts> rows;    ///< by EntityId; refused: rows with a problem of their own, the dataset is without them
    /// Errors: nothing may be concluded; notes: what was not used. In CSV a place's line is the row and its column the number
    /// of the cell, as a spreadsheet counts; `cell` names both. By file, row, column.
    Diagnostics diagnostics;
    /// Those of them that are about single cells and rows: what lenient reading goes on with, and has as warnings.
    Diagnostics problems;
};

/// How a large file is read; what is read is the same.
struct ReadOptions {
    unsigned threads = 0;          ///< 0: as many as the machine has
    std::size_t piece = 1u << 19;  ///< bytes that a thread reads at a time
    bool patiently = false;        ///< every row in the way of rows that are not clean
    bool hash = true;              ///< files by SHA-256; without it RecordFile::sha256 may be empty
};

/// A folder of CSV files, one an entity (`teams.csv`), a workbook (.xlsx, .ods), a sheet an entity, or one nested YAML or JSON
/// document. Never throws for what a file holds.
Records load_records(const std::filesystem::path& path, std::shared_ptr<const Schema> schema,
                     Strictness strictness = Strictness::strict, ReadOptions options = {});
/// A nested document that is part of another file (the records of a rule test); keys that are not used are errors there.
Records records_from_yaml(const YamlNode& root, std::shared_ptr<const Schema> schema);

}  // namespace hoagiai
