// One sheet into one table: a CSV file, or a sheet of a workbook. Which line names the columns, what stands around the table
// and is no record, what a row lacks: decided here for all of them, so that the same sheet is read alike however it was saved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/records/format.h"
#include "engine/records/formats/csv_layout.h"

namespace hoagiai {

/// Where rows stand: the line of the file or sheet is the row, the cell's number (from 1) the column, as a spreadsheet counts.
struct SheetPlaces : RowPlaces {
    std::string file;
    std::string sheet;  ///< in a workbook
    std::uint32_t header_line = 1;
    std::vector<std::uint32_t> lines;  ///< by row
    std::vector<std::string> headers;  ///< as written
    std::vector<ColumnName> columns;   ///< by cell; neither field nor link: not used

    Place at(std::uint32_t line, std::size_t cell) const {
        return {file, line, static_cast<std::uint32_t>(cell + 1), 0, 0, "", 0, sheet};
    }
    Place at(std::uint32_t line) const { return {file, line, 0, 0, 0, "", 0, sheet}; }
    /// A column as people find it: its letters in a workbook, its number in a CSV file.
    std::string label(std::size_t cell) const;
    std::size_t cell_of(ColumnName column) const;
    Place place(Row row, ColumnName column) const override;
    std::string column(Row row, ColumnName column) const override;
    Words where(Row row) const override;
};

class SheetTable {
public:
    SheetTable(std::string file, std::string sheet, TableBuilder& table, Diagnostics& diagnostics);
    virtual ~SheetTable() = default;
    SheetTable(const SheetTable&) = delete;
    SheetTable& operator=(const SheetTable&) = delete;

protected:
    /// Takes the line of headers; false if it cannot be one. Of lines above it, the first with its words.
    bool start(const CsvRecord& header, std::uint32_t first_line, std::string_view first_text);
    /// Takes a line below the headers that is not blank: a record, or something else, which is said.
    void add(const CsvRecord& record);
    /// What is said of all lines together.
    void finish();
    /// Whether the cells of a record can be told apart; if not, that was said.
    virtual bool is_well_formed(const CsvRecord& record) = 0;
    virtual void put(const CsvRecord& record, std::size_t cell);
    virtual Words lost_letters_help() const = 0;
    /// Whether a line below may no longer be one that numbers the columns.
    bool rows_began() const { return !places_->lines.empty() || numbered_; }
    /// Every header that resembles a column names one, and none that must be there is missing.
    bool header_is_sure() const { return guessed_.empty() && !table_.all_refused(); }
    Diagnostic& say(const DiagnosticKind& kind, Place place, std::string column, std::string value, Words message,
                    Words help = {});
    /// The same of a row that cannot be taken.
    Diagnostic& say_of_row(const DiagnosticKind& kind, Place place, std::string column, std::string value, Words message,
                           Words help);

    TableBuilder& table_;
    Diagnostics& diagnostics_;
    SheetPlaces* places_;
    std::vector<std::size_t> unnamed_;  ///< cells without a header, until one of them held something

private:
    static Diagnostic& add(Diagnostics& list, const DiagnosticKind& kind, Place place, std::string column, std::string value,
                           Words message, Words help);
    void say_lines_above(std::uint32_t first, std::uint32_t header, std::string_view text);
    bool read_header(const CsvRecord& record);
    void name_column(std::size_t cell, std::string_view header);
    void say_unused();
    void demand_columns();
    Words missing_column_help(const std::string& name) const;
    /// Whether it is a record; what stands there otherwise is said.
    bool is_record(const CsvRecord& record);
    void read_row(const CsvRecord& record);
    /// Heads of merged cells over two rows: which name belongs to which column is not known. Said.
    bool continues_the_headers(const CsvRecord& record);
    bool repeats_the_headers(const CsvRecord& record) const;
    /// An example row of a template; what somebody wrote over it is said.
    void take_example(const CsvRecord& record);
    void say_examples();
    void say_unused_rows();
    bool lost_letters_in(const CsvRecord& record, std::size_t cell) const;
    bool letters_stand(const CsvRecord& record, std::size_t cell);
    void note_lost(const Place& place, const std::string& column, std::string_view text);
    void say_lost_letters();
    std::string_view value(const CsvRecord& record, ColumnName column) const;
    bool has_required(const CsvRecord& record);
    void check_unnamed(const CsvRecord& record);

    std::vector<std::string> guessed_;  ///< columns that an unknown header was near to
    std::vector<std::size_t> unused_;   ///< cells whose header resembles nothing
    bool numbered_ = false;
    std::vector<std::uint32_t> unused_rows_;  ///< lines with values in unused columns only
    std::size_t examples_ = 0;                ///< example rows, and the line of the first
    std::uint32_t first_example_ = 0;
    Place lost_at_;  ///< the first cell with letters lost, and how many there are
    std::string lost_in_, lost_text_;
    std::size_t lost_ = 0;
};

}  // namespace hoagiai
