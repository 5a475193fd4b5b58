#include "engine/records/formats/workbook_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/kinds.h"
#include "engine/values/date.h"

namespace hoagiai {

WorkbookTable::WorkbookTable(std::string file, std::string sheet, TableBuilder& table, Diagnostics& diagnostics)
    : SheetTable(std::move(file), std::move(sheet), table, diagnostics), search_(table.names()) {
    table_.supply();
}

namespace {

/// Of a number that could be the number of a day of our time.
std::optional<Day> day_from_1904(std::string_view text) {
    constexpr std::size_t digits_of_our_time = 5;  // 1931 to 2177
    constexpr Day day_0 = -24107;
    if (text.size() != digits_of_our_time || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    Day number = 0;
    for (const char digit : text) number = number * 10 + (digit - '0');
    return number + day_0;
}

void to_record(const SheetRow& row, CsvRecord& record) {
    record.line = row.number;
    record.cells.clear();
    for (std::size_t i = 0; i < row.size; ++i) record.cells.push_back(row.cells[i].text);
}

}  // namespace

void WorkbookTable::add(const SheetRow& row) {
    if (!readable_) return;
    to_record(row, record_);
    if (is_blank(record_)) return;
    if (begun_) return take(row);
    search_.add(record_);
    waiting_.push_back(row);
    if (search_.is_over()) begin();
}

void WorkbookTable::begin() {
    begun_ = true;
    const std::size_t header = search_.header();
    std::string first_text;
    if (header > 0) {
        const auto first = std::find_if(waiting_[0].cells.begin(), waiting_[0].cells.end(),
                                        [](const SheetCell& cell) { return !trimmed(cell.text).empty(); });
        first_text = trimmed(first->text);
    }
    to_record(waiting_[header], record_);
    // A spreadsheet's row ends where something was last written, or coloured.
    while (!record_.cells.empty() && trimmed(record_.cells.back()).empty()) record_.cells.pop_back();
    readable_ = start(record_, header > 0 ? waiting_[0].number : 0, first_text);
    for (std::size_t i = header + 1; readable_ && i < waiting_.size(); ++i) take(waiting_[i]);
    waiting_.clear();
}

void WorkbookTable::take(const SheetRow& row) {
    to_record(row, record_);
    row_ = &row;
    if (row.hidden && hidden_++ == 0) first_hidden_ = row.number;
    // A value to the right of all headers is one without a header.
    while (!record_.cells.empty() && trimmed(record_.cells.back()).empty()) record_.cells.pop_back();
    while (places_->headers.size() < record_.cells.size()) {
        unnamed_.push_back(places_->headers.size());
        places_->headers.emplace_back();
        places_->columns.emplace_back();
    }
    SheetTable::add(record_);
}

void WorkbookTable::put(const CsvRecord& record, std::size_t cell) {
    const SheetCell& value = row_->cells[cell];
    const ColumnName column = places_->columns[cell];
    const std::string name = shown(places_->headers[cell]), see = shown(value.text);
    const auto bad = [&](const DiagnosticKind& kind, const Words& what, Words help) {
        table_.report_bad(kind, column, readable(value.text),
                          {fmt::format("{}: {}", name, what.vi), fmt::format("{}: {}", name, what.en)}, std::move(help));
    };
    const Words fill_in{"ghi giá trị thay cho công thức; để trống nếu chưa biết",
                        "write the value in place of the formula; leave it blank if it is not known"};
    switch (value.fault) {
        case CellFault::no_value:
            return bad(formula_without_value,
                       {fmt::format("công thức `{}` chưa có kết quả trong tệp", see),
                        fmt::format("the formula `{}` has no result in the file", see)},
                       {"mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc ghi giá trị thay cho công thức",
                        "open the file in Excel or LibreOffice and save it again, or write the value in place of the formula"});
        case CellFault::error_value:
            return bad(error_in_cell, {fmt::format("ô có lỗi `{}`", see), fmt::format("the cell holds the error `{}`", see)},
                       fill_in);
        case CellFault::no_such_day:
            return bad(
                no_such_date,
                {"ô là ngày 29/02/1900, ngày này không có", "the cell is the 29th of February 1900, which did not exist"},
                {"kiểm tra lại ngày; để trống nếu chưa biết", "check the day; leave it blank if it is not known"});
        case CellFault::unreadable:
            return bad(unreadable_cell,
                       {fmt::format("không đọc được ô: `{}`", see), fmt::format("the cell cannot be read: `{}`", see)},
                       {"ghi lại giá trị", "write the value again"});
        case CellFault::none:
            break;
    }
    if (value.from_1904 && column.field != none_id && table_.kind().fields[column.field].type.kind == Kind::date) {
        // The reader of cells would take it for a day number from 1900: four years too early.
        if (const auto day = day_from_1904(value.text))
            return bad(bad_date,
                       {fmt::format("`{}` không phải là ngày; nếu là số ngày của bảng tính này (đếm từ 1904) thì là {}", see,
                                    vietnamese_date(*day)),
                        fmt::format("`{}` is no date; as a day number of this workbook, which counts from 1904, it would be {}",
                                    see, vietnamese_date(*day))},
                       {fmt::format("viết {}", vietnamese_date(*day)), fmt::format("write {}", vietnamese_date(*day))});
    }
    if (value.fraction && column.field != none_id) {
        // 1.234 in the file is one and a quarter, nearly; as a text it could be a thousand and more.
        const Kind kind = table_.kind().fields[column.field].type.kind;
        if (kind == Kind::integer || kind == Kind::money)
            return bad(bad_number,
                       {fmt::format("`{}` có phần thập phân: cần một số nguyên", see),
                        fmt::format("`{}` has decimals: a whole number is expected", see)},
                       {"viết số nguyên, chẳng hạn 1250", "write a whole number, such as 1250"});
    }
    SheetTable::put(record, cell);
}

Words WorkbookTable::lost_letters_help() const {
    return {"ghi lại các ô này bằng chữ tiếng Việt có dấu", "write these cells again, with their Vietnamese letters"};
}

void WorkbookTable::finish() {
    if (!begun_ && !waiting_.empty()) begin();
    if (!begun_) {
        diagnostics_.add(
            header_missing, places_->at(0),
            {"trang tính trống: cần ít nhất một dòng tiêu đề", "the sheet is empty: a line of headers is expected at least"},
            {"ghi tên cột ở dòng đầu, chẳng hạn id", "write the names of the columns into the first line, such as id"});
        readable_ = false;
    }
    if (!readable_) return table_.leave_unread();
    SheetTable::finish();
    if (hidden_ > 0)
        say(hidden_rows, places_->at(first_hidden_), "", "",
            hidden_ == 1 ? Words{fmt::format("dòng {} bị ẩn; vẫn được đọc", first_hidden_),
                                 fmt::format("row {} is hidden; it is read all the same", first_hidden_)}
                         : Words{fmt::format("{} dòng bị ẩn; vẫn được đọc; đầu tiên là dòng {}", hidden_, first_hidden_),
                                 fmt::format("{} rows are hidden; they are read all the same; the first is row {}", hidden_,
                                             first_hidden_)},
            {"nếu không phải là hồ sơ thì xóa hẳn các dòng này", "if they are no records remove them"});
}

void WorkbookTable::leave() {
    waiting_.clear();
    readable_ = false;
    table_.leave_unread();
}

}  // namespace hoagiai
