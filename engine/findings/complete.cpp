#include "engine/findings/complete.h"

#include <algorithm>

namespace hoagiai {

Finding complete(const CheckResult& result, const Finding& finding) {
    if (finding.whole) return finding;
    const CheckedRulebook& book = result.book(finding);
    const Judge judge(book, result.records->dataset, result.request.as_of, result.request.period);
    Finding all = finding;
    const CheckedRule& rule = result.rule(finding);
    const bool is_unknown = finding.unwaived() == Status::unknown;
    // Where the reading decides no cell does, and to look for one takes long.
    const bool may_be_read_differently =
        std::any_of(rule.parameters.begin(), rule.parameters.end(),
                    [&](std::uint32_t parameter) { return book.parameters[parameter].readings.size() > 1; });
    if (!is_unknown || may_be_read_differently) all.outcome = judge.judge(rule, finding.row, false);
    if (is_unknown && !all.outcome.reading_decides) all.outcome = judge.judge(rule, finding.row, true);
    all.rule = all.outcome.version;
    all.outcome.status = finding.outcome.status;
    all.whole = true;
    return all;
}

}  // namespace hoagiai
