#include "engine/authoring/coverage/law_coverage.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/load_rules.h"

namespace hoagiai {

namespace {

using Books = std::vector<std::shared_ptr<const Rulebook>>;

void add(CoverageTotals& totals, const CoverageTotals& more) {
    totals.ruled += more.ruled;
    totals.excused += more.excused;
    totals.open += more.open;
}

CoverageTotals sum(const std::vector<CoveredPart>& parts) {
    CoverageTotals totals;
    for (const CoveredPart& part : parts) add(totals, part.totals());
    return totals;
}

void once(std::vector<std::string>& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

bool names(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether a basis is the item. A basis that names an article without a clause cites the words above the clauses, not these.
bool cites(const std::vector<Basis>& all, const Rulebook& book, const std::string& number, const CoveredItem& item) {
    return std::any_of(all.begin(), all.end(), [&](const Basis& one) {
        const std::string& instrument = one.instrument.empty() ? book.instrument.number : one.instrument;
        return instrument == number && one.article == item.article && one.clause == item.clause;
    });
}

void find_rules(CoveredItem& item, const Books& books, const std::string& number) {
    for (const auto& book : books) {
        for (const RuleDecl& rule : book->rules)
            if (cites(rule.basis, *book, number, item)) once(item.cited, book->name.value + "/" + rule.id.value);
        for (const ParameterDecl& parameter : book->parameters)
            for (const ParameterValue& value : parameter.values)
                if (cites(value.basis, *book, number, item)) once(item.cited, book->name.value + "/" + parameter.name.value);
        if (book->instrument.number != number) continue;
        for (const NoRuleDecl& excuse : book->no_rule)
            if (excuse.article == item.article && (excuse.clause.empty() || excuse.clause == item.clause) &&
                !item.article.empty())
                item.excuses.push_back(excuse);
    }
}

CoveredPart clauses_of(const Rulebook& outline, const Books& books) {
    CoveredPart part{outline.title, outline.instrument.number, {}};
    for (const OutlineArticle& article : outline.outline) {
        CoveredItem whole;
        whole.article = article.article;
        find_rules(whole, books, part.number);
        // the words above the clauses count only where something rests on them
        if (article.clauses == 0 || !whole.cited.empty()) part.items.push_back(std::move(whole));
        for (unsigned clause = 1; clause <= article.clauses; ++clause) {
            CoveredItem item;
            item.article = article.article;
            item.clause = std::to_string(clause);
            find_rules(item, books, part.number);
            part.items.push_back(std::move(item));
        }
    }
    return part;
}

CoveredItem criterion_of(const Criterion& criterion, const Books& books) {
    CoveredItem item;
    item.criterion = criterion;
    for (const auto& book : books) {
        for (const RuleDecl& rule : book->rules)
            if (names(rule.criteria, criterion.id)) once(item.cited, book->name.value + "/" + rule.id.value);
        for (const NoRuleDecl& excuse : book->no_rule)
            if (excuse.criterion == criterion.id) item.excuses.push_back(excuse);
        if (names(book->criteria, criterion.id)) once(item.books, book->name.value);
    }
    return item;
}

}  // namespace

CoverageTotals CoveredPart::totals() const {
    CoverageTotals totals;
    for (const CoveredItem& item : items)
        ++(item.state() == CoveredItem::State::ruled     ? totals.ruled
           : item.state() == CoveredItem::State::excused ? totals.excused
                                                         : totals.open);
    return totals;
}

CoverageTotals LawCoverage::clauses() const { return sum(instruments); }
CoverageTotals LawCoverage::criteria() const { return sum(groups); }

std::vector<std::string> LawCoverage::gaps() const {
    std::vector<std::string> gaps;
    for (const CoveredPart& part : instruments)
        for (const CoveredItem& item : part.items)
            if (item.state() == CoveredItem::State::open)
                gaps.push_back(fmt::format("{} {}{}", part.number, item.article, item.clause.empty() ? "" : "." + item.clause));
    for (const CoveredPart& part : groups)
        for (const CoveredItem& item : part.items)
            if (item.state() == CoveredItem::State::open) gaps.push_back(item.criterion.id);
    gaps.insert(gaps.end(), unknown_criteria.begin(), unknown_criteria.end());
    return gaps;
}

LawCoverage law_coverage(const Books& books, const Catalogue& catalogue) {
    LawCoverage coverage;
    for (const auto& book : books)
        if (!book->outline.empty()) coverage.instruments.push_back(clauses_of(*book, books));
    for (const CriteriaGroup& group : catalogue.groups) {
        CoveredPart part{group.title, {}, {}};
        for (const Criterion& criterion : group.criteria) part.items.push_back(criterion_of(criterion, books));
        coverage.groups.push_back(std::move(part));
    }
    for (const auto& book : books) {
        const auto know = [&](const std::string& id) {
            if (!id.empty() && !catalogue.has(id)) once(coverage.unknown_criteria, book->name.value + ": " + id);
        };
        for (const RuleDecl& rule : book->rules) std::for_each(rule.criteria.begin(), rule.criteria.end(), know);
        for (const NoRuleDecl& excuse : book->no_rule) know(excuse.criterion);
        std::for_each(book->criteria.begin(), book->criteria.end(), know);
    }
    return coverage;
}

LawCoverage load_law_coverage(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    Books books;
    Catalogue catalogue;
    for (const RuleFile& file : find_rule_files(paths, diagnostics).files) {
        if (!file.root) continue;
        if (file.kind == FileKind::catalogue) {
            Catalogue more = read_catalogue(*file.root, diagnostics);
            if (catalogue.groups.empty()) catalogue.title = more.title;
            std::move(more.groups.begin(), more.groups.end(), std::back_inserter(catalogue.groups));
        } else if (file.kind == FileKind::rulebook) {
            if (const auto book = read_rulebook(file.source, *file.root, diagnostics)) books.push_back(book);
        }
    }
    return law_coverage(books, catalogue);
}

}  // namespace hoagiai
