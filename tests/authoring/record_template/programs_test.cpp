// A template as a spreadsheet program sees it, and filled in by one: what it offers its user, and that the records then say
// what they say as CSV. Tried where openpyxl is installed; where it is not, that is printed.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "engine/records/load.h"
#include "engine/schema/schema.h"
#include "tests/support/program.h"
#include "tests/support/read_file.h"
#include "tests/support/records_writer.h"

using namespace hoagiai;

namespace {

namespace fs = std::filesystem;
using support::read_file;

const std::string program = std::string(HOAGIAI_BINARY_DIR) + "/hoagiai", root = HOAGIAI_SOURCE_DIR;

/// With the words for a shell.
struct Scratch : support::ScratchFolder {
    std::string file(const std::string& name) const { return "'" + (path / name).string() + "'"; }
};

int code_of(const std::string& command) {
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Debian's own Python: another one on the path does not see Debian's packages.
bool has_openpyxl() {
    const bool has = code_of("/usr/bin/python3 -c 'import openpyxl' >/dev/null 2>&1") == 0;
    if (!has) std::cout << "not tried: templates in openpyxl, which is not installed\n";
    return has;
}

/// Runs a script with arguments; what it printed.
std::string run_script(const Scratch& scratch, const std::string& script, const std::string& arguments) {
    std::ofstream(scratch.path / "script.py") << script;
    const int code =
        code_of("/usr/bin/python3 " + scratch.file("script.py") + " " + arguments + " >" + scratch.file("said") + " 2>&1");
    const std::string said = read_file(scratch.path / "said");
    INFO(said);
    REQUIRE(code == 0);
    return said;
}

const char* const look = R"py(
import openpyxl, re, sys
book = openpyxl.load_workbook(sys.argv[1])
yes, mark = sys.argv[2:4]
guide, sheets = book.worksheets[0], book.worksheets[1:]
assert len(sheets) == 10, book.sheetnames
assert all(len(name) <= 31 for name in book.sheetnames)
assert book.active == guide
seen = {}
for sheet in sheets:
    lists = {str(rule.sqref).split(':')[0]: rule for rule in sheet.data_validations.dataValidation}
    assert sheet.freeze_panes == 'B2', sheet.freeze_panes
    assert sheet.max_row == 2 and sheet['A2'].value == mark and sheet['A2'].comment
    for header in sheet[1]:
        below = sheet.cell(2, header.column)
        note = header.comment.text
        where = (sheet.title, header.value, note)
        assert header.font.bold and header.alignment.wrap_text, where
        assert len(note.split('\n')) == 3 and note.split('\n')[0] == header.value.replace(' (*)', ''), where
        assert below.font.italic and below.font.color.rgb == 'FF6B6B6B', where
        assert 12 <= sheet.column_dimensions[header.column_letter].width <= 37, where
        kind = below.number_format
        if kind == 'General' and isinstance(below.value, str): kind = 'list'
        if kind == '@' and below.coordinate in lists: kind = 'link'
        seen[kind] = seen.get(kind, 0) + 1
        if kind in ('list', 'link'):
            rule = lists.pop(below.coordinate)
            assert rule.type == 'list' and rule.allowBlank and str(rule.sqref).endswith('10000'), where
            if kind == 'list':
                found = re.fullmatch(r"'(.+)'!\$([A-Z]+)\$(\d+):\$\2\$(\d+)", rule.formula1)
                assert found and found[1] == guide.title, rule.formula1
                words = [guide[found[2] + str(row)].value for row in range(int(found[3]), int(found[4]) + 1)]
                assert below.value in words and all(words), (where, words)
                assert (words[0] == yes) == (guide[found[2] + str(int(found[3]) - 1)].value.lower().startswith(yes)), words
                assert guide[found[2] + str(int(found[4]) + 1)].value is None, words
            else:
                found = re.match(r"OFFSET\('(.+?)'!\$A\$2,0,0,", rule.formula1)
                assert found and found[1] in book.sheetnames, rule.formula1
    assert not lists, lists
assert set(seen) == {'@', 'General', 'list', 'link', 'dd/mm/yyyy', '0.0%', '#,##0'}, seen
print(*sheets[0][1][0].value, sep='')
)py";

/// Fills the workbook and the CSV folder in alike, from a folder of CSV files with Vietnamese titles. Values are written as a
/// person would: into the cell's own format, words as the list offers them. One table keeps its example, the others write over
/// it.
const char* const fill = R"py(
import csv, datetime, glob, openpyxl, os, sys
source, workbook, folder, target = sys.argv[1:5]
book = openpyxl.load_workbook(workbook)
def plain(header): return header.replace(' (*)', '')
tables = {}
for path in sorted(glob.glob(source + '/*.csv')):
    with open(path, encoding='utf-8', newline='') as file: rows = list(csv.reader(file))
    tables[rows[0][0]] = rows
def words(sheet, cell):
    for rule in sheet.data_validations.dataValidation:
        if cell in rule and not rule.formula1.startswith('OFFSET'):
            name, area = rule.formula1.rsplit('!', 1)
            return [row[0].value for row in book[name.strip("'")][area.replace('$', '')]]
def typed(text, form, offered):
    if offered: return next(word for word in offered if word.casefold() == text.casefold())
    if form == 'dd/mm/yyyy':
        return text if text.casefold() == 'chưa' else datetime.datetime.strptime(text, '%d/%m/%Y').date()
    if form == '0.0%': return float(text.rstrip('%').replace(',', '.')) / 100
    if form in ('General', '#,##0'): return int(text.replace('.', ''))
    return text
filled = 0
for sheet in book.worksheets[1:]:
    headers = [plain(cell.value) for cell in sheet[1]]
    rows = tables.pop(headers[0], None)
    if not rows: continue
    forms = [cell.number_format for cell in sheet[2]]
    first = 3 if filled == 0 else 2
    for column in range(1, len(headers) + 1):
        if first == 2: sheet.cell(2, column).value = None
    offered = [words(sheet, cell.coordinate) for cell in sheet[2]]
    for number, row in enumerate(rows[1:], first):
        for header, text in zip(rows[0], row):
            at = headers.index(header)
            if text == '': continue
            cell = sheet.cell(number, at + 1)
            cell.value = typed(text, forms[at], offered[at])
            cell.number_format = forms[at]
    filled += 1
    name = [path for path in glob.glob(folder + '/*.csv')
            if plain(next(csv.reader(open(path, encoding='utf-8-sig', newline='')))[0]) == headers[0]]
    with open(name[0], encoding='utf-8-sig', newline='') as file: own = list(csv.reader(file))
    with open(name[0], 'w', encoding='utf-8-sig', newline='') as file:
        writer = csv.writer(file)
        writer.writerows(own[:first - 1])
        for row in rows[1:]:
            values = dict(zip(rows[0], row))
            writer.writerow([values.get(plain(header), '') for header in own[0]])
assert not tables, tables
assert filled >= 4
book.save(target)
)py";

