// Workbooks as real programs write them. Each is tried where it is installed; where it is not, that is printed.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "engine/records/load.h"
#include "engine/schema/schema.h"
#include "tests/support/records_writer.h"

using namespace hoagiai;

namespace {

namespace fs = std::filesystem;

struct Scratch {
    fs::path folder = fs::path(HOAGIAI_BINARY_DIR) / ("programs-" + std::to_string(::getpid()));
    Scratch() { fs::create_directories(folder / "csv"); }
    ~Scratch() { fs::remove_all(folder); }
};

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

/// Debian's own Python: another one on the path does not see Debian's packages.
bool has_python_with(const std::string& module) {
    const bool has = runs("/usr/bin/python3 -c 'import " + module + "'");
    if (!has) std::cout << "not tried: workbooks of " << module << ", which is not installed\n";
    return has;
}

const fs::path example = fs::path(HOAGIAI_SOURCE_DIR) / "examples/first-look";

/// The example as plain CSV files in `folder`/csv, and as a text to compare with.
std::string prepare(const fs::path& folder) {
    const Records records = load_records(example, builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    support::write_csv_folder(records.dataset, folder / "csv", {});
    return support::nested_json(records.dataset, {});
}

std::string read_again(const fs::path& path) {
    const Records records = load_records(path, builtin_schema());
    for (const Diagnostic& problem : records.diagnostics.all()) UNSCOPED_INFO(render(problem, Language::en, false));
    CHECK_FALSE(records.diagnostics.has_errors());
    return support::nested_json(records.dataset, {});
}

void run_script(const fs::path& folder, const std::string& script, const std::string& target) {
    std::ofstream(folder / "make.py") << script;
    REQUIRE(
        runs("/usr/bin/python3 '" + (folder / "make.py").string() + "' '" + (folder / "csv").string() + "' '" + target + "'"));
}

/// What stands in a CSV cell, as a program would hold it.
const char* const typed = R"py(
import csv, datetime, glob, os, re, sys
def typed(text):
    if re.fullmatch(r'\d{4}-\d\d-\d\d', text): return datetime.date.fromisoformat(text)
    if re.fullmatch(r'[\d.]+%', text): return ('%', float(text[:-1]) / 100)
    if re.fullmatch(r'-?(0|[1-9]\d*)', text): return int(text)
    if text in ('true', 'false'): return text == 'true'
    return text
def tables():
    for path in sorted(glob.glob(sys.argv[1] + '/*.csv')):
        with open(path, encoding='utf-8', newline='') as file:
            yield os.path.basename(path)[:-4], [[typed(cell) for cell in row] for row in csv.reader(file)]
)py";

}  // namespace

TEST_CASE("a workbook of openpyxl holds what its CSV holds", "[records][sheets]") {
    if (!has_python_with("openpyxl")) return;
    const Scratch scratch;
    const std::string expected = prepare(scratch.folder);
    const fs::path target = scratch.folder / "book.xlsx";
    run_script(scratch.folder, std::string(typed) + R"py(
import openpyxl
book = openpyxl.Workbook()
book.active.title = 'Hướng dẫn'
for name, rows in tables():
    sheet = book.create_sheet(name)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value == '': continue
            cell = sheet.cell(number, column)
            if isinstance(value, tuple):
                cell.value = value[1]
                cell.number_format = '0.0%'
            else:
                cell.value = value
book.save(sys.argv[2])
)py",
               target.string());
    CHECK(read_again(target) == expected);
}

TEST_CASE("a workbook of odfpy holds what its CSV holds", "[records][sheets]") {
    if (!has_python_with("odf")) return;
    const Scratch scratch;
    const std::string expected = prepare(scratch.folder);
    const fs::path target = scratch.folder / "book.ods";
    run_script(scratch.folder, std::string(typed) + R"py(
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow, TableCell
from odf.text import P
book = OpenDocumentSpreadsheet()
for name, rows in tables():
    sheet = Table(name=name)
    for row in rows:
        line = TableRow()
        for value in row:
            if value == '': cell = TableCell()
            elif isinstance(value, bool): cell = TableCell(valuetype='boolean', booleanvalue=str(value).lower())
            elif isinstance(value, tuple): cell = TableCell(valuetype='percentage', value=value[1])
            elif isinstance(value, int): cell = TableCell(valuetype='float', value=value)
            elif isinstance(value, datetime.date): cell = TableCell(valuetype='date', datevalue=value.isoformat())
            else:
                cell = TableCell(valuetype='string')
                cell.addElement(P(text=value))
            line.addElement(cell)
        sheet.addElement(line)
    sheet.addElement(TableRow(numberrowsrepeated=1048000))
    book.spreadsheet.addElement(sheet)
book.save(sys.argv[2])
)py",
               target.string());
    CHECK(read_again(target) == expected);
}

TEST_CASE("a workbook that LibreOffice saved holds what it held", "[records][sheets]") {
    if (!runs("command -v soffice")) {
        std::cout << "not tried: workbooks of LibreOffice, which is not installed\n";
        return;
    }
    const Scratch scratch;
    const Records records = load_records(example, builtin_schema());
    const std::string expected = support::nested_json(records.dataset, {});
    std::ofstream(scratch.folder / "book.ods", std::ios::binary) << support::ods_workbook(records.dataset, {});
    for (const std::string form : {"xlsx", "ods"}) {
        REQUIRE(runs("HOME='" + scratch.folder.string() + "' soffice --headless --convert-to " + form + " --outdir '" +
                     (scratch.folder / form).string() + "' '" + (scratch.folder / "book.ods").string() + "'"));
        CHECK(read_again(scratch.folder / form / ("book." + form)) == expected);
    }
}
