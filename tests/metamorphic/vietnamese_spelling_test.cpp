// Random expressions printed with Vietnamese words and read again are the same tree; mixing the spellings changes nothing.
#include <catch2/catch.hpp>

#include <random>

#include "tests/language/trees.h"

using namespace hoagiai;

TEST_CASE("random expressions in the Vietnamese spelling are read as the same tree", "[metamorphic]") {
    std::mt19937 random(20131);
    std::size_t different = 0;
    for (int i = 0; i < 3000; ++i) {
        Ast ast;
        ast.texts.push_back(Text::unplaced(""));
        const ExprId id = test::random_tree(ast, random, 5);
        const std::string english = print_expression(ast, id), vietnamese = print_expression(ast, id, Spelling::vi);
        INFO(vietnamese);
        const test::Read again = test::read(vietnamese);
        REQUIRE(again.id != no_expr);
        REQUIRE(test::same_tree(ast, id, again.ast, again.id));
        REQUIRE(print_expression(again.ast, again.id) == english);
        different += vietnamese != english;
    }
    CHECK(different > 1500);
}
