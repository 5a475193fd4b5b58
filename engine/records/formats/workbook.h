// Workbooks: which sheet holds which table, and what is said of the others; the two formats only find sheets and their rows.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/records/format.h"
#include "engine/records/formats/archive.h"
#include "engine/records/formats/sheet_values.h"

namespace hoagiai {

class WorkbookTable;

/// What a workbook's bytes are.
enum class WorkbookKind { none, zip, xlsx, xlsb, ods, other_office, ole };
WorkbookKind workbook_kind(std::string_view first_bytes);

struct SheetName {
    std::string name;
    bool hidden = false;
};

/// A workbook as its format's reader sees it: sheets are named first, then each row of a sheet that is read is handed over.
class Workbook {
public:
    Workbook(std::string file, Archive& archive, RecordsBuilder& builder);
    ~Workbook();
    /// Which of the sheets hold tables, by entity; says what is wrong with the names, and which sheets are not used.
    std::map<EntityId, std::size_t> sort_out(const std::vector<SheetName>& sheets);
    /// The table of a sheet; rows are added in order, then it is finished.
    std::unique_ptr<WorkbookTable> table(EntityId entity, const SheetName& sheet);
    Archive& archive() { return archive_; }
    Diagnostics& diagnostics() { return builder_.diagnostics(); }
    RecordsBuilder& builder() { return builder_; }
    /// Something of the workbook cannot be understood: `what` in words.
    void say_broken(const std::string& part, Words what);
    void say_locked();
    /// The archive's fault, if it has one.
    void say_fault();
    bool is_broken() const { return broken_; }

private:
    Place file() const;
    Place sheet(const std::string& name) const;

    std::string file_;
    Archive& archive_;
    RecordsBuilder& builder_;
    bool broken_ = false;
};

void read_xlsx(Workbook& book);
void read_ods(Workbook& book);

/// A file whose bytes are a zip archive or an old Excel file. `kind` is not none.
void read_workbook(const std::filesystem::path& path, std::string_view bytes, WorkbookKind kind, RecordsBuilder& builder);

}  // namespace hoagiai
