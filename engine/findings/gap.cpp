// Finds the comparison that decides, as if all definitions were written out, and measures how far its figure is from the bound.
// Over holes a row is taken as near to the target as it can be, so that the gap that is said is never more than is proved.
#include "engine/findings/gap.h"

#include <algorithm>

#include "engine/findings/gap_numbers.h"
#include "engine/findings/gap_text.h"
#include "engine/language/parser.h"

namespace hoagiai {

namespace {

/// An expression and the row that it speaks of: a definition behind a link is its expression in the row where the link leads.
struct Located {
    ExprId expr = no_expr;
    RowRef row;
};

bool same_row(const RowRef& a, const RowRef& b) {
    return a.kind == RowRef::Kind::real && b.kind == RowRef::Kind::real && a.entity == b.entity && a.row == b.row;
}

bool same_steps(const PathMeaning& a, const PathMeaning& b) {
    return std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), [](const PathStep& x, const PathStep& y) {
        return x.up == y.up && x.entity == y.entity && x.link == y.link;
    });
}

bool finite(const NumberRange& range) { return range.finite && !range.minus && !range.plus; }

class GapFinder {
public:
    GapFinder(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator)
        : book_(book), data_(data), evaluator_(evaluator) {}

    /// A conjunction fails by each part that fails.
    void find(const Located& condition) {
        const Located here = written_out(condition);
        const Node& node = book_.book->ast[here.expr].node;
        if (const auto* conjunction = std::get_if<And>(&node))
            for (const ExprId part : conjunction->operands) find({part, here.row});
        if (const auto* comparison = std::get_if<Comparison>(&node))
            for (std::size_t i = 0; i < comparison->ops.size(); ++i)
                compared({comparison->operands[i], here.row}, comparison->ops[i], {comparison->operands[i + 1], here.row});
    }

    std::vector<Gap> take() { return std::move(gaps_); }

private:
    Known value(const Located& at) const { return evaluator_.evaluate(at.expr, at.row).known; }
    const Call* call(const Located& at) const { return std::get_if<Call>(&book_.book->ast[at.expr].node); }
    bool is_call(const Located& at, std::string_view function) const {
        return call(at) && book_.facts[at.expr].function->name == function;
    }
    bool is_amount(const Located& at) const { return is_call(at, "count") || is_call(at, "sum"); }
    const Arithmetic* quotient(const Located& at) const {
        const auto* node = std::get_if<Arithmetic>(&book_.book->ast[at.expr].node);
        const bool counts = node && node->op == ArithmeticOp::divide && book_.facts[node->left].type.is(Kind::integer) &&
                            book_.facts[node->right].type.is(Kind::integer);
        return counts ? node : nullptr;
    }
    bool is_share(const Located& at) const { return is_call(at, "share") || quotient(at); }

    /// Goes into definitions, and into the branch of an `if` or `else` that is settled.
    Located written_out(Located at) const {
        while (true) {
            const Node& node = book_.book->ast[at.expr].node;
            if (std::holds_alternative<Path>(node)) {
                const PathMeaning& meaning = book_.path(at.expr);
                if (meaning.end != PathMeaning::End::definition) return at;
                at = {book_.definitions[meaning.index].expr, arrive(meaning, at.row)};
            } else if (const auto* branches = std::get_if<If>(&node)) {
                const Truth condition = evaluator_.evaluate(branches->condition, at.row).known.as_truth();
                if (!condition.surely_true() && !condition.surely_false()) return at;
                at.expr = condition.surely_true() ? branches->then : branches->otherwise;
            } else if (const auto* otherwise = std::get_if<Else>(&node)) {
                const PathMeaning& meaning = book_.path(otherwise->path);
                const RowRef here = arrive(meaning, at.row);
                if (here.kind != RowRef::Kind::real || meaning.end != PathMeaning::End::field) return at;
                const bool missing = data_.state(here.entity, meaning.index, here.row) == CellState::missing;
                at.expr = missing ? otherwise->fallback : otherwise->path;
            } else {
                return at;
            }
        }
    }

    RowRef arrive(const PathMeaning& meaning, RowRef row) const {
        for (const PathStep& step : meaning.steps) row = go_up(data_, row, step.link);
        return row;
    }

