// Layers as one book writes them: their form, before any other book is there.
#include <catch2/catch.hpp>

#include "tests/rulebook/reading.h"

using namespace hoagiai;
using support::read_body;
using Lines = std::vector<std::string>;

TEST_CASE("extends is a path or a list of them", "[rulebook]") {
    const auto one = read_body("extends: ../law.yaml\n");
    CHECK(one.said() == Lines{});
    REQUIRE(one.book->extends.size() == 1);
    CHECK(one.book->extends[0].value == "../law.yaml");
    CHECK(read_body("extends: [a.yaml, b.yaml]\n").book->extends.size() == 2);
    CHECK(read_body("extends: {path: a.yaml}\n").places() == Lines{"B003 3:10"});
}

TEST_CASE("an override has a parameter, a value and a reason", "[rulebook]") {
    const auto read =
        read_body("override: [{parameter: b/p, from: 2023-04-18, to: 2023-12-31, value: 5, reason: r, basis: {article: 2}}]\n");
    CHECK(read.said() == Lines{});
    REQUIRE(read.book->overrides.size() == 1);
    const OverrideDecl& one = read.book->overrides[0];
    CHECK(one.parameter.value == "b/p");
    CHECK(one.value.values.at(0).value == "5");
    CHECK(iso_date(*one.value.span.from) == "2023-04-18");
    CHECK(iso_date(*one.value.span.to) == "2023-12-31");
    CHECK(one.value.set_by == "b");
    CHECK(one.value.reason == "r");
    CHECK(one.value.basis.at(0).article == "2");
    CHECK(read_body("override: [{parameter: p, value: [a, b], reason: r}]\n").book->overrides.at(0).value.list);
    CHECK(read_body("override: {parameter: p, value: undetermined, reason: r}\n").book->overrides.at(0).value.undetermined);

    CHECK(read_body("override: [{parameter: p, value: 5}]\n").said() == Lines{"B002 3:13 the `override` item has no `reason`"});
    CHECK(read_body("override: [{value: 5, reason: r}]\n").said() == Lines{"B002 3:13 the `override` item has no `parameter`"});
    CHECK(read_body("override: [{parameter: p, reason: r}]\n").said() == Lines{"B002 3:13 the `override` item has no `value`"});
    CHECK(read_body("override: [{parameter: p, values: [], value: 5, reason: r}]\n").places() == Lines{"B001 3:27"});
    CHECK(read_body("override: [{parameter: p, from: 2023-02-30, value: 5, reason: r}]\n").book->overrides.empty());
    CHECK(read_body("override: [p]\n").places() == Lines{"B003 3:12"});
}

TEST_CASE("off has a rule and a reason", "[rulebook]") {
    const auto read = read_body("off: [{rule: law/r, reason: why, basis: [{article: 1}, {article: 2}]}]\n");
    CHECK(read.said() == Lines{});
    REQUIRE(read.book->off.size() == 1);
    CHECK(read.book->off[0].rule.value == "law/r");
    CHECK(read.book->off[0].reason == "why");
    CHECK(read.book->off[0].basis.size() == 2);
    CHECK(read_body("off: [{rule: r}]\n").said() == Lines{"B002 3:8 the `off` item has no `reason`"});
    CHECK(read_body("off: [{rule: r, reason: \" \"}]\n").places() == Lines{"B003 3:25"});
    CHECK(read_body("off: [{rule: r, reason: x, from: 2023-01-01}]\n").places() == Lines{"B001 3:28"});
}
