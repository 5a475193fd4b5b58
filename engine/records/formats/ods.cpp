// OpenDocument: all sheets stand in one part, in the order of the workbook, and repeat their cells and rows by number.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "engine/records/blanks.h"
#include "engine/records/formats/ods_styles.h"
#include "engine/records/formats/workbook.h"
#include "engine/records/formats/workbook_table.h"
#include "engine/records/formats/xml_pieces.h"

namespace hoagiai {

namespace {

constexpr std::size_t small_part = 64u << 20;
constexpr std::uint32_t most_repeated =
    10'000;  ///< of a row that is not blank: a fill down to the end of the sheet is no records
constexpr std::uint32_t last_row = 1'048'576, last_column = 16'384;
constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node.name()) == name; }

std::uint32_t count_of(const pugi::xml_node& node, std::string_view name) {
    const std::string_view text = xml_attribute(node, name);
    std::uint32_t number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::clamp<std::uint32_t>(number, 1, last_row);
}

/// The words of a paragraph; spaces, tabs and line breaks are elements.
void append_words(const pugi::xml_node& node, std::string& text) {
    for (const pugi::xml_node& one : node.children()) {
        if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) {
            text += one.value();
        } else if (is(one, "s")) {
            text.append(std::min<std::size_t>(count_of(one, "c"), 1000), ' ');
        } else if (is(one, "tab") || is(one, "line-break")) {
            text += ' ';
        } else if (!is(one, "annotation") && !is(one, "ruby-text")) {
            append_words(one, text);
        }
    }
}

std::string shown_text(const pugi::xml_node& cell) {
    std::string text;
    bool first = true;
    for (const pugi::xml_node& one : cell.children()) {
        if (!is(one, "p")) continue;  // a note in the margin is none of it
        if (!first) text += '\n';
        first = false;
        append_words(one, text);
    }
    return text;
}

/// Two groups of digits and no letter: `04/2023`, `17/04`. What the format does not show, its author did not write.
bool shows_two_parts(std::string_view text) {
    std::size_t groups = 0;
    bool in_digits = false;
    for (const char byte : text) {
        const bool digit = byte >= '0' && byte <= '9';
        if (!digit && byte != '/' && byte != '-' && byte != '.' && byte != ' ') return false;
        if (digit && !in_digits) ++groups;
        in_digits = digit;
    }
    return groups == 2;
}

class Ods {
public:
    explicit Ods(Workbook& book) : book_(book) {}
    void read();

private:
    bool is_locked();
    bool list_sheets();
    void read_rows();
    void read_row(const pugi::xml_node& node);
    void read_cell(const pugi::xml_node& node, std::string_view style, SheetCell& cell);

    Workbook& book_;
    std::vector<SheetName> sheets_;
    std::size_t sheet_ = 0;  ///< the number of the one that is read
    OdsStyles styles_;
    OdsColumns columns_;  ///< of the sheet that is read
    SheetRow row_;
    std::unique_ptr<WorkbookTable> table_;
    pugi::xml_document document_;
};

/// A password leaves the names of the parts and makes noise of what is in them.
bool Ods::is_locked() {
    const auto manifest =
        book_.archive().has("META-INF/manifest.xml") ? book_.archive().read("META-INF/manifest.xml", small_part) : std::nullopt;
    return manifest && manifest->find("encryption-data") != std::string::npos;
}

void Ods::read() {
    if (is_locked()) return book_.say_locked();
    if (book_.is_broken() || !list_sheets()) return;
    read_rows();
}

bool Ods::list_sheets() {
    const auto stream = book_.archive().stream("content.xml");
    if (!stream) return book_.say_fault(), false;
    XmlPieces pieces(*stream, {"style", "date-style"}, {"table", "spreadsheet"});
    XmlPiece piece;
    bool whole = false;
    while (pieces.next(piece)) {
        if (piece.name == "spreadsheet" && (piece.kind == XmlPiece::Kind::end || piece.empty)) whole = true;
        if (piece.kind == XmlPiece::Kind::end) continue;
        if (piece.name == "spreadsheet") continue;
        if (!document_.load_buffer_inplace(piece.text, piece.size, options)) continue;
        const pugi::xml_node node = document_.document_element();
        if (piece.name == "table") {
            sheets_.push_back(
                {std::string(xml_attribute(node, "name")), styles_.hides_table(xml_attribute(node, "style-name"))});
        } else {
            styles_.add(node);
        }
    }
    book_.say_fault();
    if (!book_.is_broken() && (pieces.is_broken() || !whole))
        book_.say_broken("content.xml", {"tệp bị hỏng hoặc bị cắt ngắn", "the file is damaged or cut short"});
    return !book_.is_broken();
}

