// Every scalar, and every character in it, knows where it stands; what YAML silently swallows is refused with its place.
#include "engine/text/yaml.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

namespace {

struct ReadBack {
    SourcePtr source;
    std::optional<YamlNode> root;
    Diagnostics diagnostics;
};

ReadBack read(std::string text) {
    ReadBack result;
    result.source = std::make_shared<const Source>("t.yaml", std::move(text));
    result.root = read_yaml(result.source, result.diagnostics);
    return result;
}

/// Every byte of the value that is no white space stands in the source where the map says.
void check_map(const ReadBack& read, const Text& text) {
    INFO(text.value);
    for (std::size_t i = 0; i < text.value.size(); ++i) {
        const char byte = text.value[i];
        if (byte == ' ' || byte == '\n') continue;
        const char there = read.source->text()[text.source_offset(i)];
        CHECK((there == byte || there == '\\'));
    }
}

std::string only_code(const ReadBack& read) {
    REQUIRE(read.diagnostics.all().size() == 1);
    return read.diagnostics.all()[0].code;
}

}  // namespace

TEST_CASE("each character of a scalar knows its place, in every style", "[yaml]") {
    const auto style =
        GENERATE(as<std::string>{}, "k: một hai ba\n", "k: một hai\n   ba\n\n   bốn\n", "k: 'một ''hai'' ba'\n",
                 "k: 'một\n  hai\n\n  ba'\n", "k: \"một \\\"hai\\\" \\u00e9 \\t ba\"\n", "k: \"một\n  hai \\\n  ba\"\n",
                 "k: |\n  một\n    hai\n\n  ba\n", "k: |-\n  một\n  hai\n", "k: |+\n  một\n\n",
                 "k: >\n  một\n  hai\n\n  ba\n    bốn\n  năm\n", "k: >-\n  một\n  hai", "k: |2\n    một\n   hai\n",
                 "k: |\r\n  một\r\n  hai\r\n", "k: >\r\n  một\r\n  hai\r\n", "a:\n  k: |\n    x >= 3\n    and y\n  l: z\n",
                 "- k: |1\n    một\n", "k: ''\n", "k: # lời ghi\n  một\n", "k:   một   # ghi\n", "{k: một, l: 'hai'}\n");
    const ReadBack result = read(style);
    REQUIRE(result.root);
    INFO(style);
    const YamlNode* node = &*result.root;
    if (node->is_sequence()) node = &node->items[0];
    if (const YamlNode* inner = node->find("a")) node = inner;
    const YamlNode* k = node->find("k");
    REQUIRE(k);
    REQUIRE(k->is_scalar());
    check_map(result, k->text);
    CHECK(k->text.segments.size() + (k->text.value.empty() ? 1 : 0) >= 1);
}

TEST_CASE("a character inside a block scalar has its own line and column", "[yaml]") {
    const ReadBack result = read("rules:\n  - require: |\n      size >= 3\n      and womenn >= 1\n");
    REQUIRE(result.root);
    const Text& text = result.root->find("rules")->items[0].find("require")->text;
    const std::size_t at = text.value.find("womenn");
    const Place place = text.place(at, at + 6);
    CHECK(place.line == 4);
    CHECK(place.column == 11);
    CHECK(place.end_column == 17);
    CHECK(place.excerpt == "      and womenn >= 1");
}

TEST_CASE("columns count letters, not bytes", "[yaml]") {
    const ReadBack result = read("tiêu_đề: \"Tổ hòa giải\"\n");
    const Text& text = result.root->entries[0].value.text;
    const Place place = text.place(text.value.find("hòa"), text.value.find("hòa") + 4);
    CHECK(place.column == 14);
    CHECK(place.end_column == 17);
}

