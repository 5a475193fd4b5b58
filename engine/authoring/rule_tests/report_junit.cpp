// The report of rule tests as JUnit XML. What XML 1.0 cannot hold (control characters) is written visibly, never sent.
#include <fmt/format.h>

#include "engine/authoring/rule_tests/report.h"
#include "engine/output/explanation/explanation_text.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// For attributes and text alike. A line end in an attribute would be read as a space.
std::string escaped(std::string_view text, bool attribute) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '&')
            result += "&amp;";
        else if (byte == '<')
            result += "&lt;";
        else if (byte == '>')
            result += "&gt;";
        else if (byte == '"')
            result += "&quot;";
        else if (byte == '\'')
            result += "&apos;";
        else if (byte == '\n' || byte == '\t')
            result += attribute ? fmt::format("&#{};", static_cast<int>(byte)) : std::string(1, byte);
        else if (static_cast<unsigned char>(byte) < 0x20)
            result += fmt::format("\\x{:02x}", static_cast<unsigned>(byte));
        else if (text.substr(i, 3) == "\xef\xbf\xbe" || text.substr(i, 3) == "\xef\xbf\xbf")  // U+FFFE and U+FFFF
            result += "\xef\xbf\xbd", i += 2;
        else
            result += byte;
    }
    return result;
}
std::string attribute(std::string_view text) { return escaped(text, true); }

struct Suite {
    std::string name, cases;
    std::size_t tests = 0, failures = 0, errors = 0;
};

class Junit {
public:
    explicit Junit(const TestReport& report) : report_(report) {}

    std::string write() {
        for (const Diagnostic& problem : report_.diagnostics.all())
            if (problem.severity == Severity::error) problem_of_file(problem);
        for (const TestCase& one : report_.cases) one_case(one);
        if (!report_.enough_coverage()) too_little();
        Suite all;
        for (const Suite& suite : suites_) {
            all.cases += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{}  </testsuite>\n",
                                     attribute(suite.name), suite.tests, suite.failures, suite.errors, suite.cases);
            all.tests += suite.tests;
            all.failures += suite.failures;
            all.errors += suite.errors;
        }
        return fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"hoagiai test\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{}</testsuites>\n",
            all.tests, all.failures, all.errors, all.cases);
    }

private:
    Suite& suite(const std::string& name) {
        for (Suite& one : suites_)
            if (one.name == name) return one;
        suites_.push_back({name, {}, 0, 0, 0});
        return suites_.back();
    }

    void add(Suite& suite, const std::string& name, const Place& place, const std::string& inside) {
        ++suite.tests;
        suite.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"", attribute(suite.name),
                                   attribute(name), attribute(suite.name), place.line);
        suite.cases += inside.empty() ? "/>\n" : ">\n" + inside + "    </testcase>\n";
    }

    std::string problem_text(const Diagnostic& problem) const {
        return fmt::format("      <error message=\"{}\" type=\"{}\">{}</error>\n",
                           attribute(say(problem.message, report_.language)), attribute(problem.code + " " + problem.name),
                           escaped(render(problem, report_.language, false), false));
    }

    void problem_of_file(const Diagnostic& problem) {
        Suite& its = suite(problem.place.file);
        ++its.errors;
        add(its, fmt::format("{} {}", problem.code, problem.name), problem.place, problem_text(problem));
    }

    void one_case(const TestCase& one) {
        Suite& its = suite(one.file);
        std::string inside;
        if (one.broken()) {
            ++its.errors;
            for (const Diagnostic& problem : one.problems.all())
                if (problem.severity == Severity::error) inside += problem_text(problem);
        } else if (!one.failures.empty()) {
            ++its.failures;
            std::string message, text;
            for (const TestFailure& failure : one.failures) {
                const std::string line =
                    fmt::format("{} {}: {}", failure.rule, failure.unit, say(failure_words(failure), report_.language));
                message += (message.empty() ? "" : "; ") + line;
                text += fmt::format("{}:{}:{}: {}\n", failure.place.file, failure.place.line, failure.place.column, line);
                text += failure.explanation ? explanation_text(*failure.explanation, report_.language, false)
                                            : say(failure.why, report_.language) + "\n";
            }
            inside = fmt::format("      <failure message=\"{}\" type=\"unexpected\">{}</failure>\n", attribute(message),
                                 escaped(text, false));
        }
        add(its, one.name, one.place, inside);
    }

    void too_little() {
        Suite& its = suite("coverage");
        ++its.failures;
        add(its, "--require", {},
            fmt::format("      <failure message=\"{}\" type=\"coverage\">{}</failure>\n",
                        attribute(say(too_little_words(report_), report_.language)),
                        escaped(coverage_text(*report_.coverage, report_.language), false)));
    }

    const TestReport& report_;
    std::vector<Suite> suites_;
};

}  // namespace

std::string test_report_junit(const TestReport& report) { return Junit(report).write(); }

}  // namespace hoagiai
