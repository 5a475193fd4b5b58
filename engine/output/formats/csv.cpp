// One line a finding, then one a unit that a selection lists, for spreadsheets. A text that a spreadsheet would take for a
// formula is made harmless.
#include <algorithm>
#include <array>

#include "engine/findings/selection/selected_text.h"
#include "engine/findings/waivers.h"
#include "engine/output/findings_in_order.h"
#include "engine/output/format.h"
#include "engine/output/lenient_words.h"
#include "engine/output/summary.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

enum : std::uint8_t { plain = 0, quotes = 1, other = 2 };

/// What a byte asks of its cell: nothing, to be quoted, or a closer look (it may belong to a control or a direction mark).
/// Vietnamese is ASCII, U+00C0 to U+024F and, looked at below, U+1E00 to U+1EFF.
constexpr std::array<std::uint8_t, 256> asks = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte > 0xC9 ? other : plain;
    table[','] = table['"'] = quotes;
    return table;
}();

std::uint8_t asked_by(std::string_view value) {
    std::uint8_t all = plain;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto code = static_cast<unsigned char>(value[i]);
        const bool letter = code == 0xE1 && i + 1 < value.size() && (static_cast<unsigned char>(value[i + 1]) & 0xFC) == 0xB8;
        all |= letter ? std::uint8_t{plain} : asks[code];
    }
    return all;
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
    const std::uint8_t asked = asked_by(value);
    std::string shown;
    if (asked & other) value = shown = without_controls(value);
    const bool formula = !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
    const bool quoted = asked & other ? value.find_first_of(",\"\n\r") != std::string_view::npos : asked != plain;
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
const OutputFormat output_format_csv = {"csv", ".csv", write, false, "\xEF\xBB\xBF"};

}  // namespace hoagiai
