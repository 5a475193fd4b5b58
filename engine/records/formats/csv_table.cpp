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

bool CsvTable::is_readable() {
    const Words help{"trong Excel: Lưu thành, chọn kiểu “CSV UTF-8 (phân cách bằng dấu phẩy)”",
                     "in Excel: Save As, and choose “CSV UTF-8 (comma delimited)”"};
    if (bytes_.substr(0, 2) == "\xFF\xFE" || bytes_.substr(0, 2) == "\xFE\xFF") {
        diagnostics_.add(wrong_encoding, places_->at(0),
                         {"tệp dùng bảng mã UTF-16, cần UTF-8", "the file is written in UTF-16, UTF-8 is expected"}, help);
        return false;
    }
    // One or two cells can be mended; a whole file was saved in another encoding.
    constexpr std::size_t a_whole_file = 3, most_counted = 100'000;
    const BadLines bad = lines_without_utf8(bytes_, most_counted);
    if (bad.count < a_whole_file) return true;
    say(wrong_encoding, places_->at(bad.first), "", readable(bad.line.substr(0, 200)),
        {fmt::format("tệp không dùng bảng mã UTF-8 (có lẽ là Windows-1258): {} dòng có chữ không đọc được, đầu tiên là dòng {}",
                     bad.count, bad.first),
         fmt::format("the file is not UTF-8 (Windows-1258, perhaps): {} lines cannot be read, the first is line {}", bad.count,
                     bad.first)},
        help);
    return false;
}

void CsvTable::read() {
    table_.supply();
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") bytes_.remove_prefix(3);
    if (!is_readable()) return table_.leave_unread();
    const CsvLayout layout = find_layout(bytes_, table_.names());
    delimiter_ = layout.delimiter;
    CsvScanner scanner(bytes_, delimiter_);
    CsvRecord record;
    std::uint32_t first_line = 0;
    std::string first_text;
    for (std::size_t number = 0;;) {
        if (!scanner.next(record)) {
            diagnostics_.add(
                header_missing, places_->at(0),
                {"tệp trống: cần ít nhất một dòng tiêu đề", "the file is empty: a line of headers is expected at least"},
                {"ghi tên cột ở dòng đầu, chẳng hạn id", "write the names of the columns into the first line, such as id"});
            return table_.leave_unread();
        }
        if (record.open_quote != no_cell) break;
        if (is_blank(record)) continue;
        if (number++ == layout.header) break;
        if (first_line != 0) continue;
        first_line = record.line;
        first_text = trimmed(*std::find_if(record.cells.begin(), record.cells.end(),
                                           [](std::string_view cell) { return !trimmed(cell).empty(); }));
    }
    if (first_line != 0) say_lines_above(first_line, record.line, first_text);
    if (!read_header(record)) return table_.leave_unread();
    while (scanner.next(record))
        if (record.open_quote != no_cell || (!is_blank(record) && is_record(record))) read_row(record);
    say_unused_rows();
    say_lost_letters();
}

void CsvTable::say_lines_above(std::uint32_t first, std::uint32_t header, std::string_view text) {
    const std::uint32_t last = header - 1;
    say(lines_above, places_->at(first), "", readable(text.substr(0, 200)),
        first == last ? Words{fmt::format("dòng {} ở trên dòng tiêu đề cột không được đọc", first),
                              fmt::format("line {}, above the headers, is not read", first)}
                      : Words{fmt::format("các dòng {}–{} ở trên dòng tiêu đề cột không được đọc", first, last),
                              fmt::format("lines {} to {}, above the headers, are not read", first, last)});
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
    look_for_lost_letters(record);
    if (!has_required(record)) return;
    for (std::size_t cell = 0; cell < std::min(record.cells.size(), places_->columns.size()); ++cell)
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
    if (!has_the_headers_length(record)) {
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
