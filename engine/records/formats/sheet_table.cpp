// The rows of a sheet.
#include "engine/records/formats/sheet_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/kinds.h"

namespace hoagiai {

std::string SheetPlaces::label(std::size_t cell) const {
    return sheet.empty() ? std::to_string(cell + 1) : column_letters(static_cast<std::uint32_t>(cell + 1));
}

std::size_t SheetPlaces::cell_of(ColumnName column) const {
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin());
}

Place SheetPlaces::place(Row row, ColumnName column) const {
    const std::size_t cell = column == ColumnName{} ? columns.size() : cell_of(column);
    return cell < columns.size() ? at(lines[row], cell) : at(lines[row]);
}

std::string SheetPlaces::column(Row, ColumnName column) const {
    const std::size_t cell = cell_of(column);
    return cell < headers.size() ? headers[cell] : "";
}

Words SheetPlaces::where(Row row) const { return {fmt::format("dòng {}", lines[row]), fmt::format("row {}", lines[row])}; }

SheetTable::SheetTable(std::string file, std::string sheet, TableBuilder& table, Diagnostics& diagnostics)
    : table_(table), diagnostics_(diagnostics) {
    auto places = std::make_unique<SheetPlaces>();
    places_ = places.get();
    places_->file = std::move(file);
    places_->sheet = std::move(sheet);
    table_.set_places(std::move(places));
}

Diagnostic& SheetTable::say(const DiagnosticKind& kind, Place place, std::string column, std::string value, Words message,
                            Words help) {
    return add(diagnostics_, kind, std::move(place), std::move(column), std::move(value), std::move(message), std::move(help));
}

Diagnostic& SheetTable::say_of_row(const DiagnosticKind& kind, Place place, std::string column, std::string value,
                                   Words message, Words help) {
    return add(table_.problems(), kind, std::move(place), std::move(column), std::move(value), std::move(message),
               std::move(help));
}

Diagnostic& SheetTable::add(Diagnostics& list, const DiagnosticKind& kind, Place place, std::string column, std::string value,
                            Words message, Words help) {
    const std::uint32_t line = place.line;
    Diagnostic& said = list.add(kind, std::move(place), std::move(message), std::move(help));
    said.cell = Cell{line, std::move(column), std::move(value)};
    return said;
}

bool SheetTable::start(const CsvRecord& header, std::uint32_t first_line, std::string_view first_text) {
    if (first_line != 0) say_lines_above(first_line, header.line, first_text);
    return read_header(header);
}

void SheetTable::add(const CsvRecord& record) {
    if (record.open_quote != no_cell || (!is_blank(record) && is_record(record))) read_row(record);
}

void SheetTable::finish() {
    say_examples();
    say_unused_rows();
    say_lost_letters();
}

void SheetTable::say_lines_above(std::uint32_t first, std::uint32_t header, std::string_view text) {
    const std::uint32_t last = header - 1;
    say(lines_above, places_->at(first), "", readable(text.substr(0, 200)),
        first == last ? Words{fmt::format("dòng {} ở trên dòng tiêu đề cột không được đọc", first),
                              fmt::format("line {}, above the headers, is not read", first)}
                      : Words{fmt::format("các dòng {}–{} ở trên dòng tiêu đề cột không được đọc", first, last),
                              fmt::format("lines {} to {}, above the headers, are not read", first, last)});
}

void SheetTable::read_row(const CsvRecord& record) {
    table_.start_row();
    places_->lines.push_back(record.line);
    check_unnamed(record);
    if (!is_well_formed(record)) {
        table_.refuse();
        // Its id is known all the same: rows that refer to it are not to blame.
        const std::size_t id = places_->cell_of({table_.kind().key, none_id});
        if (id < record.cells.size() && id != record.open_quote) table_.note_id(record.cells[id]);
        return;
    }
    if (!has_required(record)) return;
    for (std::size_t cell = 0; cell < std::min(record.cells.size(), places_->columns.size()); ++cell)
        if (places_->columns[cell] != ColumnName{} && letters_stand(record, cell)) put(record, cell);
    table_.finish_row();
}

void SheetTable::check_unnamed(const CsvRecord& record) {
    for (std::size_t i = 0; i < unnamed_.size(); ++i) {
        const std::size_t cell = unnamed_[i];
        if (cell >= record.cells.size() || trimmed(record.cells[cell]).empty()) continue;
        say(header_blank, places_->at(places_->header_line, cell), "", "",
            {fmt::format("cột {} không có tiêu đề nhưng có dữ liệu ở dòng {}",
                         places_->sheet.empty() ? "thứ " + places_->label(cell) : places_->label(cell), record.line),
             fmt::format("column {} has no header, but row {} has a value there", places_->label(cell), record.line)},
            {"đặt tên cho cột, hoặc xóa cột", "name the column, or remove it"});
        unnamed_.erase(unnamed_.begin() + static_cast<std::ptrdiff_t>(i));
        --i;
    }
}

}  // namespace hoagiai
