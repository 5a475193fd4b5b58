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

TEST_CASE("broken YAML is said in words, at its place", "[yaml]") {
    struct Broken {
        std::string text;
        std::uint32_t line, column;
        std::string message;  ///< how the English one begins
    };
    const auto broken = GENERATE(
        Broken{"a: 1\n\tb: 2\n", 2, 1, "there is a tab where the line is indented"},
        Broken{"a:\n\tb: 2\n", 2, 1, "there is a tab where the line is indented"},
        Broken{"a:\n  \tb: 2\n", 2, 3, "there is a tab where the line is indented"},
        Broken{"a: \"never closed\nb: 1\n", 1, 4, "the quote that closes this text is missing"},
        Broken{"a: 'never closed\n", 1, 4, "the quote that closes this text is missing"},
        Broken{"a: 'it's'\n", 1, 8, "something stands behind the quote"},
        Broken{"a: \"x\" y\n", 1, 8, "something stands behind the quote"},
        Broken{"a: [1] 2\n", 1, 8, "something stands behind the closing"},
        Broken{"a: [1, 2\nb: 3\n", 2, 2, "the `]` that closes `[` is missing"},
        Broken{"a: {b: 1\nc: 2\n", 2, 2, "the `}` that closes `{` is missing"},
        Broken{"a: ]\n", 1, 4, "a closing `]` or `}` that nothing opens"},
        Broken{"vi: Tổ {name} có: hai\n", 1, 17, "a colon where no new key can stand"},
        Broken{"a: 1\n b: 2\n", 2, 3, "no new key can stand here"},
        Broken{"a:\n   b: 1\n  c: 2\n", 3, 3, "this line does not stand in line with the keys above"},
        Broken{"r:\n - id: a\n  kind: b\n", 3, 3, "this line does not stand in line with the `-` items above"},
        Broken{"a: - b\n", 1, 4, "a `-` where no list can stand"},
        Broken{"a: @x\n", 1, 4, "a text cannot begin with this character"},
        Broken{"a: , b\n", 1, 4, "a text cannot begin with this character"},
        Broken{"a: \"\\q\"\n", 1, 7, "what follows `\\` in double quotes is no escape"},
        Broken{"a: \"\\xZZ\"\n", 1, 9, "what follows `\\` in double quotes is no escape"},
        Broken{"a: \"\\_\"\n", 1, 5, "this escape is not taken here"}, Broken{"a: |x\n  b\n", 1, 5, "after | or > only"});
    const ReadBack result = read(broken.text);
    INFO(broken.text);
    REQUIRE(result.diagnostics.all().size() == 1);
    const Diagnostic& said = result.diagnostics.all()[0];
    CHECK(said.code == "Y001");
    CHECK(said.place.line == broken.line);
    CHECK(said.place.column == broken.column);
    CHECK(said.message.en.substr(0, broken.message.size()) == broken.message);
    CHECK_FALSE(said.message.vi.empty());
    CHECK_FALSE(said.help.vi.empty());
    CHECK_FALSE(said.help.en.empty());
}

TEST_CASE("a quote forgotten further up is shown where its text began", "[yaml]") {
    const ReadBack result = read("a: \"một\nb: \"hai\"\n");
    REQUIRE(result.diagnostics.all().size() == 1);
    const Diagnostic& said = result.diagnostics.all()[0];
    CHECK(said.place.line == 2);
    REQUIRE(said.related.size() == 1);
    CHECK(said.related[0].place.line == 1);
    CHECK(said.related[0].place.column == 4);
}

TEST_CASE("control characters are refused in every disguise", "[yaml]") {
    CHECK(only_code(read("a: b\x7f"
                         "c\n")) == "Y012");
    CHECK(only_code(read("a: \u009b"
                         "c\n")) == "Y012");
    CHECK(only_code(read("a: b\rc: d\n")) == "Y012");
    CHECK(read("a: b\r\nc: d\r\n").diagnostics.empty());
    SECTION("all of them in one run") { CHECK(read("a: \x01\nb: \x02\n").diagnostics.all().size() == 2); }
    SECTION("as escapes") {
        const ReadBack result = read("a: \"b\\0\\e\"\n");
        REQUIRE(result.diagnostics.all().size() == 2);
        CHECK(result.diagnostics.all()[0].code == "Y012");
        CHECK(result.diagnostics.all()[0].place.column == 6);
        CHECK(result.diagnostics.all()[1].place.column == 8);
        CHECK(result.root->find("a")->text.value == "b  ");
    }
    CHECK(read("a: \"\\t\\n\"\n").diagnostics.empty());
    SECTION("bytes that are no UTF-8") {
        const ReadBack result = read("a: b\nc: é\xff\n");
        CHECK(only_code(result) == "Y014");
        CHECK(result.diagnostics.all()[0].place.line == 2);
        CHECK(result.diagnostics.all()[0].place.column == 5);
    }
}

