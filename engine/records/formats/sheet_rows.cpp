// Rows of a sheet that are no records, or not whole: what is passed over is said, and what a row lacks is said once.
#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/formats/sheet_table.h"
#include "engine/records/kinds.h"
#include "engine/records/template_marks.h"

namespace hoagiai {

std::string_view SheetTable::value(const CsvRecord& record, ColumnName column) const {
    const std::size_t cell = places_->cell_of(column);
    return cell < record.cells.size() ? trimmed(record.cells[cell]) : std::string_view();
}

bool SheetTable::is_record(const CsvRecord& record) {
    const bool first = places_->lines.empty() && !numbered_;
    if (first && numbers_the_columns(record)) {
        numbered_ = true;
        say(header_row, places_->at(record.line), "", "",
            {fmt::format("dòng {} chỉ đánh số các cột, không được đọc", record.line),
             fmt::format("row {} only numbers the columns and is not read", record.line)});
        return false;
    }
    if (is_example(value(record, {table_.kind().key, none_id}))) {
        take_example(record);
        return false;
    }
    if (first && continues_the_headers(record)) return false;
    if (repeats_the_headers(record)) {
        say(header_row, places_->at(record.line), "", "",
            {fmt::format("dòng {} lặp lại tiêu đề cột, không được đọc", record.line),
             fmt::format("row {} repeats the headers and is not read", record.line)});
        return false;
    }
    std::size_t cell = 0;
    if (adds_up(record, cell)) {
        const auto& required = table_.required();
        const bool in_id = cell < places_->columns.size() && places_->columns[cell] == ColumnName{table_.kind().key, none_id};
        if (in_id ||
            std::any_of(required.begin(), required.end(), [&](ColumnName column) { return value(record, column).empty(); })) {
            const std::string words = readable(trimmed(record.cells[cell]));
            say(sum_row, places_->at(record.line, cell), cell < places_->headers.size() ? places_->headers[cell] : "", words,
                {fmt::format("dòng {} là dòng cộng (`{}`), không được đọc", record.line, shown(words)),
                 fmt::format("row {} adds up (`{}`) and is not read", record.line, shown(words))});
            return false;
        }
    }
    // Where a header is wrong, so would be what is said of its column.
    if (table_.all_refused() || !guessed_.empty()) return true;
    const auto& columns = places_->columns;
    for (std::size_t i = 0; i < record.cells.size(); ++i)
        if ((i >= columns.size() || columns[i] != ColumnName{} || places_->headers[i].empty()) &&
            !trimmed(record.cells[i]).empty())
            return true;
    unused_rows_.push_back(record.line);
    return false;
}

/// All that stands there are names of columns, in cells without a header or with one that is no column.
bool SheetTable::continues_the_headers(const CsvRecord& record) {
    std::vector<std::string> names;
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell) {
        const std::string_view text = trimmed(record.cells[cell]);
        if (text.empty()) continue;
        if (cell < places_->columns.size() && places_->columns[cell] != ColumnName{}) return false;
        if (!table_.names().find(text)) return false;
        names.push_back("`" + shown(readable(text)) + "`");
    }
    if (names.empty()) return false;
    const std::uint32_t first = places_->header_line;
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    say(header_blank, places_->at(record.line), "", "",
        {fmt::format("tiêu đề cột nằm trên hai dòng, {} và {}: dòng {} còn có {}", first, record.line, record.line, list),
         fmt::format("the headers take two rows, {} and {}: row {} has {} too", first, record.line, record.line, list)},
        {"gộp lại thành một dòng tiêu đề, mỗi cột một tên, không gộp ô",
         "make them one row, with a name in each column and no merged cells"});
    unnamed_.clear();
    return true;
}

/// As at the top of each printed page.
bool SheetTable::repeats_the_headers(const CsvRecord& record) const {
    if (record.cells.size() != places_->headers.size()) return false;
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell)
        if (trimmed(record.cells[cell]) != places_->headers[cell]) return false;
    return true;
}

