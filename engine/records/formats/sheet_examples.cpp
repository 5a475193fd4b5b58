// Example rows of a template, and what became of them. A template that nobody has filled in says nothing: an empty table would
// say that there is none of it, which accuses. And a row that was written over by half is neither an example nor a record.
#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/formats/sheet_table.h"
#include "engine/records/kinds.h"
#include "engine/records/template_marks.h"
#include "engine/text/fold.h"

namespace hoagiai {

void SheetTable::take_example(const CsvRecord& record) {
    const Entity& kind = table_.kind();
    for (std::size_t cell = 0; cell < std::min(record.cells.size(), places_->columns.size()); ++cell) {
        const ColumnName column = places_->columns[cell];
        const bool bears_mark =
            column.link != none_id || (column.field != none_id && kind.fields[column.field].type.kind == Kind::text);
        const std::string_view text = trimmed(record.cells[cell]);
        if (!bears_mark || text.empty() || is_example(text)) continue;
        const std::string id = shown(places_->headers[places_->cell_of({kind.key, none_id})]),
                          header = shown(places_->headers[cell]), see = shown(text);
        say(example_written_over, places_->at(record.line, cell), places_->headers[cell], readable(text.substr(0, 200)),
            {fmt::format("dòng {} còn dấu ví dụ ở cột “{}”, nhưng cột “{}” đã ghi `{}`", record.line, id, header, see),
             fmt::format("row {} is still marked as an example in “{}”, but “{}” holds `{}`", record.line, id, header, see)},
            {fmt::format("nếu là hồ sơ thì ghi mã vào cột “{}” thay cho dấu ví dụ; nếu không thì xóa cả dòng", id),
             fmt::format("if it is a record, write its id into “{}” in place of the mark; if not, remove the row", id)});
        return;
    }
    if (examples_++ == 0) first_example_ = record.line;
}

void SheetTable::say_examples() {
    if (examples_ == 0) return;
    Words what =
        examples_ == 1
            ? Words{fmt::format("dòng {} là dòng ví dụ, không được đọc", first_example_),
                    fmt::format("row {} is an example and is not read", first_example_)}
            : Words{fmt::format("{} dòng ví dụ không được đọc; đầu tiên là dòng {}", examples_, first_example_),
                    fmt::format("{} rows are examples and are not read; the first is row {}", examples_, first_example_)};
    Words help;
    if (places_->lines.empty()) {
        const Entity& kind = table_.kind();
        what.vi += "; ngoài ra chưa có dòng nào, nên bảng này coi như chưa được cung cấp";
        what.en += "; there is no other row, so the table counts as not supplied";
        help = {
            fmt::format("nếu đúng là không có {} nào thì xóa dòng ví dụ và để trống bảng", lower_first(kind.title.vi)),
            fmt::format("if there is no {} at all, remove the example and leave the table blank", lower_first(kind.title.en))};
        table_.withdraw();
    }
    say(example_rows, places_->at(first_example_), "", "", std::move(what), std::move(help));
}

void SheetTable::put(const CsvRecord& record, std::size_t cell) {
    const ColumnName column = places_->columns[cell];
    const std::string_view text = record.cells[cell];
    if (!is_example(text)) return table_.put(column, text);
    const std::string header = shown(places_->headers[cell]), see = shown(trimmed(text));
    table_.report_bad(example_value, column, readable(text.substr(0, 200)),
                      {fmt::format("{}: `{}` là giá trị của dòng ví dụ", header, see),
                       fmt::format("{}: `{}` is a value of the example row", header, see)},
                      {"ghi giá trị thật, hoặc để trống nếu chưa biết; xóa cả dòng nếu không phải là hồ sơ",
                       "write the real value, or leave it blank if it is not known; remove the row if it is no record"});
}

}  // namespace hoagiai
