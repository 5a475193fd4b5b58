// Workbooks as programs and people leave them: each odd thing is written out here, and what becomes of it is seen in a cell or
// in the words that are said.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/records/load.h"
#include "engine/schema/schema.h"
#include "engine/text/diagnostic.h"
#include "engine/values/date.h"
#include "tests/support/workbook_builder.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

namespace fs = std::filesystem;

struct Read {
    Records records;
    std::string said;

    bool says(std::string_view words) const { return said.find(words) != std::string::npos; }
    /// A cell of the only row, or the row with this id, as a text.
    std::string cell(const char* table, const char* field, Row row = 0) const {
        const Schema& schema = *records.dataset.schema;
        const EntityId entity = schema.find_plural(table);
        const FieldId id = schema[entity].find_field(field);
        REQUIRE(row < records.dataset[entity].size);
        const CellState state = records.dataset.state(entity, id, row);
        if (state != CellState::known) return state == CellState::never ? "never" : "";
        const std::int64_t value = records.dataset[entity].columns[id].value(row);
        const Type& type = schema[entity].fields[id].type;
        if (type.kind == Kind::date) return iso_date(static_cast<Day>(value));
        if (type.kind == Kind::text) return std::string(records.dataset.texts[static_cast<std::size_t>(value)]);
        return std::to_string(value);
    }
};

Read read_bytes_as(const std::string& bytes, const std::string& name) {
    const fs::path folder = fs::path(HOAGIAI_BINARY_DIR) / ("sheets-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << bytes;
    Read read{load_records(folder / name, builtin_schema()), ""};
    for (const Diagnostic& problem : read.records.diagnostics.all()) read.said += render(problem, Language::en, false);
    fs::remove_all(folder);
    UNSCOPED_INFO(read.said);
    return read;
}

Read read_parts(const Parts& parts) { return read_bytes_as(zipped(parts), "mau.xlsx"); }

const std::string communes = text_row(1, {"id", "name"}) + text_row(2, {"c1", "Xã A"}),
                  teams = text_row(1, {"id", "commune", "name"}) + text_row(2, {"t1", "c1", "Tổ 1"});

/// One commune, one team and a mediator whose row is `cells` under the headers id, team and `field`.
Read mediator(const std::string& field, const std::string& cells, const std::string& shared = "",
              const std::string& format = "dd/mm/yyyy", bool from_1904 = false) {
    return read_parts(xlsx_parts({{"communes", communes, ""},
                                  {"teams", teams, ""},
                                  {"mediators",
                                   text_row(1, {"id", "team", field}) +
                                       "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>m1</t></is></c>"
                                       "<c r=\"B2\" t=\"inlineStr\"><is><t>t1</t></is></c>" +
                                       cells + "</row>",
                                   ""}},
                                 shared, format, from_1904));
}

Read ods_mediator(const std::string& field, const std::string& cell) {
    const auto text = [](const std::string& words) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell>";
    };
    const auto row = [](const std::string& cells) { return "<table:table-row>" + cells + "</table:table-row>"; };
    return read_bytes_as(zipped(ods_parts({{"communes", row(text("id") + text("name")) + row(text("c1") + text("Xã A")), ""},
                                           {"teams", row(text("id") + text("commune")) + row(text("t1") + text("c1")), ""},
                                           {"mediators",
                                            row(text("id") + text("team") + text(field)) + row(text("m1") + text("t1") + cell) +
                                                "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell "
                                                "table:number-columns-repeated=\"16384\"/></table:table-row>",
                                            ""}})),
                         "mau.ods");
}

}  // namespace

