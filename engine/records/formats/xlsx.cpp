// Office Open XML: the parts of a workbook and how they refer to each other, its shared texts and number formats, and the rows
// of its sheets.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "engine/records/formats/workbook.h"
#include "engine/records/formats/workbook_table.h"
#include "engine/records/formats/xml_pieces.h"

namespace hoagiai {

namespace {

constexpr std::size_t small_part = 64u << 20;
constexpr std::size_t most_text = 1u << 30;  ///< bytes of all shared texts
constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node.name()) == name; }

/// An attribute by its name without prefix.
std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& one : node.attributes())
        if (local_name(one.name()) == name) return one.value();
    return {};
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& one : node.children())
        if (is(one, name)) return one;
    return {};
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

int to_int(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

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

/// A target beside the part that names it: `worksheets/sheet1.xml`, `../x.xml`, or from the root, `/xl/worksheets/sheet1.xml`.
std::string resolved(const std::string& base, std::string_view target) {
    std::string path;
    if (!target.empty() && target[0] == '/') {
        path = target.substr(1);
    } else {
        path = base.substr(0, base.rfind('/') == std::string::npos ? 0 : base.rfind('/') + 1) + std::string(target);
    }
    for (std::size_t up; (up = path.find("../")) != std::string::npos;) {
        const std::size_t before = up < 2 ? std::string::npos : path.rfind('/', up - 2);
        path.erase(before == std::string::npos ? 0 : before + 1, up + 3 - (before == std::string::npos ? 0 : before + 1));
    }
    return path;
}

struct Relation {
    std::string type, target;
};

class Xlsx {
public:
    explicit Xlsx(Workbook& book) : book_(book) {}
    void read();

private:
    bool parse(const std::string& part, pugi::xml_document& document);
    std::map<std::string, Relation, std::less<>> relations(const std::string& part);
    bool read_shared_texts(const std::string& part);
    bool read_styles(const std::string& part);
    void read_sheet(const std::string& part, EntityId entity, const SheetName& sheet);
    void read_row(const pugi::xml_node& node, SheetRow& row);
    void read_cell(const pugi::xml_node& node, SheetCell& cell);
    NumberForm form(const pugi::xml_node& cell) const;

    Workbook& book_;
    bool from_1904_ = false;
    std::string texts_;
    std::vector<std::size_t> text_ends_;
    std::vector<NumberForm> forms_;  // by style
    pugi::xml_document document_;
};

bool Xlsx::parse(const std::string& part, pugi::xml_document& document) {
    const auto bytes = book_.archive().read(part, small_part);
    if (!bytes) return book_.say_fault(), false;
    if (document.load_buffer(bytes->data(), bytes->size(), options)) return true;
    return book_.say_broken(part, {"một phần của tệp không đọc được", "a part of the file cannot be read"}), false;
}

std::map<std::string, Relation, std::less<>> Xlsx::relations(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    std::map<std::string, Relation, std::less<>> all;
    pugi::xml_document document;
    if (!book_.archive().has(name) || !parse(name, document)) return all;
    for (const pugi::xml_node& one : document.document_element().children())
        if (attribute(one, "TargetMode") != "External")
            all[std::string(attribute(one, "Id"))] = {std::string(attribute(one, "Type")),
                                                      resolved(part, attribute(one, "Target"))};
    return all;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

void Xlsx::read() {
    std::string main;
    for (const auto& [id, relation] : relations(""))
        if (ends_with(relation.type, "/officeDocument")) main = relation.target;
    pugi::xml_document workbook;
    if (book_.is_broken()) return;
    if (main.empty() || !book_.archive().has(main))
        return book_.say_broken("_rels/.rels", {"tệp không phải là bảng tính", "the file is no workbook"});
    if (!parse(main, workbook)) return;
    const pugi::xml_node root = workbook.document_element();
    if (!is(root, "workbook")) return book_.say_broken(main, {"tệp không phải là bảng tính", "the file is no workbook"});
    from_1904_ = is_true(attribute(child(root, "workbookPr"), "date1904"));
    const auto related = relations(main);
    for (const auto& [id, relation] : related) {
        if (ends_with(relation.type, "/sharedStrings") && !read_shared_texts(relation.target)) return;
        if (ends_with(relation.type, "/styles") && !read_styles(relation.target)) return;
    }
    std::vector<SheetName> sheets;
    std::vector<std::string> parts;
    for (const pugi::xml_node& one : child(root, "sheets").children()) {
        const std::string_view id = attribute(one, "id"), state = attribute(one, "state");
        const auto found = related.find(id);
        if (found != related.end() && !ends_with(found->second.type, "/worksheet")) continue;  // a chart, a macro
        sheets.push_back({std::string(attribute(one, "name")), state == "hidden" || state == "veryHidden"});
        parts.push_back(found == related.end() ? "" : found->second.target);
    }
    for (const auto& [entity, number] : book_.sort_out(sheets)) read_sheet(parts[number], entity, sheets[number]);
}

bool Xlsx::read_shared_texts(const std::string& part) {
    const auto stream = book_.archive().stream(part);
    if (!stream) return book_.say_fault(), false;
    XmlPieces pieces(*stream, {"si"}, {});
    XmlPiece piece;
    while (pieces.next(piece)) {
        if (!document_.load_buffer_inplace(piece.text, piece.size, options) || texts_.size() > most_text)
            return book_.say_broken(part, {"danh sách chữ dùng chung không đọc được", "the shared texts cannot be read"}),
                   false;
        append_text(document_.document_element(), texts_);
        text_ends_.push_back(texts_.size());
    }
    book_.say_fault();
    if (pieces.is_broken() && !book_.is_broken())
        book_.say_broken(part, {"danh sách chữ dùng chung bị cắt ngắn", "the shared texts are cut short"});
    return !book_.is_broken();
}

bool Xlsx::read_styles(const std::string& part) {
    pugi::xml_document document;
    if (!parse(part, document)) return false;
    const pugi::xml_node root = document.document_element();
    std::map<int, NumberForm> own;
    for (const pugi::xml_node& one : child(root, "numFmts").children())
        own[to_int(attribute(one, "numFmtId"), -1)] = form_of_code(attribute(one, "formatCode"));
    for (const pugi::xml_node& one : child(root, "cellXfs").children()) {
        if (!is(one, "xf")) continue;
        const int id = to_int(attribute(one, "numFmtId"), 0);
        const auto found = own.find(id);
        forms_.push_back(found != own.end() ? found->second : built_in_form(id));
    }
    return true;
}

NumberForm Xlsx::form(const pugi::xml_node& cell) const {
    const int style = to_int(attribute(cell, "s"), 0);
    return style >= 0 && static_cast<std::size_t>(style) < forms_.size() ? forms_[static_cast<std::size_t>(style)]
                                                                         : NumberForm::number;
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

void Xlsx::read_row(const pugi::xml_node& node, SheetRow& row) {
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

void Xlsx::read_cell(const pugi::xml_node& node, SheetCell& cell) {
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
        const int at = to_int(content, -1);
        if (at < 0 || static_cast<std::size_t>(at) >= text_ends_.size()) {
            cell.text = content;
            cell.fault = CellFault::unreadable;
            return;
        }
        const auto number = static_cast<std::size_t>(at);
        const std::size_t begin = number == 0 ? 0 : text_ends_[number - 1];
        cell.text.assign(texts_, begin, text_ends_[number] - begin);
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

void Xlsx::read_sheet(const std::string& part, EntityId entity, const SheetName& sheet) {
    const auto table = book_.table(entity, sheet);
    const auto stream = part.empty() ? nullptr : book_.archive().stream(part);
    if (!stream) {
        if (part.empty()) book_.say_broken(sheet.name, {"trang tính không có nội dung", "the sheet has no content"});
        book_.say_fault();
        return table->leave();
    }
    XmlPieces pieces(*stream, {"row"}, {"sheetData"});
    XmlPiece piece;
    SheetRow row;
    bool whole = false;
    while (pieces.next(piece)) {
        if (piece.kind != XmlPiece::Kind::whole) {
            whole = whole || piece.kind == XmlPiece::Kind::end || piece.empty;
            continue;
        }
        if (!document_.load_buffer_inplace(piece.text, piece.size, options)) {
            book_.say_broken(sheet.name, {fmt::format("không đọc được dòng sau dòng {}", row.number),
                                          fmt::format("the row behind row {} cannot be read", row.number)});
            return table->leave();
        }
        read_row(document_.document_element(), row);
        table->add(row);
    }
    book_.say_fault();
    if (!book_.is_broken() && (pieces.is_broken() || !whole))
        book_.say_broken(sheet.name, {fmt::format("trang tính bị cắt ngắn sau dòng {}", row.number),
                                      fmt::format("the sheet is cut short behind row {}", row.number)});
    if (book_.is_broken()) return table->leave();
    table->finish();
}

}  // namespace

void read_xlsx(Workbook& book) { Xlsx(book).read(); }

}  // namespace hoagiai
