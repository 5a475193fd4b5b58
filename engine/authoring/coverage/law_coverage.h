// How much of the law the rulebooks answer for: every article and clause of each outline and every criterion of the catalogue,
// with the rules and parameters that cite it, or the reason why there is none. What has neither is open, and a test fails on
// it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/authoring/coverage/catalogue.h"
#include "engine/rulebook/rulebook.h"

namespace hoagiai {

/// One clause, one article without clauses, or one criterion.
struct CoveredItem {
    std::string article, clause;     ///< of a clause
    Criterion criterion;             ///< of a criterion
    std::vector<std::string> cited;  ///< book/rule and book/parameter, in the order of the books
    std::vector<NoRuleDecl> excuses;
    std::vector<std::string> books;  ///< of a criterion: those that say they answer for it
    enum class State { ruled, excused, open };
    State state() const { return !cited.empty() ? State::ruled : excuses.empty() ? State::open : State::excused; }
};

struct CoverageTotals {
    std::size_t ruled = 0, excused = 0, open = 0;
    std::size_t of() const { return ruled + excused + open; }
};

/// The clauses of one instrument, or the criteria of one group.
struct CoveredPart {
    Words title;
    std::string number;  ///< of the instrument
    std::vector<CoveredItem> items;
    CoverageTotals totals() const;
};

struct LawCoverage {
    std::vector<CoveredPart> instruments, groups;
    std::vector<std::string> unknown_criteria;  ///< `book: id`, named by a book and not in the catalogue

    CoverageTotals clauses() const;
    CoverageTotals criteria() const;
    /// What has neither a rule nor a reason, and criteria that nobody knows: one a line, empty if all is answered for.
    std::vector<std::string> gaps() const;
};

LawCoverage law_coverage(const std::vector<std::shared_ptr<const Rulebook>>& books, const Catalogue& catalogue);

/// All rulebooks (drafts too) and the catalogue among the files; what cannot be read is reported.
LawCoverage load_law_coverage(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// A page in Markdown.
std::string law_coverage_markdown(const LawCoverage& coverage, Language language);

}  // namespace hoagiai
