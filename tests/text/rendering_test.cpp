// What a diagnostic looks like to the person who reads it, to the letter.
#include "engine/text/diagnostic.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

namespace {

constexpr DiagnosticKind unknown_name{"N003", "unknown-name"};
constexpr DiagnosticKind odd{"L001", "odd", Severity::warning};
constexpr DiagnosticKind remark{"L002", "remark", Severity::note};

Diagnostic sample(const std::string& text, const std::string& marked) {
    const Source source("rules/x.yaml", text);
    const std::size_t at = source.text().find(marked);
    return Diagnostic(unknown_name, source.place(at, at + marked.size()), {"không có `sizee`", "there is no `sizee`"},
                      {"viết size", "write size"});
}

}  // namespace

TEST_CASE("a diagnostic shows the line, a caret and the way out", "[diagnostic]") {
    const Diagnostic said = sample("a: 1\n    require: sizee >= 3\n", "sizee");
    CHECK(render(said, Language::en, false) ==
          "rules/x.yaml:2:14: error[N003] unknown-name: there is no `sizee`\n"
          "    2 |     require: sizee >= 3\n"
          "      |              ^^^^^\n"
          "      = help: write size\n");
    CHECK(render(said, Language::vi, false) ==
          "rules/x.yaml:2:14: lỗi[N003] unknown-name: không có `sizee`\n"
          "    2 |     require: sizee >= 3\n"
          "      |              ^^^^^\n"
          "      = cách sửa: viết size\n");
}

TEST_CASE("severities have words of their own", "[diagnostic]") {
    CHECK(render(Diagnostic(odd, {}, {"lạ", "odd"}), Language::vi, false) == "cảnh báo[L001] odd: lạ\n");
    CHECK(render(Diagnostic(odd, {}, {"lạ", "odd"}), Language::en, false) == "warning[L001] odd: odd\n");
    CHECK(render(Diagnostic(remark, {}, {"lạ", "odd"}), Language::vi, false) == "ghi chú[L002] remark: lạ\n");
    CHECK(render(Diagnostic(remark, {}, {"lạ", "odd"}), Language::en, false) == "note[L002] remark: odd\n");
}

