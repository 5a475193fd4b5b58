// One line a finding, then one a unit that a selection lists, for spreadsheets. A text that a spreadsheet would take for a
// formula is made harmless.
#include <algorithm>

#include "engine/findings/selection/selected_text.h"
#include "engine/findings/waivers.h"
#include "engine/output/findings_in_order.h"
#include "engine/output/format.h"
#include "engine/output/lenient_words.h"
#include "engine/output/summary.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// Only letters and signs as Vietnamese writes them (ASCII, U+00C0 to U+024F, U+1E00 to U+1EFF): no control, no direction mark.
bool is_plain(std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto code = static_cast<unsigned char>(value[i]);
        if (code == 0xE1 && i + 1 < value.size() && (static_cast<unsigned char>(value[i + 1]) & 0xFC) == 0xB8) continue;
        if (code < 0x20 || code == 0x7F || code == 0xC2 || code > 0xC9) return false;
    }
    return true;
}

/// Controls and direction marks are shown, not sent, but for those that a cell may hold.
std::string without_controls(std::string_view value) {
    std::string text;
    while (!value.empty()) {
        const std::size_t kept = std::min(value.find_first_of("\t\r\n"), value.size());
        text += visible(value.substr(0, kept));
        if (kept < value.size()) text += value[kept];
        value.remove_prefix(std::min(kept + 1, value.size()));
    }
    return text;
}

/// RFC 4180, and a leading quote where the cell would begin a formula (=, +, -, @, tab).
void add_cell(std::string& line, std::string_view value) {
    std::string shown;
    if (!is_plain(value)) value = shown = without_controls(value);
    const bool formula = !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
    const bool quoted = std::any_of(value.begin(), value.end(),
                                    [](char byte) { return byte == ',' || byte == '"' || byte == '\n' || byte == '\r'; });
    if (quoted) line += '"';
    if (formula) line += '\'';
    if (!quoted) {
        line += value;
        return;
    }
    for (const char byte : value) {
        if (byte == '"') line += '"';
        line += byte;
    }
    line += '"';
}

std::string line(std::initializer_list<std::string_view> cells) {
    std::string text;
    text.reserve(256);
    for (const std::string_view value : cells) {
        if (!text.empty()) text += ',';
        add_cell(text, value);
    }
    return text += '\n';
}

class CsvReport {
public:
    CsvReport(const Report& report, Sink& out)
        : language_(report.language), result_(*report.result), data_(result_.records->dataset), out_(out) {}

    void write() {
        out_ +=
            "rule,status,severity,kind,entity,unit,name,message,basis,missing,rank,waived_until,waiver_reason,"
            "waiver_approved_by,status_without_waiver\n";
        write_findings(result_, out_, [&](const Finding& finding) {
            const FindingText said = describe_sentence(result_, finding, language_);
            return row(result_.rule(finding), word(finding.outcome.status), finding.row, said, "", &finding);
        });
        for (const Selection& selection : result_.selections)
            for (const SelectedUnit& unit : selection.listed) {
                const SelectedText said = describe(result_, selection, unit);
                out_ += row(result_.rule(selection), word(unit.status), unit.row, said, place_text(unit));
            }
        out_ += problems();
    }

private:
    /// What lenient reading met: a line in all for what it came to, and one a kind of problem. Their status is `records`, so
    /// that nobody who counts findings counts them.
    std::string problems() const {
        std::string text;
        const auto add = [&](std::string_view rule, std::string_view message) {
            text += line({rule, "records", "", "", "", "", "", message, "", "", "", "", "", "", ""});
        };
        for (const HeadLine& head : lenient_head(*result_.records))
            if (text.empty()) add("lenient", say(head.label, language_) + ": " + say(head.text, language_));
        if (result_.records->strictness != Strictness::lenient) return text;
        for (const ProblemKind& kind : problem_kinds(*result_.records))
            add(kind.code, say(kind.title, language_) + ": " + std::to_string(kind.count));
        return text;
    }

    std::string row(const CheckedRule& rule, std::string_view status, Row row, const auto& said, std::string_view rank,
                    const Finding* finding = nullptr) const {
        std::string basis, missing;
        for (const Basis& one : said.basis) basis += (basis.empty() ? "" : "; ") + say(basis_text(one), language_);
        for (const MissingText& one : said.missing) missing += (missing.empty() ? "" : "; ") + say(one.words, language_);
        const Waiver* waiver = finding && finding->waiver ? &waiver_of(result_, *finding) : nullptr;
        const std::string until = waiver ? iso_date(waiver->until) : "";
        return line({rule.id, status, word(rule.decl->severity), word(rule.decl->kind), (*data_.schema)[rule.entity].name,
                     data_.id(rule.entity, row), data_.name(rule.entity, row), say(said.message, language_), basis, missing,
                     rank, until, waiver ? std::string_view(waiver->reason) : "",
                     waiver ? std::string_view(waiver->approved_by) : "", waiver ? word(finding->without_waiver) : ""});
    }

    Language language_;
    const CheckResult& result_;
    const Dataset& data_;
    Sink& out_;
};

void write(const Report& report, Sink& out) { CsvReport(report, out).write(); }

}  // namespace

extern const OutputFormat output_format_csv;
// Excel takes a file of CSV for UTF-8 only by its byte order mark; in a pipe it would be a part of the first name.
const OutputFormat output_format_csv = {"csv", ".csv", write, "\xEF\xBB\xBF"};

}  // namespace hoagiai
