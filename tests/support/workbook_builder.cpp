#include "tests/support/workbook_builder.h"

#include <zip.h>

#include <catch2/catch.hpp>

#include "engine/text/source.h"

namespace hoagiai::support {

std::string zipped(const Parts& parts) {
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &problem);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &problem);
    REQUIRE(archive != nullptr);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* const part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        REQUIRE(zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
    REQUIRE(zip_source_open(target) == 0);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&problem);
    return bytes;
}

std::string xml_escaped(const std::string& text) {
    std::string result;
    for (const char byte : text) {
        if (byte == '&') {
            result += "&amp;";
        } else if (byte == '<') {
            result += "&lt;";
        } else if (byte == '"') {
            result += "&quot;";
        } else {
            result += byte;
        }
    }
    return result;
}

std::string text_row(int number, const std::vector<std::string>& cells) {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty())
            row += "<c r=\"" + column_letters(static_cast<std::uint32_t>(i + 1)) + std::to_string(number) +
                   "\" t=\"inlineStr\"><is><t>" + xml_escaped(cells[i]) + "</t></is></c>";
    return row + "</row>";
}

Parts xlsx_parts(const std::vector<BuiltSheet>& sheets, const std::string& shared, const std::string& own_format,
                 bool from_1904) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
                      relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                      main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"",
                      list = head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    Parts parts;
    parts.emplace_back("[Content_Types].xml",
                       head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    parts.emplace_back("_rels/.rels", list + "<Relationship Id=\"rId1\" Type=\"" + relation +
                                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    std::string names, targets;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string id = std::to_string(i + 1);
        names += "<sheet name=\"" + xml_escaped(sheets[i].name) + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\" " +
                 sheets[i].attributes + "/>";
        // Some programs write targets from the root, some beside the workbook.
        targets += "<Relationship Id=\"rId" + id + "\" Type=\"" + relation + "/worksheet\" Target=\"" +
                   (i % 2 == 0 ? "/xl/worksheets/sheet" : "worksheets/sheet") + id + ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + id + ".xml",
                           head + "<worksheet " + main + "><sheetData>" + sheets[i].rows + "</sheetData></worksheet>");
    }
    targets += "<Relationship Id=\"rId901\" Type=\"" + relation + "/styles\" Target=\"styles.xml\"/>";
    targets += "<Relationship Id=\"rId902\" Type=\"" + relation + "/sharedStrings\" Target=\"sharedStrings.xml\"/>";
    parts.emplace_back("xl/workbook.xml", head + "<workbook " + main + " xmlns:r=\"" + relation + "\"><workbookPr date1904=\"" +
                                              (from_1904 ? "1" : "0") + "\"/><sheets>" + names + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", list + targets + "</Relationships>");
    parts.emplace_back("xl/styles.xml",
                       head + "<styleSheet " + main + "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"" +
                           xml_escaped(own_format) +
                           "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/>"
                           "<xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>");
    parts.emplace_back("xl/sharedStrings.xml", head + "<sst " + main + ">" + shared + "</sst>");
    return parts;
}

Parts ods_parts(const std::vector<BuiltSheet>& sheets) {
    std::string content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>"
        "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet>";
    for (const BuiltSheet& sheet : sheets)
        content += "<table:table table:name=\"" + xml_escaped(sheet.name) + "\" " + sheet.attributes + ">" + sheet.rows +
                   "</table:table>";
    content += "</office:spreadsheet></office:body></office:document-content>";
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}};
}

}  // namespace hoagiai::support
