// A name that is a script, a formula, a link, a terminal escape or a direction mark is a name in every format.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/output/format.h"
#include "tests/support/markup.h"
#include "tests/support/small_check.h"

using namespace hoagiai;

namespace {

const std::string rules = R"(
parameters:
  least: {type: ratio, value: 60%}
rules:
  - id: woman
    kind: requirement
    title: {vi: "Có nữ <b>&", en: "A woman <b>&"}
    basis: {article: 12, url: "https://example.org/?a=1&b=\"><script>x</script>"}
    for: team
    require: some(mediators, gender = female)
    finding: {vi: "{name} chưa có.", en: "{name} has none."}
    recommend:
      - {to: commune_chairman, vi: "Xem xét {name}.", en: "Look at {name}."}
  - id: women
    kind: target
    title: {vi: "Tỷ lệ", en: "Share"}
    basis: {article: 12}
    for: commune
    require: share(teams, some(mediators, gender = female)) >= least
    finding: {vi: "{name}: chưa đạt.", en: "{name}: short."}
  - id: first
    kind: selection
    title: {vi: "Chọn", en: "Select"}
    basis: {article: 12}
    for: team
    choose: count(mediators) >= 1
    rank_by: [count(mediators)]
    finding: {vi: "{name}", en: "{name}"}
)";

}  // namespace

TEST_CASE("names that mean something elsewhere stay names in every format", "[output][html]") {
    const std::string records =
        "communes: [{id: C1, name: hostile, teams: [{id: T1, name: hostile, mediators: [{id: M1, gender: male}]},"
        " {id: T2, mediators: [{id: M2}]}]}]\n";
    for (const std::string hostile : {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></script>",
                                      "=HYPERLINK(\"http://x\")", "](http://x) `|` #", "\x1b[2J\x1b]0;x\x07",
                                      "\xC2\x9B"
                                      "2J",
                                      "\xE2\x80\xAE"
                                      "evil",
                                      "\xE2\x81\xA6x\xE2\x81\xA9", "\xEF\xBF\xBE", "&amp; & &#x3C;"}) {
        support::SmallCheck check = support::small_check(rules, records);
        INFO(hostile);
        REQUIRE_FALSE(check.diagnostics.has_errors());
        support::replace_text(check.records->dataset, "hostile", hostile);
        for (const OutputFormat* format : output_formats())
            for (const Language language : {Language::vi, Language::en}) {
                const std::string out = written(*format, {&check.result, "0", language});
                INFO(format->name);
                for (const std::string_view mark : {"\x1b", "\x07", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9"})
                    CHECK(out.find(mark) == std::string::npos);
                if (format->name == "html") {
                    CHECK(support::markup_problem(out) == "");
                    CHECK(out.find("<script>alert") == std::string::npos);
                    CHECK(out.find("<img") == std::string::npos);
                    CHECK(out.find("&amp;amp;") != (hostile[0] == '&' ? std::string::npos : 0));
                }
                if (format->name == "csv" && hostile[0] == '=') CHECK(out.find(",\"'=HYPERLINK(") != std::string::npos);
                if (format->name == "json") {
                    const auto document = nlohmann::json::parse(out);
                    CHECK(document["findings"][0]["unit"]["name"] == hostile);
                }
            }
    }
}

TEST_CASE("the reader of markup sees what is wrong", "[output][html]") {
    CHECK(support::markup_problem("<!DOCTYPE html>\n<p id=\"a\">x &amp; <br/></p>") == "");
    for (const std::string bad :
         {"<p>", "<p></b>", "<p a=b></p>", "a & b", "<p id=\"a\"/><p id=\"a\"/>", "<p a=\"1\" a=\"2\"/>", "\x01"})
        CHECK(support::markup_problem(bad) != "");
}
