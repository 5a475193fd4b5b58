// The report as Markdown, to be pasted into a letter or a document: the same order and words as the text report, with headings
// and lists, and nothing from the records that could be taken for markup.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/waivers.h"
#include "engine/output/head.h"
#include "engine/output/markdown/finding_item.h"
#include "engine/output/markdown/markdown_text.h"
#include "engine/output/report_for_people.h"
#include "engine/output/report_words.h"
#include "engine/output/selection_words.h"
#include "engine/output/used_files.h"

namespace hoagiai {

namespace {

class MarkdownReport : ReportForPeople {
public:
    MarkdownReport(const Report& report, Sink& out) : ReportForPeople(report, out) {}

    void write() {
        out_ += "# " + pick("Kết quả kiểm tra công tác hòa giải ở cơ sở", "Grassroots mediation: result of the check") + "\n\n";
        for (const HeadLine& line : report_head(result_, summary_))
            out_ +=
                fmt::format("- **{}:** {}\n", markdown_text(in_language(line.label)), markdown_text(in_language(line.text)));
        figures();
        for (const OutlineGroup& one : outline_.groups) group(one);
        selections();
        not_assessed();
        waivers_without_effect();
        accounts();
        files();
    }

private:
    void figures() {
        out_ += "\n## " + pick("Kết quả chung", "The whole") + "\n\n";
        MarkdownTable table({{pick("Kết quả", "Result")}, {pick("Số lượt", "Number"), true}, {pick("Mức độ", "Severity")}});
        for (const Figure& one : hoagiai::figures(outline_))
            table.add({in_language(section_title(one.section)), fmt::format("{}", one.number), in_language(one.severities)});
        table.add({pick("Cộng", "Total"), fmt::format("{}", summary_.all.units()), ""});
        out_ += table.text() + "\n" + pick("Mỗi quy tắc, mỗi đơn vị là một lượt.", "Each rule for each unit once.") + "\n";
    }

    void group(const OutlineGroup& one) {
        out_ += "\n## " + markdown_text(in_language(group_title(one, result_))) + "\n";
        for (const OutlineSection& part : one.sections) {
            out_ += fmt::format("\n### {} ({})\n\n", in_language(section_title(part.section)), part.findings.size());
            for (std::size_t i = 0; i < part.findings.size(); ++i) {
                if (i > 0) out_ += "\n";
                out_ += finding_item(result_, one, part.section, *part.findings[i], i + 1, report_.language);
            }
        }
    }

    void paragraph(const std::string& indent, const std::string& text) { out_ += "\n" + indent + text + "\n"; }

    void selections() {
        if (result_.selections.empty() || result_.request.keep_selected.empty()) return;
        out_ += "\n## " + pick("Đề nghị lựa chọn", "Selections") + "\n";
        for (const Selection& selection : result_.selections) {
            if (selection.units() == 0) continue;  // --unit names none of its kind
            out_ += "\n### " + markdown_text(in_language(selection_heading(result_, selection))) + "\n";
            for (const SelectionGroupWords& group : selection_groups(result_, selection)) {
                out_ += "\n" + markdown_text(in_language(group.heading) + ".") + "\n\n";
                for (const SelectedUnit* unit : group.units) selected(selection, *unit);
            }
            for (const Words& remark : selection_remarks(result_, selection))
                out_ += "\n" + markdown_text(in_language(remark)) + "\n";
            if (selection.listed.empty()) continue;
            const std::vector<Basis> basis = describe(result_, selection, selection.listed.front()).basis;
            if (!basis.empty())
                out_ += "\n" + pick("*Căn cứ:* ", "*Basis:* ") + markdown_bases(basis, report_.language) + ".\n";
        }
    }

