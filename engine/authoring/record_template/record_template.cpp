#include "engine/authoring/record_template/record_template.h"

#include <algorithm>
#include <system_error>

#include "engine/authoring/new_folder.h"
#include "engine/authoring/record_template/example_value.h"
#include "engine/authoring/record_template/kinds.h"
#include "engine/authoring/record_template/plan.h"
#include "engine/authoring/record_template/workbook.h"
#include "engine/authoring/sample/cells.h"
#include "engine/text/files.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

using namespace record_template;

/// With a byte order mark, which the reader passes over: without it Excel takes the letters of a CSV file for those of the
/// system's own code page, and shows `Tá»‰nh` for `Tỉnh`.
std::string csv_text(const Sheet& sheet, Language language) {
    std::string header, example;
    for (const Column& column : sheet.columns) {
        for (std::string* row : {&header, &example})
            if (!row->empty()) *row += ',';
        sample::append_cell(header, column.header);
        sample::append_cell(example, example_value(column, language).text);
    }
    return "\xEF\xBB\xBF" + header + "\n" + example + "\n";
}

bool write_folder(const Plan& plan, const std::filesystem::path& folder, const Schema& schema, Diagnostics& diagnostics) {
    bool made = false;
    if (!take_new_folder(folder, made, diagnostics)) return false;
    std::vector<std::filesystem::path> written;
    for (const Sheet& sheet : plan.sheets) {
        const std::filesystem::path path = folder / (schema[sheet.entity].plural + ".csv");
        if (write_file(path, csv_text(sheet, plan.language), diagnostics)) {
            written.push_back(path);
            continue;
        }
        std::error_code ignored;
        for (const std::filesystem::path& file : written) std::filesystem::remove(file, ignored);
        if (made) std::filesystem::remove(folder, ignored);
        return false;
    }
    return true;
}

bool write_workbook(const Plan& plan, const std::filesystem::path& path, const Schema& schema, Diagnostics& diagnostics) {
    std::error_code error;
    if (std::filesystem::symlink_status(path, error).type() != std::filesystem::file_type::not_found && !error) {
        Place place;
        place.file = path.string();
        diagnostics.add(
            template_file_there, std::move(place),
            {"đã có tệp mang tên này; không tệp nào bị ghi đè", "there is something of this name; nothing is overwritten"},
            {"chọn tên khác, hoặc tự xóa tệp đó", "choose another name, or remove it yourself"});
        return false;
    }
    std::string bytes;
    return make_workbook(plan, schema, bytes, diagnostics) && write_file(path, bytes, diagnostics);
}

}  // namespace

std::vector<TemplateTable> write_record_template(const TemplateRequest& request, const std::filesystem::path& path,
                                                 const Schema& schema, Diagnostics& diagnostics) {
    const Plan plan = make_plan(request, schema);
    const bool workbook = fold(path.extension().string()) == ".xlsx";
    const bool written =
        workbook ? write_workbook(plan, path, schema, diagnostics) : write_folder(plan, path, schema, diagnostics);
    std::vector<TemplateTable> tables;
    for (const Sheet& sheet : plan.sheets)
        if (written) tables.push_back({workbook ? sheet.name : schema[sheet.entity].plural + ".csv", sheet.columns.size()});
    return tables;
}

std::vector<EntityId> tables_still_needed(const TemplateRequest& request, const Schema& schema) {
    std::vector<EntityId> needed;
    for (const EntityId entity : request.entities)
        for (const Link& link : schema[entity].links)
            if (link.required &&
                std::find(request.entities.begin(), request.entities.end(), link.target) == request.entities.end())
                needed.push_back(link.target);
    std::sort(needed.begin(), needed.end());
    needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
    return needed;
}

}  // namespace hoagiai
