// What people write by habit, where the caret stands, and what they are told.
#include <catch2/catch.hpp>

#include "engine/language/parser.h"
#include "tests/language/trees.h"

using namespace hoagiai;
using namespace hoagiai::test;

namespace {

struct Case {
    const char *written, *code;
    std::uint32_t column, end_column;
    const char* help;  ///< a part of the English help; "" if there is none
};

Diagnostic only(const Read& result) {
    REQUIRE(result.id == no_expr);
    REQUIRE(result.diagnostics.all().size() == 1);
    return result.diagnostics.all()[0];
}

void check(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        INFO(one.written);
        const Read result = read(one.written);
        const Diagnostic diagnostic = only(result);
        UNSCOPED_INFO(diagnostic.message.en + " / " + diagnostic.help.en);
        CHECK(diagnostic.code == one.code);
        CHECK(diagnostic.place.column == one.column);
        CHECK(diagnostic.place.end_column == one.end_column);
        CHECK(diagnostic.severity == Severity::error);
        CHECK(diagnostic.message.vi != diagnostic.message.en);
        if (*one.help)
            CHECK(diagnostic.help.en.find(one.help) != std::string::npos);
        else
            CHECK(diagnostic.help.en.empty());
        CHECK(diagnostic.help.vi.empty() == diagnostic.help.en.empty());
    }
}

}  // namespace

TEST_CASE("signs of other languages are told by ours", "[language]") {
    check({{"a => 3", "X004", 3, 5, "`>=`"},
           {"a =< 3", "X004", 3, 5, "`<=`"},
           {"a == 3", "X004", 3, 5, "`=`"},
           {"a === 3", "X004", 3, 6, "`=`"},
           {"a <> 3", "X004", 3, 5, "`!=`"},
           {"a ≥ 3", "X004", 3, 4, "`>=`"},
           {"a ≤ 3", "X004", 3, 4, "`<=`"},
           {"a ≠ 3", "X004", 3, 4, "`!=`"},
           {"a && b", "X004", 3, 5, "`and`"},
           {"a || b", "X004", 3, 5, "`or`"},
           {"!active", "X004", 1, 2, "`not active`"},
           {"a – b", "X004", 3, 4, "`-`"},
           {"a × b", "X004", 3, 4, "`*`"},
           {"a;", "X004", 2, 3, "leave the `;` out"},
           {"a ? b : c", "X004", 3, 4, "if … then"},
           {"x in {a}", "X004", 6, 7, "`[a, b]`"},
           {"a ** 2", "X004", 3, 5, "`*`"},
           {"a # b", "X004", 3, 4, "line of its own"},
           {"rate%", "X004", 5, 6, "before it"},
           {"a $ b", "X004", 3, 4, "leave it out"},
           {"a > = 3", "X008", 5, 6, "`>=`"}});
}

TEST_CASE("texts stand in straight double quotes", "[language]") {
    check({{"x = 'abc d'", "X007", 5, 12, "`\"abc d\"`"},
           {"x = “abc”", "X007", 5, 10, "`\"abc\"`"},
           {"x = ‘ế’", "X007", 5, 8, "`\"ế\"`"},
           {"x = 'abc", "X007", 5, 6, "`\"…\"`"},
           {"x = \"abc", "X007", 5, 6, "at the end"},
           {"x = \"abc\nd\"", "X007", 5, 6, "at the end"},
           {"x = \"a\\nb\"", "X007", 7, 8, "`\\\\`"},
           {"x = \"a\\", "X007", 7, 8, "`\\\\`"}});
}