TEST_CASE("the caret stands under the place, whatever the letters", "[diagnostic]") {
    const auto lines = [](const std::string& text, const std::string& marked) {
        const std::string all = render(sample(text, marked), Language::en, false);
        const std::size_t first = all.find('\n') + 1, second = all.find('\n', first) + 1;
        return all.substr(second, all.find('\n', second) - second);
    };
    SECTION("Vietnamese letters, composed and decomposed") {
        CHECK(lines("tổ: x", "x") == "      |     ^");
        CHECK(lines("to\u0302\u0309: x", "x") == "      |     ^");
    }
    SECTION("wide characters take two columns") {
        CHECK(lines("漢字 x", "x") == "      |      ^");
        CHECK(lines("a 漢字", "漢字") == "      |   ^^^^");
    }
    SECTION("a tab is one space") { CHECK(lines("\ta: x", "x") == "      |     ^"); }
    SECTION("control characters are shown, and counted as shown") { CHECK(lines("\x1b x", "x") == "      |      ^"); }
    SECTION("several lines: to the end of the first") { CHECK(lines("a: bcd\nef", "bcd\nef") == "      |    ^^^"); }
    SECTION("a place without length has one caret") { CHECK(lines("abc", "") == "      | ^"); }
    SECTION("a cut line says so") {
        const std::string long_line = std::string(300, 'a') + "x" + std::string(300, 'b');
        const std::string all = render(sample(long_line, "x"), Language::en, false);
        const std::size_t first = all.find('\n') + 1;
        const std::string excerpt = all.substr(first, all.find('\n', first) - first);
        CHECK(excerpt.find("| …aaa") != std::string::npos);
        // … is three bytes and one column.
        CHECK(lines(long_line, "x").size() - 1 == excerpt.find('x') - 2);
    }
    SECTION("line numbers of six digits keep the bars in line") {
        const std::string all = render(sample(std::string(123'455, '\n') + "x", "x"), Language::en, false);
        CHECK(all.find("\n123456 | x\n       | ^\n       = help") != std::string::npos);
    }
}

TEST_CASE("a place may lack its line, or everything", "[diagnostic]") {
    Place file;
    file.file = "a.csv";
    CHECK(render(Diagnostic(unknown_name, file, {"x", "x"}), Language::en, false) == "a.csv: error[N003] unknown-name: x\n");
    file.line = 7;
    CHECK(render(Diagnostic(unknown_name, file, {"x", "x"}), Language::en, false) == "a.csv:7: error[N003] unknown-name: x\n");
    CHECK(render(Diagnostic(unknown_name, {}, {"x", "x"}), Language::en, false) == "error[N003] unknown-name: x\n");
}

TEST_CASE("related places follow", "[diagnostic]") {
    Diagnostic said = sample("a: 1\na: 2\n", "2");
    const Source source("rules/x.yaml", "a: 1\na: 2\n");
    said.related.push_back({source.place(0, 1), {"lần đầu ở đây", "first given here"}});
    const std::string all = render(said, Language::en, false);
    CHECK(all.find("      = rules/x.yaml:1:1: note: first given here\n    1 | a: 1\n      | ^\n") != std::string::npos);
    CHECK(all.find("first given") > all.find("write size"));
    CHECK(render(said, Language::vi, false).find("ghi chú: lần đầu ở đây") != std::string::npos);
}

TEST_CASE("terminal escapes never reach the terminal, colours only when asked", "[diagnostic]") {
    Diagnostic said = sample("a: \x1b[31mx", "x");
    said.message.en = "value \x1b]0;title\x07 and\nmore";
    said.help.en =
        "\x9b"
        "1m";
    said.place.file = "evil\x1b.yaml";
    const std::string plain = render(said, Language::en, false);
    CHECK(plain.find('\x1b') == std::string::npos);
    CHECK(plain.find('\x07') == std::string::npos);
    CHECK(plain.find("\\x1B]0;title\\x07") != std::string::npos);
    CHECK(plain.find(" and\n        more\n") != std::string::npos);
    const std::string coloured = render(sample("a: x", "x"), Language::en, true);
    CHECK(coloured.find("\x1b[1;31merror[N003]\x1b[0m") != std::string::npos);
    CHECK(coloured.find("\x1b[1;31m^\x1b[0m") != std::string::npos);
}

TEST_CASE("diagnostics are sorted by place, and equal ones are said once", "[diagnostic]") {
    const Source source("b", "one\ntwo\nthree\n");
    Diagnostics all;
    all.add(unknown_name, source.place(8, 9), {"c", "c"});
    all.add(odd, source.place(4, 5), {"b", "b"});
    all.add(unknown_name, source.place(0, 1), {"a", "a"});
    all.add(unknown_name, source.place(8, 9), {"c", "c"});
    CHECK(all.errors() == 3);
    all.sort();
    REQUIRE(all.all().size() == 3);
    CHECK(all.all()[0].message.en == "a");
    CHECK(all.all()[1].message.en == "b");
    CHECK(all.all()[2].message.en == "c");
    CHECK(all.errors() == 2);
    CHECK(all.has_errors());
}

TEST_CASE("warnings are no errors; appending counts anew", "[diagnostic]") {
    Diagnostics warnings, all;
    CHECK(warnings.empty());
    warnings.add(odd, {}, {"x", "x"});
    CHECK_FALSE(warnings.has_errors());
    CHECK_FALSE(warnings.empty());
    all.add(unknown_name, {}, {"y", "y"});
    all.append(warnings);
    CHECK(all.all().size() == 2);
    CHECK(all.errors() == 1);
}

TEST_CASE("the same slip in two cells without a line is two diagnostics", "[diagnostic]") {
    Place file;
    file.file = "book.xlsx";
    Diagnostics all;
    for (const std::uint32_t row : {9u, 2u, 9u}) {
        Diagnostic& said = all.add(unknown_name, file, {"ô sai", "bad cell"});
        said.cell = Cell{row, "name", "x"};
    }
    all.sort();
    REQUIRE(all.all().size() == 2);
    CHECK(all.all()[0].cell->row == 2);
    CHECK(all.all()[1].cell->row == 9);
}
