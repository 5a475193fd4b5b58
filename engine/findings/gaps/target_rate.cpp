// The same search as for gaps, whatever the comparison comes to.
#include "engine/findings/gaps/target_rate.h"

#include <algorithm>

#include "engine/evaluation/judge.h"
#include "engine/findings/complete.h"
#include "engine/findings/gaps/located.h"
#include "engine/findings/reading_group.h"
#include "engine/findings/value_text.h"

namespace hoagiai {

namespace {

bool bounded(const Known& known) {
    if (!known.is_range()) return false;
    const NumberRange& range = known.as_range();
    return range.finite && !range.minus && !range.plus && !range.low.is_infinite() && !range.high.is_infinite();
}

class RateFinder {
public:
    RateFinder(const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data, const Evaluator& evaluator)
        : book_(book), reader_(book, data, evaluator), thresholds_(thresholds_of(book, rule)) {}

    void find(const Located& condition) {
        const Located here = reader_.written_out(condition);
        if (const auto* conjunction = std::get_if<And>(&reader_.node(here)))
            for (const ExprId part : conjunction->operands) find({part, here.row});
        if (const auto* comparison = std::get_if<Comparison>(&reader_.node(here)))
            for (std::size_t i = 0; i < comparison->ops.size(); ++i)
                compared({comparison->operands[i], here.row}, comparison->ops[i], {comparison->operands[i + 1], here.row});
    }

    std::vector<TargetRate> rates;

private:
    bool is_rate(const Located& at) const { return reader_.is_call(at, "share") || reader_.quotient(at); }

    void compared(const Located& left_side, CompareOp op, const Located& right_side) {
        const Located left = reader_.written_out(left_side), right = reader_.written_out(right_side);
        const bool rate_is_left = is_rate(left);
        if (rate_is_left == is_rate(right) || op == CompareOp::not_equal) return;
        const Located &rate = rate_is_left ? left : right, &bound = rate_is_left ? right : left;
        const Known rate_value = reader_.value(rate), bound_value = reader_.value(bound);
        if (!bounded(rate_value) || !bounded(bound_value)) return;
        const bool less = op == CompareOp::less || op == CompareOp::less_equal;
        TargetRate one{
            rate_value.as_range(), bound_value.as_range(), rate_is_left == less && op != CompareOp::equal, {}, {}, {}};
        const auto text = [&](const NumberRange& range, const Located& at, Language language) {
            const Type& type = book_.facts[at.expr].type;
            const auto end = [&](const Number& n) { return value_text(Known::number(n), type, language, thresholds_); };
            return range.single() ? end(range.low) : end(range.low) + "–" + end(range.high);
        };
        one.rate_text = {text(one.rate, rate, Language::vi), text(one.rate, rate, Language::en)};
        one.target_text = {text(one.target, bound, Language::vi), text(one.target, bound, Language::en)};
        rates.push_back(std::move(one));
    }

    const CheckedRulebook& book_;
    LocatedReader reader_;
    std::vector<Number> thresholds_;
};

std::vector<TargetRate> rates_by(const CheckResult& result, const Finding& finding, const Evaluator& evaluator,
                                 const CheckedRule& rule) {
    RateFinder finder(result.book(finding), rule, result.records->dataset, evaluator);
    try {
        finder.find({rule.decl->require, RowRef::real(rule.entity, finding.row)});
    } catch (const Overflow&) {
        // What was found until then stands.
    }
    return std::move(finder.rates);
}

}  // namespace

std::vector<TargetRate> target_rates(const CheckResult& result, const Finding& given) {
    const Finding finding = complete(result, given);
    const CheckedRulebook& book = result.book(finding);
    const Judge judge(book, result.records->dataset, result.request.as_of, result.request.period);
    const auto& readings = finding.outcome.readings;
    if (readings.empty()) return rates_by(result, finding, judge.evaluator(result.request.as_of), result.rule(finding));
    std::vector<std::vector<TargetRate>> by_reading;
    std::vector<std::string> texts;
    for (const JudgedReading& reading : readings) {
        by_reading.push_back(rates_by(result, finding, judge.evaluator(reading.day, &reading), book.rules[reading.version]));
        texts.emplace_back();
        for (const TargetRate& one : by_reading.back()) texts.back() += one.rate_text.en + "/" + one.target_text.en + "\n";
    }
    if (std::equal(texts.begin() + 1, texts.end(), texts.begin())) return by_reading.front();
    std::vector<TargetRate> all;
    for (const ReadingGroup& group : group_readings(readings, texts))
        for (TargetRate& one : by_reading[group.readings.front()]) {
            one.reading = title_of(group, book);
            all.push_back(std::move(one));
        }
    return all;
}

}  // namespace hoagiai
