// Rules: what is required of them, what is refused, and what stays of a rule with errors.
#include <catch2/catch.hpp>

#include "tests/rulebook/reading.h"

using namespace hoagiai;
using namespace hoagiai::support;
using Lines = std::vector<std::string>;

TEST_CASE("each required key of a rule is asked for", "[rulebook]") {
    const std::string keys[] = {"id: a", "kind: data", "for: team", "require: active", "finding: {vi: v, en: e}"};
    for (std::size_t left_out = 0; left_out < 5; ++left_out) {
        std::string rule;
        for (std::size_t i = 0; i < 5; ++i)
            if (i != left_out) rule += (rule.empty() ? "" : ", ") + keys[i];
        const std::string key = keys[left_out].substr(0, keys[left_out].find(':'));
        const ReadBook read = read_body("rules:\n  - {" + rule + "}\n");
        CHECK(read.said() == Lines{"B002 4:6 the rule has no `" + key + "`"});
        CHECK(read.diagnostics.all()[0].message.vi == "quy tắc thiếu `" + key + "`");
        CHECK(read.book->rules.size() == 1);
    }
    CHECK(read_body("rules:\n  - {}\n").places() == Lines{"B002 4:5", "B002 4:5", "B002 4:5", "B002 4:5", "B002 4:5"});
}

TEST_CASE("what is not said has its default", "[rulebook]") {
    const ReadBook read = read_rule_with("# only what is required");
    CHECK(read.said() == Lines{});
    REQUIRE(read.book->rules.size() == 1);
    const RuleDecl& rule = read.book->rules[0];
    CHECK(rule.severity == RuleSeverity::major);
    CHECK_FALSE(rule.has_when);
    CHECK(rule.when == no_expr);
    CHECK(rule.title == Words{"a", "a"});
    CHECK_FALSE(rule.in_force);
    CHECK(rule.on.empty());
    CHECK(rule.recommend.empty());
    CHECK(rule.basis.empty());
}

TEST_CASE("an expression that did not parse leaves its mark", "[rulebook]") {
    const ReadBook read = read_body(
        "rules:\n  - {id: a, kind: data, for: team, when: 'a >', require: '(b', on: ['c +', d], finding: {vi: \"{x\", en: "
        "e}}\n");
    REQUIRE(read.book->rules.size() == 1);
    const RuleDecl& rule = read.book->rules[0];
    CHECK(rule.has_when);
    CHECK(rule.when == no_expr);
    CHECK(rule.has_require);
    CHECK(rule.require == no_expr);
    CHECK(rule.on.size() == 1);
    CHECK(read.diagnostics.errors() == 4);
    for (const Diagnostic& said : read.diagnostics.all()) CHECK(said.code[0] == 'X');
}

TEST_CASE("a blank condition does not mean always", "[rulebook]") {
    const ReadBook read = read_rule_with("when:");
    CHECK(read.said() == Lines{"B003 4:5 nothing stands behind `when:`"});
    CHECK(read.book->rules[0].has_when);
    CHECK(read_rule_with("when: ''").places().size() == 1);
    CHECK(read_rule_with("on:").said() == Lines{"B003 4:5 nothing stands behind `on:`"});
    CHECK(read_rule_with("on: []").said() == Lines{"B003 4:5 `on` names no date"});
    CHECK(read_rule_with("when: [active]").said() == Lines{"B003 4:11 a text or a value is needed, this is a list"});
}

TEST_CASE("on takes one date or several", "[rulebook]") {
    CHECK(read_rule_with("on: ended_on").book->rules[0].on.size() == 1);
    CHECK(read_rule_with("on: [ended_on, paid_on]").book->rules[0].on.size() == 2);
}

TEST_CASE("kind and severity are known words", "[rulebook]") {
    const ReadBook kind = read_body("rules:\n  - {id: a, kind: Data, for: team, require: b, finding: {vi: v, en: e}}\n");
    CHECK(kind.said() == Lines{"B004 4:19 `kind` cannot be `Data`"});
    CHECK(kind.diagnostics.all()[0].help.en == "did you mean `data`?");
    const ReadBook severity = read_rule_with("severity: high");
    CHECK(severity.said() == Lines{"B004 4:15 `severity` cannot be `high`"});
    CHECK(severity.diagnostics.all()[0].help.en == "write one of: critical, major, minor, info");
    CHECK(severity.diagnostics.all()[0].message.vi == "`severity` không có giá trị `high`");
}

TEST_CASE("ids are of plain letters, digits, - and _", "[rulebook]") {
    const auto places = [](const std::string& id) {
        return read_body("rules:\n  - {id: " + id + ", kind: data, for: team, require: b, finding: {vi: v, en: e}}\n").places();
    };
    for (const std::string good : {"a", "R01", "team-size", "team_size", "010", "no"}) CHECK(places(good) == Lines{});
    for (const std::string bad : {"cỡ-tổ", "'a b'", "a/b", "a.b", "'a:b'", "\"a\\n\""}) {
        INFO(bad);
        CHECK(places(bad) == Lines{"B006 4:10"});
    }
    CHECK(places("''") == Lines{"B003 4:10"});
    CHECK(places("'  '") == Lines{"B003 4:10"});
}

