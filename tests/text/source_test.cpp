// Places as people count them: lines from 1, columns in letters, whatever the bytes.
#include "engine/text/source.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

TEST_CASE("a place counts lines from 1 and columns in letters", "[source]") {
    const Source source("t", "a\nTổ hòa giải\n\nb");
    SECTION("the first byte") {
        const Place place = source.place(0, 1);
        CHECK(place.file == "t");
        CHECK(place.line == 1);
        CHECK(place.column == 1);
        CHECK(place.end_column == 2);
        CHECK(place.excerpt == "a");
    }
    SECTION("behind letters of two and three bytes") {
        const std::size_t at = source.text().find("giải");
        const Place place = source.place(at, at + std::string("giải").size());
        CHECK(place.line == 2);
        CHECK(place.column == 8);
        CHECK(place.end_line == 2);
        CHECK(place.end_column == 12);
        CHECK(place.excerpt == "Tổ hòa giải");
        CHECK(place.excerpt_offset == 0);
    }
    SECTION("a line end belongs to its line") {
        CHECK(source.place(1, 1).line == 1);
        CHECK(source.place(1, 1).column == 2);
    }
    SECTION("an empty line") {
        const std::size_t at = source.text().find("\n\n") + 1;
        CHECK(source.place(at, at).line == 3);
        CHECK(source.place(at, at).column == 1);
        CHECK(source.place(at, at).excerpt.empty());
    }
    SECTION("over several lines") {
        const Place place = source.place(0, source.text().size());
        CHECK(place.end_line == 4);
        CHECK(place.end_column == 2);
    }
    SECTION("past the end is the end, and an end in front of the beginning is the beginning") {
        CHECK(source.place(1000, 2000).line == 4);
        CHECK(source.place(1000, 2000).column == 2);
        CHECK(source.place(3, 1).end_line == source.place(3, 3).end_line);
        CHECK(source.place(3, 1).end_column == source.place(3, 3).end_column);
    }
}

TEST_CASE("odd sources have places too", "[source]") {
    CHECK(Source("t", "").place(0, 0).line == 1);
    CHECK(Source("t", "").place(0, 0).column == 1);
    CHECK(Source("t", "\n").place(1, 1).line == 2);
    const Source windows("t", "một\r\nhai\r\n");
    CHECK(windows.place(0, 1).excerpt == "một");
    CHECK(windows.place(windows.text().find("hai"), 9).line == 2);
    CHECK(windows.place(windows.text().find("hai"), 9).excerpt == "hai");
}

TEST_CASE("long lines: the excerpt surrounds the place, and columns stay right", "[source]") {
    // Longer than the blocks in which letters are counted; ế takes three bytes.
    std::string line;
    for (int i = 0; i < 5000; ++i) line += "ế";
    const Source source("t", "x\n" + line + "!" + line + "\ny");
    const std::size_t at = source.text().find('!');
    const Place place = source.place(at, at + 1);
    CHECK(place.line == 2);
    CHECK(place.column == 5001);
    CHECK(place.end_column == 5002);
    CHECK(place.excerpt.find('!') != std::string::npos);
    CHECK(place.excerpt.size() <= 100 * 3);
    CHECK(place.excerpt_offset < 5000);
    // The excerpt begins with a whole letter, and the place is where the offset says.
    std::size_t letters = 0;
    for (const char byte : place.excerpt.substr(0, place.excerpt.find('!')))
        letters += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    CHECK(place.excerpt_offset + letters + 1 == place.column);
    SECTION("at the front and at the end of the line") {
        CHECK(source.place(2, 3).excerpt_offset == 0);
        const std::size_t end = source.text().rfind('\n');
        const Place last = source.place(end, end);
        CHECK(last.column == 10002);
        CHECK(last.excerpt_offset == 10001 - 100);
    }
    SECTION("a line of exactly the limit is not cut") {
        const Source exact("t", std::string(100, 'a'));
        CHECK(exact.place(99, 100).excerpt == std::string(100, 'a'));
        CHECK(exact.place(99, 100).excerpt_offset == 0);
        CHECK(Source("t", std::string(101, 'a')).place(100, 101).excerpt_offset == 1);
    }
}

TEST_CASE("a text maps its bytes through its segments", "[source]") {
    Text text;
    text.source = std::make_shared<const Source>("t", "k: 'a''b'\n");
    text.value = "a'b";
    text.begin = 3;
    text.end = 9;
    text.segments = {{0, 4}, {1, 5}, {2, 7}};
    CHECK(text.source_offset(0) == 4);
    CHECK(text.source_offset(1) == 5);
    CHECK(text.source_offset(2) == 7);
    CHECK(text.source_offset(3) == 8);
    CHECK(text.source_offset(100) == 9);  // never outside the scalar
    CHECK(text.place(2, 3).column == 8);
    CHECK(text.place(2, 3).end_column == 9);
    CHECK(text.place().column == 4);
    CHECK(text.place(0, 0).column == 5);
    CHECK(text.place(0, 0).end_column == 5);
    CHECK(Text::unplaced("x").place().line == 0);
    CHECK(Text::unplaced("x").place(0, 1).file.empty());
}
