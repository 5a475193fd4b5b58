#include "engine/authoring/rule_tests/coverage.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/authoring/rule_tests/can_be_unknown.h"
#include "engine/checking/written_out.h"
#include "engine/findings/complete.h"
#include "engine/findings/versions.h"
#include "engine/language/parser.h"

namespace hoagiai {

namespace {

template <typename Visit>
void for_each_in_rule(const CheckedRulebook& book, const CheckedRule& rule, Visit visit) {
    for (const ExprId root : {rule.decl->when, rule.decl->require})
        if (root != no_expr) for_each_written_out(book, root, visit);
    if (!rule.decl->selection) return;
    for_each_written_out(book, rule.decl->selection->choose, visit);
    for (const RankKeyDecl& key : rule.decl->selection->rank_by) for_each_written_out(book, key.expr, visit);
}

RuleCoverage nothing_seen(const CheckedRulebook& book, const CheckedRule& rule) {
    RuleCoverage coverage;
    coverage.rule = rule.id;
    coverage.place = rule.decl->id.place();
    coverage.selection = rule.decl->selection.has_value();
    coverage.can_be_unknown = can_be_unknown(book, rule);
    const Ast& ast = book.book->ast;
    std::set<ExprId> known;
    const auto add = [&](ExprId id) {
        if (std::holds_alternative<BooleanLiteral>(ast[id].node) || !known.insert(id).second) return;
        coverage.points.push_back({id, ast.place(id), print_expression(ast, id)});
    };
    for_each_in_rule(book, rule, [&](ExprId id) {
        if (const auto* both = std::get_if<And>(&ast[id].node))
            std::for_each(both->operands.begin(), both->operands.end(), add);
        if (const auto* either = std::get_if<Or>(&ast[id].node))
            std::for_each(either->operands.begin(), either->operands.end(), add);
        if (const auto* branch = std::get_if<If>(&ast[id].node)) add(branch->condition);
    });
    std::sort(coverage.points.begin(), coverage.points.end(), [](const DecisionPoint& a, const DecisionPoint& b) {
        return std::tie(a.place.line, a.place.column, a.expr) < std::tie(b.place.line, b.place.column, b.expr);
    });
    return coverage;
}

/// Evaluates what decides for one unit, in one reading, and goes only where the evaluation itself had to go: into the branch
/// of an `if` that was taken, behind an `else` only where the cell is blank, into the test of rows that may count.
class Walk {
public:
    Walk(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator, RuleCoverage& coverage)
        : book_(book), data_(data), evaluator_(evaluator), coverage_(coverage) {}

    void visit(ExprId id, const RowRef& row) {
        if (id == no_expr || row.kind != RowRef::Kind::real || !visited_.insert({id, row.entity, row.row}).second) return;
        const Node& node = book_.book->ast[id].node;
        if (const auto* both = std::get_if<And>(&node)) return parts(both->operands, row);
        if (const auto* either = std::get_if<Or>(&node)) return parts(either->operands, row);
        if (const auto* branch = std::get_if<If>(&node)) return take(*branch, row);
        if (const auto* otherwise = std::get_if<Else>(&node)) {
            if (is_blank(otherwise->path, row)) visit(otherwise->fallback, row);
        } else if (const auto* call = std::get_if<Call>(&node); call && book_.facts[id].rows != no_expr) {
            over_rows(id, *call, row);
        } else if (std::holds_alternative<Path>(node) && book_.path(id).end == PathMeaning::End::definition) {
            visit(book_.definitions[book_.path(id).index].expr, arrive(id, row));
        } else {
            for_each_part(node, [&](ExprId part) { visit(part, row); });
        }
    }

    Truth truth(ExprId id, const RowRef& row) const { return evaluator_.evaluate(id, row).known.as_truth(); }

private:
    Truth note(ExprId id, const RowRef& row) {
        const Truth found = truth(id, row);
        for (DecisionPoint& point : coverage_.points)
            if (point.expr == id) {
                point.was_true = point.was_true || found.surely_true();
                point.was_false = point.was_false || found.surely_false();
            }
        return found;
    }

    void parts(const std::vector<ExprId>& operands, const RowRef& row) {
        for (const ExprId operand : operands) {
            note(operand, row);
            visit(operand, row);
        }
    }

    void take(const If& branch, const RowRef& row) {
        const Truth condition = note(branch.condition, row);
        visit(branch.condition, row);
        if (condition.surely_true()) visit(branch.then, row);
        if (condition.surely_false()) visit(branch.otherwise, row);
    }

    void over_rows(ExprId id, const Call& call, const RowRef& row) {
        const Fact& fact = book_.facts[id];
        for (const Candidate& candidate : follow(data_, row, book_.path(fact.rows).steps)) {
            if (candidate.row.kind != RowRef::Kind::real) continue;
            visit(call.condition, candidate.row);
            if (call.condition == no_expr || !truth(call.condition, candidate.row).surely_false())
                visit(fact.operand, candidate.row);
        }
    }

    RowRef arrive(ExprId path, const RowRef& row) const {
        RowRef here = row;
        for (const PathStep& step : book_.path(path).steps)
            if (step.up) here = go_up(data_, here, step.link);
        return here;
    }

    bool is_blank(ExprId path, const RowRef& row) const {
        const PathMeaning& meaning = book_.path(path);
        const RowRef end = arrive(path, row);
        if (end.kind != RowRef::Kind::real) return end.kind == RowRef::Kind::behind_link;
        if (meaning.end == PathMeaning::End::link) return go_up(data_, end, meaning.index).kind != RowRef::Kind::real;
        return meaning.end == PathMeaning::End::field && data_.state(end.entity, meaning.index, end.row) == CellState::missing;
    }

