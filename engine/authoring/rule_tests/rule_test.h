// Tests of rules, written as a file beside the rulebook: small records, and the status that each rule must give each unit.
#pragma once

#include <string>
#include <vector>

#include "engine/checking/load_rules.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

/// One expectation that did not come true.
struct TestFailure {
    Place place;
    std::string rule, unit, expected, actual;
    Words why;  ///< the engine's sentence for what it found
};

struct TestCase {
    std::string file, name;
    Place place;
    std::size_t expectations = 0;
    std::vector<TestFailure> failures;
    bool broken = false;  ///< it could not be run; the diagnostics say why
    bool passed() const { return failures.empty() && !broken; }
};

/// Runs all cases of one test file. What is wrong with the file itself, its rulebook or its records goes to diagnostics.
/// `filter`: only cases whose name contains it.
std::vector<TestCase> run_rule_tests(const RuleFile& file, const std::shared_ptr<const Schema>& schema,
                                     const std::string& filter, Diagnostics& diagnostics);

}  // namespace hoagiai
