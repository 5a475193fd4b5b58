// A sheet of a workbook into one table. The rows come one by one; the first few wait until it is known which of them names the
// columns.
#pragma once

#include "engine/records/formats/sheet_table.h"
#include "engine/records/formats/sheet_values.h"

namespace hoagiai {

class WorkbookTable : public SheetTable {
public:
    WorkbookTable(std::string file, std::string sheet, TableBuilder& table, Diagnostics& diagnostics);
    void add(const SheetRow& row);
    void finish();
    /// The sheet could not be read to its end; that was said.
    void leave();

private:
    void take(const SheetRow& row);
    void begin();
    bool is_well_formed(const CsvRecord&) override { return true; }
    void put(const CsvRecord& record, std::size_t cell) override;
    Words lost_letters_help() const override;

    std::vector<SheetRow> waiting_;
    HeaderSearch search_;
    CsvRecord record_;
    const SheetRow* row_ = nullptr;
    bool begun_ = false, readable_ = true;
    std::uint32_t hidden_ = 0, first_hidden_ = 0;
};

}  // namespace hoagiai
