// A sheet is more than its table: a title stands above it, a line numbers the columns, a line adds them up. What is no record
// is told from records here; whoever reads says what was passed over.
#pragma once

#include <string_view>
#include <vector>

#include "engine/records/formats/csv_scanner.h"
#include "engine/records/names.h"

namespace hoagiai {

struct CsvLayout {
    char delimiter = ',';
    std::size_t header = 0;  ///< the record that names the columns, blank ones not counted
};

/// Finds the line of headers among the first lines of a sheet, which are given without the blank ones: the line that names
/// the most columns, the first of equals; where none names two, the first line with two cells that are not blank.
class HeaderSearch {
public:
    explicit HeaderSearch(const ColumnNames& names) : names_(&names) {}
    void add(const CsvRecord& record);
    bool is_over() const;  ///< a title is no longer than what was seen
    bool is_sure() const;
    std::size_t columns() const { return columns_; }  ///< the most that a line names
    std::size_t header() const;                       ///< the number of the line

private:
    const ColumnNames* names_;
    std::size_t seen_ = 0, columns_ = 0, best_ = 0, first_of_two_ = 0;
    bool two_ = false;
};

/// The delimiter and the line that name the most columns between them. Where nothing names two: CsvScanner's guess, and the
/// first line with two cells that are not blank.
CsvLayout find_layout(std::string_view bytes, const ColumnNames& names);

bool is_blank(const CsvRecord& record);
/// 1, 2, 3 or (1), (2), (3), with A, B in front perhaps: the line under the headers of a printed form.
bool numbers_the_columns(const CsvRecord& record);
/// A word for a sum in the first cell that is not blank: `Cộng`, `Tổng cộng`. `cell` is that cell.
bool adds_up(const CsvRecord& record, std::size_t& cell);

/// Whether letters were lost when the text was saved: a question mark inside a word (Nguy?n), U+FFFD, or two letters in the
/// place of one (Nguyá»…n).
bool has_lost_letters(std::string_view text);

/// Lines with a byte that is no UTF-8; counting stops at `most`.
struct BadLines {
    std::size_t count = 0;
    std::uint32_t first = 0;
    std::string_view line;
};
BadLines lines_without_utf8(std::string_view bytes, std::size_t most);
/// Lines whose letters beyond ASCII are all UTF-8; counting stops at `most`.
std::size_t lines_with_utf8(std::string_view bytes, std::size_t most);

}  // namespace hoagiai
