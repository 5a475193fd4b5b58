// The rows of a CSV file.
#include "engine/records/formats/csv_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/records/blanks.h"
#include "engine/records/kinds.h"

namespace hoagiai {

CsvTable::CsvTable(std::string file, std::string_view bytes, TableBuilder& table, Diagnostics& diagnostics)
    : SheetTable(std::move(file), "", table, diagnostics), bytes_(bytes) {}

Words CsvTable::lost_letters_help() const {
    return {"mở lại tệp gốc và lưu thành “CSV UTF-8 (phân cách bằng dấu phẩy)”",
            "open the original again and save it as “CSV UTF-8 (comma delimited)”"};
}

bool CsvTable::is_readable() {
    const Words help{"trong Excel: Lưu thành, chọn kiểu “CSV UTF-8 (phân cách bằng dấu phẩy)”",
                     "in Excel: Save As, and choose “CSV UTF-8 (comma delimited)”"};
    if (bytes_.substr(0, 2) == "\xFF\xFE" || bytes_.substr(0, 2) == "\xFE\xFF") {
        diagnostics_.add(wrong_encoding, places_->at(0),
                         {"tệp dùng bảng mã UTF-16, cần UTF-8", "the file is written in UTF-16, UTF-8 is expected"}, help);
        return false;
    }
    BadLines bad;
    if (!has_other_encoding(bytes_, bad)) return true;
    say(wrong_encoding, places_->at(bad.first), "", readable(bad.line.substr(0, 200)),
        {fmt::format("tệp không dùng bảng mã UTF-8 (có lẽ là Windows-1258): {} dòng có chữ không đọc được, đầu tiên là dòng {}",
                     bad.count, bad.first),
         fmt::format("the file is not UTF-8 (Windows-1258, perhaps): {} lines cannot be read, the first is line {}", bad.count,
                     bad.first)},
        help);
    return false;
}

bool CsvTable::has_other_encoding(std::string_view bytes, BadLines& bad) {
    // A few cells can be mended; a whole file was saved in another encoding, and has next to no line that is UTF-8.
    constexpr std::size_t a_whole_file = 3, most_counted = 100'000;
    bad = lines_without_utf8(bytes, most_counted);
    return bad.count >= a_whole_file && lines_with_utf8(bytes, bad.count + 1) <= bad.count;
}

void CsvTable::read() {
    table_.supply();
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") bytes_.remove_prefix(3);
    if (!is_readable()) return table_.leave_unread();
    const CsvLayout layout = find_layout(bytes_, table_.names());
    delimiter_ = layout.delimiter;
    CsvScanner scanner(bytes_, delimiter_);
    if (!read_above(scanner, layout)) return;
    CsvRecord record;
    while (scanner.next(record)) add(record);
    end();
}

bool CsvTable::read_above(CsvScanner& scanner, const CsvLayout& layout) {
    CsvRecord record;
    std::uint32_t first_line = 0;
    std::string first_text;
    for (std::size_t number = 0;;) {
        if (!scanner.next(record)) {
            diagnostics_.add(
                header_missing, places_->at(0),
                {"tệp trống: cần ít nhất một dòng tiêu đề", "the file is empty: a line of headers is expected at least"},
                {"ghi tên cột ở dòng đầu, chẳng hạn id", "write the names of the columns into the first line, such as id"});
            table_.leave_unread();
            return false;
        }
        if (record.open_quote != no_cell) break;
        if (is_blank(record)) continue;
        if (number++ == layout.header) break;
        if (first_line != 0) continue;
        first_line = record.line;
        first_text = trimmed(*std::find_if(record.cells.begin(), record.cells.end(),
                                           [](std::string_view cell) { return !trimmed(cell).empty(); }));
    }
    if (start(record, first_line, first_text)) return true;
    table_.leave_unread();
    return false;
}

void CsvTable::end() {
    finish();
    set_odd_lengths_apart();
}

/// In a row that is longer than the others by a blank cell a comma too many may have moved all cells; where every row has blank
/// cells behind the last header, they are nothing. Lenient reading takes no row that is shorter than the others either.
void CsvTable::set_odd_lengths_apart() {
    const std::size_t headers = places_->headers.size();
    std::map<std::size_t, std::size_t> rows_of_length = {{headers, 1 + table_.rows() - odd_lengths_.size()}};
    for (const auto& [row, length] : odd_lengths_)
        if (length != not_told) ++rows_of_length[length];
    if (rows_of_length.size() == 1) return;
    const auto usual = std::max_element(rows_of_length.begin(), rows_of_length.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    auto next = odd_lengths_.begin();
    for (Row row = 0; row < table_.rows(); ++row) {
        const std::size_t length = next != odd_lengths_.end() && next->first == row ? (next++)->second : headers;
        if (length == usual->first || length == not_told || (!table_.is_lenient() && length <= headers)) continue;
        say_of_row(
            wrong_cell_count, places_->at(places_->lines[row]), "", "",
            {fmt::format("dòng có {} ô, kể cả ô trống; các dòng khác có {}", length, usual->first),
             fmt::format("the row has {} cells, blank ones too; the others have {}", length, usual->first)},
            {"kiểm tra dấu phân cách thừa hoặc thiếu trong dòng", "look for a delimiter too many or too few in the row"});
        table_.refuse(row);
    }
}

bool CsvTable::is_well_formed(const CsvRecord& record) {
    const std::vector<std::string>& headers = places_->headers;
    const auto header = [&](std::size_t cell) { return cell < headers.size() ? headers[cell] : std::string(); };
    bool good = true;
    if (record.stray_quote != no_cell) {
        good = false;
        const std::uint32_t cell = record.stray_quote;
        say_of_row(
            stray_quote, places_->at(record.line, cell), header(cell), readable(record.cells[cell].substr(0, 200)),
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
        say_of_row(
            open_quote, places_->at(record.line, cell), header(cell), readable(value),
            {fmt::format("dấu ngoặc kép mở ở dòng {} không được đóng; phần còn lại của tệp chưa được đọc", record.quote_line),
             fmt::format("the quote opened in line {} is never closed; what follows in the file was not read",
                         record.quote_line)},
            {"thêm dấu ngoặc kép đóng, hoặc bỏ dấu mở", "add the closing quote, or remove the opening one"});
        note_swallowed_ids(record);
        odd_lengths_.emplace_back(table_.row(), not_told);
        return false;
    }
    if (!has_the_headers_length(record)) {
        good = false;
        say_of_row(wrong_cell_count, places_->at(record.line), "", readable(record.cells[0].substr(0, 200)),
                   {fmt::format("dòng có {} ô, dòng tiêu đề có {}", record.cells.size(), headers.size()),
                    fmt::format("the row has {} cells, the header has {}", record.cells.size(), headers.size())},
                   record.cells.size() > headers.size()
                       ? Words{fmt::format("đặt ô có dấu `{}` trong dấu ngoặc kép, hoặc bỏ ô thừa",
                                           delimiter_ == '\t' ? "tab" : std::string(1, delimiter_)),
                               fmt::format("put a cell that holds `{}` in double quotes, or remove the cells too many",
                                           delimiter_ == '\t' ? "tab" : std::string(1, delimiter_))}
                       : Words{"thêm các ô còn thiếu, kể cả ô trống", "add the missing cells, blank ones too"});
    }
    if (!good || record.cells.size() != headers.size())
        odd_lengths_.emplace_back(table_.row(), good ? record.cells.size() : not_told);
    return good;
}

/// Blank cells behind the last header are nothing, and neither are those that are missing below blank headers.
bool CsvTable::has_the_headers_length(const CsvRecord& record) const {
    const std::vector<std::string>& headers = places_->headers;
    for (std::size_t i = headers.size(); i < record.cells.size(); ++i)
        if (!trimmed(record.cells[i]).empty()) return false;
    for (std::size_t i = record.cells.size(); i < headers.size(); ++i)
        if (!headers[i].empty()) return false;
    return true;
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

}  // namespace hoagiai
