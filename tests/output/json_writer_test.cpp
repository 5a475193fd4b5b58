// What the writer writes is what nlohmann prints of the same tree, to the byte: whatever the strings hold, at any depth.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <random>

#include "engine/output/json_parts/json_text.h"
#include "engine/output/json_parts/json_writer.h"

using namespace hoagiai;

namespace {

void write(JsonWriter& writer, const Json& value) {
    if (value.is_object()) {
        writer.begin_object();
        for (const auto& [key, part] : value.items()) write(writer.key(key), part);
        writer.end_object();
    } else if (value.is_array()) {
        writer.begin_array();
        for (const Json& part : value) write(writer, part);
        writer.end_array();
    } else if (value.is_string()) {
        writer.text(value.get_ref<const std::string&>());
    } else if (value.is_boolean()) {
        writer.truth(value.get<bool>());
    } else if (value.is_number_unsigned()) {
        writer.number(value.get<std::uint64_t>());
    } else if (value.is_number()) {
        writer.number(value.get<std::int64_t>());
    } else {
        writer.null();
    }
}

std::string written(const Json& value, JsonWriter::Layout layout, std::size_t indent = 0) {
    std::string text;
    JsonWriter writer(text, layout, indent);
    write(writer, value);
    return text;
}

void check(const Json& value) {
    // Only the differences are reported: Catch2 would take longest over equal texts.
    if (const std::string one = written(value, JsonWriter::Layout::one_line); one != json_line(value))
        CHECK(one == json_line(value));
    for (const std::size_t indent : {0, 4})
        if (const std::string lines = written(value, JsonWriter::Layout::lines, indent); lines != json_lines(value, indent))
            CHECK(lines == json_lines(value, indent));
}

class RandomJson {
public:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

    std::string text() {
        static const std::vector<std::string> pieces = {"hòa giải viên",
                                                        "Tổ hòa giải ấp 1",
                                                        "ữ",
                                                        "€",
                                                        "😀",
                                                        "\"",
                                                        "\\",
                                                        "/",
                                                        "\b\f\n\r\t",
                                                        std::string(1, '\0'),
                                                        "\x1B[31m",
                                                        "\x7F",
                                                        "\xC2\x80",
                                                        "\xC2\x9F",
                                                        "\xC2\xA0",
                                                        "\u200D",
                                                        "\u200E",
                                                        "\u200F",
                                                        "\u2029",
                                                        "\u202A",
                                                        "\u202E",
                                                        "\u202F",
                                                        "\u2065",
                                                        "\u2066",
                                                        "\u2069",
                                                        "\u206A",
                                                        "\uFEFF",
                                                        "\uFFFF",
                                                        "\xC0\xAF",
                                                        "\xED\xA0\x80",
                                                        "\xF4\x90\x80\x80",
                                                        "\xE1\xBB",
                                                        "\xF0\x9F\x98",
                                                        "\xE2\x80"};
        std::string all;
        for (std::size_t i = below(6); i > 0; --i) {
            if (below(3) == 0)
                all += static_cast<char>(below(256));
            else
                all += pieces[below(pieces.size())];
        }
        return all;
    }

    Json value(std::size_t depth) {
        switch (below(depth > 0 ? 8 : 6)) {
            case 0:
                return nullptr;
            case 1:
                return below(2) == 0;
            case 2:
                return static_cast<std::uint64_t>(random_()) >> below(64);
            case 3:
                return static_cast<std::int64_t>(random_()) >> below(64);
            case 6: {
                Json all = Json::array();
                for (std::size_t i = below(4); i > 0; --i) all.push_back(value(depth - 1));
                return all;
            }
            case 7: {
                Json all = Json::object();
                for (std::size_t i = below(4); i > 0; --i) all[text()] = value(depth - 1);
                return all;
            }
            default:
                return text();
        }
    }

private:
    std::mt19937_64 random_{20};
};

}  // namespace

TEST_CASE("written without a tree as with one", "[output][json]") {
    RandomJson random;
    for (int i = 0; i < 20'000; ++i) check(random.value(4));
}

TEST_CASE("each byte, and each pair of bytes, is written as with a tree", "[output][json]") {
    for (unsigned first = 0; first < 256; ++first) {
        std::string row;
        for (unsigned second = 0; second < 256; ++second) {
            const char bytes[] = {static_cast<char>(first), static_cast<char>(second)};
            row.append(bytes, 2);
            check(std::string(bytes, 2));
        }
        check(row);
    }
}

TEST_CASE("each character of the basic plane, and what is cut out of it, is written as with a tree", "[output][json]") {
    for (unsigned lead = 0xE0; lead < 0xF0; ++lead)
        for (unsigned second = 0x70; second < 0xD0; ++second) {
            std::string row;
            for (unsigned third = 0x70; third < 0xD0; ++third) {
                const char bytes[] = {static_cast<char>(lead), static_cast<char>(second), static_cast<char>(third)};
                row.append(bytes, 3);
            }
            check(row);
        }
}

TEST_CASE("what holds nothing is a pair of brackets", "[output][json]") {
    const Json value = {{"list", Json::array()}, {"object", Json::object()}, {"both", {Json::array(), Json::object()}}};
    check(value);
    CHECK(written(value, JsonWriter::Layout::one_line) == R"({"list":[],"object":{},"both":[[],{}]})");
    CHECK(written(Json::array(), JsonWriter::Layout::lines) == "[]");
}

TEST_CASE("a terminal obeys nothing in the text, and Vietnamese stays as it is", "[output][json]") {
    CHECK(written("hòa giải\x1B\x7F\xC2\x9B\u202E", JsonWriter::Layout::one_line) == R"("hòa giải\u001b\u007f\u009b\u202e")");
    CHECK(written("a\xFF\xE1\xBB", JsonWriter::Layout::one_line) == "\"a\uFFFD\uFFFD\"");
}