TEST_CASE("days of a sheet are numbers with a format", "[records][sheets]") {
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"1\"><v>25569</v></c>").cell("mediators", "born_on") == "1970-01-01");
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"3\"><v>45033</v></c>").cell("mediators", "born_on") == "2023-04-17");
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"1\"><v>24107</v></c>", "", "", true).cell("mediators", "born_on") ==
          "1970-01-01");
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"1\"><v>59</v></c>").cell("mediators", "born_on") == "1900-02-28");
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"1\"><v>61</v></c>").cell("mediators", "born_on") == "1900-03-01");
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"1\"><v>60</v></c>").says("mau.xlsx: mediators!C2: error[R028]"));
    CHECK(mediator("born_on", "<c r=\"C2\" t=\"d\"><v>2023-04-17T00:00:00</v></c>").cell("mediators", "born_on") ==
          "2023-04-17");
    // The same number is another day where days count from 1904.
    CHECK(mediator("born_on", "<c r=\"C2\"><v>45033</v></c>").says("as a spreadsheet's day number it would be 17/04/2023"));
    const Read from_1904 = mediator("born_on", "<c r=\"C2\"><v>43571</v></c>", "", "", true);
    CHECK(from_1904.says("mediators!C2: error[R027]"));
    CHECK(from_1904.says("which counts from 1904, it would be 17/04/2023"));
    CHECK(from_1904.says("write 17/04/2023"));
    // A day number without a format, a time of day, and what its author did not write.
    CHECK(mediator("born_on", "<c r=\"C2\"><v>45033</v></c>").says("mediators!C2: error[R027]"));
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"4\"><v>45033.5</v></c>").says("`2023-04-17 12:00:00` is no date"));
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"5\"><v>0.5</v></c>").says("`12:00:00` is no date"));
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"3\"><v>45017</v></c>", "", "mm/yyyy").says("`04/2023` is no date"));
    CHECK(mediator("born_on", "<c r=\"C2\" s=\"3\"><v>45033</v></c>", "", "dd/mm").says("`17/04` is no date"));
    for (const char* format :
         {"[$-42A]dd/mm/yyyy;@", "d\\ mmm\\ yy", "\"ngày\" dd \"tháng\" mm \"năm\" yyyy", "[Red]DD-MM-YYYY"})
        CHECK(mediator("born_on", "<c r=\"C2\" s=\"3\"><v>45033</v></c>", "", format).cell("mediators", "born_on") ==
              "2023-04-17");
}

TEST_CASE("numbers of a sheet are those that it shows", "[records][sheets]") {
    CHECK(mediator("training_hours", "<c r=\"C2\"><v>3.0</v></c>").cell("mediators", "training_hours") == "3");
    CHECK(mediator("training_hours", "<c r=\"C2\"><v>1.2E1</v></c>").cell("mediators", "training_hours") == "12");
    CHECK(mediator("training_hours", "<c r=\"C2\"><v>15.999999999999998</v></c>").cell("mediators", "training_hours") == "16");
    // Not one thousand two hundred and thirty-four.
    CHECK(mediator("training_hours", "<c r=\"C2\"><v>1.234</v></c>").says("`1,234` has decimals"));
    CHECK(mediator("training_hours", "<c r=\"C2\" s=\"3\"><v>12</v></c>", "", "#,##0\\ \"giờ\"")
              .cell("mediators", "training_hours") == "12");
    CHECK(mediator("training_hours", "<c r=\"C2\"><v>x</v></c>").says("mediators!C2: error[R075]"));
    CHECK(mediator("name", "<c r=\"C2\"><v>0.30000000000000004</v></c>").cell("mediators", "name") == "0,3");
    CHECK(mediator("name", "<c r=\"C2\"><v>123456789012</v></c>").cell("mediators", "name") == "123456789012");
    CHECK(mediator("resident", "<c r=\"C2\" t=\"b\"><v>1</v></c>").cell("mediators", "resident") == "1");
    CHECK(mediator("resident", "<c r=\"C2\" t=\"b\"><v>0</v></c>").cell("mediators", "resident") == "0");
}

TEST_CASE("a percentage is one by its format", "[records][sheets]") {
    const auto team = [](const std::string& cell) {
        return read_parts(xlsx_parts({{"communes", communes, ""},
                                      {"teams",
                                       text_row(1, {"id", "commune", "head_vote_share"}) +
                                           "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>t1</t></is></c><c r=\"B2\" "
                                           "t=\"inlineStr\"><is><t>c1</t></is></c>" +
                                           cell + "</row>",
                                       ""}},
                                     "", "0.0\"%\""));
    };
    CHECK(team("<c r=\"C2\" s=\"2\"><v>0.885</v></c>").cell("teams", "head_vote_share") == "88500000000");
    CHECK(team("<c r=\"C2\" s=\"2\"><v>0.07</v></c>").cell("teams", "head_vote_share") == "7000000000");
    CHECK(team("<c r=\"C2\" s=\"2\"><v>1</v></c>").cell("teams", "head_vote_share") == "100000000000");
    CHECK(team("<c r=\"C2\"><v>0.885</v></c>").says("`0,885` has no % sign and could be 88,5% or 0,885%"));
    CHECK(team("<c r=\"C2\" s=\"3\"><v>88.5</v></c>").says("teams!C2: error[R026]"));
}

