// The book itself: its head, its definitions, and that what is wrong anywhere is said in one run.
#include <catch2/catch.hpp>

#include "tests/rulebook/reading.h"

using namespace hoagiai;
using namespace hoagiai::support;
using Lines = std::vector<std::string>;

TEST_CASE("a whole book is read as it was written", "[rulebook]") {
    const ReadBook read = read_document(R"(# yaml-language-server: $schema=../rulebook.schema.json
rulebook: law-35-2013
title: {vi: "Luật Hòa giải ở cơ sở", en: "Law on Grassroots Mediation"}
source: {number: 35/2013/QH13, issuer: "Quốc hội", issued: 2013-06-20, url: "https://example.org"}
in_force: {from: 2014-01-01, to: 2024-12-31}
status: draft
# outline and no_rule have tests
# of their own
criteria: [T02, T03]
parameters:
  min_mediators:
    title: {vi: "Số tối thiểu", en: "Minimum"}
    type: integer
    measure: {vi: "hòa giải viên", en: "mediators"}
    values:
      - {from: 2014-01-01, to: 2019-12-31, value: 3, basis: {article: 12, clause: 1}}
      - {from: 2020-01-01, value: 5}
definitions:
  mediator:
    serving: (active else true)
  team:
    size: count(mediators where serving)
rules:
  - id: R01
    kind: target
    title: {vi: "Đủ người", en: "Enough people"}
    basis: [{article: 012, clause: no, point: a}, {instrument: x, passage: "đạt", url: u}]
    criteria: [T02, T03]
    for: team
    when: size > 0
    require: size >= min_mediators
    severity: critical
    on: [established_on, ended_on]
    in_force: {from: 2014-01-01}
    finding: {vi: "Có {size}.", en: "Has {size}."}
    recommend:
      - {to: front_committee, within: period_days, when: size = 0, vi: "Bầu {size}.", en: "Elect."}
)");
    CHECK(read.said() == Lines{});
    REQUIRE(read.book);
    const Rulebook& book = *read.book;
    CHECK(book.name.value == "law-35-2013");
    CHECK(book.title == Words{"Luật Hòa giải ở cơ sở", "Law on Grassroots Mediation"});
    CHECK(book.instrument.number == "35/2013/QH13");
    CHECK(book.instrument.issuer == "Quốc hội");
    CHECK(book.instrument.url == "https://example.org");
    CHECK(book.instrument.issued == parse_iso_date("2013-06-20"));
    CHECK(book.in_force.from == parse_iso_date("2014-01-01"));
    CHECK(book.in_force.to == parse_iso_date("2024-12-31"));
    CHECK(book.draft);
    CHECK(book.sha256.size() == 64);

    REQUIRE(book.parameters.size() == 1);
    const ParameterDecl& parameter = book.parameters[0];
    CHECK(parameter.name.value == "min_mediators");
    CHECK(parameter.type.value == "integer");
    CHECK(parameter.title.en == "Minimum");
    CHECK(parameter.measure.vi == "hòa giải viên");
    REQUIRE(parameter.values.size() == 2);
    CHECK(parameter.values[0].span.to == parse_iso_date("2019-12-31"));
    REQUIRE(parameter.values[0].values.size() == 1);
    CHECK(parameter.values[0].values[0].value == "3");
    REQUIRE(parameter.values[0].basis.size() == 1);
    CHECK(parameter.values[0].basis[0].article == "12");
    CHECK_FALSE(parameter.values[1].span.to);

    REQUIRE(book.definitions.size() == 2);
    CHECK(book.definitions[1].entity.value == "team");
    CHECK(book.definitions[1].name.value == "size");
    CHECK(print_expression(book.ast, book.definitions[1].expr) == "count(mediators where serving)");

    REQUIRE(book.rules.size() == 1);
    const RuleDecl& rule = book.rules[0];
    CHECK(rule.id.value == "R01");
    CHECK(rule.kind == RuleKind::target);
    CHECK(rule.severity == RuleSeverity::critical);
    CHECK(rule.title.en == "Enough people");
    REQUIRE(rule.basis.size() == 2);
    CHECK(rule.basis[0].article == "012");  // text, no number
    CHECK(rule.basis[0].clause == "no");    // text, no truth value
    CHECK(rule.basis[0].point == "a");
    CHECK(rule.basis[1].instrument == "x");
    CHECK(rule.basis[1].passage == "đạt");
    CHECK(rule.basis[1].url == "u");
    CHECK(rule.criteria == std::vector<std::string>{"T02", "T03"});
    CHECK(rule.entity.value == "team");
    CHECK(rule.has_when);
    CHECK(rule.has_require);
    CHECK(print_expression(book.ast, rule.when) == "size > 0");
    CHECK(print_expression(book.ast, rule.require) == "size >= min_mediators");
    REQUIRE(rule.on.size() == 2);
    CHECK(print_expression(book.ast, rule.on[1]) == "ended_on");
    REQUIRE(rule.in_force);
    CHECK(rule.in_force->from == parse_iso_date("2014-01-01"));
    REQUIRE(rule.finding_en.parts.size() == 3);
    CHECK(rule.finding_en.parts[0].literal == "Has ");
    CHECK(print_expression(book.ast, rule.finding_en.parts[1].expr) == "size");
    REQUIRE(rule.recommend.size() == 1);
    CHECK(rule.recommend[0].to.value == "front_committee");
    REQUIRE(rule.recommend[0].within);
    CHECK(rule.recommend[0].within->value == "period_days");
    CHECK(print_expression(book.ast, rule.recommend[0].when) == "size = 0");
    CHECK(rule.recommend[0].vi.parts.size() == 3);
}

