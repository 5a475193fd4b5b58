// Finds the comparison that decides, as if all definitions were written out, and measures how far its figure is from the bound.
// Over holes a row is taken as near to the target as it can be, so that the gap that is said is never more than is proved.
#include "engine/findings/gaps/gap.h"

#include <algorithm>

#include "engine/checking/spelling.h"
#include "engine/findings/gaps/gap_numbers.h"
#include "engine/findings/gaps/gap_text.h"
#include "engine/findings/gaps/located.h"
#include "engine/language/parser.h"

namespace hoagiai {

namespace {

bool finite(const NumberRange& range) { return range.finite && !range.minus && !range.plus; }

class GapFinder {
public:
    GapFinder(const CheckedRulebook& book, const Dataset& data, const Evaluator& evaluator)
        : book_(book), reader_(book, data, evaluator) {}

    /// A conjunction fails by each part that fails.
    void find(const Located& condition) {
        const Located here = reader_.written_out(condition);
        if (const auto* conjunction = std::get_if<And>(&reader_.node(here)))
            for (const ExprId part : conjunction->operands) find({part, here.row});
        if (const auto* comparison = std::get_if<Comparison>(&reader_.node(here)))
            for (std::size_t i = 0; i < comparison->ops.size(); ++i)
                compared({comparison->operands[i], here.row}, comparison->ops[i], {comparison->operands[i + 1], here.row});
    }

    std::vector<Gap> take() { return std::move(gaps_); }

private:
    bool is_share(const Located& at) const { return reader_.is_call(at, "share") || reader_.quotient(at); }
    bool is_figure(const Located& at) const {
        return is_share(at) || reader_.is_call(at, "count") || reader_.is_call(at, "sum");
    }

    void compared(const Located& left_side, CompareOp op, const Located& right_side) {
        const Known left_value = reader_.value(left_side), right_value = reader_.value(right_side);
        if (!left_value.is_range() || !right_value.is_range()) return;
        if (!compare(op, left_value, right_value, false).surely_false()) return;
        const Located left = reader_.written_out(left_side), right = reader_.written_out(right_side);
        // The figure is what can be counted; where both sides can, the one that had to be more.
        const bool less = op == CompareOp::less || op == CompareOp::less_equal;
        const bool take_right = is_figure(right) && (less || !is_figure(left));
        const Located& figure = take_right ? right : left;
        if (!is_figure(figure)) return;
        const Known &amount = take_right ? right_value : left_value, &limit = take_right ? left_value : right_value;
        Bound bound;
        bound.upper = take_right ? !less : less;
        bound.strict = op == CompareOp::less || op == CompareOp::greater;
        if (op == CompareOp::equal) {
            // Nothing is above 100 % or below 0 %: there, equal means at least, or at most.
            bound.upper = limit == Known::number(0);
            if (!is_share(figure) || !(bound.upper || limit == Known::number(1))) return;
        }
        if (op == CompareOp::not_equal) return;
        bound.value = limit.as_range();
        if (!finite(bound.value) || !finite(amount.as_range())) return;
        if (reader_.is_call(figure, "share"))
            share_of_rows(figure, bound);
        else if (const Arithmetic* parts = reader_.quotient(figure))
            share_of_figures(reader_.written_out({parts->left, figure.row}), reader_.written_out({parts->right, figure.row}),
                             bound);
        else
            difference(figure, amount.as_range(), bound);
    }

