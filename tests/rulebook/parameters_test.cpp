// Parameters: their forms, and that no day has two values.
#include <catch2/catch.hpp>

#include "tests/rulebook/reading.h"

using namespace hoagiai;
using namespace hoagiai::support;
using Lines = std::vector<std::string>;

namespace {

/// One parameter p in line 4; its keys begin in column 7.
ReadBook read_parameter(const std::string& keys) { return read_body("parameters:\n  p: {" + keys + "}\n"); }

ParameterValue only_value(const ReadBook& read) {
    REQUIRE(read.book->parameters.size() == 1);
    REQUIRE(read.book->parameters[0].values.size() == 1);
    return read.book->parameters[0].values[0];
}

}  // namespace

TEST_CASE("the short form is one value for all days", "[rulebook]") {
    const ReadBook read = read_parameter("type: ratio, value: 88%, basis: {article: 1}");
    CHECK(read.said() == Lines{});
    const ParameterValue value = only_value(read);
    CHECK(value.values.at(0).value == "88%");
    CHECK(value.values.at(0).place().column == 27);
    CHECK_FALSE(value.list);
    CHECK_FALSE(value.span.from);
    CHECK(value.basis.size() == 1);
    CHECK(only_value(read_parameter("type: integer, from: 2014-01-01, value: 3")).span.from == parse_iso_date("2014-01-01"));
}

TEST_CASE("a value may be quoted, and a list", "[rulebook]") {
    CHECK(only_value(read_parameter("type: text, value: \"Kinh, Việt\"")).values.at(0).value == "Kinh, Việt");
    const ParameterValue list = only_value(read_parameter("type: list of choices, choices: [a, b], value: [a, b]"));
    CHECK(list.list);
    CHECK(list.values.size() == 2);
    const ParameterValue none = only_value(read_parameter("type: list of choices, choices: [a, b], value: []"));
    CHECK(none.list);
    CHECK(none.values.empty());
}

TEST_CASE("undetermined stands in the place of a value, in each form", "[rulebook]") {
    for (const std::string keys : {"value: undetermined", "undetermined: true", "values: [{undetermined: true}]",
                                   "values: [{value: undetermined}]", "undetermined: true, value: undetermined"}) {
        INFO(keys);
        const ReadBook read = read_parameter("type: boolean, " + keys);
        CHECK(read.said() == Lines{});
        const ParameterValue value = only_value(read);
        CHECK(value.undetermined);
        CHECK(value.values.empty());
    }
    // In quotes it is a text like any other.
    const ParameterValue text = only_value(read_parameter("type: text, value: \"undetermined\""));
    CHECK_FALSE(text.undetermined);
    CHECK(text.values.at(0).value == "undetermined");
}

TEST_CASE("undetermined is not half said", "[rulebook]") {
    CHECK(read_parameter("type: boolean, undetermined: false").said() == Lines{"B004 4:36 `undetermined` can only be true"});
    CHECK(read_parameter("type: boolean, undetermined: \"true\"").places() == Lines{"B004 4:36"});
    CHECK(read_parameter("type: integer, undetermined: true, value: 3").said() ==
          Lines{"B007 4:49 an undetermined value has no `value`"});
    CHECK(read_parameter("type: list of text, value: [a, undetermined]").said() ==
          Lines{"B003 4:38 `undetermined` cannot be an item of a list"});
}

TEST_CASE("a parameter has a type and values", "[rulebook]") {
    CHECK(read_parameter("value: 3").said() == Lines{"B002 4:7 the parameter has no `type`"});
    CHECK(read_parameter("type: integer").said() == Lines{"B002 4:7 the parameter has no `values`"});
    CHECK(read_parameter("type: integer, values: []").said() == Lines{"B003 4:30 `values` has no value"});
    CHECK(read_parameter("type: integer, values: [{from: 2014-01-01}]").said() ==
          Lines{"B002 4:32 the parameter's value has no `value`"});
    CHECK(read_parameter("type: integer, values: [3]").said() ==
          Lines{"B003 4:31 a parameter's value is made of keys `key: value`, this is a text"});
    CHECK(read_parameter("type: integer, values: [{from: 2014-01-01, value: {a: 1}}]").places() == Lines{"B003 4:57"});
    CHECK(read_parameter("type: integer, value: 3, min: 1").said() == Lines{"B001 4:32 a parameter has no key `min`"});
    CHECK(read_body("parameters: [p]\n").places() == Lines{"B003 3:13"});
    CHECK(read_body("parameters:\n  p: 3\n").said()[0] == "B003 4:6 a parameter is made of keys `key: value`, this is a text");
    CHECK(read_body("parameters:\n  p:\n").places() == Lines{"B003 4:3"});
}

TEST_CASE("the short form does not stand beside values", "[rulebook]") {
    const ReadBook read = read_parameter("type: integer, value: 3, values: [{value: 4}]");
    CHECK(read.said() == Lines{"B007 4:22 `value` stands beside `values`"});
    CHECK(only_value(read).values.at(0).value == "4");
    CHECK(read_parameter("type: integer, values: [{value: 4}], basis: {article: 1}").said() ==
          Lines{"B007 4:44 `basis` stands beside `values`"});
}

