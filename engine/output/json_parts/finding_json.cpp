#include "engine/output/json_parts/finding_json.h"

#include "engine/findings/waivers.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

/// One gap is an object; those of several comparisons or readings are a list.
Json gap_json(const std::vector<Gap>& all) {
    Json list = Json::array();
    for (const Gap& gap : all) {
        Json one = {{"kind", word(gap.kind)},
                    {"direction", gap.fewer ? "fewer" : "more"},
                    {"short_by", gap.short_by},
                    {"of", gap.of ? Json(*gap.of) : Json(nullptr)},
                    {"allowed", gap.allowed ? Json(*gap.allowed) : Json(nullptr)},
                    {"at_least", gap.at_least}};
        if (!gap.reading.vi.empty()) one["reading"] = in_both(gap.reading);
        one["text"] = in_both(gap.sentence);
        list.push_back(std::move(one));
    }
    return list.size() == 1 ? list.front() : list;
}

}  // namespace

Json finding_json(const CheckResult& result, const Finding& finding) {
    const CheckedRule& rule = result.rule(finding);
    const Dataset& data = result.records->dataset;
    const FindingText text = describe(result, finding);
    Json one = {{"rule", rule.id},
                {"kind", word(rule.decl->kind)},
                {"severity", word(rule.decl->severity)},
                {"status", word(finding.outcome.status)},
                {"unit", unit_json(data, rule.entity, finding.row)},
                {"title", in_both(text.title)},
                {"message", in_both(text.message)},
                {"basis", basis_json(text.basis)},
                {"evidence", evidence_json(text.evidence)},
                {"missing", missing_json(text.missing)}};
    if (text.more_missing > 0) one["more_missing"] = text.more_missing;
    if (!text.gaps.empty()) one["gap"] = gap_json(text.gaps);
    if (!text.readings.empty()) {
        Json readings = Json::array();
        for (const ReadingText& reading : text.readings) {
            Json choices = Json::object();
            for (const auto& [parameter, value] : reading.choices) choices[parameter] = value;
            readings.push_back({{"title", in_both(reading.title)},
                                {"choices", choices},
                                {"status", word(reading.status)},
                                {"values", evidence_json(reading.values)}});
        }
        one["readings"] = std::move(readings);
    }
    one["recommendations"] = recommendations_json(text.recommendations);
    if (finding.waiver) {
        const Waiver& waiver = waiver_of(result, finding);
        one["waiver"] = {{"until", iso_date(waiver.until)},
                         {"reason", waiver.reason},
                         {"approved_by", waiver.approved_by},
                         {"status", word(finding.without_waiver)}};
    }
    one["fingerprint"] = text.fingerprint;
    return one;
}

}  // namespace hoagiai
