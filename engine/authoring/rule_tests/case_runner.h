// One case of a test file: its records, its parameters, and what it expects of whom.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/authoring/rule_tests/rule_test.h"

namespace hoagiai {

/// What all cases of a file share.
struct TestedBooks {
    std::filesystem::path folder;  ///< of the test file: paths are seen from here
    std::shared_ptr<const Schema> schema;
    std::vector<RuleFile> files;  ///< of the books, for a case with parameters of its own
    std::vector<std::shared_ptr<const CheckedRulebook>> books;
};

/// Fills the result; false if the filter leaves the case out.
bool run_case(const YamlNode& node, const TestedBooks& tested, const std::string& filter, Coverage* coverage, TestCase& result);

}  // namespace hoagiai