TEST_CASE("a byte order mark in front moves nothing, elsewhere it is refused", "[yaml]") {
    const ReadBack result = read("\ufeffa: |\n  b\nc: d\n");
    REQUIRE(result.root);
    CHECK(result.diagnostics.empty());
    check_map(result, result.root->find("a")->text);
    CHECK(result.root->find("c")->place().line == 3);
    CHECK(result.root->find("c")->place().column == 4);
    CHECK(only_code(read("a: \ufeffb\n")) == "Y012");
    CHECK(only_code(read("\ufeff\ufeffa: b\n")) == "Y012");
}

TEST_CASE("a token that begins no document ends the reading", "[yaml]") {
    CHECK(only_code(read(",")) == "Y001");
    CHECK(only_code(read("]\n")) == "Y001");
    CHECK(only_code(read("- a\n,\n")) == "Y006");
    CHECK(only_code(read("---\n---\n,\n")) == "Y001");
}

TEST_CASE("white space has a place too", "[yaml]") {
    const ReadBack result = read("a: |\n  one\n  two\nb: one\n  two\n");
    const Text& literal = result.root->find("a")->text;
    CHECK(literal.value == "one\ntwo\n");
    CHECK(literal.source_offset(3) == 10);
    CHECK(literal.place(3, 4).line == 2);
    CHECK(literal.place(3, 4).column == 6);
    CHECK(result.root->find("b")->text.place(3, 4).line == 4);
}

TEST_CASE("what stands around the one document", "[yaml]") {
    CHECK(read("---\na: 1\n...\n").diagnostics.empty());
    CHECK(read("a: 1\n---\n").diagnostics.empty());
    CHECK(read("%YAML 1.2\n---\na: 1\n").diagnostics.empty());
    CHECK(only_code(read("%TAG ! x\n---\na: 1\n")) == "Y016");
    CHECK(only_code(read("# c\n%FOO\na: 1\n")) == "Y016");
    CHECK(only_code(read("a: 1\n...\nb: 2\n")) == "Y006");
    SECTION("even where it is broken itself, or too deep") {
        CHECK(only_code(read("a: 1\n---\nb: {\n")) == "Y006");
        CHECK(only_code(read("a: 1\n---\n" + std::string(1000, '['))) == "Y006");
    }
    SECTION("an empty document first") {
        const ReadBack result = read("---\n---\na: 1\n");
        CHECK(only_code(result) == "Y006");
        CHECK(result.diagnostics.all()[0].place.line == 3);
        CHECK_FALSE(result.root);
    }
}

TEST_CASE("nulls are empty, ~ or null, and only unquoted", "[yaml]") {
    const ReadBack result = read("a:\nb: ~\nc: null\nd: 'null'\ne: \"\"\nf: nul\nnext: x\n");
    REQUIRE(result.root);
    CHECK(result.diagnostics.empty());
    CHECK(result.root->find("a")->is_null());
    CHECK(result.root->find("a")->place().line == 1);
    CHECK(result.root->find("a")->place().column == 1);  // its key
    CHECK(result.root->find("b")->is_null());
    CHECK(result.root->find("b")->place().column == 4);
    CHECK(result.root->find("c")->is_null());
    CHECK(result.root->find("c")->place().end_column == 8);
    CHECK(result.root->find("d")->is_scalar());
    CHECK_FALSE(result.root->find("d")->text.plain);
    CHECK(result.root->find("e")->is_scalar());
    CHECK(result.root->find("f")->is_scalar());
    CHECK(result.root->find("none") == nullptr);
    SECTION("an empty value is not the next key") {
        const ReadBack next = read("a:\nnull : 1\nb:\nnullable: 1\n");
        CHECK(only_code(next) == "Y010");
        CHECK(next.root->find("a")->place().line == 1);
        CHECK(next.root->find("b")->place().line == 3);
        CHECK(next.root->find("nullable") != nullptr);
    }
    SECTION("an empty item is where its dash is") {
        const ReadBack list = read("- a\n-\n- b\n");
        REQUIRE(list.root->items.size() == 3);
        CHECK(list.root->items[1].is_null());
        CHECK(list.root->items[1].place().line == 2);
    }
}

