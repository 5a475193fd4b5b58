// RFC 4180, and what lies beside it.
#include "engine/records/formats/csv_scanner.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

namespace {

using Cells = std::vector<std::string>;

struct Scanned {
    std::vector<Cells> records;
    std::vector<std::uint32_t> lines, stray, open;
};

Scanned scan(std::string_view text) {
    CsvScanner scanner(text, CsvScanner::guess_delimiter(text));
    CsvRecord record;
    Scanned result;
    while (scanner.next(record)) {
        result.records.emplace_back(record.cells.begin(), record.cells.end());
        result.lines.push_back(record.line);
        result.stray.push_back(record.stray_quote);
        result.open.push_back(record.open_quote);
    }
    return result;
}

}  // namespace

TEST_CASE("cells and lines", "[records]") {
    CHECK(scan("").records.empty());
    CHECK(scan("a,b\n1,2\n").records == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
    CHECK(scan("a,b\n1,2").records == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
    CHECK(scan("a,b\r\n1,\r\n").records == std::vector<Cells>{{"a", "b"}, {"1", ""}});
    CHECK(scan("a,b\r1,2\r").records == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
    CHECK(scan("a,b\n1,").records == std::vector<Cells>{{"a", "b"}, {"1", ""}});
    CHECK(scan("a,b\n,").records == std::vector<Cells>{{"a", "b"}, {"", ""}});
    CHECK(scan("a\n\nb\n").records == std::vector<Cells>{{"a"}, {""}, {"b"}});
    CHECK(scan("a\n\nb\n").lines == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("quoted cells", "[records]") {
    CHECK(scan("a,\"b,c\"\n").records == std::vector<Cells>{{"a", "b,c"}});
    CHECK(scan("\"\",\"\"\"\",\"a\"\"b\"\"\"").records == std::vector<Cells>{{"", "\"", "a\"b\""}});
    CHECK(scan("a,\"b\" ,c\n").records == std::vector<Cells>{{"a", "b", "c"}});
    const Scanned lines = scan("h,i\n\"một\nhai\r\nba\rbốn\",2\nx,\"y\nz\"\nlast,1\n");
    CHECK(lines.records[1] == Cells{"một\nhai\r\nba\rbốn", "2"});
    CHECK(lines.lines == std::vector<std::uint32_t>{1, 2, 6, 8});
    for (const std::uint32_t stray : lines.stray) CHECK(stray == no_cell);
}

TEST_CASE("what the RFC does not allow is marked", "[records]") {
    CHECK(scan("a,b \"c\" d\n1,2\n").stray == std::vector<std::uint32_t>{1, no_cell});
    CHECK(scan("a,\"b\"c,d\n1,2\n").stray == std::vector<std::uint32_t>{1, no_cell});
    CHECK(scan("a,\"b\"c,d\n1,2\n").records[1] == Cells{"1", "2"});
    const Scanned open = scan("a,b\n1,\"two\n3,4\n");
    CHECK(open.open == std::vector<std::uint32_t>{no_cell, 1});
    CHECK(open.records[1] == Cells{"1", "two\n3,4\n"});
    CHECK(scan("\"").open == std::vector<std::uint32_t>{0});
    CHECK(scan("a,\"b\"\"").open == std::vector<std::uint32_t>{1});
}

TEST_CASE("the line of headers says what divides cells", "[records]") {
    CHECK(CsvScanner::guess_delimiter("id,name\n1;2") == ',');
    CHECK(CsvScanner::guess_delimiter("id;name\n1,2") == ';');
    CHECK(CsvScanner::guess_delimiter("id\tname\n") == '\t');
    CHECK(CsvScanner::guess_delimiter("\n\nid;name\n") == ';');
    CHECK(CsvScanner::guess_delimiter("\"a,b\";c\n") == ';');
    CHECK(CsvScanner::guess_delimiter("id\nx;y\n") == ',');
    CHECK(CsvScanner::guess_delimiter("id;a,b\n") == ',');
}