TEST_CASE("unknown keys of rules and their parts", "[rulebook]") {
    const ReadBook read = read_rule_with("requires: b");
    CHECK(read.said() == Lines{"B001 4:5 a rule has no key `requires`"});
    CHECK(read.diagnostics.all()[0].help.en == "did you mean `require`?");
    CHECK(read_rule_with("basis: {articel: 1}").said() == Lines{"B001 4:13 a basis has no key `articel`"});
    CHECK(read_rule_with("in_force: {form: 2014-01-01}").said() == Lines{"B001 4:16 a part `in_force` has no key `form`"});
    CHECK(read_rule_with("recommend: [{to: x, vi: v, en: e, by: y}]").said() ==
          Lines{"B001 4:39 a recommendation has no key `by`"});
}

TEST_CASE("a finding is given in both languages", "[rulebook]") {
    const auto read = [](const std::string& finding) {
        return read_body("rules:\n  - {id: a, kind: data, for: team, require: b, finding: " + finding + "}\n");
    };
    const ReadBook plain = read("Thiếu");
    CHECK(plain.said() == Lines{"B003 4:57 a finding is made of keys `key: value`, this is a text"});
    CHECK(plain.diagnostics.all()[0].help ==
          Words{"viết finding: {vi: \"…\", en: \"…\"}", "write finding: {vi: \"…\", en: \"…\"}"});
    CHECK(read("[v]").places() == Lines{"B003 4:57"});
    const ReadBook vi_only = read("{vi: v}");
    CHECK(vi_only.said() == Lines{"B011 4:58 there is no English"});
    CHECK_FALSE(vi_only.diagnostics.has_errors());
    CHECK(vi_only.book->rules[0].finding_en.empty());
    CHECK(read("{vi: v, en: ''}").places() == Lines{"B011 4:58"});
    CHECK(read("{en: e}").said() == Lines{"B002 4:58 the finding has no `vi`"});
    CHECK(read("{vi: '', en: e}").said() == Lines{"B003 4:62 `vi` is blank"});
    CHECK(read("{vi: v, en: e, fr: f}").said() == Lines{"B001 4:72 a finding has no key `fr`"});
    CHECK(read("{vi: [v], en: e}").places() == Lines{"B003 4:62"});
    CHECK(read("{vi: v, en: }").said() == Lines{"B003 4:65 nothing stands behind `en:`"});
}

TEST_CASE("a recommendation has an addressee and a text", "[rulebook]") {
    const ReadBook read = read_rule_with("recommend: [{vi: v, en: e}, {to: x}, {to: y, vi: v}]");
    CHECK(read.said() == Lines{"B002 4:18 the recommendation has no `to`", "B002 4:34 the recommendation has no `vi`",
                               "B011 4:43 there is no English"});
    CHECK(read.book->rules[0].recommend.size() == 2);
    CHECK(read_rule_with("recommend: Bầu bổ sung").places() == Lines{"B003 4:16"});
    CHECK_FALSE(read_rule_with("recommend: [{to: x, vi: v, en: e}]").book->rules[0].recommend[0].within);
}

TEST_CASE("a basis says something", "[rulebook]") {
    CHECK(read_rule_with("basis: Điều 12").said() == Lines{"B003 4:12 a basis is made of keys `key: value`, this is a text"});
    CHECK(read_rule_with("basis: Điều 12").book->rules[0].basis.empty());
    CHECK(read_rule_with("basis: {}").said() == Lines{"B003 4:12 this basis says nothing"});
    CHECK(read_rule_with("basis: {}").book->rules[0].basis.empty());
    CHECK(read_rule_with("basis: {article: [1, 2]}").said() == Lines{"B003 4:22 a text or a value is needed, this is a list"});
    CHECK(read_rule_with("basis: {passage: \"đạt từ 88%\"}").said() == Lines{});
}

TEST_CASE("criteria are a list", "[rulebook]") {
    CHECK(read_rule_with("criteria: T02, T03").said() == Lines{"B003 4:15 `criteria` is a list"});
    CHECK(read_rule_with("criteria: [T02, {a: b}]").places() == Lines{"B003 4:21"});
}

TEST_CASE("rules are a list of mappings", "[rulebook]") {
    CHECK(read_body("rules: {a: b}\n").said() == Lines{"B003 3:8 `rules` is a list, each rule begins with `- id:`"});
    CHECK(read_body("rules: [a]\n").said() == Lines{"B003 3:9 a rule is made of keys `key: value`, this is a text"});
    CHECK(read_body("rules: []\n").said() == Lines{});
}