void Ods::read_rows() {
    std::map<std::size_t, EntityId> entities;
    for (const auto& [entity, number] : book_.sort_out(sheets_)) entities[number] = entity;
    const auto stream = book_.archive().stream("content.xml");
    if (!stream) return book_.say_fault();
    XmlPieces pieces(*stream, {"table-row", "table-column"}, {"table"});
    XmlPiece piece;
    std::size_t next = 0;
    while (pieces.next(piece)) {
        if (piece.kind == XmlPiece::Kind::start) {
            sheet_ = next++;
            if (const auto found = entities.find(sheet_); found != entities.end())
                table_ = book_.table(found->second, sheets_[sheet_]);
            row_.number = 0;
            columns_.clear();
        }
        if (piece.kind == XmlPiece::Kind::end || (piece.kind == XmlPiece::Kind::start && piece.empty)) {
            if (table_) table_->finish();
            table_.reset();
        } else if (piece.kind == XmlPiece::Kind::whole && table_) {
            if (!document_.load_buffer_inplace(piece.text, piece.size, options)) {
                book_.say_broken(sheets_[sheet_].name, {fmt::format("không đọc được dòng sau dòng {}", row_.number),
                                                        fmt::format("the row behind row {} cannot be read", row_.number)});
                table_->leave();
                table_.reset();
                continue;
            }
            const pugi::xml_node node = document_.document_element();
            if (piece.name == "table-column")
                columns_.add(xml_attribute(node, "default-cell-style-name"), count_of(node, "number-columns-repeated"));
            else
                read_row(node);
        }
    }
    book_.say_fault();
    if (table_) table_->leave();
}

void Ods::read_row(const pugi::xml_node& node) {
    const std::uint32_t repeated = count_of(node, "number-rows-repeated");
    row_.clear();
    const std::string_view visibility = xml_attribute(node, "visibility");
    row_.hidden = visibility == "collapse" || visibility == "filter";
    std::size_t column = 0;
    bool blank = true;
    for (const pugi::xml_node& one : node.children()) {
        if (!is(one, "table-cell") && !is(one, "covered-table-cell")) continue;
        const std::uint32_t times = count_of(one, "number-columns-repeated");
        if (column >= last_column) break;
        // A run of blank cells takes no room until something stands behind it.
        if (one.first_child() || !xml_attribute(one, "value-type").empty() || !xml_attribute(one, "formula").empty()) {
            SheetCell& first = row_.cell(column);
            std::string_view style = xml_attribute(one, "style-name");
            if (style.empty()) style = xml_attribute(node, "default-cell-style-name");
            if (style.empty()) style = columns_.style(column);
            read_cell(one, style, first);
            if (!trimmed(first.text).empty()) {
                blank = false;
                for (std::uint32_t i = 1; i < times && column + i < last_column; ++i) {
                    const SheetCell copy = row_.cells[column];
                    row_.cell(column + i) = copy;
                }
            }
        }
        column += times;
    }
    if (blank) {
        row_.number += repeated;
        return;
    }
    if (repeated > most_repeated) {
        book_.say_broken(sheets_[sheet_].name, {fmt::format("dòng {} lặp lại {} lần", row_.number + 1, repeated),
                                                fmt::format("row {} is repeated {} times", row_.number + 1, repeated)});
        row_.number += repeated;
        return;
    }
    for (std::uint32_t i = 0; i < repeated && row_.number < last_row; ++i) {
        ++row_.number;
        table_->add(row_);
    }
}

void Ods::read_cell(const pugi::xml_node& node, std::string_view style, SheetCell& cell) {
    std::string type, value;
    for (const pugi::xml_attribute& one : node.attributes()) {
        const std::string_view name = local_name(one.name());
        // calcext:value-type says more than office:value-type: an error is a text to the latter.
        if (name == "value-type" && (type.empty() || std::string_view(one.value()) == "error")) type = one.value();
    }
    const std::string_view formula = xml_attribute(node, "formula");
    cell.text = shown_text(node);
    if (type == "error") {
        cell.fault = CellFault::error_value;
        if (cell.text.empty()) cell.text = "#N/A";
    } else if (type.empty()) {
        if (formula.empty() || !cell.text.empty()) return;
        cell.text = formula;
        cell.fault = CellFault::no_value;
    } else if (type == "string") {
        if (const std::string_view text = xml_attribute(node, "string-value"); cell.text.empty()) cell.text = text;
        // Err:502, #REF!: a formula's text that no cell would show otherwise.
        if (!formula.empty() && (cell.text.rfind("Err:", 0) == 0 || (cell.text.rfind('#', 0) == 0 && cell.text.size() > 2)))
            cell.fault = CellFault::error_value;
    } else if (type == "float" || type == "currency") {
        set_number(cell, xml_attribute(node, "value"), NumberForm::number, false);
    } else if (type == "percentage") {
        set_number(cell, xml_attribute(node, "value"), NumberForm::percentage, false);
    } else if (type == "boolean") {
        cell.text = xml_attribute(node, "boolean-value");
    } else if (type == "date") {
        const NumberForm form = styles_.form(style);
        if (form != NumberForm::date || !shows_two_parts(cell.text)) set_date(cell, xml_attribute(node, "date-value"), form);
    } else if (type == "time") {
        if (cell.text.empty()) cell.text = xml_attribute(node, "time-value");
    }
}

}  // namespace

void read_ods(Workbook& book) { Ods(book).read(); }

}  // namespace hoagiai