TEST_CASE("keys that are no words", "[yaml]") {
    for (const std::string text : {"? [a]\n: b\n", "{[a]: b}\n", ": b\n", "~: b\n", "null: b\n", "{a: b,, c: d}\n"}) {
        INFO(text);
        const ReadBack result = read(text);
        CHECK(only_code(result) == "Y010");
        for (const YamlEntry& entry : result.root->entries) CHECK_FALSE(entry.key.value.empty());
    }
    CHECK(read("\"\": b\n").root->find("") != nullptr);
}

TEST_CASE("a brace without quotes is told from a comma", "[yaml]") {
    const ReadBack brace = read("a: {b}\n");
    CHECK(only_code(brace) == "Y011");
    CHECK(brace.diagnostics.all()[0].message.en == "`{` without quotes opens a group of keys, and the key `b` has no value");
    const ReadBack comma = read("t: {vi: Xin chào, bạn}\n");
    CHECK(comma.diagnostics.all()[0].message.en == "inside {…} a comma starts a new key, and `bạn` has no value");
    CHECK(comma.diagnostics.all()[0].message.vi == "bên trong {…} dấu phẩy bắt đầu một khóa mới, và `bạn` không có giá trị");
    CHECK(comma.root->find("t")->entries.size() == 1);
    CHECK(only_code(read("a: {b:c}\n")) == "Y011");
    CHECK(read("a: {b: c, }\n").diagnostics.empty());
    CHECK(read("a: [b: c]\n").diagnostics.empty());
}

TEST_CASE("keys are compared by NFC and keep their order; many of them are quick to look through", "[yaml]") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "k" + std::to_string(i) + ": 1\n";
    const ReadBack result = read(text + "k5: 2\nk99999: 2\n");
    REQUIRE(result.diagnostics.all().size() == 2);
    CHECK(result.diagnostics.all()[0].related[0].place.line == 6);
    CHECK(result.diagnostics.all()[1].related[0].place.line == 100'000);
    CHECK(result.root->entries.size() == 100'000);
    CHECK(result.root->entries[7].key.value == "k7");
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
    SECTION("a scalar of exactly the limit") {
        const std::size_t most = YamlLimits{}.scalar_bytes;
        CHECK(read("a: " + std::string(most, 'x') + "\n").diagnostics.empty());
        CHECK(read("a: " + std::string(most + 1, 'x') + "\n").diagnostics.has_errors());
    }
    SECTION("a file") {
        YamlLimits limits;
        limits.bytes = 5;
        Diagnostics said;
        CHECK(read_yaml(std::make_shared<const Source>("t", "a: bc"), said, limits));
        CHECK(said.empty());
        CHECK_FALSE(read_yaml(std::make_shared<const Source>("t", "a: bcd"), said, limits));
        REQUIRE(said.all().size() == 1);
        CHECK(said.all()[0].code == "Y013");
    }
    SECTION("brackets in texts are no depth") {
        CHECK(read("a: \"" + std::string(500, '[') + "\"\nb: |\n  " + std::string(500, '{') + "\n").diagnostics.empty());
    }
    SECTION("mixed depth") {
        std::string text;
        for (int i = 0; i < 3000; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
        CHECK(only_code(read(text)) == "Y007");
        CHECK(only_code(read(std::string(200, '{'))) == "Y007");
        std::string pairs;
        for (int i = 0; i < 5000; ++i) pairs += "{a: [";
        CHECK(only_code(read(pairs)) == "Y007");
    }
    SECTION("slips without number end after a thousand") {
        std::string text = "[";
        for (int i = 0; i < 5000; ++i) text += "!t x,\n";
        const ReadBack result = read(text + "]");
        CHECK(result.diagnostics.all().size() == 1001);
        CHECK(result.diagnostics.all().back().code == "Y015");
    }
}
