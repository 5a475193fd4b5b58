#include "engine/output/explanation/explanation_tree_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/report_words.h"
#include "engine/output/wrap.h"

namespace hoagiai {

std::string ExplanationTreeText::numbers(const std::vector<std::size_t>& readings) const {
    std::string text;
    for (const std::size_t reading : readings) text += fmt::format("{}({})", text.empty() ? "" : ", ", reading + 1);
    return text.empty() ? text : text + " ";
}

std::string ExplanationTreeText::value_text(const ExplanationNode& node) const {
    std::string text;
    for (const ExplainedValue& value : node.values) {
        text += (text.empty() ? "" : "; ") + numbers(value.readings) + in_language(value.text);
    }
    return text;
}

void ExplanationTreeText::node(const ExplanationNode& one, const std::string& first, const std::string& rest) {
    expressions_.push_back(one.expression);
    expressions_.push_back(one.definition);
    std::string text = numbers(one.readings);
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
        out_ += wrapped(in_language(bases_text(one.basis)) + since, inner, inner + "  ");
    }
    if (one.rows) rows(*one.rows, inner);
    for (std::size_t i = 0; i < one.children.size(); ++i) {
        const bool last = i + 1 == one.children.size();
        node(one.children[i], rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
    }
}

std::string ExplanationTreeText::group_title(RowGroup::What what) const {
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

std::string ExplanationTreeText::cell(const CellName& cell) const {
    const std::string title = in_language(cell.title).empty() ? "" : " “" + in_language(cell.title) + "”";
    return cell.field.empty() ? cell.table + title : cell.field + title;
}

std::string ExplanationTreeText::row_text(const ExplainedRow& row) const {
    std::string text = row.name == row.id ? row.id : fmt::format("{} ({})", row.name, row.id);
    std::string more = in_language(row.value);
    const auto add = [&](const std::string& part) { more += (more.empty() ? "" : ", ") + part; };
    for (const Words& because : row.because) add(in_language(because));
    for (const CellName& open : row.open) add(pick("thiếu ", "without ") + cell(open));
    return more.empty() ? text : text + ": " + more;
}

void ExplanationTreeText::group(const RowGroup& group, const std::string& inner) {
    const std::string head = fmt::format("{} ({})", group_title(group.what), group.count);
    if (group.shown_before) {
        out_ += wrapped(head + ": " + pick("như trên", "as above"), inner, inner + "  ");
        return;
    }
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
        return;
    }
    out_ += wrapped(head + ":", inner, inner + "  ");
    for (const ExplainedRow& row : group.rows) out_ += wrapped("• " + row_text(row), inner + "  ", inner + "    ");
    if (more > 0) out_ += wrapped(and_more, inner + "  ", inner + "    ");
}

void ExplanationTreeText::rows(const ExplainedRows& rows, const std::string& inner) {
    for (const auto& [name, expression] : rows.words) {
        expressions_.push_back(expression);
        out_ += wrapped(fmt::format("{} {} {}", name, pick("nghĩa là", "means"), expression), inner, inner + "  ");
    }
    if (rows.groups.empty() && rows.unseen.empty())
        out_ += wrapped(pick("Đơn vị này không có dòng nào trong bảng ", "The unit has no row in the table ") + rows.table,
                        inner, inner + "  ");
    for (const RowGroup& one : rows.groups) group(one, inner);
    for (const CellName& hole : rows.unseen)
        out_ += wrapped(
            pick("Có thể còn dòng khác: bảng ", "There may be more rows: table ") + hole.table +
                (hole.what == MissingCell::What::unplaced ? pick(" có dòng không xếp được", " has rows that cannot be placed")
                 : hole.id.empty()                        ? pick(" không được cung cấp", " was not supplied")
                                                          : pick(" không có dòng nào của ", " has no row of ") + hole.id),
            inner, inner + "  ");
}

}  // namespace hoagiai
