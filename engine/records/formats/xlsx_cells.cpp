#include "engine/records/formats/xlsx_cells.h"

#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "engine/records/formats/xlsx_nodes.h"

namespace hoagiai {

namespace {

void append_content(const pugi::xml_node& node, std::string& text) {
    for (const pugi::xml_node& one : node.children())
        if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) text += one.value();
}

/// `_x000D_` stands for a character that XML has no room for.
void unescape(std::string& text, std::size_t from) {
    for (std::size_t at = text.find("_x", from); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + 7 > text.size() || text[at + 6] != '_') continue;
        unsigned code = 0;
        const auto [end, problem] = std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16);
        if (problem != std::errc() || end != text.data() + at + 6 || code >= 0x80) continue;
        text.replace(at, 7, 1, code == '\r' ? ' ' : static_cast<char>(code));
    }
}

/// The text of <si> or <is>: its own, or that of its runs; how a word is read aloud (<rPh>) is none of it.
void append_text(const pugi::xml_node& item, std::string& text) {
    const std::size_t from = text.size();
    for (const pugi::xml_node& one : item.children()) {
        if (is(one, "t")) append_content(one, text);
        if (is(one, "r"))
            for (const pugi::xml_node& part : one.children())
                if (is(part, "t")) append_content(part, text);
    }
    unescape(text, from);
}

/// The column of `D17`, from 0; -1 if there is none.
int column_of(std::string_view place) {
    int column = 0;
    for (const char byte : place) {
        if (byte < 'A' || byte > 'Z') break;
        column = column * 26 + (byte - 'A' + 1);
        if (column > 16'384) return -1;
    }
    return column - 1;
}

}  // namespace

void XlsxCells::add_shared_text(const pugi::xml_node& item) {
    append_text(item, texts_);
    text_ends_.push_back(texts_.size());
}

void XlsxCells::read_styles(const pugi::xml_node& root) {
    std::map<int, NumberForm> own;
    for (const pugi::xml_node& one : child(root, "numFmts").children())
        own[to_int(attribute(one, "numFmtId"), -1)] = form_of_code(attribute(one, "formatCode"));
    for (const pugi::xml_node& one : child(root, "cellXfs").children()) {
        if (!is(one, "xf")) continue;
        const int id = to_int(attribute(one, "numFmtId"), 0);
        const auto found = own.find(id);
        forms_.push_back(found != own.end() ? found->second : built_in_form(id));
    }
}

NumberForm XlsxCells::form(const pugi::xml_node& cell) const {
    const int style = to_int(attribute(cell, "s"), 0);
    return style >= 0 && static_cast<std::size_t>(style) < forms_.size() ? forms_[static_cast<std::size_t>(style)]
                                                                         : NumberForm::number;
}

void XlsxCells::read_row(const pugi::xml_node& node, SheetRow& row) const {
    row.clear();
    row.number = static_cast<std::uint32_t>(to_int(attribute(node, "r"), static_cast<int>(row.number) + 1));
    row.hidden = is_true(attribute(node, "hidden"));
    for (const pugi::xml_node& one : node.children()) {
        if (!is(one, "c")) continue;
        const std::string_view place = attribute(one, "r");
        const int column = place.empty() ? -1 : column_of(place);
        read_cell(one, row.cell(column < 0 ? row.size : static_cast<std::size_t>(column)));
    }
}

void XlsxCells::read_cell(const pugi::xml_node& node, SheetCell& cell) const {
    const std::string_view type = attribute(node, "t");
    cell.text.clear();
    cell.fault = CellFault::none;
    cell.fraction = cell.from_1904 = false;
    if (type == "inlineStr") {
        append_text(child(node, "is"), cell.text);
        return;
    }
    const pugi::xml_node formula = child(node, "f"), value = child(node, "v");
    std::string content;
    append_content(value, content);
    // A text that a formula gave may be empty; a number cannot.
    if (formula && (type == "str" ? !value : content.empty())) {
        cell.text = "=";
        append_content(formula, cell.text);
        cell.fault = CellFault::no_value;
        return;
    }
    if (content.empty()) return;
    if (type == "s") {
        read_shared(content, cell);
    } else if (type == "str") {
        cell.text = content;
        unescape(cell.text, 0);
    } else if (type == "b") {
        cell.text = is_true(content) ? "true" : "false";
    } else if (type == "e") {
        cell.text = content;
        cell.fault = CellFault::error_value;
    } else if (type == "d") {
        set_date(cell, content);
    } else {
        set_number(cell, content, form(node), from_1904_);
    }
}

void XlsxCells::read_shared(std::string_view number, SheetCell& cell) const {
    const int at = to_int(number, -1);
    if (at < 0 || static_cast<std::size_t>(at) >= text_ends_.size()) {
        cell.text = number;
        cell.fault = CellFault::unreadable;
        return;
    }
    const auto index = static_cast<std::size_t>(at);
    const std::size_t begin = index == 0 ? 0 : text_ends_[index - 1];
    cell.text.assign(texts_, begin, text_ends_[index] - begin);
}

}  // namespace hoagiai
