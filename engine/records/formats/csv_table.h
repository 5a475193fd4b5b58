// One CSV file into one table: what can be wrong with the file's bytes and quotes comes before what a sheet holds.
#pragma once

#include <string>

#include "engine/records/formats/sheet_table.h"

namespace hoagiai {

class CsvTable : public SheetTable {
public:
    /// `bytes` stay in use until read() returns; `file` is how messages call it.
    CsvTable(std::string file, std::string_view bytes, TableBuilder& table, Diagnostics& diagnostics);
    void read();

private:
    bool is_readable();
    bool is_well_formed(const CsvRecord& record) override;
    bool has_the_headers_length(const CsvRecord& record) const;
    void set_odd_lengths_apart();
    void note_swallowed_ids(const CsvRecord& record);
    Words lost_letters_help() const override;

    std::string_view bytes_;
    char delimiter_ = ',';
    std::vector<std::pair<Row, std::size_t>> lengths_;  ///< of rows that can be told apart, read leniently
};

}  // namespace hoagiai