TEST_CASE("texts of a sheet: shared, inline, in runs, escaped", "[records][sheets]") {
    const std::string shared =
        "<si><t>không</t></si><si><r><t>Nguyễn</t></r><r><t xml:space=\"preserve\"> </t></r><r><rPr><b/></rPr><t>Văn &amp; "
        "A&#233;</t>"
        "</r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si>";
    CHECK(mediator("name", "<c r=\"C2\" t=\"s\"><v>1</v></c>", shared).cell("mediators", "name") == "Nguyễn Văn & Aé");
    CHECK(mediator("name", "<c r=\"C2\" t=\"s\"><v>7</v></c>", shared).says("mediators!C2: error[R075]"));
    CHECK(
        mediator("name", "<c r=\"C2\" t=\"inlineStr\"><is><r><t>A</t></r><r><t>B</t></r></is></c>").cell("mediators", "name") ==
        "AB");
    CHECK(mediator("name", "<c r=\"C2\" t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is></c>").cell("mediators", "name") ==
          "<b>");
    CHECK(mediator("name", "<c r=\"C2\" t=\"inlineStr\"><is><t>A_x000D_B</t></is></c>").cell("mediators", "name") == "A B");
    // A number kept as a text stays as it was written.
    CHECK(mediator("name", "<c r=\"C2\" t=\"inlineStr\"><is><t>0012</t></is></c>").cell("mediators", "name") == "0012");
}

TEST_CASE("formulas have their values, or none", "[records][sheets]") {
    CHECK(mediator("training_hours", "<c r=\"C2\"><f>8+8</f><v>16</v></c>").cell("mediators", "training_hours") == "16");
    CHECK(mediator("name", "<c r=\"C2\" t=\"str\"><f>\"A\"</f><v>A</v></c>").cell("mediators", "name") == "A");
    CHECK(mediator("name", "<c r=\"C2\" t=\"str\"><f>\"\"</f><v></v></c>").cell("mediators", "name") == "");
    CHECK(mediator("training_hours", "<c r=\"C2\"><f>8+8</f></c>").says("mediators!C2: error[R068]"));
    CHECK(mediator("training_hours", "<c r=\"C2\"><f>8+8</f><v/></c>").says("the formula `=8+8` has no result in the file"));
    CHECK(mediator("training_hours", "<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>").says("holds the error `#DIV/0!`"));
    CHECK(mediator("Ghi chú", "<c r=\"C2\" t=\"e\"><v>#N/A</v></c>").records.diagnostics.errors() == 0);
}

TEST_CASE("gaps in a row, prefixes of names, rows without numbers", "[records][sheets]") {
    Parts parts = xlsx_parts(
        {{"communes",
          "<x:row><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>id</x:t></x:is></x:c><x:c r=\"D1\" t=\"inlineStr\"><x:is><x:t>"
          "name</x:t></x:is></x:c></x:row><x:row><x:c r=\"B2\" t=\"inlineStr\"><x:is><x:t>c1</x:t></x:is></x:c><x:c "
          "r=\"D2\" t=\"inlineStr\"><x:is><x:t>Xã A</x:t></x:is></x:c></x:row>",
          ""}});
    const Read read = read_parts(parts);
    CHECK(read.records.diagnostics.errors() == 0);
    CHECK(read.cell("communes", "name") == "Xã A");
}

