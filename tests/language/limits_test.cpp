// Whatever is written, reading ends, with an error where the limits are passed, and never by a stack that is too small.
#include <catch2/catch.hpp>

#include "engine/language/parser.h"
#include "tests/language/trees.h"

using namespace hoagiai;
using namespace hoagiai::test;

namespace {

std::string times(const std::string& piece, std::size_t n) {
    std::string result;
    for (std::size_t i = 0; i < n; ++i) result += piece;
    return result;
}

/// "" if it can be read, otherwise the code.
std::string code_of(const std::string& expression) {
    const Read result = read(expression);
    CHECK((result.id == no_expr) == (result.diagnostics.all().size() == 1));
    return result.diagnostics.empty() ? "" : result.diagnostics.all()[0].code;
}

}  // namespace

TEST_CASE("64 levels can be read, 65 not, however they are nested", "[language]") {
    struct Nesting {
        const char *before, *inside, *behind;
    };
    const Nesting nestings[] = {{"(", "a", ")"},
                                {"f(", "a", ")"},
                                {"not ", "a", ""},
                                {"-", "a", ""},
                                {"(a else ", "b", ")"},
                                {"f(a where ", "b", ")"},
                                {"f(a, ", "b", ")"},
                                {"f(a of ", "b", ")"},
                                {"if a then ", "b", " else c"},
                                {"if a then b else ", "c", ""},
                                {"1 - (", "a", ")"}};
    for (const Nesting& nesting : nestings) {
        INFO(nesting.before);
        CHECK(code_of(times(nesting.before, 64) + nesting.inside + times(nesting.behind, 64)).empty());
        CHECK(code_of(times(nesting.before, 65) + nesting.inside + times(nesting.behind, 65)) == "X003");
    }
    CHECK(code_of(times("not (", 32) + "a" + times(")", 32)).empty());
    CHECK(code_of(times("not (", 33) + "a" + times(")", 33)) == "X003");
}

TEST_CASE("what is nested without end is refused at the first level too many", "[language]") {
    const Read brackets = read(times("(", 60000));
    REQUIRE(brackets.diagnostics.all().size() == 1);
    CHECK(brackets.diagnostics.all()[0].code == "X003");
    CHECK(brackets.diagnostics.all()[0].place.column == 66);
    for (const char* piece :
         {"not ", "- ", "-", "if a then ", "f(", "f(a, ", "if (", "(a else ", "x in [", "[", "1 + (", "if if "})
        CHECK(!code_of(times(piece, 65000 / std::string(piece).size())).empty());
}

TEST_CASE("the length is limited", "[language]") {
    CHECK(code_of(std::string(max_expression_bytes, 'a')).empty());
    CHECK(code_of(std::string(max_expression_bytes + 1, 'a')) == "X002");
    CHECK(code_of(std::string(1000000, '(')) == "X002");
}

TEST_CASE("512 operands can be strung together, and the tree can be printed and read again", "[language]") {
    for (const char* sign : {" + 1", " - 1", " * 1", " / 1"}) {
        const Read result = read("a" + times(sign, 511));
        REQUIRE(result.id != no_expr);
        const Read again = read(print_expression(result.ast, result.id));
        CHECK(same_tree(result.ast, result.id, again.ast, again.id));
        CHECK(code_of("a" + times(sign, 512)) == "X003");
        CHECK(code_of("a" + times(sign, 10000)) == "X003");
    }
    CHECK(code_of("a" + times(" - (a", 60) + times(")", 60)).empty());
}

TEST_CASE("lists, and, or, chains and paths are as long as the text may be", "[language]") {
    CHECK(code_of("a" + times(" and a", 10000)).empty());
    CHECK(code_of("a" + times(" or a", 10000)).empty());
    CHECK(code_of("a" + times("<a", 30000)).empty());
    CHECK(code_of("x in [1" + times(",1", 30000) + "]").empty());
    CHECK(code_of("a" + times(".a", 30000)).empty());
    CHECK(code_of("f(a" + times(",a", 30000) + ")").empty());
}

TEST_CASE("any bytes that are UTF-8 end in a tree or in one error", "[language]") {
    std::mt19937 random(20230418);
    const char* const pieces[] = {"a",      "(",         ")",      "[",       "]",          ",",        ".",     "+",
                                  "-",      "*",         "/",      "=",       "<",          ">",        "!",     "%",
                                  " ",      "1",         "0",      "23",      "2023-04-18", "\"",       "'",     "\\",
                                  "and ",   "or ",       "not ",   "in ",     "is ",        "missing ", "if ",   "then ",
                                  "else ",  "where ",    "of ",    "period ", "previous ",  "never ",   "ế",     "“",
                                  "≥",      "\u00a0",    "\n",     "{",       "}",          ";",        "days ", "count(",
                                  "không ", "bị_thiếu ", "\u0301", "😀",      "\x01",       "_",        "#",     "\u200b"};
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto n = random() % 14; n > 0; --n) text += pieces[random() % std::size(pieces)];
        const Read result = read(text);
        INFO(text);
        REQUIRE((result.id == no_expr) == (result.diagnostics.all().size() == 1));
        if (result.id == no_expr) {
            const Diagnostic& diagnostic = result.diagnostics.all()[0];
            REQUIRE_FALSE(diagnostic.message.vi.empty());
            REQUIRE_FALSE(diagnostic.message.en.empty());
            REQUIRE(diagnostic.help.vi.empty() == diagnostic.help.en.empty());
            REQUIRE(result.ast.nodes.empty());
        } else {
            const std::string printed = print_expression(result.ast, result.id);
            const Read again = read(printed);
            INFO(printed);
            REQUIRE(same_tree(result.ast, result.id, again.ast, again.id));
        }
    }
}
