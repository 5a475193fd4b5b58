// Lines as they should be, and lines of which nobody can say what was meant.
#include "engine/text/yaml_mend.h"

#include <catch2/catch.hpp>

#include "engine/text/yaml.h"

using namespace hoagiai;

namespace {

std::string mended(const std::string& text, const std::optional<Edit>& edit) { return edit ? edited(text, {*edit}) : "(none)"; }
std::string quoted(const std::string& line) { return mended(line, quote_line(line, line.size() / 2)); }

}  // namespace

TEST_CASE("a sentence is put in quotes, whatever it holds", "[text]") {
    CHECK(quoted("  vi: Tổ: chưa đủ") == "  vi: \"Tổ: chưa đủ\"");
    CHECK(quoted("- vi: - chưa  ") == "- vi: \"- chưa\"  ");
    CHECK(quoted("vi: \"Tổ\" chưa") == "vi: \"\\\"Tổ\\\" chưa\"");
    CHECK(quoted("vi: \"Tổ \"A\" chưa\"") == "vi: \"Tổ \\\"A\\\" chưa\"");
    CHECK(quoted("vi: \"Tổ \\\"A\\\" \"chưa\"\"") == "vi: \"Tổ \\\"A\\\" \\\"chưa\\\"\"");
    CHECK(quoted("vi: C:\\x: y") == "vi: \"C:\\\\x: y\"");
}

TEST_CASE("inside braces a sentence ends in front of the next key or the brace", "[text]") {
    const auto mended_at_second_colon = [](const std::string& line) {
        return mended(line, quote_in_braces(line, line.find(": ", line.find(": ") + 2)));
    };
    CHECK(mended_at_second_colon("a: {x: 1}") == "(none)");
    const std::string two = "title: {vi: Tổ: có, đủ, en: T}";
    CHECK(mended(two, quote_in_braces(two, two.find(": có"))) == "title: {vi: \"Tổ: có, đủ\", en: T}");
    const std::string last = "title: {en: T, vi: Tổ: có}";
    CHECK(mended(last, quote_in_braces(last, last.find(": có"))) == "title: {en: T, vi: \"Tổ: có\"}");
    const std::string odd = "title: {vi: Tổ \"A\": có, en: T}";
    CHECK_FALSE(quote_in_braces(odd, odd.find(": có")));
    const std::string open = "title: {vi: Tổ: có";
    CHECK_FALSE(quote_in_braces(open, open.find(": có")));
}

TEST_CASE("what may be a comment, a block or no key at all is left alone", "[text]") {
    CHECK(quoted("vi: Tổ: chưa # ghi chú") == "(none)");
    CHECK(quoted("vi: |") == "(none)");
    CHECK(quoted("Tổ hòa giải") == "(none)");
    CHECK(quoted("vi:") == "(none)");
    CHECK(quoted("{vi: a: b}") == "(none)");
}

TEST_CASE("a quote that is never closed is closed at the end of its line, if it is alone there", "[text]") {
    const std::string text = "vi: \"Tổ chưa đủ\nen: \"x\"\n";
    CHECK(mended(text, close_quote(text, 4)) == "vi: \"Tổ chưa đủ\"\nen: \"x\"\n");
    CHECK_FALSE(close_quote(text, text.rfind("\"x")));
}

TEST_CASE("signs that only look like spaces become spaces where a space must be", "[text]") {
    const std::string behind_colon = "a: 1\nkind:\xC2\xA0 data\nb: 2\n", in_front = "a:\n\xC2\xA0 b: 1\n";
    CHECK(mended(behind_colon, plain_space(behind_colon, behind_colon.size() - 2)) == "a: 1\nkind:  data\nb: 2\n");
    CHECK(mended(in_front, plain_space(in_front, 6)) == "a:\n  b: 1\n");
    const std::string inside =
        "a: b\xC2\xA0"
        "c\n";
    CHECK_FALSE(plain_space(inside, 3));
}

TEST_CASE("behind a mended line the file is read on, and each edit is one of the file as it was", "[text]") {
    const std::string text = "a: x: y\nb: \"p\" q\nc: ok\nd: @z z\ne: {vi: đủ, chưa, en: y}\n";
    Diagnostics said;
    const auto root = read_yaml(std::make_shared<const Source>("r.yaml", text), said);
    REQUIRE(root);
    CHECK(root->entries.size() == 5);
    CHECK(root->find("c")->text.value == "ok");
    REQUIRE(said.all().size() == 4);
    std::vector<Edit> edits;
    for (const Diagnostic& one : said.all()) edits.insert(edits.end(), one.fix.begin(), one.fix.end());
    CHECK(edited(text, edits) == "a: \"x: y\"\nb: \"\\\"p\\\" q\"\nc: ok\nd: \"@z z\"\ne: {vi: \"đủ, chưa\", en: y}\n");
}

TEST_CASE("a mended line that is wrong still is said as it is, and nothing is promised", "[text]") {
    Diagnostics said;
    read_yaml(std::make_shared<const Source>("r.yaml", "a:\n  b: x: \"y\n"), said);
    CHECK(said.has_errors());
}