TEST_CASE("what stands around the table is said and never read", "[records][sheets]") {
    const Read read =
        read_parts(xlsx_parts({{"Xã, phường, thị trấn, đặc khu",
                                text_row(1, {"DANH SÁCH"}) + text_row(3, {"Mã xã", "Tên đơn vị cấp xã", "Ghi chú"}) +
                                    text_row(4, {"1", "2", "3"}) + text_row(5, {"c1", "Xã A"}) +
                                    "<row r=\"6\" hidden=\"1\"><c r=\"A6\" t=\"inlineStr\"><is><t>c2</t></is></c><c r=\"B6\" "
                                    "t=\"inlineStr\"><is><t>Xã B</t></is></c></row>" +
                                    text_row(9, {"", "", "x"}) + text_row(10, {"Tổng cộng", "2"}),
                                "state=\"hidden\""},
                               {"Hướng dẫn", text_row(1, {"x"}), ""},
                               {"Danh mục", "", "state=\"veryHidden\""}}));
    CHECK(read.records.diagnostics.errors() == 0);
    CHECK(read.records.rows[read.records.dataset.schema->find_entity("commune")].used == 2);
    CHECK(read.says("'Xã, phường, thị trấn, đặc khu'!1: note[R016]"));
    CHECK(read.says("row 4 only numbers the columns"));
    CHECK(read.says("'Xã, phường, thị trấn, đặc khu'!A10: note[R018]"));
    CHECK(read.says("row 9 has values in unused columns only"));
    CHECK(read.says("row 6 is hidden; it is read all the same"));
    CHECK(read.says("note[R066]"));
    CHECK(read.says("sheets that are not used: `Hướng dẫn`, `Danh mục` (hidden)"));
    // To the right of all headers.
    CHECK(read_parts(xlsx_parts({{"communes", communes + text_row(3, {"c2", "Xã B", "", "", "?"}), ""}}))
              .says("communes!E1: error[R014]"));
}

TEST_CASE("an example row of a template is no record, in either form", "[records][sheets]") {
    const std::string header = text_row(1, {"id", "name"}), example = text_row(2, {"[ví dụ, bỏ qua dòng này]", "[ví dụ] tên"});
    const Read untouched =
        read_parts(xlsx_parts({{"Hướng dẫn điền", text_row(1, {"x"}), ""}, {"communes", header + example, ""}}));
    CHECK(untouched.said.find("note[R080]") != std::string::npos);
    CHECK(untouched.says("mau.xlsx: communes!2: note[R080]"));
    CHECK(untouched.says("counts as not supplied"));
    CHECK_FALSE(untouched.says("R065"));  // the sheet of a template that says how to fill it in
    CHECK(untouched.records.diagnostics.all().size() == 1);
    CHECK_FALSE(untouched.records.dataset[untouched.records.dataset.schema->find_plural("communes")].supplied);
    const Read filled = read_parts(xlsx_parts({{"communes", header + example + text_row(3, {"c1", "Xã A"}), ""}}));
    CHECK(filled.says("row 2 is an example and is not read\n"));
    CHECK(filled.cell("communes", "name") == "Xã A");
    const auto row = [](const std::string& id, const std::string& name) {
        const auto cell = [](const std::string& text) {
            return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
        };
        return "<table:table-row>" + cell(id) + cell(name) + "</table:table-row>";
    };
    const Read ods = read_bytes_as(
        zipped(ods_parts({{"communes", row("id", "name") + row("[example]", "[example] name") + row("c1", "Xã A"), ""}})),
        "mau.ods");
    CHECK(ods.says("mau.ods: communes!2: note[R080]"));
    CHECK(ods.cell("communes", "name") == "Xã A");
    const Read half = read_parts(xlsx_parts({{"communes", header + text_row(2, {"c1", "[ví dụ] tên"}), ""}}));
    CHECK(half.says("mau.xlsx: communes!B2: error[R081]"));
    const Read other_half = read_parts(xlsx_parts({{"communes", header + text_row(2, {"[ví dụ]", "Xã A"}), ""}}));
    CHECK(other_half.says("mau.xlsx: communes!B2: error[R082]"));
}

TEST_CASE("a copy of a sheet, a table twice, a name that is near", "[records][sheets]") {
    const Read copy = read_parts(xlsx_parts({{"communes", communes, ""}, {"Tổ hòa giải (2)", teams, ""}}));
    CHECK(copy.says("mau.xlsx: 'Tổ hòa giải (2)': error[R002]"));
    CHECK(copy.says("looks like a copy of the sheet `Tổ hòa giải`"));
    CHECK(read_parts(xlsx_parts({{"communes", communes, ""}, {"Commune", communes, ""}})).says("error[R004]"));
    CHECK(read_parts(xlsx_parts({{"communes", communes, ""}, {"Tổ hoà giải", teams, ""}})).records.diagnostics.errors() == 0);
    CHECK(read_parts(xlsx_parts({{"Sheet1", communes, ""}})).says("error[R001]"));
    CHECK(read_parts(xlsx_parts({{"communes", "", ""}})).says("mau.xlsx: communes: error[R015]"));
}