void SheetTable::say_unused_rows() {
    if (unused_rows_.empty()) return;
    const std::size_t count = unused_rows_.size();
    const std::uint32_t first = unused_rows_[0];
    say(unused_rows, places_->at(first), "", "",
        count == 1
            ? Words{fmt::format("dòng {} chỉ có giá trị ở các cột không được sử dụng, không được đọc", first),
                    fmt::format("row {} has values in unused columns only and is not read", first)}
            : Words{fmt::format("{} dòng chỉ có giá trị ở các cột không được sử dụng, không được đọc; đầu tiên là dòng {}",
                                count, first),
                    fmt::format("{} rows have values in unused columns only and are not read; the first is row {}", count,
                                first)});
}

/// A title between rows, a signature below them: one thing is wrong with it, not as many as there are required columns.
bool SheetTable::has_required(const CsvRecord& record) {
    std::vector<std::string> names;
    for (const ColumnName column : table_.required()) {
        if (!value(record, column).empty()) return true;
        if (places_->cell_of(column) < places_->columns.size()) names.push_back(table_.names().name_of(column));
    }
    if (names.size() < 2) return true;
    const auto first =
        std::find_if(record.cells.begin(), record.cells.end(), [](std::string_view cell) { return !trimmed(cell).empty(); });
    const std::string words = readable(trimmed(*first).substr(0, 200)), all = fmt::format("{}", fmt::join(names, "`, `"));
    say_of_row(
        no_record, places_->at(record.line, static_cast<std::size_t>(first - record.cells.begin())), "", words,
        {fmt::format("dòng {} không có `{}`: đây có phải là một dòng hồ sơ không?", record.line, all),
         fmt::format("row {} has no `{}`: is it a record at all?", record.line, all)},
        {fmt::format("xóa dòng nếu đó là đề mục, ghi chú hay chữ ký; nếu là hồ sơ thì điền `{}` (ô gộp thì điền cho từng dòng)",
                     all),
         fmt::format(
             "remove the row if it is a heading, a note or a signature; if it is a record fill in `{}` (in each row of a "
             "merged cell)",
             all)});
    table_.refuse();
    return false;
}

bool SheetTable::lost_letters_in(const CsvRecord& record, std::size_t cell) const {
    const ColumnName column = places_->columns[cell];
    return column.field != none_id && table_.kind().fields[column.field].type.kind == Kind::text &&
           has_lost_letters(record.cells[cell]);
}

/// Said once for all cells, since a whole file was saved that way; lenient reading says each, where it is a hole.
bool SheetTable::letters_stand(const CsvRecord& record, std::size_t cell) {
    if (!lost_letters_in(record, cell)) return true;
    const std::string_view text = trimmed(record.cells[cell]);
    if (!table_.is_lenient()) return note_lost(places_->at(record.line, cell), places_->headers[cell], text), true;
    const std::string see = shown(text);
    table_.report_bad(lost_letters, places_->columns[cell], readable(text.substr(0, 200)),
                      {fmt::format("chữ tiếng Việt đã bị hỏng khi lưu tệp: `{}`", see),
                       fmt::format("Vietnamese letters were lost when the file was saved: `{}`", see)},
                      lost_letters_help());
    return false;
}

void SheetTable::note_lost(const Place& place, const std::string& column, std::string_view text) {
    if (lost_++ > 0) return;
    lost_at_ = place;
    lost_in_ = column;
    lost_text_ = readable(text.substr(0, 200));
}

void SheetTable::say_lost_letters() {
    if (lost_ == 0) return;
    say(lost_letters, lost_at_, lost_in_, lost_text_,
        {fmt::format("chữ tiếng Việt đã bị hỏng khi lưu tệp, ở {} ô; đầu tiên: `{}`", lost_, shown(lost_text_)),
         fmt::format("Vietnamese letters were lost when the file was saved, in {} cells; the first: `{}`", lost_,
                     shown(lost_text_))},
        lost_letters_help());
}

}  // namespace hoagiai