TEST_CASE("a file is known by its first key", "[rulebook]") {
    const auto kind = [](const std::string& text) {
        Diagnostics said;
        const auto root = read_yaml(std::make_shared<const Source>("t.yaml", text), said);
        REQUIRE(root);
        return file_kind(*root);
    };
    CHECK(kind("rulebook: a\ntests: b\n") == FileKind::rulebook);
    CHECK(kind("profile: a\n") == FileKind::profile);
    CHECK(kind("catalogue: a\n") == FileKind::catalogue);
    CHECK(kind("tests: a\nrulebook: b\n") == FileKind::tests);
    CHECK(kind("title: a\nrulebook: b\n") == FileKind::other);
    CHECK(kind("[rulebook]\n") == FileKind::other);
    CHECK(kind("rulebook\n") == FileKind::other);
    CHECK(kind("{}\n") == FileKind::other);
}

TEST_CASE("what is no rulebook is refused whole", "[rulebook]") {
    const ReadBook tests = read_document("tests: a.yaml\ncases: []\n");
    CHECK_FALSE(tests.book);
    CHECK(tests.said() == Lines{"B012 1:1 this file is no rulebook, it is a file of tests"});
    CHECK(read_document("profile: a\n").said() == Lines{"B012 1:1 this file is no rulebook, it is a profile"});
    CHECK(read_document("title: a\nrulebook: b\n").said() == Lines{"B012 1:1 this file is no rulebook"});
    CHECK(read_document("- rulebook: b\n").said() == Lines{"B012 1:1 this file is no rulebook"});
    CHECK(read_document("{}\n").said() == Lines{"B012 1:1 this file is no rulebook"});
    const ReadBook broken = read_document("");
    CHECK_FALSE(broken.book);
    CHECK(broken.diagnostics.has_errors());
}

TEST_CASE("name and title are required", "[rulebook]") {
    CHECK(read_document("rulebook: b\n").said() == Lines{"B002 1:1 the rulebook has no `title`"});
    CHECK(read_document("rulebook:\ntitle: {vi: B, en: B}\n").said() == Lines{"B003 1:1 nothing stands behind `rulebook:`"});
    CHECK(read_document("rulebook: ''\ntitle: {vi: B, en: B}\n").said() == Lines{"B003 1:11 `rulebook` is blank"});
    CHECK(read_document("rulebook: [b]\ntitle: {vi: B, en: B}\n").said() ==
          Lines{"B003 1:11 a text or a value is needed, this is a list"});
    CHECK(read_document("rulebook: tên sách\ntitle: {vi: B, en: B}\n").places() == Lines{"B006 1:11"});
}

