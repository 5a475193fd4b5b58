// The rows of a CSV file.
#include "engine/records/formats/csv_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/kinds.h"

namespace hoagiai {

std::size_t CsvPlaces::cell_of(ColumnName column) const {
    return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin());
}

Place CsvPlaces::place(Row row, ColumnName column) const {
    const std::size_t cell = column == ColumnName{} ? columns.size() : cell_of(column);
    return cell < columns.size() ? at(lines[row], cell) : at(lines[row]);
}

std::string CsvPlaces::column(Row, ColumnName column) const {
    const std::size_t cell = cell_of(column);
    return cell < headers.size() ? headers[cell] : "";
}

Words CsvPlaces::where(Row row) const { return {fmt::format("dòng {}", lines[row]), fmt::format("row {}", lines[row])}; }

CsvTable::CsvTable(std::string file, std::string_view bytes, TableBuilder& table, Diagnostics& diagnostics)
    : bytes_(bytes), table_(table), diagnostics_(diagnostics) {
    auto places = std::make_unique<CsvPlaces>();
    places_ = places.get();
    places_->file = std::move(file);
    table_.set_places(std::move(places));
}

Diagnostic& CsvTable::say(const DiagnosticKind& kind, Place place, std::string column, std::string value, Words message,
                          Words help) {
    const std::uint32_t line = place.line;
    Diagnostic& said = diagnostics_.add(kind, std::move(place), std::move(message), std::move(help));
    said.cell = Cell{line, std::move(column), std::move(value)};
    return said;
}

void CsvTable::read() {
    table_.supply();
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") bytes_.remove_prefix(3);
    if (bytes_.substr(0, 2) == "\xFF\xFE" || bytes_.substr(0, 2) == "\xFE\xFF") {
        diagnostics_.add(wrong_encoding, places_->at(0),
                         {"tệp dùng bảng mã UTF-16, cần UTF-8", "the file is written in UTF-16, UTF-8 is expected"},
                         {"lưu lại tệp dưới dạng “CSV UTF-8”", "save the file as “CSV UTF-8”"});
        return;
    }
    delimiter_ = CsvScanner::guess_delimiter(bytes_);
    CsvScanner scanner(bytes_, delimiter_);
    CsvRecord record;
    const auto is_blank = [&] {
        return std::all_of(record.cells.begin(), record.cells.end(),
                           [](std::string_view cell) { return trimmed(cell).empty(); });
    };
    do {
        if (!scanner.next(record)) {
            diagnostics_.add(
                header_missing, places_->at(0),
                {"tệp trống: cần ít nhất một dòng tiêu đề", "the file is empty: a line of headers is expected at least"},
                {"ghi tên cột ở dòng đầu, chẳng hạn id", "write the names of the columns into the first line, such as id"});
            return;
        }
    } while (is_blank() && record.open_quote == no_cell);
    if (!read_header(record)) return;
    while (scanner.next(record))
        if (!is_blank() || record.open_quote != no_cell) read_row(record);
}

void CsvTable::read_row(const CsvRecord& record) {
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
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell)
        if (places_->columns[cell] != ColumnName{}) table_.put(places_->columns[cell], record.cells[cell]);
    table_.finish_row();
}

bool CsvTable::is_well_formed(const CsvRecord& record) {
    const std::vector<std::string>& headers = places_->headers;
    const auto header = [&](std::size_t cell) { return cell < headers.size() ? headers[cell] : std::string(); };
    bool good = true;
    if (record.stray_quote != no_cell) {
        good = false;
        const std::uint32_t cell = record.stray_quote;
        say(stray_quote, places_->at(record.line, cell), header(cell), readable(record.cells[cell].substr(0, 200)),
            {fmt::format("ô bắt đầu ở dòng {} có dấu ngoặc kép đặt sai chỗ", record.quote_line),
             fmt::format("the cell that begins in line {} has a quote where none can be", record.quote_line)},
            {"đặt cả ô trong dấu ngoặc kép và viết \"\" cho mỗi dấu ngoặc kép bên trong; kiểm tra dấu ngoặc kép chưa đóng",
             "put the whole cell in double quotes and write \"\" for each quote inside it; look for a quote that was not "
             "closed"});
    }
    if (record.open_quote != no_cell) {
        const std::uint32_t cell = record.open_quote;
        const std::string_view value =
            record.cells[cell].substr(0, std::min<std::size_t>(record.cells[cell].find_first_of("\r\n"), 200));
        say(open_quote, places_->at(record.line, cell), header(cell), readable(value),
            {fmt::format("dấu ngoặc kép mở ở dòng {} không được đóng; phần còn lại của tệp chưa được đọc", record.quote_line),
             fmt::format("the quote opened in line {} is never closed; what follows in the file was not read",
                         record.quote_line)},
            {"thêm dấu ngoặc kép đóng, hoặc bỏ dấu mở", "add the closing quote, or remove the opening one"});
        note_swallowed_ids(record);
        return false;
    }
    if (record.cells.size() != headers.size()) {
        good = false;
        say(wrong_cell_count, places_->at(record.line), "", readable(record.cells[0].substr(0, 200)),
            {fmt::format("dòng có {} ô, dòng tiêu đề có {}", record.cells.size(), headers.size()),
             fmt::format("the row has {} cells, the header has {}", record.cells.size(), headers.size())},
            record.cells.size() > headers.size()
                ? Words{fmt::format("đặt ô có dấu `{}` trong dấu ngoặc kép, hoặc bỏ ô thừa",
                                    delimiter_ == '\t' ? "tab" : std::string(1, delimiter_)),
                        fmt::format("put a cell that holds `{}` in double quotes, or remove the cells too many",
                                    delimiter_ == '\t' ? "tab" : std::string(1, delimiter_))}
                : Words{"thêm các ô còn thiếu, kể cả ô trống", "add the missing cells, blank ones too"});
    }
    return good;
}

void CsvTable::note_swallowed_ids(const CsvRecord& record) {
    const std::size_t id = places_->cell_of({table_.kind().key, none_id});
    const std::size_t line_end = bytes_.find('\n', record.quote_offset);
    if (line_end == std::string_view::npos) return;
    CsvScanner rest(bytes_.substr(line_end + 1), delimiter_);
    CsvRecord row;
    while (rest.next(row) && row.open_quote == no_cell)
        if (id < row.cells.size()) table_.note_id(row.cells[id]);
}

void CsvTable::check_unnamed(const CsvRecord& record) {
    for (std::size_t i = 0; i < unnamed_.size(); ++i) {
        const std::size_t cell = unnamed_[i];
        if (cell >= record.cells.size() || trimmed(record.cells[cell]).empty()) continue;
        say(header_blank, places_->at(places_->header_line, cell), "", "",
            {fmt::format("cột thứ {} không có tiêu đề nhưng có dữ liệu ở dòng {}", cell + 1, record.line),
             fmt::format("column {} has no header, but row {} has a value there", cell + 1, record.line)},
            {"đặt tên cho cột, hoặc xóa cột", "name the column, or remove it"});
        unnamed_.erase(unnamed_.begin() + static_cast<std::ptrdiff_t>(i));
        --i;
    }
}

}  // namespace hoagiai
