// Names stay names in Markdown too: no forge makes a link, a formula, an image, a list or a block of code of them.
#include <catch2/catch.hpp>

#include "engine/output/format.h"
#include "engine/output/markdown/markdown_text.h"
#include "tests/support/small_check.h"

using namespace hoagiai;

TEST_CASE("text stands for itself in Markdown", "[output][markdown]") {
    CHECK(markdown_text("Tổ hòa giải số 1.") == "Tổ hòa giải số 1.");
    CHECK(markdown_text("*a* _b_ `c` <d> ~e~") == "\\*a\\* \\_b\\_ \\`c\\` \\<d\\> \\~e\\~");
    CHECK(markdown_text("![x](http://y)") == "\\!\\[x\\](http:/\\/y)");
    CHECK(markdown_text("see www.example.org") == "see www\\.example.org");
    CHECK(markdown_text("a|b") == "a\\|b");
    CHECK(markdown_text("$x$ @all a@b.vn x^2") == "\\$x\\$ \\@all a\\@b.vn x\\^2");
    CHECK(markdown_text("1. một") == "1\\. một");
    CHECK(markdown_text("12) một") == "12\\) một");
    CHECK(markdown_text("- một") == "\\- một");
    CHECK(markdown_text("=== một") == "\\=== một");
    CHECK(markdown_text("    một") == "&#32;   một");
    CHECK(markdown_text("# một") == "\\# một");
    CHECK(markdown_text("&amp; &#x3C;") == "\\&amp; \\&\\#x3C;");
    CHECK(markdown_text("a\nb").find('\n') == std::string::npos);
}

TEST_CASE("only addresses of the web become links, and nothing gets out of them", "[output][markdown]") {
    CHECK(markdown_link("https://example.org/a?b=1&c=2", "khoản 1") == "[khoản 1](<https://example.org/a?b=1&c=2>)");
    CHECK(markdown_link("", "khoản 1") == "khoản 1");
    CHECK(markdown_link("javascript:alert(1)", "x") == "x");
    CHECK(markdown_link("https://a/> [y](b)\n", "[x]") == "[\\[x\\]](<https://a/%3E%20[y](b)%0A>)");
    CHECK(markdown_link("https://a/Điều|1", "x") == "[x](<https://a/%C4%90i%E1%BB%81u%7C1>)");
}

TEST_CASE("code has no way out of its backticks", "[output][markdown]") {
    CHECK(markdown_code("count(teams)") == "`count(teams)`");
    CHECK(markdown_code("a ` b") == "a \\` b");
    CHECK(markdown_code("a | b") == "a \\| b");
}

TEST_CASE("every row of a Markdown table has as many cells as its head", "[output][markdown]") {
    support::SmallCheck check =
        support::small_check(R"(
rules:
  - id: woman
    kind: requirement
    title: {vi: "Có | nữ", en: "A | woman"}
    basis: {article: 12, url: "https://example.org/a|b"}
    for: team
    require: some(mediators, gender = female) and name is not missing
    finding: {vi: "{name} chưa có.", en: "{name} has none."}
)",
                             "communes: [{id: C1, name: A, teams: [{id: 'T|1', name: hostile, mediators: [{id: "
                             "'M|1', gender: male}]}]}]\n");
    for (const Diagnostic& said : check.diagnostics.all()) UNSCOPED_INFO(render(said, Language::en, false));
    REQUIRE_FALSE(check.diagnostics.has_errors());
    support::replace_text(check.records->dataset, "hostile", "a|b\\|c`|`");
    const std::string out = written(*find_output_format("markdown"), {&check.result, "0", Language::en});
    const auto cells = [](std::string_view line) {
        std::size_t bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '\\')
                ++i;
            else if (line[i] == '|')
                ++bars;
        }
        return bars;
    };
    std::size_t tables = 0, wanted = 0;
    for (std::size_t at = 0; at < out.size();) {
        const std::size_t end = out.find('\n', at);
        std::string_view line = std::string_view(out).substr(at, end - at);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        at = end + 1;
        if (line.empty() || line.front() != '|') {
            wanted = 0;
            continue;
        }
        if (wanted == 0) ++tables, wanted = cells(line);
        INFO(line);
        CHECK(cells(line) == wanted);
    }
    CHECK(tables == 4);  // the whole, the evidence, the accounts, the files
}
