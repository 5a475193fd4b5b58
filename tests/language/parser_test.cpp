// The tree that each form gives, and where its parts stand.
#include "engine/language/parser.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/language/trees.h"

using namespace hoagiai;
using namespace hoagiai::test;

namespace {

std::string shape_of(const std::string& expression) {
    const Read result = read(expression);
    INFO(expression);
    for (const Diagnostic& diagnostic : result.diagnostics.all()) UNSCOPED_INFO(diagnostic.message.en);
    CHECK((result.id == no_expr) == result.diagnostics.has_errors());
    return shape(result.ast, result.id);
}

/// What the range of an expression covers.
std::string covered(const Read& result, ExprId id) {
    const Range range = result.ast[id].range;
    return result.ast.texts.at(result.ast[id].text).value.substr(range.begin, range.end - range.begin);
}

}  // namespace

TEST_CASE("the forms of the language give these trees", "[language]") {
    const std::pair<const char*, const char*> forms[] = {
        {"not active or size >= 3", "(or (not active) (size >= 3))"},
        {"3 <= size <= 10", "(3 <= size <= 10)"},
        {"a > b >= c > d", "(a > b >= c > d)"},
        {"started_on - assigned_on <= 3 days", "((- started_on assigned_on) <= 3d)"},
        {"outcome in [successful, unsuccessful]", "(in outcome [ successful unsuccessful ])"},
        {"commune.nrm_target in [advanced]", "(in commune.nrm_target [ advanced ])"},
        {"count(mediators where gender = female) >= 1", "((call count mediators of:- where:(gender = female)) >= 1)"},
        {"share(teams.cases where concluded, outcome = successful) >= 88%",
         "((call share teams.cases (outcome = successful) of:- where:concluded) >= 22/25r)"},
        {"sum(allocated of fundings where source = state)", "(call sum allocated of:fundings where:(source = state))"},
        {"every (mediators where active, hours >= 5)", "(call every mediators (hours >= 5) of:- where:active)"},
        {"some(cases, relapsed)", "(call some cases relapsed of:- where:-)"},
        {"f()", "(call f of:- where:-)"},
        {"year(ended_on) = 2023", "((call year ended_on of:- where:-) = 2023)"},
        {"if a in [b, c] then 90% else 87.5%", "(if (in a [ b c ]) 9/10r 7/8r)"},
        {"if a then b else if c then d else e", "(if a b (if c d e))"},
        {"if a then if b then c else d else e", "(if a (if b c d) e)"},
        {"1 + (if a then 2 else 3)", "(+ 1 (if a 2 3))"},
        {"elected_on is missing", "(missing elected_on)"},
        {"team.elected_on is not missing and b", "(and (given team.elected_on) b)"},
        {"not a is missing", "(not (missing a))"},
        {"(reported_size else 0) = count(mediators)", "((else reported_size 0) = (call count mediators of:- where:-))"},
        {"(ended_on else received_on) in period", "(in (else ended_on received_on) $period)"},
        {"(active else ended_on is missing or ended_on > as_of)", "(else active (or (missing ended_on) (ended_on > $as_of)))"},
        {"(a else (b else 1))", "(else a (else b 1))"},
        {"(a else if b then 1 else 2)", "(else a (if b 1 2))"},
        {"(if a then b else c)", "(if a b c)"},
        {"last_on in previous period", "(in last_on $previous_period)"},
        {"not x in allowed", "(not (in x allowed))"},
        {"x in [-1, \"a b\", 2023-04-18, true, 3 days]", "(in x [ (neg 1) 'a b' @2023-04-18 TRUE 3d ])"},
        {"paid_on = never or period_start <= paid_on <= period_end",
         "(or (paid_on = $never) ($period_start <= paid_on <= $period_end))"},
        {"a or b and not c = d + e * -f", "(or a (and b (not (c = (+ d (* e (neg f)))))))"},
        {"a and b and c", "(and a b c)"},
        {"a or b or c", "(or a b c)"},
        {"a or (b or c)", "(or a (or b c))"},
        {"a - b - c", "(- (- a b) c)"},
        {"a - (b - c)", "(- a (- b c))"},
        {"a * b / c", "(/ (* a b) c)"},
        {"- - a * b", "(* (neg (neg a)) b)"},
        {"a<-1", "(a < (neg 1))"},
        {"(a = b) = (c = d)", "((a = b) = (c = d))"},
        {"((a))", "a"},
        {"1 month + 2 years + 1 year + 0 days", "(+ (+ (+ 1mo 24mo) 12mo) 0d)"},
        {"days + month * years", "(+ days (* month years))"},
        {"year(day) = 3", "((call year day of:- where:-) = 3)"},
        {"\"xã \\\"A\\\" \\\\\" = \"\"", "('xã \"A\" \\' = '')"},
        {"0 = 0%", "(0 = 0/1r)"},
        {"100% > 0.5% > 12.345678901%", "(1/1r > 1/200r > 12345678901/100000000000r)"},
        {"9223372036854775807", "9223372036854775807"},
        {"2024-02-29 <= 2100-12-31", "(@2024-02-29 <= @2100-12-31)"},
        {"true or false", "(or TRUE FALSE)"},
        {"andy or notary or in_force or iffy", "(or andy notary in_force iffy)"},
        {" \t\n a\r\n  and\u00a0b ", "(and a b)"},
        {"a . b", "a.b"},
    };
    for (const auto& [written, expected] : forms) CHECK(shape_of(written) == expected);
}

