// What an edit does not name stays as it is.
#include "engine/text/edit.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

TEST_CASE("edits are made wherever they stand in the list, and the rest stays", "[text]") {
    CHECK(edited("min_size", {}) == "min_size");
    CHECK(edited("a and b", {{6, 7, "c"}, {2, 5, "or"}}) == "a or c");
    CHECK(edited("ab", {{1, 1, "x"}, {1, 1, "y"}}) == "axyb");
    CHECK(edited("ab", {{0, 1, "z"}, {0, 0, "x"}}) == "xzb");
    CHECK(edited("ab", {{2, 2, "!"}, {1, 2, ""}}) == "a!");
}

TEST_CASE("an edit that cannot be made beside an earlier one is left out and not counted", "[text]") {
    std::size_t made = 0;
    CHECK(edited("abcdef", {{1, 4, "x"}, {3, 5, "y"}, {5, 6, ""}}, &made) == "axe");
    CHECK(made == 2);
    CHECK(edited("abcdef", {{1, 4, "x"}, {2, 2, "y"}}, &made) == "axef");
    CHECK(made == 1);
    CHECK(edited("abc", {{2, 4, "x"}, {2, 1, "y"}}, &made) == "abc");
    CHECK(made == 0);
}