TEST_CASE("numbers have one spelling", "[language]") {
    check({{"rate >= 88 %", "X005", 9, 13, "`88%`"},
           {"rate >= 87,5%", "X005", 9, 14, "`87.5%`"},
           {"rate >= 87.5", "X005", 9, 13, "`87.5%`"},
           {"rate >= 0.885", "X005", 9, 14, "`88.5%`"},
           {"rate >= 0.5", "X005", 9, 12, "`50%`"},
           {"rate >= 0.05", "X005", 9, 13, "`5%`"},
           {"1_000", "X005", 1, 6, "`1000`"},
           {"1.000", "X005", 1, 6, "`1000`"},
           {"1.250.000", "X005", 1, 10, "`1250000`"},
           {"1 000", "X005", 1, 6, "`1000`"},
           {"1,250", "X009", 2, 3, "`1250`"},
           {"87,5", "X009", 3, 4, "87.5%"},
           {"010", "X005", 1, 4, "`10`"},
           {"00", "X005", 1, 3, "`0`"},
           {"08%", "X005", 1, 3, "`8%`"},
           {"9223372036854775808", "X005", 1, 20, "9223372036854775807"},
           {"99999999999999999999%", "X005", 1, 22, "9223372036854775807"},
           {"1.1234567891%", "X005", 1, 14, "9 digits"},
           {"3days", "X005", 1, 6, "`3 days`"},
           {"2nd_term", "X005", 1, 9, "digit"},
           {"9223372036854775807 years", "X005", 1, 26, "768614336404564650 years"},
           {"3 as_of", "X009", 3, 8, ""},
           {"size > 3 people", "X009", 10, 16, "day(s)"},
           {".5", "X005", 1, 2, "%"},
           {"a >= 3.", "X009", 7, 8, "full stop"}});
}

TEST_CASE("dates are written year-month-day and exist", "[language]") {
    check({{"2023-02-30", "X006", 1, 11, "year-month-day"},
           {"2023-13-01", "X006", 1, 11, "year-month-day"},
           {"2023-02-29", "X006", 1, 11, "year-month-day"},
           {"2023-4-5", "X006", 1, 9, "`2023-04-05`"},
           {"a > 17/04/2023", "X006", 5, 15, "`2023-04-17`"},
           {"17.4.2023", "X006", 1, 10, "`2023-04-17`"},
           {"17-04-2023", "X006", 1, 11, "`2023-04-17`"},
           {"2023-04-18T10", "X006", 1, 14, "`2023-04-18`"}});
    CHECK(read("2023 - 4 - 5").id != no_expr);
    CHECK(read("17 / 4 / 2023").id != no_expr);
}

TEST_CASE("where a value is wanted, the sign before it is named", "[language]") {
    check({{"a >=", "X008", 5, 5, ""},
           {"a >= and b", "X008", 6, 9, ""},
           {">= 3", "X008", 1, 3, ""},
           {"a + not b", "X008", 5, 8, "`(not …)`"},
           {"a = if b then c else d", "X008", 5, 7, "parentheses"},
           {"a >= 1 and <= 5", "X008", 12, 14, "`a >= 1 and a <= 5`"},
           {"x in [a,]", "X008", 9, 10, ""},
           {"x in []", "X008", 7, 8, ""},
           {"()", "X008", 2, 3, ""},
           {"f(, b)", "X008", 3, 4, ""},
           {"count(where a)", "X008", 7, 12, "count(mediators where"},
           {"[a]", "X008", 1, 2, "`in`"},
           {"previous", "X008", 1, 9, "`previous period`"}});
    const Diagnostic diagnostic = only(read("size >= "));
    CHECK(diagnostic.message.en == "expected a value after `>=`, the expression ends here");
    CHECK(diagnostic.message.vi == "sau `>=` cần một giá trị, biểu thức kết thúc ở đây");
    CHECK(diagnostic.name == "value-expected");
}

TEST_CASE("words in the wrong place or the wrong spelling", "[language]") {
    check({{"a not in [b]", "X009", 3, 6, "`not a in […]`"},
           {"team.commune.x not in [b]", "X009", 16, 19, "`not team.commune.x in […]`"},
           {"x is null", "X009", 6, 10, "`is missing`"},
           {"x is EMPTY", "X009", 6, 11, "`is missing`"},
           {"x is blank", "X009", 6, 11, "`is missing`"},
           {"x is not null", "X009", 10, 14, "`is not missing`"},
           {"x is true", "X009", 6, 10, "`= true`"},
           {"x is", "X009", 5, 5, "`is missing`"},
           {"a AND b", "X009", 3, 6, "`and`"},
           {"a OR b", "X009", 3, 5, "`or`"},
           {"NOT a", "X009", 1, 4, "`not`"},
           {"count mediators where active", "X009", 7, 16, "`count(mediators …)`"},
           {"đếm cases", "X009", 5, 10, "`đếm(cases)`"},
           {"active else true", "X009", 8, 12, "parentheses"},
           {"a where b", "X009", 3, 8, "count(mediators where"},
           {"f(a, b of c)", "X009", 8, 10, "first part"},
           {"a, b", "X009", 2, 3, "comma"},
           {"a hoac b", "X009", 3, 7, "`hoặc`"},
           {"a adn b", "X009", 3, 6, "`and`"},
           {"a equals b", "X009", 3, 9, "`=`"},
           {"a b", "X009", 3, 4, ""},
           {"a.", "X009", 3, 3, ""},
           {"a.in", "X009", 3, 5, "cannot be a name"},
           {"x in (a, b)", "X009", 6, 7, "`[a, b]`"},
           {"x in \"a\"", "X009", 6, 9, "`in [\"a\"]`"},
           {"x in 3", "X009", 6, 7, "`in [3]`"},
           {"x in as_of", "X009", 6, 11, "`in [a, b]`"},
           {"x in previous", "X009", 6, 14, "`previous period`"}});
}

