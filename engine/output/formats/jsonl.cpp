// The report in lines of JSON, each an object of its own: first what was checked, then a line a finding, a selected unit, a
// rule that was not assessed, last the counts. A report without its last line was cut short. What reads it need hold one line.
#include "engine/output/findings_in_order.h"
#include "engine/output/format.h"
#include "engine/output/json_parts/finding_json.h"
#include "engine/output/json_parts/head_json.h"
#include "engine/output/json_parts/json_text.h"
#include "engine/output/json_parts/lenient_json.h"
#include "engine/output/json_parts/selected_json.h"
#include "engine/output/json_parts/summary_json.h"
#include "engine/output/outline.h"

namespace hoagiai {

namespace {

void line(Sink& out, std::string_view type, const Json& object) {
    Json typed = {{"type", type}};
    typed.update(object);
    out += json_line(typed) + "\n";
}

/// The same, of what `members` writes.
std::string written_line(std::string_view type, const auto& members) {
    std::string text;
    JsonWriter json(text, JsonWriter::Layout::one_line);
    json.begin_object();
    json.key("type").text(type);
    members(json);
    json.end_object();
    return text + "\n";
}

void not_assessed(const CheckResult& result, Sink& out) {
    for (const NotAssessed& one : outline(result).not_assessed)
        for (const NotAssessed::Rule& rule : one.rules)
            line(out, "not_assessed",
                 {{"rule", rule.id}, {"why", "not_supplied"}, {"missing", in_both(one.missing)}, {"units", rule.units}});
    for (const std::string& rule : result.not_in_force) line(out, "not_assessed", {{"rule", rule}, {"why", "not_in_force"}});
}

void write(const Report& report, Sink& out) {
    const CheckResult& result = *report.result;
    line(out, "head", head_json(report));
    write_findings(result, out, [&](const Finding& finding, std::string& text) {
        text += written_line("finding", [&](JsonWriter& json) { write_finding(json, result, finding); });
    });
    for (const Selection& selection : result.selections)
        for (const SelectedUnit& unit : selection.listed)
            out += written_line("selection", [&](JsonWriter& json) { write_selected(json, result, selection, unit); });
    not_assessed(result, out);
    for (const Json& problem : problems_json(*result.records)) line(out, "problem", problem);
    line(out, "summary", summary_json(result));
}

}  // namespace

extern const OutputFormat output_format_jsonl;
const OutputFormat output_format_jsonl = {"jsonl", ".jsonl", write};

}  // namespace hoagiai
