// One line a finding, then one a unit that a selection lists, for spreadsheets. A text that a spreadsheet would take for a
// formula is made harmless.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/findings/selection/selected_text.h"
#include "engine/findings/sentences.h"
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

void add_line(std::string& text, std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const std::string_view value : cells) {
        if (!first) text += ',';
        first = false;
        add_cell(text, value);
    }
    text += '\n';
}

/// The cells that are the same for all findings of a rule.
struct RuleCells {
    std::string before_status, before_unit, basis;
};

class CsvReport {
public:
    CsvReport(const Report& report, Sink& out)
        : language_(report.language), result_(*report.result), data_(result_.records->dataset), out_(out) {}

    void write() {
        out_ +=
            "rule,status,severity,kind,entity,unit,name,message,basis,missing,rank,waived_until,waiver_reason,"
            "waiver_approved_by,status_without_waiver\n";
        note_rules();
        const Sentences sentences(result_, language_);
        const auto one = [&](const Finding& finding, std::string& text) {
            const FindingSentence said = sentences(finding);
            const RuleCells& cells = rules_.at(&result_.rule(finding));
            begin_row(text, cells, word(finding.outcome.status), result_.rule(finding), finding.row, said.message);
            text += said.basis.empty() ? cells.basis : basis_cell(said.basis);
            add_missing(text, said.missing);
            if (finding.waiver) {
                const Waiver& waiver = waiver_of(result_, finding);
                add_line(text += ",,",
                         {iso_date(waiver.until), waiver.reason, waiver.approved_by, word(finding.without_waiver)});
            } else {
                text += ",,,,,\n";
            }
        };
        write_findings(result_, out_, one, [&](const Finding& finding) { sentences.look_ahead(finding); });
        for (const Selection& selection : result_.selections)
            for (const SelectedUnit& unit : selection.listed) {
                const SelectedText said = describe(result_, selection, unit);
                const CheckedRule& rule = result_.rule(selection);
                std::string text;
                begin_row(text, rules_.at(&rule), word(unit.status), rule, unit.row, say(said.message, language_));
                text += basis_cell(said.basis);
                add_missing(text, said.missing);
                add_line(text += ',', {place_text(unit), "", "", "", ""});
                out_ += text;
            }
        out_ += problems();
    }

private:
    /// What lenient reading met: a line in all for what it came to, and one a kind of problem. Their status is `records`, so
    /// that nobody who counts findings counts them.
    std::string problems() const {
        std::string text;
        const auto add = [&](std::string_view rule, std::string_view message) {
            add_line(text, {rule, "records", "", "", "", "", "", message, "", "", "", "", "", "", ""});
        };
        for (const HeadLine& head : lenient_head(*result_.records))
            if (text.empty()) add("lenient", say(head.label, language_) + ": " + say(head.text, language_));
        if (result_.records->strictness != Strictness::lenient) return text;
        for (const ProblemKind& kind : problem_kinds(*result_.records))
            add(kind.code, say(kind.title, language_) + ": " + std::to_string(kind.count));
        return text;
    }

    void note_rules() {
        for (const auto& book : result_.request.books)
            for (const CheckedRule& rule : book->rules) {
                RuleCells& cells = rules_[&rule];
                add_cell(cells.before_status, rule.id);
                cells.before_status += ',';
                cells.before_unit = ',' + std::string(word(rule.decl->severity)) + ',' + std::string(word(rule.decl->kind)) +
                                    ',' + (*data_.schema)[rule.entity].name + ',';
                cells.basis = basis_cell(basis_of(*book, rule));
            }
    }

    std::string basis_cell(const std::vector<Basis>& all) const {
        std::string basis, cell;
        for (const Basis& one : all) basis += (basis.empty() ? "" : "; ") + say(basis_text(one), language_);
        add_cell(cell, basis);
        return cell;
    }

    /// Up to the sentence and the comma behind it.
    void begin_row(std::string& text, const RuleCells& cells, std::string_view status, const CheckedRule& rule, Row row,
                   std::string_view message) const {
        text += cells.before_status;
        text += status;
        text += cells.before_unit;
        for (const std::string_view cell : {data_.id(rule.entity, row), data_.name(rule.entity, row), message}) {
            add_cell(text, cell);
            text += ',';
        }
    }

    /// With the comma before it.
    void add_missing(std::string& text, const std::vector<MissingText>& all) const {
        std::string missing;
        for (const MissingText& one : all) missing += (missing.empty() ? "" : "; ") + say(one.words, language_);
        add_cell(text += ',', missing);
    }

    Language language_;
    const CheckResult& result_;
    const Dataset& data_;
    Sink& out_;
    std::unordered_map<const CheckedRule*, RuleCells> rules_;
};

void write(const Report& report, Sink& out) { CsvReport(report, out).write(); }

}  // namespace

extern const OutputFormat output_format_csv;
// Excel takes a file of CSV for UTF-8 only by its byte order mark; in a pipe it would be a part of the first name.
const OutputFormat output_format_csv = {"csv", ".csv", write, false, "\xEF\xBB\xBF"};

}  // namespace hoagiai
