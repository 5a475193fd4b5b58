// One line a finding, for spreadsheets. A text that a spreadsheet would take for a formula is made harmless.
#include "engine/findings/waivers.h"
#include "engine/output/format.h"
#include "engine/output/summary.h"

namespace hoagiai {

namespace {

/// RFC 4180, and a leading quote where the cell would begin a formula (=, +, -, @, tab).
std::string cell(std::string_view value) {
    std::string text(value);
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char byte : text) {
        if (byte == '"') quoted += '"';
        quoted += byte;
    }
    return quoted + "\"";
}

std::string write(const Report& report) {
    const CheckResult& result = *report.result;
    const Dataset& data = result.records->dataset;
    std::string text =
        "rule,status,severity,kind,entity,unit,name,message,basis,missing,waived_until,waiver_reason,waiver_approved_by,status_"
        "without_waiver\n";
    for (const Finding& finding : result.findings) {
        const CheckedRule& rule = result.rule(finding);
        const FindingText said = describe(result, finding);
        std::string basis, missing;
        for (const Basis& one : said.basis) basis += (basis.empty() ? "" : "; ") + say(basis_text(one), report.language);
        for (const MissingText& one : said.missing) missing += (missing.empty() ? "" : "; ") + say(one.words, report.language);
        const Waiver* waiver = finding.waiver ? &waiver_of(result, finding) : nullptr;
        const std::string until = waiver ? iso_date(waiver->until) : "";
        const std::string_view cells[] = {rule.id,
                                          word(finding.outcome.status),
                                          word(rule.decl->severity),
                                          word(rule.decl->kind),
                                          (*data.schema)[rule.entity].name,
                                          data.id(rule.entity, finding.row),
                                          data.name(rule.entity, finding.row),
                                          say(said.message, report.language),
                                          basis,
                                          missing,
                                          until,
                                          waiver ? std::string_view(waiver->reason) : "",
                                          waiver ? std::string_view(waiver->approved_by) : "",
                                          waiver ? word(finding.without_waiver) : ""};
        bool first = true;
        for (const std::string_view value : cells) {
            if (!first) text += ',';
            first = false;
            text += cell(value);
        }
        text += '\n';
    }
    return text;
}

}  // namespace

extern const OutputFormat output_format_csv;
const OutputFormat output_format_csv = {"csv", ".csv", write};

}  // namespace hoagiai