    void compared(const Located& left_side, CompareOp op, const Located& right_side) {
        const Known left_known = value(left_side), right_known = value(right_side);
        if (!left_known.is_range() || !right_known.is_range()) return;
        if (!compare(op, left_known, right_known, false).surely_false()) return;
        const Located left = written_out(left_side), right = written_out(right_side);
        const bool less = op == CompareOp::less || op == CompareOp::less_equal;
        Bound bound;
        bound.strict = op == CompareOp::less || op == CompareOp::greater;
        if (op == CompareOp::equal) {
            // Nothing is above 100 % or below 0 %: there, equal means at least, or at most.
            const Known& share = is_share(left) ? left_known : right_known;
            const Known& whole = is_share(left) ? right_known : left_known;
            if (!is_share(left) && !is_share(right)) return;
            if (!(whole == Known::number(0)) && !(whole == Known::number(1))) return;
            bound.upper = whole == Known::number(0);
            return measured(is_share(left) ? left : right, share, bound, whole);
        }
        if (op == CompareOp::not_equal) return;
        // The figure is what can be counted; where both sides can, the one that had to be more.
        const bool left_figure = is_share(left) || is_amount(left), right_figure = is_share(right) || is_amount(right);
        const bool take_right = right_figure && (!left_figure || less);
        bound.upper = take_right ? !less : less;
        if (take_right)
            measured(right, right_known, bound, left_known);
        else if (left_figure)
            measured(left, left_known, bound, right_known);
    }

    void measured(const Located& figure, const Known& known, Bound bound, const Known& value) {
        bound.value = value.as_range();
        if (!finite(bound.value) || !finite(known.as_range())) return;
        if (is_call(figure, "share")) return share_of_rows(figure, bound);
        if (const Arithmetic* parts = quotient(figure))
            return share_of_figures(written_out({parts->left, figure.row}), written_out({parts->right, figure.row}), bound);
        amount(figure, known.as_range(), bound);
    }

    void share_of_rows(const Located& figure, const Bound& bound) {
        const Call& node = *call(figure);
        const Fact& fact = book_.facts[figure.expr];
        Tally with_good, with_bad;  // every row good, or bad, or else out, if it can be
        std::int64_t surely = 0, possibly = 0;
        bool endless = false;
        for (const Candidate& row : follow(data_, figure.row, book_.path(fact.rows).steps)) {
            const Truth in = counted(node, row);
            if (!in.can_be_true) continue;
            const Truth test = evaluator_.evaluate(fact.operand, row.row).known.as_truth();
            const bool out = in.can_be_false || row.unlimited;
            tally(with_good, test.can_be_true, out, true);
            tally(with_bad, test.can_be_false, out, false);
            with_good.endless = with_good.endless || (row.unlimited && test.can_be_true);
            with_bad.endless = with_bad.endless || (row.unlimited && test.can_be_false);
            endless = endless || row.unlimited;
            surely += out ? 0 : 1;
            ++possibly;
        }
        const NumberRange n = NumberRange::between(surely, endless ? Number::infinity() : Number(possibly));
        const GapSubject subject = rows_subject(book_, book_.path(fact.rows).steps.back().entity, fact.operand);
        share(bound, bound.upper ? with_bad : with_good, bound.upper ? with_good : with_bad, n, subject);
    }

    /// Whether a row counts, its place among the rows included.
    Truth counted(const Call& node, const Candidate& row) const {
        Truth in = node.condition == no_expr ? Truth::yes() : evaluator_.evaluate(node.condition, row.row).known.as_truth();
        if (!row.surely) in.can_be_false = true;
        return in;
    }

    /// `good` is what the row is made if it `can` be; else it is left out if possible, else it is the opposite.
    static void tally(Tally& tally, bool can, bool can_be_out, bool good) {
        if (!can && can_be_out) return;
        ++tally.counted;
        tally.good += can == good ? 1 : 0;
    }

    /// Successful of received: two figures of one report, two totals or two counts over the same rows, the part within the
    /// whole. Of other quotients it cannot be said that so many of the whole had to be otherwise.
    void share_of_figures(const Located& part, const Located& whole, const Bound& bound) {
        const NumberRange s = value(part).as_range(), n = value(whole).as_range();
        if (s.low < Number(0) || n.low < Number(1) || s.low > n.high) return;
        GapSubject subject;
        if (is_call(part, "count") && is_call(whole, "count")) {
            if (!is_part_of(part, whole)) return;
            subject = rows_subject(book_, book_.path(book_.facts[part.expr].rows).steps.back().entity, no_expr);
        } else if (is_call(part, "sum") && is_call(whole, "sum")) {
            if (!over_same_rows(part, whole) || condition_text(part) != condition_text(whole)) return;
            subject = figures_subject(book_, book_.facts[part.expr].operand, book_.facts[whole.expr].operand);
        } else {
            if (!is_field(part) || !is_field(whole) ||
                !same_row(arrive(book_.path(part.expr), part.row), arrive(book_.path(whole.expr), whole.row)))
                return;
            subject = figures_subject(book_, part.expr, whole.expr);
        }
        if (subject.many.vi.empty()) return;
        const auto at = [](const Number& good, const Number& counted) {
            const bool endless = good.is_infinite() || counted.is_infinite();
            return Tally{endless ? 0 : good.numerator(), endless ? 0 : counted.numerator(), endless};
        };
        const Tally most = at(s.high, n.low), least = at(s.low, n.high);
        share(bound, bound.upper ? least : most, bound.upper ? most : least, n, subject);
    }