TEST_CASE("texts come in both languages", "[rulebook]") {
    const ReadBook plain = read_document("rulebook: b\ntitle: Luật\n");
    CHECK(plain.said() == Lines{"B003 2:8 `title` needs a Vietnamese and an English text, this is a text"});
    CHECK(plain.diagnostics.all()[0].message.vi == "`title` cần câu tiếng Việt và câu tiếng Anh, ở đây là một câu");
    CHECK(plain.diagnostics.all()[0].help ==
          Words{"viết title: {vi: \"…\", en: \"…\"}", "write title: {vi: \"…\", en: \"…\"}"});
    CHECK(read_document("rulebook: b\ntitle: [a]\n").places() == Lines{"B003 2:8"});
    const ReadBook one = read_document("rulebook: b\ntitle: {vi: Luật}\n");
    CHECK(one.said() == Lines{"B011 2:13 `title` has no English"});
    CHECK_FALSE(one.diagnostics.has_errors());
    CHECK(one.book->title == Words{"Luật", "Luật"});
    CHECK(read_document("rulebook: b\ntitle: {en: Law}\n").said() == Lines{"B002 2:9 the part `title` has no `vi`"});
    CHECK(read_document("rulebook: b\ntitle: {vi: Luật, em: Law}\n").said() ==
          Lines{"B011 2:13 `title` has no English", "B001 2:19 a part `title` has no key `em`"});
}

TEST_CASE("unknown keys are refused with what was meant", "[rulebook]") {
    const ReadBook near = read_body("parametres: {}\n");
    CHECK(near.said() == Lines{"B001 3:1 a rulebook has no key `parametres`"});
    CHECK(near.diagnostics.all()[0].help.en == "did you mean `parameters`?");
    CHECK(near.diagnostics.all()[0].help.vi == "có phải ý bạn là `parameters`?");
    CHECK(near.diagnostics.all()[0].message.vi == "bộ quy tắc không có khóa `parametres`");
    const ReadBook far = read_body("zzzzzzzz: 1\n");
    CHECK(far.diagnostics.all()[0].help.en.rfind("write one of: rulebook, title, source, in_force, status, extends", 0) == 0);
    CHECK(read_body("source: {nubmer: 1}\n").said() == Lines{"B001 3:10 a part `source` has no key `nubmer`"});
}

TEST_CASE("a key with nothing behind it is not passed over", "[rulebook]") {
    CHECK(read_body("in_force:\n").said() == Lines{"B003 3:1 nothing stands behind `in_force:`"});
    CHECK(read_body("source: {number: }\n").said() == Lines{"B003 3:10 nothing stands behind `number:`"});
    // A book that is only begun.
    CHECK(read_body("parameters:\ndefinitions:\nrules:\n").said() == Lines{});
}

TEST_CASE("days are ISO days that exist", "[rulebook]") {
    CHECK(read_body("in_force: {from: 2023-02-29}\n").said() == Lines{"B005 3:18 `2023-02-29` is no day that exists"});
    CHECK(read_body("in_force: {from: 2024-02-29}\n").said() == Lines{});
    CHECK(read_body("in_force: {from: 01/01/2014}\n").places() == Lines{"B005 3:18"});
    CHECK(read_body("in_force: {from: 2014}\n").places() == Lines{"B005 3:18"});
    CHECK(read_body("in_force: {from: 2014-1-1}\n").places() == Lines{"B005 3:18"});
    CHECK(read_body("source: {issued: hôm qua}\n").places() == Lines{"B005 3:18"});
    CHECK(read_body("in_force: 2014-01-01\n").said() ==
          Lines{"B003 3:11 a part `in_force` is made of keys `key: value`, this is a text"});
    CHECK(read_body("in_force: {from: [2014-01-01]}\n").places() == Lines{"B003 3:18"});
}

TEST_CASE("a span does not end before it begins", "[rulebook]") {
    const ReadBook read = read_body("in_force: {from: 2014-01-02, to: 2014-01-01}\n");
    CHECK(read.said() == Lines{"B008 3:34 `to` (2014-01-01) is before `from` (2014-01-02)"});
    REQUIRE(read.diagnostics.all()[0].related.size() == 1);
    CHECK(read.diagnostics.all()[0].related[0].place.column == 18);
    CHECK(read_body("in_force: {from: 2014-01-01, to: 2014-01-01}\n").said() == Lines{});
    CHECK(read_body("in_force: {to: 2014-01-01}\n").said() == Lines{});
}

TEST_CASE("what later versions will read is refused plainly", "[rulebook]") {
    const ReadBook read = read_body("extends: ../law.yaml\noverride: [{parameter: p, value: 5}]\noff: [{rule: r}]\n");
    CHECK(read.said() == Lines{"B010 3:10 this version does not support `extends` yet",
                               "B010 4:11 this version does not support `override` yet",
                               "B010 5:6 this version does not support `off` yet"});
    CHECK(read.diagnostics.all()[0].message.vi == "phiên bản này chưa hỗ trợ `extends`");
}