TEST_CASE("chains go one way, and equalities make none", "[language]") {
    check({{"a = b = c", "X012", 7, 8, "`a = b and b = c`"},
           {"a != b != c", "X012", 8, 10, "a = b and b = c"},
           {"a < b = c", "X012", 7, 8, "a = b and b = c"},
           {"a = b < c", "X012", 7, 8, "a = b and b = c"},
           {"a < b > c", "X012", 7, 8, "`a < b and b > c`"},
           {"a <= b <= c >= d", "X012", 13, 15, "a < b and b > c"},
           {"a in [b] = c", "X009", 10, 11, "one comparison"},
           {"a is missing = true", "X009", 14, 15, "one comparison"},
           {"a = b in [c]", "X009", 7, 9, "one comparison"}});
}

TEST_CASE("`else` and `is missing` follow a path only", "[language]") {
    check({{"(a + 1 else 2)", "X013", 2, 7, "ended_on"},
           {"(count(a) else 2)", "X013", 2, 10, "ended_on"},
           {"((a else 1) else 2)", "X013", 2, 12, "ended_on"},
           {"a + 1 is missing", "X013", 1, 6, "ended_on"},
           {"f(a) is not missing", "X013", 1, 5, "ended_on"},
           {"3 is missing", "X013", 1, 2, "ended_on"}});
}

TEST_CASE("brackets and ifs that are not finished point at their beginning", "[language]") {
    check({{"1 + (a + b", "X010", 5, 6, "`)`"},
           {"count(a where b", "X010", 6, 7, "`)`"},
           {"x in [a, b", "X010", 6, 7, "`]`"},
           {"((a)", "X010", 1, 2, "`)`"},
           {"(", "X010", 1, 2, "`)`"},
           {"a)", "X011", 2, 3, "leave the `)` out"},
           {")", "X011", 1, 2, "leave the `)` out"},
           {"a]", "X011", 2, 3, "leave the `]` out"},
           {"(a]", "X009", 3, 4, ""},
           {"(a b)", "X009", 4, 5, ""},
           {"x in [a or b]", "X009", 9, 11, "commas"},
           {"if a then b", "X014", 12, 12, "if condition then value else value"},
           {"if a", "X014", 5, 5, "if condition then"},
           {"(if a then b)", "X014", 13, 14, "if condition then"},
           {"if a then if b then c else d", "X014", 29, 29, "if condition then"}});
    const Diagnostic unfinished = only(read("x + (if a then b)"));
    REQUIRE(unfinished.related.size() == 1);
    CHECK(unfinished.related[0].place.column == 6);
    const Diagnostic mixed = only(read("f(a b)"));
    REQUIRE(mixed.related.size() == 1);
    CHECK(mixed.related[0].place.column == 2);
    CHECK(mixed.message.en == "expected `,`, `)` or an operator, found `b`");
}

TEST_CASE("an empty expression is told as that", "[language]") {
    check({{"", "X001", 1, 1, "condition"}, {" \n ", "X001", 1, 2, "condition"}});
}

TEST_CASE("terminal escapes in an expression are shown, not sent", "[language]") {
    const Diagnostic diagnostic = only(read("a \x1b[31m"));
    CHECK(diagnostic.message.en.find('\x1b') == std::string::npos);
    CHECK(diagnostic.message.en.find("\\x1B") != std::string::npos);
    CHECK(only(read("a " + std::string(3000, 'b'))).message.en.size() < 300);
}