    const CheckedRulebook& book_;
    const Dataset& data_;
    const Evaluator& evaluator_;
    RuleCoverage& coverage_;
    std::set<std::tuple<ExprId, EntityId, Row>> visited_;
};

std::filesystem::path key_of(const CheckedRulebook& book) {
    return std::filesystem::path(book.book->source->name()).lexically_normal();
}

/// Versions of a rule share its id: the place tells them apart.
std::vector<RuleCoverage>::iterator find(std::vector<RuleCoverage>& rules, const CheckedRule& rule) {
    const Place place = rule.decl->id.place();
    return std::find_if(rules.begin(), rules.end(), [&](const RuleCoverage& one) {
        return one.rule == rule.id && one.place.line == place.line && one.place.column == place.column;
    });
}

}  // namespace

std::size_t RuleCoverage::seen() const {
    std::size_t count = std::size_t{pass} + std::size_t{fail} + std::size_t{unknown && can_be_unknown};
    for (const DecisionPoint& point : points) count += std::size_t{point.was_true} + std::size_t{point.was_false};
    return count;
}

std::size_t RuleCoverage::of() const { return 2 + std::size_t{can_be_unknown} + 2 * points.size(); }

void Coverage::add(const CheckedRulebook& book) {
    std::vector<RuleCoverage>& known = books_[key_of(book)];
    // Read with another book that switches some off, it may have had fewer rules before.
    for (const CheckedRule& rule : book.rules)
        if (find(known, rule) == known.end()) known.push_back(nothing_seen(book, rule));
    std::stable_sort(known.begin(), known.end(), [](const RuleCoverage& a, const RuleCoverage& b) {
        return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
}

void Coverage::record(const CheckResult& check, const Finding& given) {
    const Finding finding = complete(check, given);
    for (const VersionPart& part : by_version(check, finding)) record_version(check, part.finding);
}

void Coverage::record_version(const CheckResult& check, const Finding& finding) {
    const CheckedRulebook& book = check.book(finding);
    const CheckedRule& rule = check.rule(finding);
    const auto known = books_.find(key_of(book));
    if (known == books_.end()) return;  // extended by a tested book, and not tested itself
    const auto found = find(known->second, rule);
    if (found == known->second.end()) return;
    RuleCoverage& coverage = *found;
    coverage.pass = coverage.pass || finding.outcome.status == Status::pass;
    coverage.fail = coverage.fail || finding.outcome.status == Status::fail;
    coverage.unknown = coverage.unknown || finding.outcome.status == Status::unknown;
    const Dataset& data = check.records->dataset;
    const Judge judge(book, data, check.request.as_of, check.request.period);
    const RowRef unit = RowRef::real(rule.entity, finding.row);
    const auto walk = [&](Day day, const JudgedReading* reading) {
        const Evaluator evaluator = judge.evaluator(day, reading);
        Walk walker(book, data, evaluator, coverage);
        try {
            walker.visit(rule.decl->when, unit);
            if (rule.decl->when == no_expr || !walker.truth(rule.decl->when, unit).surely_false())
                walker.visit(rule.decl->require, unit);
        } catch (const Overflow&) {
            // The case itself is told of it.
        }
    };
    // A rule with a day of its own that no version holds on was not evaluated at all.
    if (finding.outcome.readings.empty() && rule.decl->on.empty()) walk(check.request.as_of, nullptr);
    for (const JudgedReading& reading : finding.outcome.readings) walk(reading.day, &reading);
}

void Coverage::record(const CheckResult& check, const Selection& selection) {
    const CheckedRulebook& book = check.book(selection);
    const CheckedRule& rule = check.rule(selection);
    add(book);
    RuleCoverage& coverage = books_[key_of(book)][selection.rule];
    coverage.pass = coverage.pass || selection.recommended > 0;
    coverage.fail = coverage.fail || selection.not_chosen > 0;
    coverage.unknown = coverage.unknown || selection.possible > 0;
    const Dataset& data = check.records->dataset;
    const Judge judge(book, data, check.request.as_of, check.request.period);
    for (const Ranking& ranking : selection.rankings) {
        const Evaluator evaluator = judge.evaluator(ranking.reading.day, &ranking.reading);
        Walk walker(book, data, evaluator, coverage);
        for (Row row = 0; row < ranking.units.size(); ++row) {
            const RowRef unit = RowRef::real(rule.entity, row);
            walker.visit(rule.decl->selection->choose, unit);
            if (!ranking.units[row].chosen.can_be_true) continue;
            for (const RankKeyDecl& key : rule.decl->selection->rank_by) walker.visit(key.expr, unit);
        }
    }
}

std::vector<RuleCoverage> Coverage::rules() const {
    std::vector<RuleCoverage> all;
    for (const auto& [file, rules] : books_) all.insert(all.end(), rules.begin(), rules.end());
    return all;
}

std::size_t Coverage::seen() const {
    std::size_t count = 0;
    for (const RuleCoverage& rule : rules()) count += rule.seen();
    return count;
}

std::size_t Coverage::of() const {
    std::size_t count = 0;
    for (const RuleCoverage& rule : rules()) count += rule.of();
    return count;
}

unsigned Coverage::percent() const {
    const std::size_t all = of();
    return all == 0 ? 100 : static_cast<unsigned>(100 * seen() / all);
}

}  // namespace hoagiai
