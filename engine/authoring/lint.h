// All that can be said about rule files without any records.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/checking/checked.h"
#include "engine/text/diagnostic.h"

namespace hoagiai {

struct LintResult {
    Diagnostics diagnostics;  ///< sorted
    std::size_t files = 0;
    bool unreadable = false;  ///< a path could not be read at all
};

LintResult lint(const std::vector<std::string>& paths, const std::shared_ptr<const Schema>& schema);

/// A lint: one file in lints/, which defines `lint_NAME`. It looks at a rulebook that has no errors.
struct Lint {
    DiagnosticKind kind;
    Words documentation;
    void (*look)(const CheckedRulebook& book, const Lint& lint, Diagnostics& diagnostics) = nullptr;
};

/// All, by code.
std::vector<const Lint*> all_lints();

}  // namespace hoagiai