TEST_CASE("selections are read with their words", "[rulebook]") {
    const auto selection = [](const std::string& keys) {
        return "rules:\n  - {id: a, kind: selection, for: commune, choose: pilot, " + keys + "finding: {vi: v, en: e}}\n";
    };
    const ReadBook read =
        read_body(selection("rank_by: \"count(teams where active, id) descending, population tăng_dần, households\", limit: "
                            "\"10% mỗi district\", "));
    CHECK(read.said() == Lines{});
    const SelectionDecl& decl = *read.book->rules[0].selection;
    REQUIRE(decl.rank_by.size() == 3);
    CHECK(decl.rank_by[0].descending);
    CHECK_FALSE(decl.rank_by[1].descending);
    CHECK(decl.rank_by[2].descending);
    CHECK(print_expression(read.book->ast, decl.rank_by[0].expr) == "count(teams where active, id)");
    CHECK(print_expression(read.book->ast, decl.limit) == "10%");
    CHECK(print_expression(read.book->ast, decl.per) == "district");
    // Each slip at its own place.
    CHECK(read_body(selection("rank_by: \"a descending, b + ascending\", ")).said()[0].substr(0, 10) == "X008 4:86 ");
    CHECK(read_body(selection("rank_by: \"a, \", ")).said() == Lines{"B062 4:70 an expression to rank by is missing"});
    CHECK(read_body(selection("limit: 3 per, ")).said() == Lines{"B063 4:68 what forms the groups is missing behind this"});
    CHECK(read_body(selection("limit: 3 per district, per: province, ")).said() ==
          Lines{"B063 4:82 `per` stands in `limit` already"});
    CHECK(read_body(selection("per: province, ")).said() == Lines{"B063 4:59 there is a `per` and no `limit`"});
    CHECK(read_body("rules:\n  - {id: a, kind: selection, for: commune, finding: {vi: v, en: e}}\n").said() ==
          Lines{"B002 4:6 the rule has no `choose`"});
    // What it has not, and what no other kind has.
    for (const std::string key : {"when", "require", "on"})
        CHECK(read_body(selection(key + ": x, ")).said()[0].substr(0, 5) == "B060 ");
    for (const std::string key : {"choose", "rank_by", "limit", "per"})
        CHECK(read_rule_with(key + ": x").said()[0].substr(0, 5) == "B061 ");
}

namespace {

std::string version(const std::string& in_force, const std::string& id = "a") {
    return "  - {id: " + id + ", kind: data, for: team, require: b, finding: {vi: v, en: e}" +
           (in_force.empty() ? "" : ", in_force: {" + in_force + "}") + "}\n";
}

}  // namespace

TEST_CASE("one id twice is an error, unless they are versions", "[rulebook]") {
    const auto places = [](const std::string& rules) { return read_body("rules:\n" + rules).places(); };
    CHECK(places(version("") + version("", "b")) == Lines{});
    CHECK(places(version("") + version("")) == Lines{"B007 5:10"});
    CHECK(places(version("to: 2019-12-31") + version("from: 2020-01-01")) == Lines{});
    CHECK(places(version("from: 2020-01-01") + version("to: 2019-12-31")) == Lines{});
    CHECK(places(version("to: 2020-01-01") + version("from: 2020-01-01")) == Lines{"B007 5:10"});
    CHECK(places(version("from: 2019-01-01") + version("from: 2020-01-01")) == Lines{"B007 5:10"});
    CHECK(places(version("to: 2019-12-31") + version("")) == Lines{"B007 5:10"});
    CHECK(places(version("to: 2019-12-31") + version("from: 2020-01-01, to: 2020-12-31") + version("from: 2020-12-31")) ==
          Lines{"B007 6:10"});
    // A span that could not be read collides with nothing.
    CHECK(places(version("to: 2019-13-31") + version("from: 2018-01-01")) == Lines{"B005 4:88"});
    // R01 and r01 are two.
    CHECK(places(version("", "R01") + version("", "r01")) == Lines{});
}

TEST_CASE("the first of two rules with one id is named", "[rulebook]") {
    const ReadBook read = read_body("rules:\n" + version("") + version("", "b") + version(""));
    CHECK(read.said() == Lines{"B007 6:10 the rule id `a` is used already"});
    REQUIRE(read.diagnostics.all()[0].related.size() == 1);
    CHECK(read.diagnostics.all()[0].related[0].place.line == 4);
    CHECK(read.book->rules.size() == 3);
}

TEST_CASE("all that is wrong is said in one run, and the rest is read", "[rulebook]") {
    const ReadBook read = read_body(
        "statos: draft\n"
        "parameters:\n"
        "  p: {type: intger, value: 3}\n"
        "definitions:\n"
        "  team: {size: 'count('}\n"
        "rules:\n"
        "  - {id: a, kind: dta, for: team, require: 'b >', finding: {vi: v}}\n"
        "  - {id: c, kind: data, for: team, require: d, finding: {vi: v, en: e}}\n");
    CHECK(read.diagnostics.errors() == 5);
    CHECK(read.diagnostics.all().size() == 6);
    CHECK(read.book->parameters.size() == 1);
    CHECK(read.book->definitions.size() == 1);
    REQUIRE(read.book->rules.size() == 2);
    CHECK(read.book->rules[1].require != no_expr);
}
