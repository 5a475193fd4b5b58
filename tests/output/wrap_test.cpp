// Lines of 80 columns as a terminal shows them.
#include "engine/output/wrap.h"

#include <catch2/catch.hpp>

#include "engine/text/fold.h"

using namespace hoagiai;

TEST_CASE("wrap: columns are counted, not bytes, and prefixes count too", "[wrap]") {
    // 16 words of 4 columns with a space each are 79 columns, in 6 bytes a word.
    std::string text;
    for (int i = 0; i < 17; ++i) text += (i == 0 ? "" : " ") + std::string("tổng");
    const std::string lines = wrapped(text, "", "");
    CHECK(lines.find('\n') != lines.size() - 1);
    CHECK(display_width(lines.substr(0, lines.find('\n'))) == 79);
    CHECK(wrapped(text, "│  ├─ ", "│  │  ").find("\n│  │  tổng") != std::string::npos);
    CHECK(wrapped("", "  ", "") == "  \n");
}

TEST_CASE("wrap: a word that is longer than a line stands alone and is not cut", "[wrap]") {
    const std::string word(100, 'x');
    CHECK(wrapped("a " + word + " b", "", "  ") == "a\n  " + word + "\n  b\n");
}

TEST_CASE("wrap: what records hold is shown, never sent to the terminal", "[wrap]") {
    CHECK(wrapped("a\x1b[31mb", "", "").find('\x1b') == std::string::npos);
}
