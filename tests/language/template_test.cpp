// Messages with expressions: what is literal, what is read, and places inside the whole message.
#include <catch2/catch.hpp>

#include "engine/language/parser.h"
#include "tests/language/trees.h"

using namespace hoagiai;
using namespace hoagiai::test;

namespace {

struct Message {
    Ast ast;
    Diagnostics diagnostics;
    Template parts;
};

Message message(const std::string& text) {
    Message result;
    result.parts = parse_template(result.ast, text_of(text), result.diagnostics);
    return result;
}

/// Literal parts in bars, expressions as their shape.
std::string shape_of(const Message& message) {
    std::string result;
    for (const Template::Part& part : message.parts.parts)
        result += part.expr == no_expr ? "|" + part.literal + "|" : "<" + shape(message.ast, part.expr) + ">";
    return result;
}

struct Slip {
    std::string code;
    std::uint32_t column, end_column;
    friend bool operator==(const Slip&, const Slip&) = default;
};

Slip slip(const Message& message, std::size_t index = 0) {
    REQUIRE(message.diagnostics.all().size() > index);
    const Diagnostic& one = message.diagnostics.all()[index];
    return {one.code, one.place.column, one.place.end_column};
}

}  // namespace

TEST_CASE("a message is cut into literals and expressions", "[language]") {
    const std::pair<const char*, const char*> messages[] = {
        {"", ""},
        {"Tổ hòa giải.", "|Tổ hòa giải.|"},
        {"{name}", "<name>"},
        {"Tổ {name} có {size} người, thiếu {min - size}.", "|Tổ |<name>| có |<size>| người, thiếu |<(- min size)>|.|"},
        {"{a}{ b }", "<a><b>"},
        {"{{a}}", "|{a}|"},
        {"{{{a}}}", "|{|<a>|}|"},
        {"{{}}{{", "|{}{|"},
        {"{count(a where b = \"}\")}!", "<(call count a of:- where:(b = '}'))>|!|"},
        {"{b = \"\\\"}\"}", "<(b = '\"}')>"},
        {"a\n{\n b\n}\n", "|a\n|<b>|\n|"},
    };
    for (const auto& [text, expected] : messages) {
        const Message result = message(text);
        INFO(text);
        CHECK(result.diagnostics.empty());
        CHECK(shape_of(result) == expected);
        CHECK(result.ast.texts.size() == (result.ast.nodes.empty() ? 0 : 1));
    }
    CHECK(message("").parts.empty());
}

TEST_CASE("expressions of a message stand where they stand in the whole message", "[language]") {
    const Message result = message("Tổ {name} có { số + 1 }.");
    REQUIRE(result.parts.parts.size() == 5);
    const Place name = result.ast.place(result.parts.parts[1].expr), sum = result.ast.place(result.parts.parts[3].expr);
    CHECK(name.column == 5);
    CHECK(name.end_column == 9);
    CHECK(sum.column == 16);
    CHECK(sum.end_column == 22);
    CHECK(result.ast[result.parts.parts[1].expr].text == 0);
}

TEST_CASE("a message after other expressions has a text of its own", "[language]") {
    Ast ast;
    Diagnostics diagnostics;
    parse_expression(ast, text_of("a"), diagnostics);
    parse_template(ast, text_of("no expression"), diagnostics);
    const Template both = parse_template(ast, text_of("{b} {c}"), diagnostics);
    CHECK(ast.texts.size() == 2);
    CHECK(ast.place(both.parts[2].expr).column == 6);
}

TEST_CASE("slips with braces are told with their places", "[language]") {
    CHECK(slip(message("Tổ {name")) == Slip{"X015", 4, 5});
    CHECK(slip(message("a {} b")) == Slip{"X015", 3, 5});
    CHECK(slip(message("a { \n} b")).code == "X015");
    CHECK(slip(message("a } b")) == Slip{"X015", 3, 4});
    CHECK(slip(message("{a}}")) == Slip{"X015", 4, 5});
    CHECK(slip(message("ế {a >=} b")) == Slip{"X008", 8, 8});
    CHECK(slip(message("ế {(a} b")) == Slip{"X010", 4, 5});
    CHECK(slip(message("ế {a b} c")) == Slip{"X009", 6, 7});
    CHECK(slip(message("{a = \"b} c")) == Slip{"X007", 6, 7});
    CHECK(slip(message("{a:>5}")) == Slip{"X004", 3, 4});
}

TEST_CASE("one slip in a message does not hide the next, and the rest is kept", "[language]") {
    const Message result = message("x {a +} y {b} z {} {c d}");
    CHECK(result.diagnostics.all().size() == 3);
    CHECK(slip(result, 1).code == "X015");
    CHECK(slip(result, 2) == Slip{"X009", 23, 24});
    CHECK(shape_of(result) == "|x  y |<b>| z  |");
}
