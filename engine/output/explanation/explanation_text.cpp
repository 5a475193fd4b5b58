#include "engine/output/explanation/explanation_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/explanation/explanation_tree_text.h"
#include "engine/output/explanation/legend.h"
#include "engine/output/report_words.h"
#include "engine/output/wrap.h"

namespace hoagiai {

namespace {

/// What one failure is; a report's headings speak of many.
Words kind_words(Section section) {
    switch (section) {
        case Section::violation:
            return {"vi phạm quy định", "violation"};
        case Section::shortfall:
            return {"chưa đạt chỉ tiêu", "shortfall"};
        case Section::data_problem:
            return {"số liệu mâu thuẫn", "data problem"};
        default:
            return {"cần làm rõ", "question"};
    }
}

class ExplanationText {
public:
    ExplanationText(const Explanation& explanation, Language language, bool colour)
        : explanation_(explanation), language_(language), vi_(language == Language::vi), colour_(colour), tree_(language) {}

    std::string write() {
        head();
        readings();
        days();
        conditions();
        missing();
        if (const std::string legend = legend_of(tree_.expressions(), language_); !legend.empty()) {
            heading("Cách đọc", "How to read it");
            out_ += wrapped(legend + ".", 2, 2);
        }
        return std::move(out_);
    }

private:
    std::string pick(std::string_view vi, std::string_view en) const { return std::string(vi_ ? vi : en); }
    const std::string& in_language(const Words& words) const { return say(words, language_); }
    std::string strong(std::string_view text, std::string_view code = "1") const {
        return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
    std::string day(Day date) const { return vi_ ? vietnamese_date(date) : iso_date(date); }
    void paragraph(const std::string& text) { out_ += wrapped(text, 2, 0); }
    void heading(std::string_view vi, std::string_view en) { out_ += "\n" + strong(pick(vi, en)) + "\n"; }

    void head() {
        const Explanation& e = explanation_;
        out_ += strong(pick("GIẢI THÍCH KẾT QUẢ", "THE RESULT EXPLAINED")) + "\n";
        paragraph(pick("Quy tắc: ", "Rule: ") + e.rule);
        paragraph("  " + in_language(e.title) + ".");
        if (!e.basis.empty()) paragraph("  " + pick("Căn cứ: ", "Basis: ") + in_language(bases_text(e.basis)) + ".");
        std::string above;
        for (std::size_t i = e.path.size() > 1 ? e.path.size() - 1 : 0; i-- > 0;)
            above += (above.empty() ? "" : ", ") + e.path[i].name;
        paragraph(pick("Đơn vị: ", "Unit: ") + in_language(e.unit) + (above.empty() ? "" : " — " + above));
        std::string when = pick("Tính đến ngày ", "As of ") + day(e.as_of);
        if (e.period)
            when += pick("; kỳ kiểm tra ", "; period ") + e.period->text +
                    fmt::format(" ({}–{})", day(e.period->first), day(e.period->last));
        paragraph(when + ".");
        if (!e.in_force.vi.empty() && e.other_versions.empty())
            paragraph(pick("Quy tắc có hiệu lực ", "The rule is in force ") + in_language(e.in_force) + ".");
        const std::string_view colour = e.status == Status::fail ? "31" : e.status == Status::unknown ? "33" : "32";
        const Section section = section_of(e.kind, e.status);
        std::string label = "[" + strong(in_language(status_label(section, e.status)), colour) + "]";
        if (is_failure(section))
            label += fmt::format(" {}, {}{}", in_language(kind_words(section)), pick("mức ", ""),
                                 in_language(severity_title(e.severity)));
        out_ += pick("Kết quả: ", "Status: ") + label + "\n";
        paragraph("  " + in_language(e.message));
        if (!e.waiver.vi.empty()) paragraph("  " + in_language(e.waiver));
        for (const Gap& gap : e.gaps) paragraph("  " + in_language(gap.sentence));
    }

    void readings() {
        if (explanation_.readings.size() < 2) return;
        if (explanation_.reading_decides)
            heading("Kết quả tùy thuộc vào cách hiểu quy định", "The reading decides");
        else if (explanation_.versions)
            heading("Quy định có thể được áp dụng, theo ngày", "The rules that may apply, by day");
        else
            heading("Các cách hiểu quy định đã xét", "The readings that were judged");
        for (std::size_t i = 0; i < explanation_.readings.size(); ++i) {
            const ExplainedReading& reading = explanation_.readings[i];
            std::string text =
                fmt::format("({}) {}: {}", i + 1, in_language(reading.title), in_language(status_title(reading.status)));
            for (const Evidence& value : reading.values)
                text += fmt::format("; {} = {}", value.expression, in_language(value.value));
            out_ += wrapped(text, 6, 2);
        }
    }

    void node(const ExplanationNode& one) {
        tree_.node(one, "  ", "  ");
        out_ += tree_.take();
    }

    void days() {
        if (explanation_.days.empty()) return;
        heading("Ngày quyết định quy định nào được áp dụng (on)", "The day that decides which rules apply (on)");
        for (const ExplanationNode& one : explanation_.days) node(one);
    }

    void conditions() {
        const auto& others = explanation_.other_versions;
        if (!others.empty()) version(explanation_.in_force);
        condition(explanation_.when, explanation_.require);
        for (const ExplainedVersion& other : others) {
            version(other.in_force);
            condition(other.when, other.require);
        }
    }

    void version(const Words& in_force) {
        out_ += "\n" + strong(pick("Phiên bản có hiệu lực ", "The version in force ") + in_language(in_force)) + "\n";
    }

    void condition(const std::optional<ExplanationNode>& when, const ExplanationNode& require) {
        if (when) {
            heading("Quy tắc áp dụng khi (when)", "The rule applies when");
            node(*when);
        }
        heading("Yêu cầu (require)", "It requires");
        node(require);
    }

    void missing() {
        const auto& all = explanation_.missing;
        if (all.empty()) return;
        heading("Còn thiếu, và nếu điền thì kết quả sẽ ra sao", "What is missing, and what it would decide");
        for (std::size_t i = 0; i < all.size();) {
            // Cells of one column that would decide the same are said together.
            std::size_t end = i + 1;
            const auto alike = [&](const MissingValue& a, const MissingValue& b) {
                return a.cell.what == b.cell.what && a.cell.table == b.cell.table && a.cell.field == b.cell.field &&
                       a.fillings == b.fillings && a.possible == b.possible;
            };
            while (end < all.size() && alike(all[i], all[end])) ++end;
            one_missing(i, end);
            i = end;
        }
        const bool alone = std::none_of(all.begin(), all.end(), [](const MissingValue& one) {
            return std::any_of(one.fillings.begin(), one.fillings.end(),
                               [](const Filling& filling) { return filling.status == Status::unknown; });
        });
        if (!alone)
            out_ += wrapped(pick("Nơi ghi “vẫn chưa đủ căn cứ kết luận” thì phải điền thêm ô khác trong danh sách này.",
                                 "Where it is still unknown, further cells of this list are needed."),
                            2, 2);
        if (explanation_.more_missing > 0)
            out_ += wrapped(pick(fmt::format("… và {} giá trị khác còn thiếu", explanation_.more_missing),
                                 fmt::format("… and {} more values are missing", explanation_.more_missing)),
                            4, 2);
    }

    void one_missing(std::size_t begin, std::size_t end) {
        const MissingValue& first = explanation_.missing[begin];
        std::string rows;
        for (std::size_t i = begin; i < end; ++i) {
            const CellName& one = explanation_.missing[i].cell;
            rows += (rows.empty() ? "" : ", ") + (one.name.empty() ? one.id : fmt::format("{} ({})", one.id, one.name));
        }
        std::string text = pick("bảng ", "table ") + first.cell.table;
        if (!rows.empty()) text += ", " + rows;
        if (!first.cell.field.empty()) text += ", " + tree_.cell(first.cell);
        using What = MissingCell::What;
        if (first.cell.what == What::column || first.cell.what == What::link_column)
            text += pick(" (cột không được cung cấp)", " (the column was not supplied)");
        if (first.cell.what == What::table) text += pick(" (bảng không được cung cấp)", " (the table was not supplied)");
        if (first.cell.what == What::unplaced) text += pick(" (có dòng không xếp được)", " (some rows cannot be placed)");
        if (first.cell.what == What::roster) text += pick(" (không có dòng nào)", " (has no row)");
        if (!first.fillings.empty()) text += pick("; nếu điền:", "; if it were:");
        out_ += wrapped(text, 4, 2);
        for (const Filling& filling : first.fillings) {
            const std::string still = filling.status == Status::unknown ? pick("vẫn ", "still ") : "";
            out_ += wrapped(
                fmt::format("– {}: {}{}", in_language(filling.values), still, in_language(status_title(filling.status))), 8, 6);
        }
        if (!first.fillings.empty() || first.possible.empty()) return;
        std::string statuses;
        for (const Status status : first.possible)
            statuses += (statuses.empty() ? "" : ", ") + in_language(status_title(status));
        out_ += wrapped(pick("– với các giá trị đã thử: ", "– with the values that were tried: ") + statuses, 8, 6);
    }

    const Explanation& explanation_;
    Language language_;
    bool vi_, colour_;
    std::string out_;
    ExplanationTreeText tree_;
};

}  // namespace

std::string explanation_text(const Explanation& explanation, Language language, bool colour) {
    return ExplanationText(explanation, language, colour).write();
}

}  // namespace hoagiai
