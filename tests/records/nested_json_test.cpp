// JSON as a tree: where each part stands, what is bounded, and that no broken document passes or goes unsaid.
#include "engine/records/formats/nested_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

using namespace hoagiai;

namespace {

struct Read {
    SourcePtr source;
    Diagnostics diagnostics;
    std::optional<YamlNode> root;
};

Read read(const std::string& text, const JsonLimits& limits = {}) {
    Read result;
    result.source = std::make_shared<const Source>("r.json", text);
    result.root = read_json(result.source, result.diagnostics, limits);
    return result;
}

std::string only_code(const Read& result) {
    REQUIRE(result.diagnostics.all().size() == 1);
    return result.diagnostics.all()[0].code;
}

/// What the bytes at a part's place say, read once more by themselves, is what the part holds.
void check_places(const YamlNode& node, std::string_view text) {
    const std::string written(text.substr(node.text.begin, node.text.end - node.text.begin));
    INFO(written);
    if (node.is_mapping() || node.is_sequence()) {
        CHECK(written == (node.is_mapping() ? "{" : "["));
    } else {
        REQUIRE(nlohmann::json::accept(written));
        const auto value = nlohmann::json::parse(written);
        CHECK(value.is_null() == node.is_null());
        if (value.is_string()) CHECK(value.get<std::string>() == node.text.value);
        if (value.is_number() || value.is_boolean()) CHECK(written == node.text.value);
        CHECK(node.text.plain == !value.is_string());
    }
    for (const YamlNode& item : node.items) check_places(item, text);
    for (const YamlEntry& entry : node.entries) {
        const std::string key(text.substr(entry.key.begin, entry.key.end - entry.key.begin));
        INFO(key);
        REQUIRE(nlohmann::json::accept(key));
        CHECK(nlohmann::json::parse(key).get<std::string>() == entry.key.value);
        check_places(entry.value, text);
    }
}

/// A document with every kind of value, and white space wherever it may stand.
std::string any_document(std::mt19937& random, int depth) {
    const auto pick = [&](unsigned below) { return static_cast<unsigned>(random() % below); };
    const auto space = [&] {
        static const char* const spaces[] = {"", "", " ", "\n", "\r\n", "\t ", "\n\n  "};
        return spaces[pick(7)];
    };
    static const char* const scalars[] = {"0",
                                          "-0",
                                          "12",
                                          "-7",
                                          "1.5",
                                          "0.885",
                                          "1e3",
                                          "2E-4",
                                          "null",
                                          "true",
                                          "false",
                                          R"("")",
                                          R"("a")",
                                          R"("Nữ, \"x\": {")",
                                          R"("\\")",
                                          R"("\u00e3\n")",
                                          R"("\uD83C\uDF3E]")",
                                          R"("17/04/2023")"};
    if (depth == 0 || pick(3) == 0) return scalars[pick(18)];
    const bool object = pick(2) == 0;
    std::string text = object ? "{" : "[";
    text += space();
    for (unsigned i = 0, size = pick(4); i < size; ++i) {
        if (i > 0) text += std::string(",") + space();
        if (object) text += "\"khóa \\\" " + std::to_string(i) + "\"" + space() + ":" + space();
        text += any_document(random, depth - 1) + space();
    }
    return text + (object ? "}" : "]");
}

}  // namespace

TEST_CASE("every part of a JSON document knows its place", "[records]") {
    std::mt19937 random(20131120);
    for (int i = 0; i < 500; ++i) {
        const std::string text = " \n" + any_document(random, 5) + "\n";
        INFO(text);
        const Read result = read(text);
        REQUIRE(result.root);
        REQUIRE(result.diagnostics.empty());
        check_places(*result.root, text);
    }
}

TEST_CASE("a broken JSON document is refused, with a place inside it", "[records]") {
    std::mt19937 random(30062025);
    static const std::string_view pieces = "{}[],:\"\\0123456789-.eE tfnul'/#\n\t";
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text = any_document(random, 4);
        for (unsigned change = 0; change < 1 + random() % 2; ++change) {
            const std::size_t at = random() % (text.size() + 1);
            const char piece = pieces[random() % pieces.size()];
            if (random() % 3 == 0)
                text = text.substr(0, at);
            else if (random() % 2 == 0)
                text.insert(at, 1, piece);
            else if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
                text[at] = piece;
        }
        INFO(text);
        const bool sound = nlohmann::json::accept(text);
        const Read result = read(text);
        CHECK(result.root.has_value() == sound);
        if (result.root) continue;
        ++refused;
        REQUIRE(result.diagnostics.all().size() == 1);
        const Diagnostic& said = result.diagnostics.all()[0];
        CHECK(said.code == "R070");
        CHECK(said.place.line >= 1);
        CHECK(said.place.column >= 1);
        CHECK_FALSE(said.help.vi.empty());
    }
    CHECK(refused > 1000);
}

TEST_CASE("a key that stands twice is refused with both places, and the first one counts", "[records]") {
    std::string text = "{";
    for (int i = 0; i < 40; ++i) text += "\"k" + std::to_string(i) + "\": " + std::to_string(i) + ",\n";
    const Read many = read(text + "\"k3\": [{}], \"\\u006b39\": null}");
    REQUIRE(many.root);
    REQUIRE(many.diagnostics.all().size() == 2);
    CHECK(many.root->entries.size() == 40);
    CHECK(many.root->find("k3")->text.value == "3");
    const Diagnostic& third = many.diagnostics.all()[0];
    CHECK(third.code == "R071");
    CHECK(third.place.line == 41);
    CHECK(third.place.column == 1);
    REQUIRE(third.related.size() == 1);
    CHECK(third.related[0].place.line == 4);
    CHECK(many.diagnostics.all()[1].related[0].place.line == 40);
    const Read few = read(R"({"a": {"b": 1, "b": 2}, "b": 3, "a": 4})");
    CHECK(few.diagnostics.all().size() == 2);
    CHECK(few.root->find("a")->find("b")->text.value == "1");
}

TEST_CASE("depth and the number of values are bounded", "[records]") {
    const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(read(nested(64)).root);
    const Read deep = read(nested(65));
    CHECK_FALSE(deep.root);
    CHECK(only_code(deep) == "R072");
    CHECK(deep.diagnostics.all()[0].place.column == 65);
    CHECK(only_code(read(std::string(200'000, '['))) == "R072");
    CHECK(only_code(read("[1, 2, 3, 4]", {64, 4})) == "R072");
    CHECK(read("[1, 2, 3, 4]", {64, 5}).root);
}

TEST_CASE("what the parser quotes of a file is not taken for its own words", "[records]") {
    const Read result = read(R"(["a": "control character", surrogate; expected ']'])");
    CHECK(only_code(result) == "R070");
    const Read literal = read("{\"a\": numberoverflow}");
    CHECK(literal.diagnostics.all()[0].place.column == 7);
}
