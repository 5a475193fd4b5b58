// The report for people, in a terminal of 80 columns: what was looked at, the whole in figures, then commune by commune what
// is wrong, on what basis, and what to do. The kind is a heading, the status stands in brackets, the severity in words: none of
// them can be taken for another.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/waivers.h"
#include "engine/output/head.h"
#include "engine/output/report_for_people.h"
#include "engine/output/report_words.h"
#include "engine/output/selection_words.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class TextReport : ReportForPeople {
public:
    TextReport(const Report& report, Sink& out) : ReportForPeople(report, out) {}

    void write() {
        head();
        figures();
        for (const OutlineGroup& one : outline_.groups) group(one);
        selections();
        not_assessed();
        waivers_without_effect();
        accounts();
    }

private:
    std::string strong(std::string_view text, std::string_view code = "1") const {
        return report_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
    static std::string padded(std::string_view text, std::size_t width) {
        return std::string(text) + std::string(width - std::min(width, display_width(text)), ' ');
    }
    void heading(std::string_view text) {
        out_ += "\n" + strong(wrapped(text, 0, 0)) + std::string(std::min(display_width(text), line_width), '=') + "\n";
    }

    void head() {
        out_ +=
            strong(pick("KẾT QUẢ KIỂM TRA CÔNG TÁC HÒA GIẢI Ở CƠ SỞ", "GRASSROOTS MEDIATION: RESULT OF THE CHECK")) + "\n\n";
        const auto lines = report_head(result_, summary_);
        std::size_t width = 0;
        for (const HeadLine& line : lines) width = std::max(width, display_width(in_language(line.label)));
        std::string before;
        for (const HeadLine& line : lines) {
            const std::string& label = in_language(line.label);
            const std::string shown = label == before ? "" : label + ":";
            before = label;
            out_ += wrapped(in_language(line.text), padded(shown, width + 2), std::string(width + 2, ' '));
        }
    }

    /// All that was judged, shown below or not.
    void figures() {
        heading(pick("Kết quả chung", "The whole"));
        const std::vector<Figure> all = hoagiai::figures(outline_);
        std::size_t width = display_width(pick("Cộng", "Total"));
        for (const Figure& one : all) width = std::max(width, display_width(in_language(section_title(one.section))));
        const std::string rest(width + 13, ' ');
        const auto line = [&](const Words& title, std::uint64_t number, const std::string& remark) {
            const std::string first = fmt::format("  {}  {:>6}", padded(in_language(title), width), number);
            out_ += remark.empty() ? first + "\n" : wrapped(remark, first + "   ", rest);
        };
        for (const Figure& one : all) {
            const std::string& severities = in_language(one.severities);
            line(section_title(one.section), one.number, severities.empty() ? "" : "(" + pick("mức ", "") + severities + ")");
        }
        line({"Cộng", "Total"}, summary_.all.units(),
             pick("(mỗi quy tắc, mỗi đơn vị là một lượt)", "(each rule for each unit once)"));
    }

    void group(const OutlineGroup& one) {
        heading(in_language(group_title(one, result_)));
        for (const OutlineSection& part : one.sections) section(one, part);
    }

    void section(const OutlineGroup& group, const OutlineSection& section) {
        out_ += "\n  " + strong(in_language(section_title(section.section))) + fmt::format(" ({})\n", section.findings.size());
        std::size_t number = 0;
        for (const Finding* finding : section.findings) {
            const std::string first = fmt::format("  {}. ", ++number), indent(first.size(), ' ');
            if (section.section == Section::pass || section.section == Section::not_applicable)
                brief(group, section.section, *finding, first);
            else
                in_full(group, section.section, *finding, first);
        }
    }

    /// Nobody has to act on these: one line each.
    void brief(const OutlineGroup& group, Section section, const Finding& finding, const std::string& first) {
        const CheckedRule& rule = result_.rule(finding);
        out_ += wrapped(fmt::format("[{}] {}: {} ({})", in_language(status_label(section, finding.outcome.status)),
                                    in_language(unit_below(group, result_, finding)), in_language(rule.decl->title), rule.id),
                        first, std::string(first.size(), ' '));
    }

    void in_full(const OutlineGroup& group, Section section, const Finding& finding, const std::string& first) {
        const CheckedRule& rule = result_.rule(finding);
        const FindingText text = describe(result_, finding);
        const std::string indent(first.size(), ' ');
        out_ += "\n";
        // Of the commune itself the heading speaks already.
        const bool named = rule.entity == group.entity && finding.row == group.row;
        if (!named) out_ += strong(wrapped(in_language(unit_below(group, result_, finding)), first, indent));
        out_ += (named ? first : indent) + "[" +
                strong(in_language(status_label(section, finding.outcome.status)), colour_of(section)) + "] " +
                in_language(severity_and_rule(section, rule)) + "\n";
        // The rule's own sentence is said where it fails; otherwise its title says what was looked at.
        if (!is_failure(section)) out_ += wrapped(in_language(text.title) + ".", indent, indent);
        out_ += wrapped(in_language(text.message), indent, indent);
        for (const Gap& gap : text.gaps) out_ += wrapped(in_language(gap.sentence), indent, indent);
        if (finding.waiver) out_ += wrapped(in_language(waived_words(result_, finding)), indent, indent);
        if (!text.basis.empty())
            out_ += wrapped(pick("Căn cứ: ", "Basis: ") + in_language(bases_text(text.basis)) + ".", indent, indent + "  ");
        if (!text.recommendations.empty()) out_ += indent + pick("Kiến nghị:", "Recommended:") + "\n";
        for (const Recommendation& one : text.recommendations)
            out_ += wrapped(in_language(recommended(one)), indent + "- ", indent + "  ");
    }

    static std::string_view colour_of(Section section) {
        if (is_failure(section)) return section == Section::question ? "35" : "31";
        return section == Section::unknown ? "33" : "32";
    }

    void selections() {
        if (result_.selections.empty() || result_.request.keep_selected.empty()) return;
        heading(pick("Đề nghị lựa chọn", "Selections"));
        for (const Selection& selection : result_.selections) {
            if (selection.units() == 0) continue;  // --unit names none of its kind
            out_ += "\n" + strong(wrapped(in_language(selection_heading(result_, selection)), 4, 2));
            for (const SelectionGroupWords& group : selection_groups(result_, selection)) {
                out_ += wrapped(in_language(group.heading) + ".", 6, 4);
                for (const SelectedUnit* unit : group.units) selected(selection, *unit);
            }
            for (const Words& remark : selection_remarks(result_, selection)) out_ += wrapped(in_language(remark), 4, 4);
            if (selection.listed.empty()) continue;
            const std::vector<Basis> basis = describe(result_, selection, selection.listed.front()).basis;
            if (!basis.empty()) out_ += wrapped(pick("Căn cứ: ", "Basis: ") + in_language(bases_text(basis)) + ".", 6, 4);
        }
    }

    void selected(const Selection& selection, const SelectedUnit& unit) {
        const SelectedText text = describe(result_, selection, unit);
        const std::string indent(8, ' ');
        out_ += wrapped(in_language(status_and_place(unit)) + ": " +
                            in_language(unit_words(data_, result_.rule(selection).entity, unit.row, false)),
                        "    - ", "      ");
        out_ += wrapped(in_language(text.message), indent, indent);
        if (!text.keys.empty())
            out_ += wrapped(pick("Xếp theo: ", "Ranked by: ") + in_language(keys_words(text)) + ".", indent, indent + "  ");
        for (const Recommendation& one : text.recommendations)
            out_ += wrapped(pick("Kiến nghị ", "For the ") + in_language(recommended(one)), indent, indent + "  ");
    }

    void not_assessed() {
        if (outline_.not_assessed.empty() && result_.not_in_force.empty()) return;
        heading(pick("Chưa xét được", "Not assessed"));
        for (const NotAssessed& one : outline_.not_assessed) {
            out_ += "\n" + wrapped(pick("Không được cung cấp: ", "Not supplied: ") + in_language(one.missing) + ".", 4, 2);
            for (const NotAssessed::Rule& rule : one.rules)
                out_ += wrapped(rule.id + ": " + in_language(counted(rule.units, (*data_.schema)[rule.entity])), 6, 4);
        }
        if (result_.not_in_force.empty()) return;
        out_ +=
            "\n" + wrapped(pick("Không có hiệu lực vào ngày ", "Not in force on ") + day(result_.request.as_of) + ":", 4, 2);
        for (const std::string& rule : result_.not_in_force) out_ += "    " + rule + "\n";
    }

    void waivers_without_effect() {
        if (std::none_of(result_.waivers.begin(), result_.waivers.end(), without_effect)) return;
        heading(pick("Miễn áp dụng không có tác dụng", "Waivers without effect"));
        for (const WaiverUse& use : result_.waivers)
            if (without_effect(use)) out_ += wrapped(in_language(without_effect_words(result_, use)) + ".", "  - ", "    ");
    }

    /// By rulebook, so that a line has room for its figures.
    void accounts() {
        heading(pick("Tổng hợp theo quy tắc (số đơn vị)", "Accounts by rule (units)"));
        const bool waived = summary_.all.waived > 0;
        const std::vector<Words> columns = account_columns(waived);
        std::size_t width = display_width(pick("Tổng cộng", "All rules"));
        for (const RuleCounts& counts : result_.rules) width = std::max(width, result_.rule(counts).decl->id.value.size() + 2);
        const auto line = [&](std::string_view name, const auto& counts) {
            const std::vector<std::uint64_t> numbers = account_numbers(counts, waived);
            out_ += "  " + padded(name, width);
            for (std::size_t i = 0; i < numbers.size(); ++i)
                out_ += fmt::format(" {:>{}}", numbers[i], std::max<std::size_t>(display_width(in_language(columns[i])), 6));
            out_ += "\n";
        };
        out_ += "  " + std::string(width, ' ');
        for (const Words& column : columns) {
            const std::size_t own = display_width(in_language(column));
            out_ += " " + std::string(own < 6 ? 6 - own : 0, ' ') + in_language(column);
        }
        out_ += "\n";
        std::string book;
        for (const RuleCounts& counts : result_.rules) {
            const CheckedRule& rule = result_.rule(counts);
            const std::string here = rule.id.substr(0, rule.id.find('/'));
            if (here != book) out_ += "  " + here + "\n";
            book = here;
            line("  " + rule.decl->id.value, counts);
        }
        line(pick("Tổng cộng", "All rules"), summary_.all);
    }
};

void write(const Report& report, Sink& out) { TextReport(report, out).write(); }

}  // namespace

extern const OutputFormat output_format_text;
const OutputFormat output_format_text = {"text", ".txt", write};

}  // namespace hoagiai
