// Records as other people would have written them: the same dataset as a CSV folder or as one nested document, with names and
// values in English or Vietnamese, composed or decomposed, in another order.
#pragma once

#include <filesystem>
#include <string>

#include "engine/records/dataset.h"

namespace hoagiai::support {

struct Spelling {
    bool vietnamese = false;  ///< titles for names of tables, columns and choices; 17/04/2023, 1.250, 88,5%, có, chưa
    bool decomposed = false;  ///< NFD, as some systems write file names and people paste texts
    bool mixed = false;       ///< rows and columns in another order, cells with spaces around them, STT and Ghi chú beside them
};

/// The text with its Vietnamese letters taken apart into letters and marks.
std::string decomposed(const std::string& text);

void write_csv_folder(const Dataset& data, const std::filesystem::path& folder, const Spelling& spelling);
/// A workbook's bytes, with typed cells: days, percentages, numbers, yes and no, texts.
std::string xlsx_workbook(const Dataset& data, const Spelling& spelling);
std::string ods_workbook(const Dataset& data, const Spelling& spelling);
/// Rows with a parent stand inside it, all others flat.
std::string nested_json(const Dataset& data, const Spelling& spelling);
/// The same as block YAML.
std::string nested_yaml(const Dataset& data, const Spelling& spelling);

}  // namespace hoagiai::support
