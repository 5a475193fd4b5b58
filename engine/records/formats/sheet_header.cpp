// The first line of a CSV file: which columns there are.
#include <fmt/format.h>

#include <algorithm>

#include "engine/records/blanks.h"
#include "engine/records/formats/sheet_table.h"
#include "engine/records/kinds.h"
#include "engine/text/fold.h"

namespace hoagiai {

bool SheetTable::read_header(const CsvRecord& record) {
    places_->header_line = record.line;
    if (record.open_quote != no_cell) {
        say(open_quote, places_->at(record.line, record.open_quote), "", "",
            {"dấu ngoặc kép mở ở dòng tiêu đề không được đóng; tệp chưa được đọc",
             "the quote opened in the line of headers is never closed; the file was not read"},
            {"thêm dấu ngoặc kép đóng, hoặc bỏ dấu mở", "add the closing quote, or remove the opening one"});
        return false;
    }
    if (record.stray_quote != no_cell)
        say(stray_quote, places_->at(record.line, record.stray_quote),
            readable(record.cells[record.stray_quote].substr(0, 200)), "",
            {"tiêu đề có dấu ngoặc kép đặt sai chỗ", "a header has a quote where none can be"},
            {"bỏ dấu ngoặc kép", "remove the quote"});
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell) {
        places_->headers.push_back(readable(trimmed(record.cells[cell])));
        places_->columns.push_back({});
        name_column(cell, trimmed(record.cells[cell]));
    }
    for (const ColumnName column : places_->columns)
        if (column != ColumnName{}) table_.supply(column);
    say_unused();
    demand_columns();
    return true;
}

void SheetTable::say_unused() {
    if (unused_.empty()) return;
    std::vector<std::string> names;
    for (const std::size_t cell : unused_) names.push_back(places_->headers[cell]);
    const Words message = not_used_message(names);
    say(column_not_used, places_->at(places_->header_line, unused_[0]), fmt::format("{}", fmt::join(names, ", ")), "", message);
}

void SheetTable::name_column(std::size_t cell, std::string_view header) {
    const Place here = places_->at(places_->header_line, cell);
    const std::string& name = places_->headers[cell];
    if (header.empty()) return unnamed_.push_back(cell);
    if (find_invalid_utf8(header) != std::string_view::npos) {
        say(invalid_characters, here, name, name,
            {fmt::format("tiêu đề có byte không thuộc bảng mã UTF-8: `{}`", shown(header)),
             fmt::format("the header holds bytes that are no UTF-8: `{}`", shown(header))},
            {"lưu lại tệp dưới dạng “CSV UTF-8”", "save the file as “CSV UTF-8”"});
        return;
    }
    const auto column = table_.names().find(header);
    if (!column) {
        const std::vector<std::string> near = table_.names().near(header);
        if (near.empty()) {
            unused_.push_back(cell);
            return;
        }
        guessed_.push_back(near[0]);
        if (header.find('?') != std::string_view::npos || has_lost_letters(header)) return note_lost(here, name, header);
        std::vector<std::string> titled;
        for (const std::string& one : near)
            titled.push_back(fmt::format("`{}` ({})", one, table_.names().title_of(*table_.names().find(one)).vi));
        say(column_name_unsure, here, name, name,
            {fmt::format("không có cột `{}`", shown(header)), fmt::format("there is no column `{}`", shown(header))},
            {fmt::format("có phải là {}? Nếu là cột khác thì đổi tên hẳn đi", fmt::join(titled, ", ")),
             fmt::format("did you mean `{}`? If it is another column, give it a name unlike these", fmt::join(near, "`, `"))});
        return;
    }
    const std::size_t first = places_->cell_of(*column);
    if (first < cell) {
        Diagnostic& problem =
            say(column_twice, here, name, name,
                {fmt::format("cột `{}` có hai lần (cột thứ {} và {})", table_.names().name_of(*column), first + 1, cell + 1),
                 fmt::format("`{}` is there twice (columns {} and {})", table_.names().name_of(*column), first + 1, cell + 1)},
                {"bỏ một trong hai cột", "remove one of the two"});
        problem.related.push_back({places_->at(places_->header_line, first), {"lần đầu ở đây", "first given here"}});
        return;
    }
    places_->columns[cell] = *column;
}

/// One of the columns that are not used may be it.
Words SheetTable::missing_column_help(const std::string& name) const {
    constexpr std::size_t few = 5;
    std::vector<std::string> others;
    for (const std::size_t cell : unused_)
        if (others.size() < few) others.push_back("`" + shown(places_->headers[cell]) + "`");
    if (others.empty()) return {fmt::format("thêm cột `{}`", name), fmt::format("add the column `{}`", name)};
    const std::string list = fmt::format("{}{}", fmt::join(others, ", "), unused_.size() > few ? ", …" : "");
    return {fmt::format("thêm cột `{}`; nếu đã có dưới tên khác ({}) thì đổi tiêu đề cột đó thành `{}`", name, list, name),
            fmt::format("add the column `{}`; if it is there under another name ({}), call that one `{}`", name, list, name)};
}

void SheetTable::demand_columns() {
    const auto demand = [&](ColumnName column) {
        const std::string& name = table_.names().name_of(column);
        if (places_->cell_of(column) < places_->columns.size()) return;
        table_.refuse_all();
        // A header that was near to it has been reported.
        if (std::find(guessed_.begin(), guessed_.end(), name) != guessed_.end()) return;
        say(column_missing, places_->at(places_->header_line), name, "",
            {fmt::format("thiếu cột bắt buộc `{}` ({})", name, table_.names().title_of(column).vi),
             fmt::format("the column `{}` is missing and must be there", name)},
            missing_column_help(name));
    };
    for (FieldId field = 0; field < table_.kind().fields.size(); ++field)
        if (table_.kind().fields[field].required) demand({field, none_id});
    for (LinkId link = 0; link < table_.kind().links.size(); ++link)
        if (table_.kind().links[link].required) demand({none_id, link});
}

}  // namespace hoagiai