TEST_CASE("status is draft or nothing", "[rulebook]") {
    CHECK(read_body("status: draft\n").book->draft);
    const ReadBook final = read_body("status: final\n");
    CHECK_FALSE(final.book->draft);
    CHECK(final.said() == Lines{"B004 3:9 `status` cannot be `final`"});
}

TEST_CASE("outline and no_rule have a shape", "[rulebook]") {
    CHECK(read_body("outline: {1: 3, 2: ba, 3: [1]}\n").said() ==
          Lines{"B003 3:20 `ba` is no number of clauses", "B003 3:27 a text or a value is needed, this is a list"});
    CHECK(read_body("outline: [1, 2]\n").places() == Lines{"B003 3:10"});
    CHECK(read_body("outline: {1: 0}\n"
                    "no_rule: [{article: 1, reason: right, clauses: 2}, {clause: 1, reason: right}, {article: 1}]\n")
              .said() == Lines{"B001 4:39 a `no_rule` item has no key `clauses`",
                               "B002 4:53 the `no_rule` item has no `article`",
                               "B002 4:81 the `no_rule` item has no `reason`"});
    CHECK(read_body("no_rule: [{criterion: M19, reason: no_feild}, {criterion: M18, reason: no_field}]\n").said() ==
          Lines{"B004 3:36 `reason` cannot be `no_feild`", "B002 3:72 `no_field` needs to say which field is missing"});
}

TEST_CASE("outline and no_rule are kept as they are written", "[rulebook]") {
    const ReadBook read = read_body(
        "outline: {1: 3, 2: 0}\n"
        "no_rule:\n"
        "  - {article: 1, clause: 2, reason: no_field, field: case.place, note: {vi: Vì sao, en: Why}}\n"
        "  - {criterion: M19, reason: right}\n"
        "criteria: [M19]\n");
    CHECK(read.said() == Lines{});
    REQUIRE(read.book->outline.size() == 2);
    CHECK(read.book->outline[0].article == "1");
    CHECK(read.book->outline[0].clauses == 3);
    CHECK(read.book->outline[1].clauses == 0);
    REQUIRE(read.book->no_rule.size() == 2);
    CHECK(read.book->no_rule[0].clause == "2");
    CHECK(word(read.book->no_rule[0].reason) == "no_field");
    CHECK(read.book->no_rule[0].field == "case.place");
    CHECK(read.book->no_rule[0].note == Words{"Vì sao", "Why"});
    CHECK(read.book->no_rule[1].criterion == "M19");
    CHECK(read.book->criteria == std::vector<std::string>{"M19"});
}

TEST_CASE("articles and clauses outside the outline, and excuses for what has a rule", "[rulebook]") {
    const auto with = [](const std::string& outline, const std::string& basis, const std::string& excuse) {
        return read_body("outline: " + outline + "\nno_rule: [" + excuse +
                         "]\nrules:\n  - id: a\n    kind: data\n    for: team\n" + "    basis: " + basis +
                         "\n    criteria: [T02]\n    require: logbook\n" + "    finding: {vi: a, en: a}\n")
            .said();
    };
    const std::string other = "{article: 2, reason: right}";
    CHECK(with("{1: 1, 2: 0}", "{article: 1, clause: 1}", other) == Lines{});
    CHECK(with("{1: 1, 2: 0}", "{article: 1}", other) == Lines{});
    CHECK(with("{1: 1, 2: 0}", "{article: 3, instrument: x}", other) == Lines{});
    CHECK(with("{1: 1, 2: 0}", "{article: 1, clause: 2}", other) ==
          Lines{"B070 6:9 the basis is Article 1(2), which the `outline` does not have"});
    CHECK(with("{1: 1, 2: 0}", "{article: 3}", other) ==
          Lines{"B070 6:9 the basis is Article 3, which the `outline` does not have"});
    CHECK(with("{1: 1}", "{article: 1, clause: 1}", other) ==
          Lines{"B070 4:12 `no_rule` names Article 2, which the `outline` does not have"});
    CHECK(with("{1: 1, 2: 0}", "{article: 1, clause: 1}", "{article: 2, clause: 1, reason: right}") ==
          Lines{"B070 4:12 `no_rule` names Article 2(1), which the `outline` does not have"});
    CHECK(with("{1: 1, 2: 0}", "{article: 1, clause: 1}", "{article: 1, reason: right}") ==
          Lines{"B071 4:12 the rule `a` is about this"});
    CHECK(with("{1: 2, 2: 0}", "{article: 1, clause: 1}", "{article: 1, clause: 2, reason: right}") == Lines{});
    CHECK(with("{1: 1, 2: 0}", "{article: 1, clause: 1}", "{criterion: T02, reason: right}") ==
          Lines{"B071 4:12 the rule `a` is about this"});
    CHECK(with("{1: 1, 2: 0}", "{article: 1, clause: 1}", "{criterion: T03, reason: right}") == Lines{});
}

