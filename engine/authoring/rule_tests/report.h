// What the tests of rules gave, in the forms that people and continuous integration read.
#pragma once

#include <string>
#include <vector>

#include "engine/authoring/rule_tests/rule_test.h"

namespace hoagiai {

struct TestReport {
    std::vector<TestCase> cases;
    Diagnostics diagnostics;             ///< of rule and test files; those of a case are in the case
    const Coverage* coverage = nullptr;  ///< null: nobody asked
    unsigned required_percent = 0;       ///< coverage below it is a failure
    Language language = Language::vi;
    bool language_asked = true;  ///< otherwise diagnostics of a rule file speak the language that it is written in
    bool quiet = false, colour = false;

    std::size_t passed() const;
    std::size_t broken() const;
    bool enough_coverage() const { return !coverage || coverage->percent() >= required_percent; }
    /// All passed, no errors, and enough was covered.
    bool good() const;
};

std::string test_report_text(const TestReport& report);
std::string test_report_json(const TestReport& report);
/// JUnit XML as GitHub's and GitLab's readers take it: a suite a test file, a failure or an error for what went wrong.
std::string test_report_junit(const TestReport& report);

/// "expected pass, found fail".
Words failure_words(const TestFailure& failure);
/// A rule's coverage as a table, what was not seen below it.
std::string coverage_text(const Coverage& coverage, Language language);
/// "coverage 93 %, below the 100 % that are required"
Words too_little_words(const TestReport& report);

}  // namespace hoagiai
