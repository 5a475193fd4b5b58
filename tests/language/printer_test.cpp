// Printing and reading again gives the same tree, and no parenthesis can be left out.
#include <catch2/catch.hpp>

#include "engine/language/parser.h"
#include "tests/language/trees.h"

using namespace hoagiai;
using namespace hoagiai::test;

namespace {

std::string printed(const std::string& expression) {
    const Read result = read(expression);
    INFO(expression);
    CHECK(result.id != no_expr);
    return print_expression(result.ast, result.id);
}

}  // namespace

TEST_CASE("expressions are printed on one line, in English, without needless parentheses", "[language]") {
    const std::pair<const char*, const char*> forms[] = {
        {"((a))", "a"},
        {"(a+b)*c", "(a + b) * c"},
        {"(a*b)+c", "a * b + c"},
        {"a+(b+c)", "a + (b + c)"},
        {"(a+b)+c", "a + b + c"},
        {"a/(b*c)", "a / (b * c)"},
        {"-(a+b)", "-(a + b)"},
        {"-(a)", "-a"},
        {"(-a)*b", "-a * b"},
        {"-(a*b)", "-(a * b)"},
        {"not (a and b)", "not (a and b)"},
        {"(not a) and b", "not a and b"},
        {"not (a = b)", "not a = b"},
        {"(not a) = b", "(not a) = b"},
        {"(a and b) or (c and d)", "a and b or c and d"},
        {"(a or b) and (c or d)", "(a or b) and (c or d)"},
        {"a or (b or c)", "a or (b or c)"},
        {"a and (b and c)", "a and (b and c)"},
        {"(a < b) = (c > d)", "(a < b) = (c > d)"},
        {"(a + b) < (c - d) <= (e)", "a + b < c - d <= e"},
        {"(if a then b else c) = d", "(if a then b else c) = d"},
        {"if (a or b) then (if c then d else e) else (f and g)", "if a or b then if c then d else e else f and g"},
        {"if (if a then b else c) then d else e", "if (if a then b else c) then d else e"},
        {"(a   else(b or c))", "(a else b or c)"},
        {"((a else b))", "(a else b)"},
        {"not((x)in[ 1,(2) ])", "not x in [1, 2]"},
        {"(a else b) in previous   period", "(a else b) in previous period"},
        {"(a) is\nmissing", "a is missing"},
        {"count ( (mediators)where((active)) ,b )", "count(mediators where active, b)"},
        {"sum((a) of (b) where (c))", "sum(a of b where c)"},
        {"f((a = b), not c)", "f(a = b, not c)"},
        {"12 months + 1 months + 1 days + 2 day", "1 year + 1 month + 1 day + 2 days"},
        {"0.50% + 88% + 87.5% + 0% + 12.345678901%", "0.5% + 88% + 87.5% + 0% + 12.345678901%"},
        {"đếm(hòa_giải_viên mà không nữ) và a bị_thiếu", "đếm(hòa_giải_viên where not nữ) and a is missing"},
        {"\"a\\\"b\\\\c\"", "\"a\\\"b\\\\c\""},
    };
    for (const auto& [written, expected] : forms) CHECK(printed(written) == expected);
}

TEST_CASE("nothing is printed for no expression", "[language]") { CHECK(print_expression(Ast{}, no_expr).empty()); }

TEST_CASE("combinations of two operators survive printing and reading", "[language]") {
    const char* const operands[] = {"a",
                                    "-a",
                                    "a + b",
                                    "a * b",
                                    "a < b",
                                    "a in [b]",
                                    "a is missing",
                                    "not a",
                                    "a and b",
                                    "a or b",
                                    "if a then b else c",
                                    "(a else b)",
                                    "f(a)",
                                    "3 days",
                                    "88%",
                                    "2023-04-18"};
    const char* const contexts[] = {"-({})",
                                    "not ({})",
                                    "({}) + x",
                                    "x - ({})",
                                    "({}) * x",
                                    "x / ({})",
                                    "({}) <= x",
                                    "x < ({}) < y",
                                    "({}) in [x]",
                                    "x in [({})]",
                                    "({}) and x",
                                    "x or ({})",
                                    "(x else {})",
                                    "f({})",
                                    "f(x where {})",
                                    "f({} of x, {})",
                                    "if ({}) then x else y",
                                    "if x then {} else y",
                                    "if x then y else {}"};
    int count = 0;
    for (const char* operand : operands)
        for (std::string context : contexts) {
            for (std::size_t at = context.find("{}"); at != std::string::npos; at = context.find("{}", at))
                context.replace(at, 2, operand);
            const Read first = read(context);
            INFO(context);
            REQUIRE(first.id != no_expr);
            const std::string text = print_expression(first.ast, first.id);
            const Read again = read(text);
            INFO(text);
            REQUIRE(again.id != no_expr);
            CHECK(shape(first.ast, first.id) == shape(again.ast, again.id));
            CHECK(print_expression(again.ast, again.id) == text);
            ++count;
        }
    CHECK(count > 300);
}

TEST_CASE("random trees survive printing and reading, and no pair of parentheses is needless", "[language]") {
    std::mt19937 random(35);
    for (int i = 0; i < 3000; ++i) {
        Ast ast;
        const ExprId id = random_tree(ast, random, 1 + i % 4);
        const std::string text = print_expression(ast, id);
        const Read again = read(text);
        INFO(text);
        for (const Diagnostic& diagnostic : again.diagnostics.all()) UNSCOPED_INFO(diagnostic.message.en);
        REQUIRE(again.id != no_expr);
        REQUIRE(shape(ast, id) == shape(again.ast, again.id));
        if (text.size() > 120 || text.find('"') != std::string::npos) continue;
        // Without any one pair the tree is another, or there is none.
        for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
            std::size_t close = open, depth = 0;
            do {
                depth += text[close] == '(' ? 1u : 0u;
                depth -= text[close] == ')' ? 1u : 0u;
                ++close;
            } while (depth > 0);
            std::string bare = text;
            bare[close - 1] = ' ';
            bare[open] = ' ';
            const Read without = read(bare);
            INFO(bare);
            const bool same = without.id != no_expr && same_tree(ast, id, without.ast, without.id);
            REQUIRE_FALSE(same);
        }
    }
}
