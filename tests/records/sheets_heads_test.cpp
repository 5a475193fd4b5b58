// What offices put around and between the rows of a table, in both kinds of workbook: heads of merged cells, titles, sums,
// blank and hidden rows. Each is read as it is meant, or refused with words that say what to change.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>

#include "engine/records/load.h"
#include "engine/schema/schema.h"
#include "engine/text/diagnostic.h"
#include "tests/support/workbook_builder.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

namespace fs = std::filesystem;

/// A table by rows of cells; an empty cell is one that is not there. `hidden`: the number of a row, from 1.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> merged = {};  ///< "A1:A2"
    std::size_t hidden_row = 0;
    bool hidden = false;
};

struct Read {
    Records records;
    std::string said;
    bool says(std::string_view words) const { return said.find(words) != std::string::npos; }
    std::uint64_t used(const char* entity) const { return records.rows[records.dataset.schema->find_entity(entity)].used; }
};

Read load(const Parts& parts, const std::string& name) {
    const fs::path folder = fs::path(HOAGIAI_BINARY_DIR) / ("heads-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / name, std::ios::binary) << zipped(parts);
    Read read{load_records(folder / name, builtin_schema()), ""};
    for (const Diagnostic& problem : read.records.diagnostics.all()) read.said += render(problem, Language::en, false);
    fs::remove_all(folder);
    return read;
}

Read as_xlsx(const std::vector<Sheet>& sheets) {
    std::vector<BuiltSheet> built;
    for (const Sheet& sheet : sheets) {
        std::string rows;
        for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
            std::string row = text_row(static_cast<int>(i + 1), sheet.rows[i]);
            if (i + 1 == sheet.hidden_row) row.replace(row.find("<row "), 5, "<row hidden=\"1\" ");
            rows += row;
        }
        built.push_back({sheet.name, rows, sheet.hidden ? "state=\"hidden\"" : ""});
    }
    Parts parts = xlsx_parts(built);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        std::string merged;
        for (const std::string& range : sheets[i].merged) merged += "<mergeCell ref=\"" + range + "\"/>";
        if (merged.empty()) continue;
        for (auto& [name, bytes] : parts)
            if (name == "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml")
                bytes.insert(bytes.find("</sheetData>") + 12, "<mergeCells>" + merged + "</mergeCells>");
    }
    return load(parts, "mau.xlsx");
}

/// What lies under a merged cell is a covered cell there.
Read as_ods(const std::vector<Sheet>& sheets) {
    std::vector<BuiltSheet> built;
    for (const Sheet& sheet : sheets) {
        std::string rows;
        for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
            rows += i + 1 == sheet.hidden_row ? "<table:table-row table:visibility=\"collapse\">" : "<table:table-row>";
            for (const std::string& cell : sheet.rows[i])
                rows += cell.empty() ? "<table:covered-table-cell/>"
                                     : "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"1\" "
                                       "table:number-columns-spanned=\"1\"><text:p>" +
                                           xml_escaped(cell) + "</text:p></table:table-cell>";
            rows += "</table:table-row>";
        }
        built.push_back({sheet.name, rows, sheet.hidden ? "table:style-name=\"ta1\"" : ""});
    }
    return load(ods_parts(built), "mau.ods");
}

std::vector<Sheet> with_mediators(Sheet mediators) {
    return {{"communes", {{"id", "name"}, {"c1", "Xã A"}}},
            {"teams", {{"id", "commune", "name"}, {"t1", "c1", "Tổ 1"}}},
            std::move(mediators)};
}

/// The same in both kinds of workbook.
void in_both_kinds(const std::vector<Sheet>& sheets, const std::function<void(const Read&)>& check) {
    for (const bool ods : {false, true}) {
        const Read read = ods ? as_ods(sheets) : as_xlsx(sheets);
        INFO((ods ? "ods\n" : "xlsx\n") << read.said);
        check(read);
    }
}

const std::vector<std::string> heads = {"Mã hòa giải viên", "Tổ của hòa giải viên", "Họ và tên", "Giới tính", "Ngày sinh"};
const std::vector<std::string> woman = {"m1", "t1", "Bà Ví Dụ", "Nữ", "01/02/1970"};

}  // namespace

