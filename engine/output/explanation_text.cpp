#include "engine/output/explanation_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/legend.h"
#include "engine/output/outline.h"
#include "engine/output/summary.h"
#include "engine/output/wrap.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

class ExplanationText {
public:
    ExplanationText(const Explanation& explanation, Language language, bool colour)
        : explanation_(explanation), language_(language), vi_(language == Language::vi), colour_(colour) {}

    std::string write() {
        head();
        readings();
        days();
        conditions();
        missing();
        if (const std::string legend = legend_of(expressions_, language_); !legend.empty()) {
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

    std::string basis(const std::vector<Basis>& all) const {
        std::string text;
        for (const Basis& one : all) text += (text.empty() ? "" : "; ") + in_language(basis_text(one));
        return text;
    }

    void head() {
        const Explanation& e = explanation_;
        out_ += strong(pick("GIẢI THÍCH KẾT QUẢ", "THE RESULT EXPLAINED")) + "\n";
        paragraph(pick("Quy tắc: ", "Rule: ") + e.rule);
        paragraph("  " + in_language(e.title) + ".");
        if (!e.basis.empty()) paragraph("  " + pick("Căn cứ: ", "Basis: ") + basis(e.basis) + ".");
        std::string above;
        for (std::size_t i = e.path.size() > 1 ? e.path.size() - 1 : 0; i-- > 0;)
            above += (above.empty() ? "" : ", ") + e.path[i].name;
        paragraph(pick("Đơn vị: ", "Unit: ") + in_language(e.unit) + (above.empty() ? "" : " — " + above));
        std::string when = pick("Tính đến ngày ", "As of ") + day(e.as_of);
        if (e.period)
            when += pick("; kỳ kiểm tra ", "; period ") + e.period->text +
                    fmt::format(" ({}–{})", day(e.period->first), day(e.period->last));
        paragraph(when + ".");
        const std::string_view colour = e.status == Status::fail ? "31" : e.status == Status::unknown ? "33" : "32";
        const Section section = section_of(e.kind, e.status);
        std::string label = "[" + strong(in_language(status_label(section, e.status)), colour) + "]";
        if (is_failure(section))
            label += fmt::format(" {}, {}{}", lower_first(in_language(section_title(section))), pick("mức ", ""),
                                 in_language(severity_title(e.severity)));
        out_ += pick("Kết quả: ", "Status: ") + label + "\n";
        paragraph("  " + in_language(e.message));
    }

    void readings() {
        if (explanation_.readings.size() < 2) return;
        if (explanation_.reading_decides)
            heading("Kết quả tùy thuộc vào cách hiểu quy định", "The reading decides");
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

    void days() {
        if (explanation_.days.empty()) return;
        heading("Ngày quyết định quy định nào được áp dụng (on)", "The day that decides which rules apply (on)");
        for (const ExplanationNode& one : explanation_.days) node(one, "  ", "  ");
    }

    void conditions() {
        if (explanation_.when) {
            heading("Quy tắc áp dụng khi (when)", "The rule applies when");
            node(*explanation_.when, "  ", "  ");
        }
        heading("Yêu cầu (require)", "It requires");
        node(explanation_.require, "  ", "  ");
    }

    std::string value_text(const ExplanationNode& node) const {
        std::string text;
        for (const ExplainedValue& value : node.values) {
            std::string readings;
            for (const std::size_t reading : value.readings)
                readings += fmt::format("{}({})", readings.empty() ? "" : ", ", reading + 1);
            text += (text.empty() ? "" : "; ") + readings + (readings.empty() ? "" : " ") + in_language(value.text);
        }
        return text;
    }

    /// `first` stands before the line itself, `rest` before all that belongs to it.
    void node(const ExplanationNode& one, const std::string& first, const std::string& rest) {
        expressions_.push_back(one.expression);
        expressions_.push_back(one.definition);
        std::string text;
        if (!in_language(one.label).empty()) text += in_language(one.label) + ": ";
        text += one.expression;
        if (!in_language(one.title).empty()) text += " “" + in_language(one.title) + "”";
        if (const std::string value = value_text(one); !value.empty() && value != one.expression)
            text += (text.empty() ? "" : ": ") + value;
        if (!in_language(one.note).empty()) text += " (" + in_language(one.note) + ")";
        const std::string inner = rest + (one.children.empty() ? "  " : "│ ");
        out_ += wrapped(text, first, inner + "  ");
        if (!one.definition.empty()) out_ += wrapped("= " + one.definition, inner, inner + "  ");
        if (!one.basis.empty()) {
            const std::string since = one.since ? pick(", từ ", ", since ") + day(*one.since) : "";
            out_ += wrapped(basis(one.basis) + since, inner, inner + "  ");
        }
        if (one.rows) rows(*one.rows, inner);
        for (std::size_t i = 0; i < one.children.size(); ++i) {
            const bool last = i + 1 == one.children.size();
            node(one.children[i], rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
        }
    }

    std::string group_title(RowGroup::What what) const {
        switch (what) {
            case RowGroup::What::counted:
                return pick("Được tính", "Counted");
            case RowGroup::What::passing:
                return pick("Thỏa mãn", "Pass");
            case RowGroup::What::failing:
                return pick("Không thỏa mãn", "Fail");
            case RowGroup::What::untested:
                return pick("Chưa rõ có thỏa mãn không", "May pass or fail");
            case RowGroup::What::perhaps:
                return pick("Chưa rõ có được tính không", "Perhaps counted");
            case RowGroup::What::left_out:
                return pick("Không được tính", "Not counted");
        }
        return {};
    }

    std::string cell(const CellName& cell) const {
        const std::string title = in_language(cell.title).empty() ? "" : " “" + in_language(cell.title) + "”";
        return cell.field.empty() ? cell.table + title : cell.field + title;
    }

    std::string row_text(const ExplainedRow& row) const {
        std::string text = row.name == row.id ? row.id : fmt::format("{} ({})", row.name, row.id);
        std::string more = in_language(row.value);
        const auto add = [&](const std::string& part) { more += (more.empty() ? "" : ", ") + part; };
        for (const Words& because : row.because) add(in_language(because));
        for (const CellName& open : row.open) add(pick("thiếu ", "without ") + cell(open));
        return more.empty() ? text : text + ": " + more;
    }

    void rows(const ExplainedRows& rows, const std::string& inner) {
        for (const auto& [name, expression] : rows.words) {
            expressions_.push_back(expression);
            out_ += wrapped(fmt::format("{} {} {}", name, pick("nghĩa là", "means"), expression), inner, inner + "  ");
        }
        if (rows.groups.empty() && rows.unseen.empty())
            out_ += wrapped(pick("Không có dòng nào trong bảng ", "No row of the table ") + rows.table, inner, inner + "  ");
        for (const RowGroup& group : rows.groups) {
            const std::string head = fmt::format("{} ({})", group_title(group.what), group.count);
            const std::size_t more = group.count - group.rows.size();
            const std::string and_more =
                more == 0 ? "" : pick(fmt::format("… và {} dòng nữa", more), fmt::format("… and {} more", more));
            const bool plain = std::all_of(group.rows.begin(), group.rows.end(), [&](const ExplainedRow& row) {
                return in_language(row.value).empty() && row.because.empty() && row.open.empty();
            });
            if (plain) {
                std::string names;
                for (const ExplainedRow& row : group.rows) names += (names.empty() ? "" : ", ") + row_text(row);
                out_ += wrapped(head + ": " + names + (and_more.empty() ? "" : " " + and_more), inner, inner + "  ");
                continue;
            }
            out_ += wrapped(head + ":", inner, inner + "  ");
            for (const ExplainedRow& row : group.rows) out_ += wrapped("• " + row_text(row), inner + "  ", inner + "    ");
            if (more > 0) out_ += wrapped(and_more, inner + "  ", inner + "    ");
        }
        for (const CellName& hole : rows.unseen)
            out_ += wrapped(pick("Có thể còn dòng khác: bảng ", "There may be more rows: table ") + hole.table +
                                (hole.id.empty() ? pick(" không được cung cấp", " was not supplied")
                                                 : pick(" không có dòng nào của ", " has no row of ") + hole.id),
                            inner, inner + "  ");
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
        if (!first.cell.field.empty()) text += ", " + cell(first.cell);
        using What = MissingCell::What;
        if (first.cell.what == What::column || first.cell.what == What::link_column)
            text += pick(" (cột không được cung cấp)", " (the column was not supplied)");
        if (first.cell.what == What::table) text += pick(" (bảng không được cung cấp)", " (the table was not supplied)");
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
        out_ += wrapped(pick("– tùy giá trị: ", "– depending on the value: ") + statuses, 8, 6);
    }

    const Explanation& explanation_;
    Language language_;
    bool vi_, colour_;
    std::string out_;
    std::vector<std::string> expressions_;  // all that were shown
};

}  // namespace

std::string explanation_text(const Explanation& explanation, Language language, bool colour) {
    return ExplanationText(explanation, language, colour).write();
}

}  // namespace hoagiai
