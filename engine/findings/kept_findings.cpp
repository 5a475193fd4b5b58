#include "engine/findings/kept_findings.h"

#include <algorithm>
#include <numeric>

#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

/// As far as findings are kept before somebody asks (complete.h). Throws Overflow.
Finding finding_of(const JudgedRule& judged, const CheckedRule& rule, const Judge& judge, Row row, Status status,
                   std::optional<std::size_t> waiver) {
    Finding finding{judged.book, judged.version, row, {}, waiver, status};
    finding.outcome.version = static_cast<std::uint32_t>(judged.version);
    finding.whole = status != Status::unknown && !judged.is_open;
    // Which version judges depends on the row where the rule is dated by it.
    if (!rule.decl->on.empty()) {
        finding.outcome = judge.judge(rule, row, false);
        finding.rule = finding.outcome.version;
        finding.whole = status != Status::unknown;
    }
    finding.outcome.status = waiver ? Status::waived : status;
    return finding;
}

}  // namespace

std::vector<std::pair<const CheckedRule*, Row>> KeptFindings::make_findings(CheckResult& result, const Dataset& data,
                                                                            const std::vector<Judge>& judges,
                                                                            const std::vector<JudgedRule>& rules,
                                                                            unsigned threads) {
    const auto rule_of = [&](std::size_t number) -> const CheckedRule& {
        return result.request.books[rules[number].book]->rules[rules[number].rule];
    };
    std::vector<std::uint32_t> by_id(rules.size()), rank(rules.size());
    std::iota(by_id.begin(), by_id.end(), 0);
    std::stable_sort(by_id.begin(), by_id.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rule_of(a).id < rule_of(b).id; });
    for (std::uint32_t i = 0; i < by_id.size(); ++i) rank[by_id[i]] = i;
    for (UnitAndRule& unit : units_) unit.rule = rank[unit.rule];
    const std::vector<std::uint32_t> order = order_by_unit(data, units_, threads);
    result.findings.resize(order.size());
    std::vector<std::uint8_t> overflows(order.size(), 0);
    in_ranges(order.size(), threads, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            const UnitAndRule& unit = units_[order[i]];
            const std::size_t number = by_id[unit.rule];
            const auto& [status, waiver] = as_[order[i]];
            try {
                result.findings[i] =
                    finding_of(rules[number], rule_of(number), judges[rules[number].book], unit.row, status, waiver);
            } catch (const Overflow&) {
                overflows[i] = 1;
            }
        }
    });
    std::vector<std::pair<const CheckedRule*, Row>> none;
    for (std::size_t i = 0; i < order.size(); ++i)
        if (overflows[i]) none.emplace_back(&rule_of(by_id[units_[order[i]].rule]), units_[order[i]].row);
    for (std::size_t i = order.size(); !none.empty() && i-- > 0;)
        if (overflows[i]) result.findings.erase(result.findings.begin() + static_cast<std::ptrdiff_t>(i));
    units_ = {};
    as_ = {};
    return none;
}

}  // namespace hoagiai
