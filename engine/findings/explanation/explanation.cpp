#include "engine/findings/explanation/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/complete.h"
#include "engine/findings/explanation/explained_readings.h"
#include "engine/findings/explanation/explained_tree.h"
#include "engine/findings/explanation/fillings.h"
#include "engine/findings/versions.h"
#include "engine/findings/waivers.h"

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
        : result_(result),
          finding_(finding),
          rule_(result.rule(finding)),
          parts_(by_version(result, finding)),
          own_(std::find_if(parts_.begin(), parts_.end(),
                            [&](const VersionPart& part) { return part.finding.rule == finding.rule; })),
          values_(result, own_->finding),
          tree_(values_) {}

    Explanation all() {
        head();
        for (const ExprId on : rule_.decl->on) explanation_.days.push_back(deciding_day(on));
        conditions();
        other_versions();
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
        if (finding_.waiver) explanation_.waiver = waived_words(result_, finding_);
    }

    Words message() const {
        switch (finding_.unwaived()) {
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
        explanation_.when = when_of(values_, tree_);
        explanation_.require = require_of(values_, tree_);
        if (explanation_.when) renumber(*explanation_.when, own_->readings);
        renumber(explanation_.require, own_->readings);
    }

    void other_versions() {
        for (auto part = parts_.begin(); part != parts_.end(); ++part) {
            if (part == own_) continue;
            ExplainedValues values(result_, part->finding);
            ExplainedTree tree(values);
            ExplainedVersion version{span_words(values.rule().in_force), when_of(values, tree), require_of(values, tree)};
            if (version.when) renumber(*version.when, part->readings);
            renumber(version.require, part->readings);
            explanation_.other_versions.push_back(std::move(version));
        }
    }

    bool settled() const { return finding_.unwaived() == Status::pass || finding_.unwaived() == Status::fail; }

    std::optional<ExplanationNode> when_of(const ExplainedValues& values, ExplainedTree& tree) const {
        const ExprId when = values.rule().decl->when;
        if (when == no_expr) return std::nullopt;
        const bool applies = values.truth(when, values.unit()).surely_true();
        return tree.node(when, values.unit(),
                         settled() || applies ? ExplainedTree::Detail::outline : ExplainedTree::Detail::full);
    }

    ExplanationNode require_of(const ExplainedValues& values, ExplainedTree& tree) const {
        using Detail = ExplainedTree::Detail;
        const ExprId require = values.rule().decl->require;
        const bool asked = explanation_.status != Status::not_applicable;
        // Where it is only open whether the rule applies, what it requires is settled.
        const bool open = settled() || !values.truth(require, values.unit()).surely_false();
        ExplanationNode node = tree.node(require, values.unit(), !asked ? Detail::line : open ? Detail::full : Detail::outline);
        if (asked) return node;
        node.values.clear();
        node.note = {"không xét đến", "not asked"};
        return node;
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
    std::vector<VersionPart> parts_;
    std::vector<VersionPart>::const_iterator own_;  ///< the version that decides
    ExplainedValues values_;
    ExplainedTree tree_;
    FindingText text_;
    Explanation explanation_;
};

}  // namespace

Explanation explain(const CheckResult& result, const Finding& finding) {
    const Finding whole = complete(result, finding);
    return Explainer(result, whole).all();
}

Words why_not_in_force(const CheckedRulebook& book, const CheckedRule& rule, Day day) {
    const CheckedRule* version = nullptr;
    Words spans;
    const auto add = [&](const InForce& one) {
        const Words span = span_words(one);
        spans.vi += (spans.vi.empty() ? "" : "; ") + span.vi;
        spans.en += (spans.en.empty() ? "" : "; ") + span.en;
    };
    for (const std::uint32_t index : rule.versions) {
        add(book.rules[index].in_force);
        if (book.rules[index].in_force.contains(day)) version = &book.rules[index];
    }
    if (!version)
        return {fmt::format("quy tắc không có hiệu lực vào ngày {}; có hiệu lực {}", vietnamese_date(day), spans.vi),
                fmt::format("the rule is not in force on {}; it is {}", iso_date(day), spans.en)};
    for (const std::uint32_t index : version->parameters) {
        const CheckedParameter& parameter = book.parameters[index];
        if (parameter.on(day)) continue;
        spans = {};
        for (const CheckedValue& value : parameter.values) add(value.span);
        return {fmt::format("quy tắc không có hiệu lực vào ngày {}, vì tham số {} không có giá trị vào ngày đó (có {})",
                            vietnamese_date(day), parameter.name, spans.vi),
                fmt::format("the rule is not in force on {}, since its parameter {} has no value then (it has one {})",
                            iso_date(day), parameter.name, spans.en)};
    }
    return {};
}

}  // namespace hoagiai
