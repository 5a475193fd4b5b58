#include "tests/soundness/breaking.h"

#include <algorithm>

namespace hoagiai::support {

namespace {

std::string in_quotes(const std::string& text) {
    if (text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string result = "\"";
    for (const char byte : text) result += byte == '"' ? "\"\"" : std::string(1, byte);
    return result + "\"";
}

std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : ",") + cells[i];
    return text + "\n";
}

}  // namespace

Files files_of(const Dataset& data) { return files_of(metamorphic::sheets_of(data)); }

Files files_of(const metamorphic::Sheets& sheets) {
    Files files;
    for (const metamorphic::Sheet& sheet : sheets) {
        File file{sheet.name, sheet.columns, sheet.rows};
        for (auto& row : file.rows)
            for (std::string& cell : row) cell = in_quotes(cell);
        files.push_back(std::move(file));
    }
    return files;
}

std::string text_of(const File& file) {
    std::string text = line(file.columns);
    for (const auto& row : file.rows) text += line(row);
    return text;
}

bool Breaker::is(const File& file, std::size_t column, What what) const {
    const Entity& entity = schema_[schema_.find_plural(file.name)];
    const FieldId field = entity.find_field(file.columns[column]);
    if (field == none_id) {
        const LinkId link = entity.find_link(file.columns[column]);
        return what == (entity.links[link].parent ? What::parent : What::other_link);
    }
    if (field == entity.key) return what == What::key;
    switch (entity.fields[field].type.kind) {
        case Kind::date:
            return what == What::date;
        case Kind::choice:
            return what == What::choice;
        case Kind::boolean:
            return what == What::boolean;
        case Kind::text:
            return what == What::text;
        default:
            return what == What::number;
    }
}

bool Breaker::find(What what, Spot& spot) {
    for (int tries = 0; tries < 60; ++tries) {
        spot.file = below(files_.size());
        const File& file = files_[spot.file];
        if (file.rows.empty()) continue;
        spot.row = below(file.rows.size());
        spot.column = below(file.columns.size());
        if (spot.column < file.rows[spot.row].size() && is(file, spot.column, what)) return true;
    }
    return false;
}

/// Between rows of one unit nothing would show that it is wrong.
std::string Breaker::link_elsewhere() {
    for (int tries = 0; tries < 30; ++tries) {
        Spot spot, other;
        if (!find(What::other_link, spot) || !find(What::other_link, other)) return "";
        if (other.file != spot.file || other.column != spot.column || at(other).empty()) continue;
        const File& file = files_[spot.file];
        const auto &one = file.rows[spot.row], &two = file.rows[other.row];
        for (std::size_t column = 0; column < std::min(one.size(), two.size()); ++column)
            if (column < file.columns.size() && is(file, column, What::parent) && one[column] != two[column]) {
                at(spot) = at(other);
                return "link of another unit's row";
            }
    }
    return "";
}

std::string Breaker::break_something() {
    Spot spot;
    const auto write = [&](What what, const std::string& value, const char* name) {
        if (!find(what, spot)) return std::string();
        at(spot) = value;
        return std::string(name);
    };
    const auto any_row = [&] { return find(What::key, spot); };
    const auto row = [&]() -> std::vector<std::string>& { return files_[spot.file].rows[spot.row]; };
    const auto rows = [&]() -> std::vector<std::vector<std::string>>& { return files_[spot.file].rows; };
    switch (below(breaking_kinds)) {
        case 0:
            return write(What::date, below(2) ? "31/02/2023" : "chưa rõ", "bad date");
        case 1:
            return write(What::choice, "khác hẳn", "unknown choice");
        case 2:
            return write(What::boolean, "có lẽ", "neither yes nor no");
        case 3:
            return write(What::number, below(2) ? "vài" : "-5", "bad number");
        case 4:
            return write(What::text, "H\xe1\xba", "bytes that are no UTF-8");
        case 5:
            return write(What::key, below(2) ? "" : "x\xff", "unreadable id");
        case 6:
            if (!find(What::parent, spot)) return "";
            // A report without a commune is one of a district or a province.
            at(spot) = below(2) || files_[spot.file].name == "reports" ? "KHONG-CO" : "";
            return "parent that leads nowhere";
        case 7:
            return write(What::other_link, below(3) ? "KHONG-CO" : "\xc0\xaf", "link that leads nowhere");
        case 8: {  // the id of another row
            if (!any_row() || rows().size() < 2) return "";
            const std::size_t other = below(rows().size());
            if (other == spot.row || rows()[other].size() <= spot.column) return "";
            at(spot) = rows()[other][spot.column];
            return "id of another row";
        }
        case 9:
            if (!any_row()) return "";
            rows().insert(rows().begin() + static_cast<std::ptrdiff_t>(below(rows().size() + 1)), std::vector(row()));
            return "copy of a row";
        case 10:
            if (!any_row() || row().size() < 2) return "";
            row().pop_back();
            return "cell too few";
        case 11:
            if (!any_row()) return "";
            row().insert(row().begin() + static_cast<std::ptrdiff_t>(below(row().size() + 1)), "thừa");
            row().push_back("thừa");
            return "cells too many";
        case 12:
            if (!any_row()) return "";
            row().back() = '"' + row().back();
            return "quote never closed";
        case 13:
            if (!find(What::text, spot)) return "";
            at(spot) = "\"Tổ\" x";
            return "stray quote";
        case 14:
            return link_elsewhere();
        case 15: {  // a heading between rows: no record, neither before nor now
            if (!any_row()) return "";
            std::vector<std::string> heading(files_[spot.file].columns.size());
            heading[below(heading.size())] = "Xã An Bình (ví dụ)";
            rows().insert(rows().begin() + static_cast<std::ptrdiff_t>(below(rows().size() + 1)), heading);
            return "heading between rows";
        }
        default:  // a row that is no row of the table
            if (!any_row() || files_[spot.file].columns.size() == 2) return "";
            rows().insert(rows().begin() + static_cast<std::ptrdiff_t>(below(rows().size() + 1)), {"Người lập biểu", "x"});
            return "line that is no row";
    }
}

}  // namespace hoagiai::support