TEST_CASE("the Vietnamese spelling gives the same tree", "[language]") {
    const std::pair<const char*, const char*> same[] = {
        {"a và b hoặc không c", "a and b or not c"},
        {"nếu a thì b còn_không c", "if a then b else c"},
        {"(a lấy 0)", "(a else 0)"},
        {"a bị_thiếu", "a is missing"},
        {"a không bị_thiếu và b", "a is not missing and b"},
        {"không a bị_thiếu", "not a is missing"},
        {"a trong kỳ và b in kỳ_trước", "a in period and b in previous period"},
        {"tổng(x của y mà z)", "tổng(x of y where z)"},
        {"đếm(hòa_giải_viên mà giới_tính = nữ) >= 1", "đếm(hòa_giải_viên where giới_tính = nữ) >= 1"},
        {"a = chưa", "a = never"},
        {"a <= 3 ngày + 2 tháng + 1 năm", "a <= 3 days + 2 months + 1 year"},
        {"năm(ngày) = tháng", "năm(ngày) = tháng"},
    };
    for (const auto& [vi, en] : same) CHECK(shape_of(vi) == shape_of(en));
}

TEST_CASE("words and keywords may be written with separate tone marks", "[language]") {
    // hoặc and vụ_việc in NFD
    const std::string nfd = "vu\u0323_vie\u0323\u0302c hoa\u0323\u0306c b";
    CHECK(shape_of(nfd) == "(or vụ_việc b)");
    const Read result = read(nfd);
    REQUIRE(result.id != no_expr);
    const auto& operands = std::get<Or>(result.ast[result.id].node).operands;
    CHECK(covered(result, operands[0]) == "vu\u0323_vie\u0323\u0302c");
    CHECK(result.ast.place(operands[1]).column == 19);
}

