#include "engine/findings/explanation/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/explanation/explained_readings.h"
#include "engine/findings/explanation/explained_tree.h"
#include "engine/findings/explanation/fillings.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_missing = 20;

Words span_words(const InForce& span) {
    if (span.from && span.to)
        return {fmt::format("từ {} đến hết {}", vietnamese_date(*span.from), vietnamese_date(*span.to)),
                fmt::format("from {} to {}", iso_date(*span.from), iso_date(*span.to))};
    if (span.from) return {"từ " + vietnamese_date(*span.from), "from " + iso_date(*span.from)};
    if (span.to) return {"đến hết " + vietnamese_date(*span.to), "until " + iso_date(*span.to)};
    return {"mọi ngày", "on all days"};
}

class Explainer {
public:
    Explainer(const CheckResult& result, const Finding& finding)
        : result_(result), finding_(finding), rule_(result.rule(finding)), values_(result, finding), tree_(values_) {}

    Explanation all() {
        head();
        for (const ExprId on : rule_.decl->on) explanation_.days.push_back(deciding_day(on));
        conditions();
        explain_readings(finding_, text_, values_.book(), explanation_);
        add_missing();
        return std::move(explanation_);
    }

private:
    void head() {
        const RuleDecl& decl = *rule_.decl;
        const Dataset& data = result_.records->dataset;
        text_ = describe(result_, finding_);
        explanation_.rule = rule_.id;
        explanation_.kind = decl.kind;
        explanation_.severity = decl.severity;
        explanation_.title = decl.title;
        explanation_.basis = text_.basis;
        explanation_.unit = unit_words(data, rule_.entity, finding_.row, false);
        explanation_.path = unit_path(data, rule_.entity, finding_.row);
        explanation_.as_of = result_.request.as_of;
        explanation_.period = result_.request.period;
        explanation_.status = finding_.outcome.status;
        explanation_.reading_decides = finding_.outcome.reading_decides;
        if (rule_.in_force.from || rule_.in_force.to) explanation_.in_force = span_words(rule_.in_force);
        explanation_.message = message();
        explanation_.gaps = text_.gaps;
    }

    Words message() const {
        switch (finding_.outcome.status) {
            case Status::pass:
                return {"Hồ sơ cho thấy yêu cầu được đáp ứng, dù những ô còn trống được điền thế nào.",
                        "The records show that the requirement is met, however blank cells would be filled."};
            case Status::not_applicable:
                if (finding_.outcome.readings.empty() && !rule_.decl->on.empty())
                    return {"Quy tắc không có hiệu lực vào ngày quyết định việc áp dụng, nên không xét.",
                            "The rule is not in force on the day that decides, so nothing is asked of the unit."};
                return {"Điều kiện áp dụng không được thỏa mãn, nên quy tắc không xét đơn vị này.",
                        "The condition for applying is not met, so the rule asks nothing of this unit."};
            case Status::unknown:
                if (!finding_.outcome.reading_decides) return text_.message;
                return {"Kết luận tùy thuộc vào cách hiểu quy định, như nêu dưới đây.",
                        "It depends on how the rules are read, as said below."};
            default:
                return text_.message;
        }
    }

    ExplanationNode deciding_day(ExprId on) {
        ExplanationNode node = tree_.node(on, values_.unit(), ExplainedTree::Detail::full);
        const Known date = values_.evaluate(on, values_.unit(), 0);
        if (!date.is_range() || !date.single()) {
            node.note = {"chưa rõ ngày nào quyết định, nên xét mọi ngày có thể",
                         "which day decides is not known: every possible one is judged"};
            return node;
        }
        if (!date.as_range().finite) {
            node.note = {"không có ngày nào quyết định", "no day decides"};
            return node;
        }
        const Day day = static_cast<Day>(date.as_range().low.numerator());
        node.note = why_not_in_force(values_.book(), rule_, day);
        if (node.note.vi.empty())
            node.note = {"xét theo quy định có hiệu lực vào ngày này", "judged by the rules in force on this day"};
        return node;
    }

    void conditions() {
        using Detail = ExplainedTree::Detail;
        const RuleDecl& decl = *rule_.decl;
        const bool settled = explanation_.status == Status::pass || explanation_.status == Status::fail;
        if (decl.when != no_expr) {
            const bool applies = values_.truth(decl.when, values_.unit()).surely_true();
            explanation_.when = tree_.node(decl.when, values_.unit(), settled || applies ? Detail::outline : Detail::full);
        }
        const bool asked = explanation_.status != Status::not_applicable;
        // Where it is only open whether the rule applies, what it requires is settled.
        const bool open = settled || !values_.truth(decl.require, values_.unit()).surely_false();
        explanation_.require = tree_.node(decl.require, values_.unit(),
                                          !asked ? Detail::line
                                          : open ? Detail::full
                                                 : Detail::outline);
        if (asked) return;
        explanation_.require.values.clear();
        explanation_.require.note = {"không xét đến", "not asked"};
    }

    void add_missing() {
        const auto& missing = finding_.outcome.missing;
        Fillings fillings(result_, finding_, values_);
        for (const MissingCell& cell : missing) {
            if (explanation_.missing.size() == most_missing) break;
            explanation_.missing.push_back(fillings.of(cell));
        }
        explanation_.more_missing = missing.size() - explanation_.missing.size();
    }

    const CheckResult& result_;
    const Finding& finding_;
    const CheckedRule& rule_;
    ExplainedValues values_;
    ExplainedTree tree_;
    FindingText text_;
    Explanation explanation_;
};

}  // namespace

Explanation explain(const CheckResult& result, const Finding& finding) { return Explainer(result, finding).all(); }

Words why_not_in_force(const CheckedRulebook& book, const CheckedRule& rule, Day day) {
    if (!rule.in_force.contains(day)) {
        const Words span = span_words(rule.in_force);
        return {fmt::format("quy tắc không có hiệu lực vào ngày {}; có hiệu lực {}", vietnamese_date(day), span.vi),
                fmt::format("the rule is not in force on {}; it is {}", iso_date(day), span.en)};
    }
    for (const std::uint32_t index : rule.parameters) {
        const CheckedParameter& parameter = book.parameters[index];
        if (parameter.on(day)) continue;
        Words spans;
        for (const CheckedValue& value : parameter.values) {
            const Words span = span_words(value.span);
            spans.vi += (spans.vi.empty() ? "" : "; ") + span.vi;
            spans.en += (spans.en.empty() ? "" : "; ") + span.en;
        }
        return {fmt::format("quy tắc không có hiệu lực vào ngày {}, vì tham số {} không có giá trị vào ngày đó (có {})",
                            vietnamese_date(day), parameter.name, spans.vi),
                fmt::format("the rule is not in force on {}, since its parameter {} has no value then (it has one {})",
                            iso_date(day), parameter.name, spans.en)};
    }
    return {};
}

}  // namespace hoagiai
