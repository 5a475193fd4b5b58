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

protected:
    /// Everything up to the line of headers, which a layout names; false if there is no table to read.
    bool read_above(CsvScanner& scanner, const CsvLayout& layout);
    /// What is said of all lines together.
    void end();
    /// Whether so many lines are no UTF-8 that the file was saved in another encoding.
    static bool has_other_encoding(std::string_view bytes, BadLines& bad);

    std::string_view bytes_;
    char delimiter_ = ',';

private:
    bool is_readable();
    bool is_well_formed(const CsvRecord& record) override;
    bool has_the_headers_length(const CsvRecord& record) const;
    void set_odd_lengths_apart();
    void note_swallowed_ids(const CsvRecord& record);
    Words lost_letters_help() const override;

    static constexpr std::size_t not_told = 0;
    /// Cells of the rows, ascending, that have another number of them than there are headers; not_told: something is wrong with
    /// the row that was said already.
    std::vector<std::pair<Row, std::size_t>> odd_lengths_;
};

}  // namespace hoagiai
