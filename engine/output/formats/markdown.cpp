// The report as Markdown, to be pasted into a letter or a document: the same order and words as the text report, with headings
// and lists, and nothing from the records that could be taken for markup.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/waivers.h"
#include "engine/output/head.h"
#include "engine/output/report_for_people.h"
#include "engine/output/report_words.h"
#include "engine/output/selection_words.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

/// Text that stands for itself: CommonMark lets a backslash take the meaning from any ASCII punctuation (spec 0.31, 2.4).
std::string plain(std::string_view text) {
    static constexpr std::string_view special = "\\`*_{}[]<>#|~&!";
    std::string result;
    for (const char c : visible(text)) {
        if (special.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    // GitHub makes links of bare addresses (its spec, 6.9).
    for (const std::string_view address : {"://", "www."})
        for (std::size_t at = 0; (at = result.find(address, at)) != std::string::npos; at += address.size() + 1)
            result.insert(at + address.size() - 1, "\\");
    // At the beginning of a line these would begin a list.
    const std::size_t digits = std::min(result.find_first_not_of("0123456789"), result.size());
    const bool ordered = digits > 0 && digits < result.size() && (result[digits] == '.' || result[digits] == ')');
    if (ordered) result.insert(digits, "\\");
    if (!result.empty() && (result.front() == '-' || result.front() == '+')) result.insert(0, "\\");
    return result;
}

class MarkdownReport : ReportForPeople {
public:
    MarkdownReport(const Report& report, Sink& out) : ReportForPeople(report, out) {}

    void write() {
        out_ += "# " + pick("Kết quả kiểm tra công tác hòa giải ở cơ sở", "Grassroots mediation: result of the check") + "\n\n";
        for (const HeadLine& line : report_head(result_, summary_))
            out_ += fmt::format("- **{}:** {}\n", plain(in_language(line.label)), plain(in_language(line.text)));
        figures();
        for (const OutlineGroup& one : outline_.groups) group(one);
        selections();
        not_assessed();
        waivers_without_effect();
        accounts();
    }

private:
    void figures() {
        out_ += "\n## " + pick("Kết quả chung", "The whole") + "\n\n";
        out_ += fmt::format("| {} | {} | {} |\n|---|---:|---|\n", pick("Kết quả", "Result"), pick("Số lượt", "Number"),
                            pick("Mức độ", "Severity"));
        for (const Figure& one : hoagiai::figures(outline_))
            out_ += fmt::format("| {} | {} | {} |\n", in_language(section_title(one.section)), one.number,
                                in_language(one.severities));
        out_ += fmt::format("| {} | {} | |\n", pick("Cộng", "Total"), summary_.all.units());
    }

    void group(const OutlineGroup& one) {
        out_ += "\n## " + plain(in_language(group_title(one, result_))) + "\n";
        for (const OutlineSection& part : one.sections) {
            out_ += fmt::format("\n### {} ({})\n\n", in_language(section_title(part.section)), part.findings.size());
            std::size_t number = 0;
            for (const Finding* finding : part.findings) item(one, part.section, *finding, ++number);
        }
    }

    void item(const OutlineGroup& group, Section section, const Finding& finding, std::size_t number) {
        const CheckedRule& rule = result_.rule(finding);
        const FindingText text = describe(result_, finding);
        const std::string first = fmt::format("{}. ", number), indent(first.size(), ' ');
        out_ += fmt::format("{}**{}**: \\[{}\\] {}\n", first, plain(in_language(unit_below(group, result_, finding))),
                            in_language(status_label(section, finding.outcome.status)),
                            plain(in_language(severity_and_rule(section, rule))));
        if (!is_failure(section)) paragraph(indent, plain(in_language(text.title) + "."));
        if (is_failure(section) || section == Section::unknown || section == Section::waived)
            paragraph(indent, plain(in_language(text.message)));
        for (const Gap& gap : text.gaps) paragraph(indent, plain(in_language(gap.sentence)));
        if (finding.waiver) paragraph(indent, plain(in_language(waived_words(result_, finding))));
        if (section == Section::pass || section == Section::not_applicable) return;
        if (!text.basis.empty())
            paragraph(indent, pick("*Căn cứ:* ", "*Basis:* ") + plain(in_language(bases_text(text.basis))) + ".");
        if (text.recommendations.empty()) return;
        paragraph(indent, pick("*Kiến nghị:*", "*Recommended:*"));
        out_ += "\n";
        for (const Recommendation& one : text.recommendations)
            out_ += fmt::format("{}- {}\n", indent, plain(in_language(recommended(one))));
        out_ += "\n";
    }

    void paragraph(const std::string& indent, const std::string& text) { out_ += "\n" + indent + text + "\n"; }

    void selections() {
        if (result_.selections.empty() || result_.request.keep_selected.empty()) return;
        out_ += "\n## " + pick("Đề nghị lựa chọn", "Selections") + "\n";
        for (const Selection& selection : result_.selections) {
            if (selection.units() == 0) continue;  // --unit names none of its kind
            out_ += "\n### " + plain(in_language(selection_heading(result_, selection))) + "\n";
            for (const SelectionGroupWords& group : selection_groups(result_, selection)) {
                out_ += "\n" + plain(in_language(group.heading) + ".") + "\n\n";
                for (const SelectedUnit* unit : group.units) selected(selection, *unit);
            }
            for (const Words& remark : selection_remarks(result_, selection)) out_ += "\n" + plain(in_language(remark)) + "\n";
            if (selection.listed.empty()) continue;
            const std::vector<Basis> basis = describe(result_, selection, selection.listed.front()).basis;
            if (!basis.empty()) out_ += "\n" + pick("*Căn cứ:* ", "*Basis:* ") + plain(in_language(bases_text(basis))) + ".\n";
        }
    }

    void selected(const Selection& selection, const SelectedUnit& unit) {
        const SelectedText text = describe(result_, selection, unit);
        out_ += fmt::format("- {}: **{}**\n", plain(in_language(status_and_place(unit))),
                            plain(in_language(unit_words(data_, result_.rule(selection).entity, unit.row, false))));
        paragraph("  ", plain(in_language(text.message)));
        if (!text.keys.empty())
            paragraph("  ", pick("*Xếp theo:* ", "*Ranked by:* ") + plain(in_language(keys_words(text))) + ".");
        for (const Recommendation& one : text.recommendations)
            paragraph("  ", pick("*Kiến nghị:* ", "*Recommended:* ") + plain(in_language(recommended(one))));
    }

    void not_assessed() {
        if (outline_.not_assessed.empty() && result_.not_in_force.empty()) return;
        out_ += "\n## " + pick("Chưa xét được", "Not assessed") + "\n";
        for (const NotAssessed& one : outline_.not_assessed) {
            out_ += "\n" + pick("Không được cung cấp: ", "Not supplied: ") + plain(in_language(one.missing)) + ".\n\n";
            for (const NotAssessed::Rule& rule : one.rules)
                out_ +=
                    fmt::format("- {}: {}\n", plain(rule.id), in_language(counted(rule.units, (*data_.schema)[rule.entity])));
        }
        if (result_.not_in_force.empty()) return;
        out_ += "\n" + pick("Không có hiệu lực vào ngày ", "Not in force on ") + day(result_.request.as_of) + ":\n\n";
        for (const std::string& rule : result_.not_in_force) out_ += "- " + plain(rule) + "\n";
    }

    void waivers_without_effect() {
        if (std::none_of(result_.waivers.begin(), result_.waivers.end(), without_effect)) return;
        out_ += "\n## " + pick("Miễn áp dụng không có tác dụng", "Waivers without effect") + "\n\n";
        for (const WaiverUse& use : result_.waivers)
            if (without_effect(use)) out_ += "- " + plain(in_language(without_effect_words(result_, use))) + ".\n";
    }

    void accounts() {
        out_ += "\n## " + pick("Tổng hợp theo quy tắc (số đơn vị)", "Accounts by rule (units)") + "\n\n";
        const bool waived = summary_.all.waived > 0;
        std::string ruler = "|---|";
        out_ += pick("| Quy tắc |", "| Rule |");
        for (const Words& column : account_columns(waived)) {
            out_ += " " + in_language(column) + " |";
            ruler += "---:|";
        }
        out_ += "\n" + ruler + "\n";
        const auto line = [&](const std::string& name, const auto& counts) {
            out_ += "| " + name + " |";
            for (const std::uint64_t number : account_numbers(counts, waived)) out_ += fmt::format(" {} |", number);
            out_ += "\n";
        };
        for (const RuleCounts& counts : result_.rules) line(plain(result_.rule(counts).id), counts);
        line(pick("Tổng cộng", "All rules"), summary_.all);
    }
};

void write(const Report& report, Sink& out) { MarkdownReport(report, out).write(); }

}  // namespace

extern const OutputFormat output_format_markdown;
const OutputFormat output_format_markdown = {"markdown", ".md", write};

}  // namespace hoagiai