TEST_CASE("types are known words", "[rulebook]") {
    for (const std::string type : {"boolean", "integer", "ratio", "money", "date", "duration", "text", "list of text"})
        CHECK(read_parameter("type: " + type + ", value: x").said() == Lines{});
    const ReadBook read = read_parameter("type: integr, value: 3");
    CHECK(read.said() == Lines{"B004 4:13 there is no type `integr`"});
    CHECK(read.diagnostics.all()[0].help.en == "did you mean `integer`?");
    CHECK(read.book->parameters.size() == 1);
    for (const std::string type : {"list of", "list of lists", "list of list of choices", "Integer", "choices"}) {
        INFO(type);
        CHECK(read_parameter("type: " + type + ", value: x").places() == Lines{"B004 4:13"});
    }
}

TEST_CASE("choices are words, or words with their titles", "[rulebook]") {
    const ReadBook list = read_parameter("type: choice, choices: [received, concluded], value: received");
    CHECK(list.said() == Lines{});
    REQUIRE(list.book->parameters[0].choices.size() == 2);
    CHECK(list.book->parameters[0].choices[1].name.value == "concluded");
    CHECK(list.book->parameters[0].choices[1].title == Words{});
    const ReadBook titled = read_parameter("type: choice, value: a, choices: {a: {vi: A, en: AA}, b: {vi: B}}");
    CHECK(titled.said() == Lines{"B011 4:69 `b` has no English"});
    CHECK(titled.book->parameters[0].choices[0].title == Words{"A", "AA"});
    CHECK(read_parameter("type: choice, value: a, choices: {a: Chữ}").said() ==
          Lines{"B003 4:44 `a` needs a Vietnamese and an English text, this is a text"});
    CHECK(read_parameter("type: choice, value: a, choices: a").said() ==
          Lines{"B003 4:40 `choices` is a list of words, or keys `word: {vi, en}`"});
    CHECK(read_parameter("type: choice, value: a, choices: [a, a]").said() == Lines{"B007 4:44 `a` is there already"});
    CHECK(read_parameter("type: choice, value: a, choices: [a, b-c]").said() ==
          Lines{"B006 4:44 expressions cannot call a choice `b-c`"});
    // Only choices are called by name: readings of other types are values.
    CHECK(read_parameter("type: ratio, undetermined: true, choices: [88%, 90%]").said() == Lines{});
}

TEST_CASE("parameters are called by names", "[rulebook]") {
    CHECK(read_body("parameters:\n  min-size: {type: integer, value: 3}\n").said() ==
          Lines{"B006 4:3 expressions cannot call a parameter `min-size`"});
    CHECK(read_body("parameters:\n  hòa: {type: integer, value: 3}\n  hoà: {type: integer, value: 4}\n").places() ==
          Lines{"B007 5:3"});
}

TEST_CASE("no day has two values", "[rulebook]") {
    const auto places = [](const std::string& values) {
        return read_body("parameters:\n  p:\n    type: integer\n    values:\n" + values).places();
    };
    const std::string from_2014 = "      - {from: 2014-01-01, value: 3}\n";
    CHECK(places(from_2014 + "      - {from: 2014-01-02, value: 4}\n") == Lines{});
    CHECK(places(from_2014 + from_2014) == Lines{"B009 8:10"});
    CHECK(places(from_2014 + from_2014 + from_2014) == Lines{"B009 8:10", "B009 9:10"});
    CHECK(places("      - {value: 3}\n      - {value: 4}\n") == Lines{"B009 8:10"});
    CHECK(places("      - {value: 3}\n" + from_2014) == Lines{});
    // An end of its own is meant: it must lie before the next one begins, whatever the order in the file.
    const std::string from_2020 = "      - {from: 2020-01-01, value: 5}\n";
    CHECK(places("      - {from: 2014-01-01, to: 2019-12-31, value: 3}\n" + from_2020) == Lines{});
    CHECK(places("      - {from: 2014-01-01, to: 2020-01-01, value: 3}\n" + from_2020) == Lines{"B009 8:10"});
    CHECK(places(from_2020 + "      - {from: 2014-01-01, to: 2020-01-01, value: 3}\n") == Lines{"B009 8:10"});
    CHECK(
        places("      - {from: 2014-01-01, to: 2021-01-01, value: 3}\n      - {from: 2015-01-01, to: 2015-12-31, value: 4}\n" +
               from_2020) == Lines{"B009 8:10", "B009 9:10"});
    // A day that could not be read collides with nothing.
    CHECK(places("      - {from: 2014-13-01, value: 3}\n      - {value: 4}\n") == Lines{"B005 7:16"});
    CHECK(places("      - {from: 2014-01-02, to: 2014-01-01, value: 3}\n      - {from: 2014-01-02, value: 4}\n") ==
          Lines{"B008 7:32"});
}

TEST_CASE("both places of two values on a day are said", "[rulebook]") {
    const ReadBook read = read_parameter("type: integer, values: [{from: 2014-01-01, value: 3}, {value: 4, from: 2014-01-01}]");
    CHECK(read.said() == Lines{"B009 4:62 the parameter `p` has two values on one day"});
    const Diagnostic& said = read.diagnostics.all()[0];
    CHECK(said.message.vi == "tham số `p` có hai giá trị trong cùng một ngày");
    REQUIRE(said.related.size() == 1);
    CHECK(said.related[0].place.column == 32);
    CHECK(read.book->parameters[0].values.size() == 2);
}
