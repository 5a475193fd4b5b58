// What a diagnostic looks like, to the letter.
#include "engine/text/diagnostic.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

namespace {

constexpr DiagnosticKind kind{"X999", "try"};

std::string shown(const std::string& text, std::size_t begin, std::size_t end) {
    const Source source("r.yaml", text);
    return render(Diagnostic(kind, source.place(begin, end), {"sai", "wrong"}, {"sửa", "mend it"}), Language::en, false);
}

}  // namespace

TEST_CASE("the caret stands under what is meant, by letters and not by bytes", "[text]") {
    CHECK(shown("tổ: sizee >= 3\n", 6, 11) ==
          "r.yaml:1:5: error[X999] try: wrong\n    1 | tổ: sizee >= 3\n      |     ^^^^^\n      = help: mend it\n");
    CHECK(shown("a\n\tb c\n", 5, 6) ==
          "r.yaml:2:4: error[X999] try: wrong\n    2 |  b c\n      |    ^\n      = help: mend it\n");
    CHECK(shown("a\n", 1, 1) == "r.yaml:1:2: error[X999] try: wrong\n    1 | a\n      |  ^\n      = help: mend it\n");
}

TEST_CASE("a place over several lines is marked to the end of the first", "[text]") {
    CHECK(shown("abc\ndef\n", 1, 6) == "r.yaml:1:2: error[X999] try: wrong\n    1 | abc\n      |  ^^\n      = help: mend it\n");
}

TEST_CASE("diagnostics are sorted by place, and said once", "[text]") {
    const Source source("r.yaml", "abc\ndef\n");
    Diagnostics all;
    all.add(kind, source.place(4, 5), {"hai", "two"});
    all.add(kind, source.place(0, 1), {"một", "one"});
    all.add(kind, source.place(4, 5), {"hai", "two"});
    all.sort();
    REQUIRE(all.all().size() == 2);
    CHECK(all.errors() == 2);
    CHECK(all.all()[0].message.en == "one");
}