TEST_CASE("a file is what it holds, whatever its ending", "[records][sheets]") {
    const std::string book = zipped(xlsx_parts({{"communes", communes, ""}}));
    CHECK(read_bytes_as(book, "mau.csv").cell("communes", "name") == "Xã A");
    CHECK(read_bytes_as(book, "mau.ods").cell("communes", "name") == "Xã A");
    const std::string ole = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(600, '\0');
    std::string locked = ole;
    for (const char byte : std::string("EncryptedPackage")) locked += byte, locked += '\0';
    CHECK(read_bytes_as(ole, "mau.xlsx").says("an Excel file of the old kind (.xls)"));
    CHECK(read_bytes_as(locked, "mau.xlsx").says("protected by a password"));
    CHECK(read_bytes_as(locked, "mau.xlsx").says("save it as .xlsx, without a password"));
    CHECK(read_bytes_as(zipped({{"a.txt", "x"}}), "mau.xlsx").says("error[R005]"));
    CHECK(read_bytes_as(zipped({{"_rels/.rels", "<a/>"}, {"word/document.xml", "<a/>"}}), "mau.xlsx").says("no workbook"));
    CHECK(read_bytes_as("<html>", "mau.xls").says("error[R005]"));
    Parts secret = ods_parts({{"communes", "", ""}});
    secret.emplace_back("META-INF/manifest.xml", "<manifest:encryption-data/>");
    CHECK(read_bytes_as(zipped(secret), "mau.ods").says("protected by a password"));
}

TEST_CASE("a broken workbook is refused, never read in part", "[records][sheets]") {
    std::string rows = communes;
    for (int i = 3; i < 400; ++i) rows += text_row(i, {"c" + std::to_string(i), "Xã " + std::to_string(i * 7919 % 1000)});
    const Parts parts = xlsx_parts({{"communes", rows, ""}});
    const std::string whole = zipped(parts);
    for (std::size_t size = 4; size < whole.size(); size += whole.size() / 37)
        CHECK(read_bytes_as(whole.substr(0, size), "mau.xlsx").says("error[R062]"));
    // A byte of a packed part.
    std::string flipped = whole;
    const std::size_t at = flipped.find("sheet1.xml") + 400;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x5A);
    CHECK(read_bytes_as(flipped, "mau.xlsx").records.diagnostics.errors() > 0);
    for (const char* cut : {"<row r=\"2\"><c", "<row r=\"2\"><c/></row>"}) {
        Parts torn = parts;
        for (auto& [name, bytes] : torn)
            if (name == "xl/worksheets/sheet1.xml") bytes = "<worksheet><sheetData>" + std::string(cut);
        CHECK(read_parts(torn).says("cut short"));
    }
    Parts less = parts;
    less.erase(
        std::find_if(less.begin(), less.end(), [](const auto& part) { return part.first == "xl/worksheets/sheet1.xml"; }));
    CHECK(read_parts(less).says("error[R062]"));
}

TEST_CASE("an archive that unpacks to far more than itself is left", "[records][sheets]") {
    Parts parts = xlsx_parts({{"communes", communes + std::string(80u << 20, ' '), ""}});
    CHECK(read_parts(parts).says("error[R063]"));
}

