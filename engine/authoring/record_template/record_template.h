// Templates that an office fills in: a workbook with a sheet a table, or a folder of CSV files. What stands in them comes from
// the schema alone, and what is written goes back in: the reader knows the headers, the sheets' names and the words of the
// lists, and passes over the example rows (engine/records/template_marks.h).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/schema/schema.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

struct TemplateRequest {
    std::vector<EntityId> entities;    ///< in the order of the schema
    Language language = Language::vi;  ///< of headers, lists and notes
};

/// The tables that lists such as "teams, Danh sách vụ, việc" name, by plural, name or title in either language; all of them
/// where there is no list. Nothing, with diagnostics, if a name is none.
std::optional<std::vector<EntityId>> read_table_choice(const Schema& schema, const std::vector<std::string>& lists,
                                                       Diagnostics& diagnostics);

struct TemplateTable {
    std::string name;  ///< of the sheet or the file
    std::size_t columns = 0;
};

/// `path` ends in .xlsx: a workbook; otherwise a folder, new or empty. Nothing is ever overwritten, and nothing is left if it
/// cannot be written whole. What was written; empty with diagnostics if nothing was.
std::vector<TemplateTable> write_record_template(const TemplateRequest& request, const std::filesystem::path& path,
                                                 const Schema& schema, Diagnostics& diagnostics);

/// Tables that rows of the template have to lead to, and that are not in it.
std::vector<EntityId> tables_still_needed(const TemplateRequest& request, const Schema& schema);

}  // namespace hoagiai
