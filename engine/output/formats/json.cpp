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
class List {
public:
    List(Sink& out, std::string_view key) : out_(out) {
        out_ += "  \"";
        out_ += key;
        out_ += "\": [";
    }
    void add(const Json& element) {
        out_ += separator(first_) + json_lines(element, 4);
        first_ = false;
    }
    static std::string separator(bool first) { return first ? "\n    " : ",\n    "; }
    void end() { end(first_); }
    void end(bool empty) { out_ += empty ? "],\n" : "\n  ],\n"; }

private:
    Sink& out_;
    bool first_ = true;
};

void write(const Report& report, Sink& out) {
    const CheckResult& result = *report.result;
    out += "{\n";
    Json head = head_json(report);
    head["summary"] = summary_json(result);
    for (const auto& [key, value] : head.items()) out += "  \"" + key + "\": " + json_lines(value, 2) + ",\n";
    List findings(out, "findings");
    write_findings(result, out, [&](const Finding& finding) {
        return findings.separator(&finding == result.findings.data()) + json_lines(finding_json(result, finding), 4);
    });
    findings.end(result.findings.empty());
    List selections(out, "selections");
    for (const Selection& selection : result.selections)
        for (const SelectedUnit& unit : selection.listed) selections.add(selected_json(result, selection, unit));
    selections.end();
    out += "  \"problems\": " + json_lines(problems_json(*result.records), 2) + "\n}\n";
}

}  // namespace

extern const OutputFormat output_format_json;
const OutputFormat output_format_json = {"json", ".json", write};

}  // namespace hoagiai
