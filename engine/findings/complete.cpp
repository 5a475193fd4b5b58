#include "engine/findings/complete.h"

namespace hoagiai {

Finding complete(const CheckResult& result, const Finding& finding) {
    if (finding.whole) return finding;
    const CheckedRulebook& book = result.book(finding);
    const Judge judge(book, result.records->dataset, result.request.as_of, result.request.period);
    Finding all = finding;
    all.outcome = judge.judge(result.rule(finding), finding.row, finding.unwaived() == Status::unknown);
    all.rule = all.outcome.version;
    all.outcome.status = finding.outcome.status;
    all.whole = true;
    return all;
}

}  // namespace hoagiai
