// The whole document as JSON, with the names of docs/cli.md, enough for somebody else to reproduce it to the byte. Findings are
// written one by one.
#include "engine/output/findings_in_order.h"
#include "engine/output/format.h"
#include "engine/output/json_parts/finding_json.h"
#include "engine/output/json_parts/head_json.h"
#include "engine/output/json_parts/json_text.h"
#include "engine/output/json_parts/lenient_json.h"
#include "engine/output/json_parts/selected_json.h"
#include "engine/output/json_parts/summary_json.h"

namespace hoagiai {

namespace {

/// `"key": [ … ]`, an element at a time.
void begin_list(Sink& out, std::string_view key) { ((out += "  \"") += key) += "\": ["; }
void end_list(Sink& out, bool empty) { out += empty ? "],\n" : "\n  ],\n"; }

/// An element of such a list; `members` writes what is in it.
std::string element(bool first, const auto& members) {
    std::string text = first ? "\n    " : ",\n    ";
    JsonWriter json(text, JsonWriter::Layout::lines, 4);
    json.begin_object();
    members(json);
    json.end_object();
    return text;
}

void write(const Report& report, Sink& out) {
    const CheckResult& result = *report.result;
    out += "{\n";
    Json head = head_json(report);
    head["summary"] = summary_json(result);
    for (const auto& [key, value] : head.items()) out += "  \"" + key + "\": " + json_lines(value, 2) + ",\n";
    begin_list(out, "findings");
    write_findings(result, out, [&](const Finding& finding, std::string& text) {
        text += element(&finding == result.findings.data(), [&](JsonWriter& json) { write_finding(json, result, finding); });
    });
    end_list(out, result.findings.empty());
    begin_list(out, "selections");
    bool first = true;
    for (const Selection& selection : result.selections)
        for (const SelectedUnit& unit : selection.listed) {
            out += element(first, [&](JsonWriter& json) { write_selected(json, result, selection, unit); });
            first = false;
        }
    end_list(out, first);
    out += "  \"problems\": " + json_lines(problems_json(*result.records), 2) + "\n}\n";
}

}  // namespace

extern const OutputFormat output_format_json;
const OutputFormat output_format_json = {"json", ".json", write};

}  // namespace hoagiai
