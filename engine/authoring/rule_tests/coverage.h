// How much of the rules the tests have seen. For each rule: whether some case expects it to pass, to fail and (where blank
// cells can leave it open) to be unknown; and of each condition that decides in it (the parts of `and` and `or`, the condition
// of `if`; definitions written out, `where` and tests of rows included) whether it came out true and came out false. Only units
// of which a case expects something that came true count: what nobody looks at is not tested.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/findings/finding.h"

namespace hoagiai {

/// A condition that decides, at its place in the rulebook.
struct DecisionPoint {
    ExprId expr = no_expr;
    Place place;
    std::string expression;
    bool was_true = false, was_false = false;
};

struct RuleCoverage {
    std::string rule;  ///< rulebook/id
    Place place;
    bool pass = false, fail = false, unknown = false;  ///< of a selection: recommending, leaving out, possible
    bool selection = false;
    bool can_be_unknown = true;         ///< it reads a cell that may be blank, or rows, or what is undetermined
    std::vector<DecisionPoint> points;  ///< in the order in which they stand in the file
    std::size_t seen() const;
    std::size_t of() const;
};

class Coverage {
public:
    /// All rules of a book, nothing seen; once a book, however often it is added.
    void add(const CheckedRulebook& book);
    /// A finding that was as a case expects it. Of a book that was not added nothing is kept.
    void record(const CheckResult& check, const Finding& finding);
    /// The same of a selection: all its units were looked at.
    void record(const CheckResult& check, const Selection& selection);

    std::vector<RuleCoverage> rules() const;  ///< by the file of their book, then as they stand in it
    std::size_t seen() const;
    std::size_t of() const;
    unsigned percent() const;  ///< rounded down; 100 only if all was seen

private:
    void record_version(const CheckResult& check, const Finding& finding);

    std::map<std::filesystem::path, std::vector<RuleCoverage>> books_;  ///< a book read again is the same book
};

}  // namespace hoagiai
