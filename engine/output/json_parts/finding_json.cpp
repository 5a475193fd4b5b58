#include "engine/output/json_parts/finding_json.h"

#include "engine/findings/waivers.h"
#include "engine/output/json_parts/members.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

void write_gap(JsonWriter& json, const Gap& gap) {
    json.begin_object();
    json.key("kind").text(word(gap.kind));
    json.key("direction").text(gap.fewer ? "fewer" : "more");
    json.key("short_by").number(gap.short_by);
    write_number(json.key("of"), gap.of);
    write_number(json.key("allowed"), gap.allowed);
    json.key("at_least").truth(gap.at_least);
    if (!gap.reading.vi.empty()) write_both(json.key("reading"), gap.reading);
    write_both(json.key("text"), gap.sentence);
    json.end_object();
}

/// One gap is an object; those of several comparisons or readings are a list.
void write_gaps(JsonWriter& json, const std::vector<Gap>& all) {
    if (all.size() == 1) return write_gap(json, all.front());
    json.begin_array();
    for (const Gap& gap : all) write_gap(json, gap);
    json.end_array();
}

void write_readings(JsonWriter& json, const std::vector<ReadingText>& all) {
    json.begin_array();
    for (const ReadingText& reading : all) {
        json.begin_object();
        write_both(json.key("title"), reading.title);
        json.key("choices").begin_object();
        for (const auto& [parameter, value] : reading.choices) json.key(parameter).text(value);
        json.end_object();
        json.key("status").text(word(reading.status));
        write_evidence(json.key("values"), reading.values);
        json.end_object();
    }
    json.end_array();
}

void write_waiver(JsonWriter& json, const Waiver& waiver, Status without) {
    json.begin_object();
    json.key("until").text(iso_date(waiver.until));
    json.key("reason").text(waiver.reason);
    json.key("approved_by").text(waiver.approved_by);
    json.key("status").text(word(without));
    json.end_object();
}

}  // namespace

void write_finding(JsonWriter& json, const CheckResult& result, const Finding& finding) {
    const CheckedRule& rule = result.rule(finding);
    const FindingText text = describe(result, finding);
    json.key("rule").text(rule.id);
    json.key("kind").text(word(rule.decl->kind));
    json.key("severity").text(word(rule.decl->severity));
    json.key("status").text(word(finding.outcome.status));
    write_unit(json.key("unit"), result.records->dataset, rule.entity, finding.row);
    write_both(json.key("title"), text.title);
    write_both(json.key("message"), text.message);
    write_basis(json.key("basis"), text.basis);
    write_evidence(json.key("evidence"), text.evidence);
    write_missing(json.key("missing"), text.missing);
    if (text.more_missing > 0) json.key("more_missing").number(text.more_missing);
    if (!text.gaps.empty()) write_gaps(json.key("gap"), text.gaps);
    if (!text.readings.empty()) write_readings(json.key("readings"), text.readings);
    write_recommendations(json.key("recommendations"), text.recommendations);
    if (finding.waiver) write_waiver(json.key("waiver"), waiver_of(result, finding), finding.without_waiver);
    json.key("fingerprint").text(text.fingerprint);
}

}  // namespace hoagiai