TEST_CASE("every node knows exactly where it stands", "[language]") {
    const Read result = read("  ( a + b ) * -c  <= count( d of e where f , g ) and (h else 1) = 2 days  ");
    REQUIRE(result.id != no_expr);
    const Ast& ast = result.ast;
    CHECK(covered(result, result.id) == "( a + b ) * -c  <= count( d of e where f , g ) and (h else 1) = 2 days");
    const auto& both = std::get<And>(ast[result.id].node).operands;
    CHECK(covered(result, both[0]) == "( a + b ) * -c  <= count( d of e where f , g )");
    CHECK(covered(result, both[1]) == "(h else 1) = 2 days");
    const auto& first = std::get<Comparison>(ast[both[0]].node).operands;
    CHECK(covered(result, first[0]) == "( a + b ) * -c");
    const auto& product = std::get<Arithmetic>(ast[first[0]].node);
    CHECK(covered(result, product.left) == "a + b");
    CHECK(covered(result, product.right) == "-c");
    CHECK(covered(result, first[1]) == "count( d of e where f , g )");
    const auto& call = std::get<Call>(ast[first[1]].node);
    CHECK(covered(result, call.arguments.at(0)) == "d");
    CHECK(covered(result, call.rows) == "e");
    CHECK(covered(result, call.condition) == "f");
    CHECK(covered(result, call.arguments.at(1)) == "g");
    CHECK(call.function.range.begin == 21);
    CHECK(call.function.range.end == 26);
    const auto& second = std::get<Comparison>(ast[both[1]].node).operands;
    CHECK(covered(result, second[0]) == "(h else 1)");
    CHECK(covered(result, second[1]) == "2 days");
    for (ExprId id = 0; id < ast.nodes.size(); ++id) CHECK(ast[id].range.begin < ast[id].range.end);
}

TEST_CASE("the parts of a path, an if and a list know where they stand", "[language]") {
    const Read result = read("if team . commune.pilot is not missing then x in [ 1 , -2 ] else not ế");
    REQUIRE(result.id != no_expr);
    const auto& conditional = std::get<If>(result.ast[result.id].node);
    CHECK(covered(result, conditional.condition) == "team . commune.pilot is not missing");
    const auto& path = std::get<Path>(result.ast[std::get<IsMissing>(result.ast[conditional.condition].node).path].node);
    REQUIRE(path.names.size() == 3);
    CHECK(path.names[1].range.begin == 10);
    CHECK(path.names[1].range.end == 17);
    const auto& in = std::get<Membership>(result.ast[conditional.then].node);
    CHECK(covered(result, in.set) == "[ 1 , -2 ]");
    CHECK(covered(result, std::get<ListLiteral>(result.ast[in.set].node).items[1]) == "-2");
    CHECK(covered(result, conditional.otherwise) == "not ế");
    CHECK(result.ast.place(conditional.otherwise).end_column == 71);
}

TEST_CASE("a failed expression leaves the arena as it was", "[language]") {
    Ast ast;
    Diagnostics diagnostics;
    const ExprId first = parse_expression(ast, text_of("a + 1"), diagnostics);
    const std::size_t nodes = ast.nodes.size();
    CHECK(parse_expression(ast, text_of("b + c + (d"), diagnostics) == no_expr);
    CHECK(ast.nodes.size() == nodes);
    CHECK(ast.texts.size() == 1);
    CHECK(diagnostics.errors() == 1);
    const ExprId second = parse_expression(ast, text_of("c is missing"), diagnostics);
    CHECK(shape(ast, first) == "(+ a 1)");
    CHECK(shape(ast, second) == "(missing c)");
    CHECK(ast[second].text == 1);
    CHECK(diagnostics.errors() == 1);
}

TEST_CASE("keywords stand English first, in both spellings", "[language]") {
    const auto& all = keywords();
    CHECK(all.front() == "and");
    for (const char* word : {"previous", "period_end", "và", "còn_không", "lấy", "kỳ_trước", "bị_thiếu"})
        CHECK(std::count(all.begin(), all.end(), word) == 1);
    for (const char* word : {"days", "ngày", "count", "đếm", ""}) CHECK(std::count(all.begin(), all.end(), word) == 0);
    const auto last_english = std::find(all.begin(), all.end(), "previous"),
               first_vietnamese = std::find(all.begin(), all.end(), "và");
    CHECK(last_english < first_vietnamese);
    // none of them can be a name
    for (const std::string& word : all) CHECK(shape_of(word + " = 1") != "(" + word + " = 1)");
}
