// Tests of rules, written as a file beside the rulebook: small records, and what each rule must say of each unit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/authoring/rule_tests/coverage.h"
#include "engine/checking/load_rules.h"
#include "engine/findings/explanation/explanation.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

/// One expectation that did not come true.
struct TestFailure {
    Place place;
    std::string rule, unit;
    std::string of;  ///< what was expected otherwise: status, missing, gap, says
    std::string expected, actual;
    std::optional<Explanation> explanation;  ///< why the engine found what it found
    Words why;                               ///< a sentence where there is nothing to explain
};

struct TestCase {
    std::string file, name;
    Place place;
    std::size_t expectations = 0;
    std::vector<TestFailure> failures;
    Diagnostics problems;  ///< errors: it could not be run
    bool broken() const { return problems.has_errors(); }
    bool passed() const { return failures.empty() && !broken(); }
};

/// Runs all cases of one test file. What is wrong with the file itself or its rulebooks goes to diagnostics, what is wrong
/// with one case to that case. `filter`: only cases whose name contains it.
std::vector<TestCase> run_rule_tests(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                     const std::string& filter, Diagnostics& diagnostics, Coverage* coverage = nullptr);

}  // namespace hoagiai
