// Reports of rule tests whatever a name holds: XML stays XML, and a line of a name is no line of the report.
#include "engine/authoring/rule_tests/report.h"

#include <catch2/catch.hpp>

using namespace hoagiai;

namespace {

TestReport report_of(const std::string& name) {
    TestReport report;
    TestCase one;
    one.file = "law.test.yaml";
    one.name = name;
    one.place.line = 3;
    report.cases.push_back(one);
    return report;
}

bool junit_has(const std::string& name, const std::string& written) {
    const std::string text = test_report_junit(report_of(name));
    INFO(text);
    return text.find("name=\"" + written + "\" file=\"law.test.yaml\" line=\"3\"/>") != std::string::npos;
}

}  // namespace

TEST_CASE("JUnit: what XML reserves is escaped, what it cannot hold is made visible", "[junit]") {
    CHECK(junit_has("a<b>&\"c\"'", "a&lt;b&gt;&amp;&quot;c&quot;&apos;"));
    CHECK(junit_has("]]>", "]]&gt;"));
    CHECK(junit_has("two\nlines\tand a tab", "two&#10;lines&#9;and a tab"));
    CHECK(junit_has("\x1b[31m red \x01", "\\x1b[31m red \\x01"));
    CHECK(junit_has("no character \xef\xbf\xbf", "no character \xef\xbf\xbd"));
    CHECK(junit_has("tổ hòa giải", "tổ hòa giải"));
}

TEST_CASE("text: escapes of a terminal are shown, not sent", "[junit]") {
    const std::string text = test_report_text(report_of("\x1b[31m red"));
    INFO(text);
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("a report is good only if all passed, nothing is wrong, and enough was covered", "[junit]") {
    TestReport report = report_of("one");
    CHECK(report.good());
    Coverage nothing;
    report.coverage = &nothing;
    report.required_percent = 100;
    CHECK(report.good());  // no rules, so nothing that was not seen
    report.cases.front().problems.add(DiagnosticKind{"B101", "bad-expectation"}, {}, {"a", "b"});
    CHECK_FALSE(report.good());
    CHECK(report.broken() == 1);
    CHECK(report.passed() == 0);
    report = report_of("one");
    report.cases.front().failures.push_back({});
    CHECK_FALSE(report.good());
    CHECK(report.broken() == 0);
}