TEST_CASE("heads that are merged over two rows and have one name each are read", "[records][sheets]") {
    in_both_kinds(
        with_mediators({"mediators", {heads, {"", "", "", "", ""}, woman}, {"A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2"}}),
        [](const Read& read) {
            CHECK(read.records.diagnostics.errors() == 0);
            CHECK(read.used("mediator") == 1);
        });
}

TEST_CASE("a head over several columns above the heads is a title", "[records][sheets]") {
    in_both_kinds(with_mediators({"mediators", {{"Định danh", "", "Thông tin", "", ""}, heads, woman}, {"A1:B1", "C1:E1"}}),
                  [](const Read& read) {
                      CHECK(read.records.diagnostics.errors() == 0);
                      CHECK(read.says("line 1, above the headers, is not read"));
                      CHECK(read.used("mediator") == 1);
                  });
}

TEST_CASE("heads of which the second row has some are refused with words", "[records][sheets]") {
    in_both_kinds(with_mediators({"mediators",
                                  {{heads[0], heads[1], heads[2], "Thông tin", ""}, {"", "", "", heads[3], heads[4]}, woman},
                                  {"A1:A2", "B1:B2", "C1:C2", "D1:E1"}}),
                  [](const Read& read) {
                      CHECK(read.records.diagnostics.errors() == 1);
                      CHECK(read.says("mediators!2: error[R014]"));
                      CHECK(read.says("the headers take two rows, 1 and 2: row 2 has `Giới tính`, `Ngày sinh` too"));
                      CHECK(read.says("make them one row"));
                  });
}

TEST_CASE("a title above, sums below and blank rows between are no records", "[records][sheets]") {
    in_both_kinds(with_mediators({"mediators",
                                  {{"DANH SÁCH HÒA GIẢI VIÊN", "", "", "", ""},
                                   {"Năm 2023"},
                                   {},
                                   heads,
                                   {},
                                   woman,
                                   {},
                                   {},
                                   {"m2", "t1", "Bà Thí Dụ", "Nữ"},
                                   {"Tổng cộng", "", "2"}},
                                  {"A1:E1"}}),
                  [](const Read& read) {
                      CHECK(read.records.diagnostics.errors() == 0);
                      CHECK(read.says("lines 1 to 3, above the headers, are not read"));
                      CHECK(read.says("mediators!A10: note[R018]"));
                      CHECK(read.used("mediator") == 2);
                  });
}

TEST_CASE("cells merged over the rows of several records are one value, and the others lack it", "[records][sheets]") {
    in_both_kinds(with_mediators({"mediators", {heads, woman, {"m2", "", "Bà Thí Dụ", "Nữ"}}, {"B2:B3"}}),
                  [](const Read& read) {
                      CHECK(read.records.diagnostics.errors() == 1);
                      CHECK(read.says("mediators!B3: error[R040]"));
                  });
}

TEST_CASE("hidden rows and sheets are read and said", "[records][sheets]") {
    Sheet mediators{"mediators", {heads, woman, {"m2", "t1", "Bà Thí Dụ", "Nữ"}}};
    mediators.hidden_row = 3;
    mediators.hidden = true;
    in_both_kinds(with_mediators(mediators), [](const Read& read) {
        CHECK(read.records.diagnostics.errors() == 0);
        CHECK(read.used("mediator") == 2);
        CHECK(read.says("note[R066]"));
        CHECK(read.says("mediators!3: note[R067]"));
    });
}

TEST_CASE("a copy of a sheet is refused in both kinds of workbook", "[records][sheets]") {
    in_both_kinds({{"communes", {{"id", "name"}, {"c1", "Xã A"}}},
                   {"Tổ hòa giải", {{"id", "commune"}, {"t1", "c1"}}},
                   {"Tổ hòa giải (2)", {{"id", "commune"}, {"t2", "c1"}}}},
                  [](const Read& read) {
                      CHECK(read.records.diagnostics.errors() == 1);
                      CHECK(read.says("'Tổ hòa giải (2)': error[R002]"));
                      CHECK(read.says("looks like a copy of the sheet `Tổ hòa giải`"));
                  });
}