TEST_CASE("OpenDocument: what a date's format does not show was not written", "[records][sheets]") {
    // Cells name their style, or their row, or their column does.
    const std::string styles =
        "<number:date-style style:name=\"N1\"><number:text>Tháng </number:text><number:month/><number:text> năm "
        "</number:text><number:year number:style=\"long\"/></number:date-style>"
        "<number:date-style style:name=\"N2\"><number:day/><number:text> </number:text><number:month "
        "number:textual=\"true\"/></number:date-style>"
        "<number:date-style style:name=\"N3\"><number:day/><number:text> tháng </number:text><number:month/><number:text> năm "
        "</number:text><number:year number:style=\"long\"/></number:date-style>"
        "<style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
        "<style:style style:name=\"ce2\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>"
        "<style:style style:name=\"ce3\" style:family=\"table-cell\" style:data-style-name=\"N3\"/>";
    const auto text = [](const std::string& words) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell>";
    };
    const auto read = [&](const std::string& column, const std::string& row, const std::string& cell,
                          const std::string& shown) {
        const auto style = [](const std::string& attribute, const std::string& name) {
            return name.empty() ? "" : " table:" + attribute + "=\"" + name + "\"";
        };
        Parts parts = ods_parts(
            {{"communes",
              "<table:table-row>" + text("id") + text("name") + "</table:table-row><table:table-row>" + text("c1") +
                  text("Xã A") + "</table:table-row>",
              ""},
             {"teams",
              "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column" +
                  style("default-cell-style-name", column) + "/><table:table-row>" + text("id") + text("commune") +
                  text("established_on") + "</table:table-row><table:table-row" + style("default-cell-style-name", row) + ">" +
                  text("t1") + text("c1") + "<table:table-cell" + style("style-name", cell) +
                  " office:value-type=\"date\" office:date-value=\"2023-04-01\"><text:p>" + shown +
                  "</text:p></table:table-cell></table:table-row>",
              ""}});
        std::string& content = parts.back().second;
        content.insert(content.find("</office:automatic-styles>"), styles);
        return read_bytes_as(zipped(parts), "mau.ods");
    };
    for (const auto& [column, row, cell] :
         {std::tuple("ce1", "", ""), {"", "ce1", ""}, {"ce3", "ce3", "ce1"}, {"ce3", "ce1", ""}}) {
        const Read said = read(column, row, cell, "Tháng 4 năm 2023");
        CHECK(said.says("mau.ods: teams!C2: error[R027]"));
        CHECK(said.says("`04/2023` is no date"));
    }
    CHECK(read("", "", "ce2", "1 Thg 4").says("`01/04` is no date"));
    CHECK(read("ce1", "ce1", "ce3", "1 tháng 4 năm 2023").cell("teams", "established_on") == "2023-04-01");
    CHECK(read("", "", "", "01/04/2023").cell("teams", "established_on") == "2023-04-01");
}

TEST_CASE("OpenDocument: types, repeats, errors", "[records][sheets]") {
    CHECK(ods_mediator("born_on",
                       "<table:table-cell office:value-type=\"date\" office:date-value=\"2023-04-17\"><text:p>17/04/23</text:p>"
                       "</table:table-cell>")
              .cell("mediators", "born_on") == "2023-04-17");
    CHECK(ods_mediator("born_on",
                       "<table:table-cell office:value-type=\"date\" office:date-value=\"2023-04-01\"><text:p>04/2023</text:p>"
                       "</table:table-cell>")
              .says("mau.ods: mediators!C2: error[R027]"));
    CHECK(ods_mediator("training_hours",
                       "<table:table-cell office:value-type=\"float\" office:value=\"16\"><text:p>16,0</text:p>"
                       "</table:table-cell>")
              .cell("mediators", "training_hours") == "16");
    CHECK(ods_mediator("training_hours", "<table:table-cell table:formula=\"of:=8+8\"/>").says("error[R068]"));
    CHECK(ods_mediator("name",
                       "<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\">"
                       "<text:p>#N/A</text:p></table:table-cell>")
              .says("error[R069]"));
    CHECK(ods_mediator(
              "name",
              "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>ghi chú</text:p>"
              "</office:annotation><text:p>Lê<text:s text:c=\"1\"/><text:span>Thị</text:span></text:p></table:table-cell>")
              .cell("mediators", "name") == "Lê Thị");
    CHECK(ods_mediator("resident",
                       "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>ĐÚNG</text:p>"
                       "</table:table-cell>")
              .cell("mediators", "resident") == "1");
    // The same id five times is five rows, not one.
    const Read read = read_bytes_as(
        zipped(ods_parts(
            {{"communes",
              "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>id</text:p></table:table-cell>"
              "<table:table-cell office:value-type=\"string\"><text:p>name</text:p></table:table-cell></table:table-row>"
              "<table:table-row table:number-rows-repeated=\"5\"><table:table-cell table:number-columns-repeated=\"2\" "
              "office:value-type=\"string\"><text:p>c1</text:p></table:table-cell></table:table-row>",
              "table:style-name=\"ta1\""}})),
        "mau.ods");
    CHECK(read.records.diagnostics.errors() == 4);
    CHECK(read.says("mau.ods: communes!A6: error[R042]"));
    CHECK(read.says("note[R066]"));
}