/// Rule, unit and status of each line of a CSV report.
std::set<std::string> verdicts(const std::string& report) {
    std::set<std::string> lines;
    std::istringstream in(report);
    for (std::string line; std::getline(in, line);) {
        std::size_t at = 0;
        std::string unit;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',') && at < 6; ++at)
            if (at < 2 || at == 5) unit += cell + " ";
        if (at == 6) lines.insert(unit);
    }
    return lines;
}

std::string check(const Scratch& scratch, const std::string& records, std::string& said) {
    const int code = code_of(program + " check " + records + " --profile '" + root +
                             "/rules/profiles/bac-lieu-2023.yaml' --show all --format csv --lang vi >" +
                             scratch.file("report.csv") + " 2>" + scratch.file("said"));
    said = read_file(scratch.path / "said");
    INFO(said);
    CHECK(code == 1);
    return read_file(scratch.path / "report.csv");
}

}  // namespace

TEST_CASE("a template offers lists, formats and notes", "[template]") {
    if (!has_openpyxl()) return;
    const Scratch scratch;
    for (const auto& [language, arguments] : {std::pair<std::string, std::string>{"vi", "có '[ví dụ, bỏ qua dòng này]'"},
                                              {"en", "yes '[example, this row is skipped]'"}}) {
        const std::string book = scratch.file(language + ".xlsx");
        REQUIRE(code_of(program + " new records -o " + book + " --lang " + language + " >/dev/null") == 0);
        CHECK(run_script(scratch, look, book + " " + arguments) == (language == "vi" ? "Mã xã (*)\n" : "Commune id (*)\n"));
    }
}

TEST_CASE("a template that was filled in gives the findings of its CSV", "[template]") {
    if (!has_openpyxl()) return;
    const Scratch scratch;
    const Records records = load_records(root + "/examples/bac-lieu-2023", builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    fs::create_directory(scratch.path / "source");
    support::Spelling vietnamese;
    vietnamese.vietnamese = true;
    support::write_csv_folder(records.dataset, scratch.path / "source", vietnamese);
    REQUIRE(code_of(program + " new records -o " + scratch.file("blank.xlsx") + " --lang vi >/dev/null") == 0);
    REQUIRE(code_of(program + " new records -o " + scratch.file("csv") + " --lang vi >/dev/null") == 0);
    run_script(scratch, fill,
               scratch.file("source") + " " + scratch.file("blank.xlsx") + " " + scratch.file("csv") + " " +
                   scratch.file("filled.xlsx"));
    std::string of_book, of_folder, of_example;
    const std::string book = check(scratch, scratch.file("filled.xlsx"), of_book),
                      folder = check(scratch, scratch.file("csv"), of_folder),
                      example = check(scratch, "'" + root + "/examples/bac-lieu-2023'", of_example);
    CHECK(book == folder);
    // Columns that the example does not have are blank here: the same is unknown, for cells and not for a whole column.
    CHECK(verdicts(folder) == verdicts(example));
    CHECK(verdicts(example).size() > 100);
    CHECK(of_book.find("[R080]") != std::string::npos);
    CHECK(of_book.find("lỗi") == std::string::npos);
}