    bool is_field(const Located& at) const {
        return std::holds_alternative<Path>(book_.book->ast[at.expr].node) &&
               book_.path(at.expr).end == PathMeaning::End::field;
    }
    bool over_same_rows(const Located& a, const Located& b) const {
        return same_row(a.row, b.row) && same_steps(book_.path(book_.facts[a.expr].rows), book_.path(book_.facts[b.expr].rows));
    }
    std::string condition_text(const Located& at) const { return print_expression(book_.book->ast, call(at)->condition); }

    /// Whether each row that the one counts is one that the other counts, as far as the record shows.
    bool is_part_of(const Located& part, const Located& whole) const {
        if (!over_same_rows(part, whole)) return false;
        const auto rows = follow(data_, part.row, book_.path(book_.facts[part.expr].rows).steps);
        return std::all_of(rows.begin(), rows.end(), [&](const Candidate& row) {
            const Truth in_part = counted(*call(part), row), in_whole = counted(*call(whole), row);
            return (!in_part.can_be_true || in_whole.can_be_true) && (!in_part.surely_true() || in_whole.surely_true());
        });
    }

    void share(const Bound& bound, const Tally& nearest, const Tally& furthest, const NumberRange& n,
               const GapSubject& subject) {
        const auto distance = distance_of_share(bound, nearest, furthest);
        if (!distance) return;
        Gap gap{Gap::Kind::share, bound.upper, distance->least, !distance->certain, {}, {}, {}, {}};
        if (n.single()) {
            gap.of = n.low.numerator();
            gap.allowed = allowed_rows(bound, *gap.of);
        }
        gap.sentence = share_sentence(gap, subject, n);
        gaps_.push_back(std::move(gap));
    }

    void amount(const Located& figure, const NumberRange& amount, const Bound& bound) {
        const auto distance = distance_of_amount(bound, amount);
        if (!distance) return;
        const Fact& fact = book_.facts[figure.expr];
        const bool count = is_call(figure, "count");
        Gap gap{count ? Gap::Kind::count : Gap::Kind::sum, bound.upper, distance->least, !distance->certain, {}, {}, {}, {}};
        const GapSubject subject = count
                                       ? rows_subject(book_, book_.path(fact.rows).steps.back().entity, call(figure)->condition)
                                       : figures_subject(book_, no_expr, fact.operand);
        const auto low = whole_within(bound, bound.value.low), high = whole_within(bound, bound.value.high);
        const NumberRange required =
            NumberRange::between(low ? Number(*low) : Number::minus_infinity(), high ? Number(*high) : Number::infinity());
        gap.sentence = amount_sentence(gap, subject, fact.type, amount, required);
        gaps_.push_back(std::move(gap));
    }

    const CheckedRulebook& book_;
    const Dataset& data_;
    const Evaluator& evaluator_;
    std::vector<Gap> gaps_;
};

}  // namespace

std::string_view word(Gap::Kind kind) {
    return kind == Gap::Kind::share ? "share" : kind == Gap::Kind::count ? "count" : "sum";
}

std::vector<Gap> find_gaps(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator, ExprId require,
                           const RowRef& row) {
    GapFinder finder(book, data, evaluator);
    try {
        finder.find({require, row});
    } catch (const Overflow&) {
        // The verdict stood without a part that leaves 64 bits; what was found until then stands too.
    }
    return finder.take();
}

std::vector<Gap> by_reading(std::vector<std::vector<Gap>> gaps, const std::vector<Words>& titles) {
    if (gaps.empty()) return {};
    if (std::all_of(gaps.begin(), gaps.end(), [&](const auto& one) { return one == gaps.front(); })) return gaps.front();
    std::vector<Gap> all;
    for (std::size_t reading = 0; reading < gaps.size(); ++reading)
        for (Gap& gap : gaps[reading]) {
            gap.reading = titles[reading];
            gap.sentence.vi.insert(gap.sentence.vi.size() - 1, ", theo cách hiểu “" + gap.reading.vi + "”");
            gap.sentence.en.insert(gap.sentence.en.size() - 1, ", read as “" + gap.reading.en + "”");
            all.push_back(std::move(gap));
        }
    return all;
}

}  // namespace hoagiai