    void selected(const Selection& selection, const SelectedUnit& unit) {
        const SelectedText text = describe(result_, selection, unit);
        out_ += fmt::format("- {}: **{}**\n", markdown_text(in_language(status_and_place(unit))),
                            markdown_text(in_language(unit_words(data_, result_.rule(selection).entity, unit.row, false))));
        paragraph("  ", markdown_text(in_language(text.message)));
        if (!text.keys.empty())
            paragraph("  ", pick("*Xếp theo:* ", "*Ranked by:* ") + markdown_text(in_language(keys_words(text))) + ".");
        if (text.missing.size() + text.more_missing > 1)  // the sentence names a single one
            paragraph("  ", pick("*Còn thiếu:* ", "*Missing:* ") +
                                markdown_missing(text.missing, text.more_missing, report_.language) + ".");
        for (const Recommendation& one : text.recommendations)
            paragraph("  ", pick("*Kiến nghị:* ", "*Recommended:* ") + markdown_text(in_language(recommended(one))));
    }

    void not_assessed() {
        if (outline_.not_assessed.empty() && result_.not_in_force.empty()) return;
        out_ += "\n## " + pick("Chưa xét được", "Not assessed") + "\n";
        for (const NotAssessed& one : outline_.not_assessed) {
            out_ += "\n" + pick("Không được cung cấp: ", "Not supplied: ") + markdown_text(in_language(one.missing)) + ".\n\n";
            for (const NotAssessed::Rule& rule : one.rules)
                out_ += fmt::format("- {} ({}): {}\n", markdown_text(in_language(title_of(result_, rule.id))),
                                    markdown_text(rule.id), in_language(counted(rule.units, (*data_.schema)[rule.entity])));
        }
        if (result_.not_in_force.empty()) return;
        out_ += "\n" + pick("Không có hiệu lực vào ngày ", "Not in force on ") + day(result_.request.as_of) + ":\n\n";
        for (const std::string& rule : result_.not_in_force)
            out_ += fmt::format("- {} ({})\n", markdown_text(in_language(title_of(result_, rule))), markdown_text(rule));
    }

    void waivers_without_effect() {
        if (std::none_of(result_.waivers.begin(), result_.waivers.end(), without_effect)) return;
        out_ += "\n## " + pick("Miễn áp dụng không có tác dụng", "Waivers without effect") + "\n\n";
        for (const WaiverUse& use : result_.waivers)
            if (without_effect(use)) out_ += "- " + markdown_text(in_language(without_effect_words(result_, use))) + ".\n";
    }

    void accounts() {
        out_ += "\n## " + pick("Tổng hợp theo quy tắc (số đơn vị)", "Accounts by rule (units)") + "\n\n";
        const bool waived = summary_.all.waived > 0;
        std::vector<MarkdownTable::Column> columns = {{pick("Quy tắc", "Rule")}};
        for (const Words& column : account_columns(waived)) columns.push_back({in_language(column), true});
        MarkdownTable table(std::move(columns));
        const auto add = [&](const std::string& name, const auto& counts) {
            std::vector<std::string> cells = {name};
            for (const std::uint64_t number : account_numbers(counts, waived)) cells.push_back(fmt::format("{}", number));
            table.add(cells);
        };
        for (const RuleCounts& counts : result_.rules) add(markdown_text(result_.rule(counts).id), counts);
        add(pick("Tổng cộng", "All rules"), summary_.all);
        out_ += table.text();
    }

    /// With these anybody gets this very report.
    void files() {
        out_ += "\n## " + pick("Cơ sở của báo cáo", "What this report rests on") + "\n\n";
        MarkdownTable table({{pick("Tệp", "File")}, {pick("Là", "What it is")}, {"SHA-256"}});
        for (const UsedFile& file : used_files(result_))
            table.add({markdown_text(file.name), markdown_text(in_language(file.what)), "`" + file.sha256 + "`"});
        out_ += table.text() + "\n" + markdown_text(in_language(made_by(report_.version))) + "\n";
    }
};

void write(const Report& report, Sink& out) { MarkdownReport(report, out).write(); }

}  // namespace

extern const OutputFormat output_format_markdown;
const OutputFormat output_format_markdown = {"markdown", ".md", write};

}  // namespace hoagiai