    void share_of_rows(const Located& figure, const Bound& bound) {
        Tally with_good, with_bad;  // every row good, or bad, or else out, if it can be
        std::int64_t surely = 0, possibly = 0;
        bool endless = false;
        for (const Candidate& row : reader_.rows(figure)) {
            const Truth in = reader_.counted(figure, row);
            if (!in.can_be_true) continue;
            const Truth test = reader_.value({reader_.fact(figure).operand, row.row}).as_truth();
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
        share(bound, bound.upper ? with_bad : with_good, bound.upper ? with_good : with_bad, n,
              rows_subject(book_, reader_.entity_of_rows(figure), reader_.fact(figure).operand));
    }

    /// A row becomes `good` (or bad) if it `can`; else it is left out if it can be; else it is the opposite.
    static void tally(Tally& tally, bool can, bool can_be_out, bool good) {
        if (!can && can_be_out) return;
        ++tally.counted;
        tally.good += can == good ? 1 : 0;
    }

    /// Successful of received: two figures of one report, two totals or two counts over the same rows, the part within the
    /// whole. Of other quotients it cannot be said that so many of the whole had to be otherwise.
    void share_of_figures(const Located& part, const Located& whole, const Bound& bound) {
        GapSubject subject;
        if (reader_.is_call(part, "count") && reader_.is_call(whole, "count") && is_part_of(part, whole))
            subject = rows_subject(book_, reader_.entity_of_rows(part), reader_.call(part)->condition);
        else if (reader_.is_call(part, "sum") && reader_.is_call(whole, "sum") && under_same_condition(part, whole))
            subject = figures_subject(book_, reader_.fact(part).operand, reader_.fact(whole).operand);
        else if (reader_.is_field(part) && reader_.is_field(whole) && same_row(row_of_field(part), row_of_field(whole)))
            subject = figures_subject(book_, part.expr, whole.expr);
        else
            return;
        const NumberRange s = reader_.value(part).as_range(), n = reader_.value(whole).as_range();
        // Figures that contradict each other have no gap.
        if (s.low < Number(0) || n.low < Number(1) || s.low > n.high) return;
        const auto at = [](const Number& good, const Number& counted) {
            const bool endless = good.is_infinite() || counted.is_infinite();
            return endless ? Tally{0, 0, true} : Tally{good.numerator(), counted.numerator(), false};
        };
        const Tally most = at(s.high, n.low), least = at(s.low, n.high);
        share(bound, bound.upper ? least : most, bound.upper ? most : least, n, subject);
    }

    RowRef row_of_field(const Located& field) const { return reader_.arrive(book_.path(field.expr), field.row); }

    /// Whether each row that the one counts is one that the other counts, as far as the record shows.
    bool is_part_of(const Located& part, const Located& whole) const {
        if (!reader_.over_same_rows(part, whole)) return false;
        const std::vector<Candidate> rows = reader_.rows(part);
        return std::all_of(rows.begin(), rows.end(), [&](const Candidate& row) {
            const Truth in_part = reader_.counted(part, row), in_whole = reader_.counted(whole, row);
            return (!in_part.can_be_true || in_whole.can_be_true) && (!in_part.surely_true() || in_whole.surely_true());
        });
    }

    bool under_same_condition(const Located& a, const Located& b) const {
        const auto condition = [&](const Located& at) -> const std::string& {
            return print_in_english(book_, reader_.call(at)->condition);
        };
        return reader_.over_same_rows(a, b) && condition(a) == condition(b);
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

    void difference(const Located& figure, const NumberRange& amount, const Bound& bound) {
        const auto distance = distance_of_amount(bound, amount);
        if (!distance) return;
        const bool count = reader_.is_call(figure, "count");
        const GapSubject subject = count ? rows_subject(book_, reader_.entity_of_rows(figure), reader_.call(figure)->condition)
                                         : figures_subject(book_, no_expr, reader_.fact(figure).operand);
        Gap gap{count ? Gap::Kind::count : Gap::Kind::sum, bound.upper, distance->least, !distance->certain, {}, {}, {}, {}};
        const auto low = whole_within(bound, bound.value.low), high = whole_within(bound, bound.value.high);
        const NumberRange required =
            NumberRange::between(low ? Number(*low) : Number::minus_infinity(), high ? Number(*high) : Number::infinity());
        gap.sentence = amount_sentence(gap, subject, reader_.fact(figure).type, amount, required);
        gaps_.push_back(std::move(gap));
    }

    const CheckedRulebook& book_;
    LocatedReader reader_;
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

std::vector<Gap> read_as(std::vector<Gap> gaps, const Words& title) {
    for (Gap& gap : gaps) {
        gap.reading = title;
        gap.sentence.vi.insert(gap.sentence.vi.size() - 1, ", nếu hiểu là “" + title.vi + "”");
        gap.sentence.en.insert(gap.sentence.en.size() - 1, ", read as “" + title.en + "”");
    }
    return gaps;
}

}  // namespace hoagiai
