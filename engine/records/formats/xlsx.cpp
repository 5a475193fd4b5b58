// Office Open XML: the parts of a workbook and how they refer to each other; which of them are sheets.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "engine/records/formats/workbook.h"
#include "engine/records/formats/workbook_table.h"
#include "engine/records/formats/xlsx_cells.h"
#include "engine/records/formats/xlsx_nodes.h"
#include "engine/records/formats/xml_pieces.h"

namespace hoagiai {

namespace {

constexpr std::size_t small_part = 64u << 20;
constexpr std::size_t most_text = 1u << 30;  ///< bytes of all shared texts
constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;

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
    void read_sheet(const std::string& part, EntityId entity, const SheetName& sheet);

    Workbook& book_;
    XlsxCells cells_;
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
    cells_.count_from_1904(is_true(attribute(child(root, "workbookPr"), "date1904")));
    const auto related = relations(main);
    for (const auto& [id, relation] : related) {
        if (ends_with(relation.type, "/sharedStrings") && !read_shared_texts(relation.target)) return;
        if (ends_with(relation.type, "/styles")) {
            pugi::xml_document styles;
            if (!parse(relation.target, styles)) return;
            cells_.read_styles(styles.document_element());
        }
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
        if (!document_.load_buffer_inplace(piece.text, piece.size, options) || cells_.shared_bytes() > most_text)
            return book_.say_broken(part, {"danh sách chữ dùng chung không đọc được", "the shared texts cannot be read"}),
                   false;
        cells_.add_shared_text(document_.document_element());
    }
    book_.say_fault();
    if (pieces.is_broken() && !book_.is_broken())
        book_.say_broken(part, {"danh sách chữ dùng chung bị cắt ngắn", "the shared texts are cut short"});
    return !book_.is_broken();
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
        cells_.read_row(document_.document_element(), row);
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