TEST_CASE("what YAML silently swallows is refused with its place", "[yaml]") {
    SECTION("a key twice, with both places") {
        const ReadBack result = read("a: 1\nb: 2\na: 3\n");
        CHECK(only_code(result) == "Y002");
        CHECK(result.diagnostics.all()[0].place.line == 3);
        REQUIRE(result.diagnostics.all()[0].related.size() == 1);
        CHECK(result.diagnostics.all()[0].related[0].place.line == 1);
    }
    SECTION("the same key in two Unicode forms") { CHECK(only_code(read("h\u00f2a: 1\nho\u0300a: 3\n")) == "Y002"); }
    SECTION("anchors") { CHECK(only_code(read("a: &x 1\nb: 2\n")) == "Y003"); }
    SECTION("aliases, before anything is expanded") {
        const ReadBack result = read("a: &x [1]\nb: *x\n");
        REQUIRE(result.diagnostics.all().size() == 2);
        CHECK(result.diagnostics.all()[1].place.line == 2);
    }
    SECTION("a merge key") { CHECK(only_code(read("a:\n  <<: {b: 1}\n")) == "Y004"); }
    SECTION("a tag") {
        CHECK(only_code(read("a: !!str 1\n")) == "Y005");
        CHECK(only_code(read("a: ! 1\n")) == "Y005");
    }
    SECTION("a second document") {
        const ReadBack result = read("a: 1\n---\nb: 2\n");
        CHECK(only_code(result) == "Y006");
        CHECK(result.diagnostics.all()[0].place.line == 3);
    }
    SECTION("something behind a list") { CHECK(read("- a\n- b\nc: 1\n").diagnostics.has_errors()); }
    SECTION("nothing at all") {
        CHECK(only_code(read("")) == "Y009");
        CHECK(only_code(read("# only a comment\n")) == "Y009");
    }
    SECTION("a NUL") {
        const ReadBack result = read(std::string("a: b\0c\n", 7));
        CHECK(only_code(result) == "Y012");
        CHECK(result.diagnostics.all()[0].place.column == 5);
    }
    SECTION("a comma inside braces") {
        const ReadBack result = read("t: {vi: Xin chào, bạn, en: \"Hello, you\"}\n");
        CHECK(only_code(result) == "Y011");
        CHECK(result.diagnostics.all()[0].place.column == 19);
    }
    SECTION("an empty value is no slip of a comma") { CHECK_FALSE(read("t: {vi: , en: x}\n").diagnostics.has_errors()); }
}

TEST_CASE("broken YAML is said in words, where it is", "[yaml]") {
    struct Broken {
        std::string text;
        std::uint32_t line;
    };
    const auto broken =
        GENERATE(Broken{"a: 1\n\tb: 2\n", 2}, Broken{"a: \"never closed\n", 1}, Broken{"a: [1, 2\n", 1}, Broken{"a: b: c\n", 1},
                 Broken{"a: 1\n b: 2\n", 2}, Broken{"a: @x\n", 1}, Broken{"a: \"\\q\"\n", 1});
    const ReadBack result = read(broken.text);
    INFO(broken.text);
    REQUIRE(result.diagnostics.has_errors());
    const Diagnostic& said = result.diagnostics.all()[0];
    CHECK(said.place.line >= 1);
    CHECK(said.place.line <= broken.line + 1);
    CHECK(said.message.vi.find("YAML không đọc được") == std::string::npos);
}

TEST_CASE("depth and length are bounded before they hurt", "[yaml]") {
    SECTION("flow") { CHECK(read(std::string(100'000, '[')).diagnostics.all()[0].code == "Y007"); }
    SECTION("block") {
        std::string text;
        for (int i = 0; i < 100'000; ++i) text += "- ";
        CHECK(read(text + "x\n").diagnostics.all()[0].code == "Y007");
    }
    SECTION("64 levels are taken, 65 are not") {
        CHECK_FALSE(read(std::string(64, '[') + std::string(64, ']')).diagnostics.has_errors());
        CHECK(read(std::string(65, '[') + std::string(65, ']')).diagnostics.has_errors());
    }
    SECTION("a scalar of 5 MB") { CHECK(read("a: " + std::string(5u << 20, 'x') + "\n").diagnostics.all()[0].code == "Y008"); }
}