TEST_CASE("definitions: an expression that did not parse stays as a name", "[rulebook]") {
    const ReadBook read =
        read_body("definitions:\n  team:\n    size: count(\n    big: size > 3\n    none_yet:\n    list: [a]\n");
    REQUIRE(read.book->definitions.size() == 4);
    CHECK(read.book->definitions[0].expr == no_expr);
    CHECK(read.book->definitions[1].expr != no_expr);
    CHECK(read.book->definitions[2].expr == no_expr);
    CHECK(read.places().size() == 3);
    CHECK(read.places()[0][0] == 'X');
    CHECK(read.said()[1] == "B003 7:5 a text or a value is needed, this is nothing");
    CHECK(read.said()[2] == "B003 8:11 a text or a value is needed, this is a list");
    CHECK(read_body("definitions: [a]\n").places() == Lines{"B003 3:14"});
    CHECK(read_body("definitions:\n  team: size\n").said() ==
          Lines{"B003 4:9 a group of definitions is made of keys `key: value`, this is a text"});
}

TEST_CASE("names are what expressions can say", "[rulebook]") {
    CHECK(read_body("definitions:\n  team:\n    cỡ_tổ: 1\n    size2: 2\n").said() == Lines{});
    const ReadBook read =
        read_body("definitions:\n  team:\n    my-size: 1\n    2nd: 2\n    and: 3\n    as_of: 4\n    a b: 5\n    a.b: 6\n");
    CHECK(read.places() == Lines{"B006 5:5", "B006 6:5", "B006 7:5", "B006 8:5", "B006 9:5", "B006 10:5"});
    CHECK(read.diagnostics.all()[0].message.en == "expressions cannot call a definition `my-size`");
    CHECK(read.diagnostics.all()[0].help.en ==
          "use letters, digits and `_`, no digit first, and no keyword; for instance my_size");
    CHECK(read.diagnostics.all()[1].help.en ==
          "use letters, digits and `_`, no digit first, and no keyword; for instance x_2nd");
    CHECK(read.diagnostics.all()[2].help.en ==
          "use letters, digits and `_`, no digit first, and no keyword; for instance x_and");
}

TEST_CASE("within an entity a name stands once, wherever its tone mark stands", "[rulebook]") {
    const ReadBook read = read_body("definitions:\n  team:\n    hòa: 1\n    hoà: 2\n    Hòa: 3\n  mediator:\n    hòa: 4\n");
    CHECK(read.said() == Lines{"B007 6:5 `hoà` differs from `hòa` only in capitals or in where a tone mark stands",
                               "B007 7:5 `Hòa` differs from `hòa` only in capitals or in where a tone mark stands"});
    REQUIRE(read.diagnostics.all()[0].related.size() == 1);
    CHECK(read.diagnostics.all()[0].related[0].place.line == 5);
    CHECK(read_body("definitions:\n  team:\n    a: 1\n    a: 2\n").places() == Lines{"Y002 6:5"});
}

TEST_CASE("words of kinds and severities", "[rulebook]") {
    CHECK(word(RuleKind::requirement) == "requirement");
    CHECK(word(RuleKind::target) == "target");
    CHECK(word(RuleKind::data) == "data");
    CHECK(word(RuleKind::question) == "question");
    CHECK(word(RuleKind::selection) == "selection");
    CHECK(word(RuleSeverity::critical) == "critical");
    CHECK(word(RuleSeverity::major) == "major");
    CHECK(word(RuleSeverity::minor) == "minor");
    CHECK(word(RuleSeverity::info) == "info");
}
