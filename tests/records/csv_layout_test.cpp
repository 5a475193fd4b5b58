// Where a table stands in a sheet, and what around it is no record.
#include "engine/records/formats/csv_layout.h"

#include <catch2/catch.hpp>

#include "engine/schema/schema.h"

using namespace hoagiai;

namespace {

CsvLayout layout_of(std::string_view bytes) {
    const auto schema = builtin_schema();
    return find_layout(bytes, ColumnNames((*schema)[schema->find_entity("team")]));
}

CsvRecord record_of(std::string_view line) {
    CsvRecord record;
    CsvScanner(line, ',').next(record);
    return record;
}

std::string titles(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "Tiêu đề\n";
    return text;
}

}  // namespace

TEST_CASE("the line that names the most columns is the header, the first of equals", "[records]") {
    CHECK(layout_of("id,commune\nt1,c1\n").header == 0);
    CHECK(layout_of("Tên tổ hòa giải\n\n,,\nid,commune\nt1,c1\n").header == 1);
    CHECK(layout_of("id,commune\nid,commune\n").header == 0);
    CHECK(layout_of("id,commune\nid,commune,name\n").header == 1);
    CHECK(layout_of(titles(19) + "id,commune\n").header == 19);
    CHECK(layout_of(titles(20) + "id,commune\n").header == 0);
    // Nothing names two columns: the first line that could.
    CHECK(layout_of("Danh sách\nma,ten\nt1,c1\n").header == 1);
    CHECK(layout_of("id\nt1\n").header == 0);
    CHECK(layout_of("").header == 0);
}

TEST_CASE("the delimiter is the one that names the most columns", "[records]") {
    CHECK(layout_of("id,commune\n").delimiter == ',');
    CHECK(layout_of("id;commune\n").delimiter == ';');
    CHECK(layout_of("id\tcommune\n").delimiter == '\t');
    CHECK(layout_of("Thôn, tổ dân phố;id;commune\n").delimiter == ';');
    CHECK(layout_of("Tổ, năm 2023;;\nid;commune;name\n").delimiter == ';');
    CHECK(layout_of("id,commune,ghi chú; khác\n").delimiter == ',');
    CHECK(layout_of("\"id,commune;id;commune\n").delimiter == ',');  // a quote that is never closed
    CHECK(layout_of("a;b\n").delimiter == ';');
}

TEST_CASE("a line that numbers the columns", "[records]") {
    for (const char* line : {"1,2,3", "(1),(2),(3)", "A,B,1,2", "1,,2,3", " 1 ,(2),3"}) {
        INFO(line);
        CHECK(numbers_the_columns(record_of(line)));
    }
    for (const char* line : {"1,2", "1,2,4", "2,3,4", "1,t1,2", "A,B,C", "A,1", "1,1,1", "(1,(2),(3)", "01,2,3", ""}) {
        INFO(line);
        CHECK_FALSE(numbers_the_columns(record_of(line)));
    }
}

TEST_CASE("a line that adds up", "[records]") {
    std::size_t cell = 0;
    for (const char* line : {",Cộng,5", "x", "TỔNG SỐ,1", "Tổng cộng: 5 tổ", "Total", "Cộng Hòa,5", "Tổng hợp", ""}) {
        INFO(line);
        const std::string_view text = line;
        CHECK(adds_up(record_of(line), cell) == (text != "x" && text != "Cộng Hòa,5" && text != "Tổng hợp" && !text.empty()));
    }
    CHECK(adds_up(record_of(" ,,Cộng,"), cell));
    CHECK(cell == 2);
}

TEST_CASE("letters that were lost", "[records]") {
    for (const char* text : {"Nguy?n", "H?ng Dân", "Nguyá»…n", "Ä‘áº¥t", "Nguy\uFFFDn"}) {
        INFO(text);
        CHECK(has_lost_letters(text));
    }
    for (const char* text : {"Nguyễn", "Có phải không?", "Không? Có", "? x", "12/QĐ-UBND?", "ĐỀ ÁN", "xã Á", "", "?"}) {
        INFO(text);
        CHECK_FALSE(has_lost_letters(text));
    }
}

TEST_CASE("lines that are no UTF-8", "[records]") {
    const BadLines bad = lines_without_utf8("id\nX\xE3,\xEC\nA\n\xFF", 10);
    CHECK(bad.count == 2);
    CHECK(bad.first == 2);
    CHECK(bad.line == "X\xE3,\xEC");
    CHECK(lines_without_utf8("\xFF\n\xFF\n\xFF\n", 2).count == 2);
    CHECK(lines_without_utf8("Xã\n", 10).count == 0);
}
