#include "engine/output/explanation/selection_explanation_text.h"

#include <fmt/format.h>

#include "engine/output/explanation/explanation_tree_text.h"
#include "engine/output/report_words.h"
#include "engine/output/selection_words.h"
#include "engine/output/wrap.h"

namespace hoagiai {

namespace {

/// Of a unit that is not listed: which of the two things kept it out.
Words why_not_chosen(const SelectionExplanation& e) {
    if (!e.chosen.can_be_true)
        return {"Điều kiện được chọn không được thỏa mãn.", "The condition for being chosen is not met."};
    const std::string limit = e.group.most_limit ? fmt::format("{}", *e.group.most_limit) : "";
    return {fmt::format("Đủ điều kiện, nhưng đứng thứ {} trong khi chỉ chọn tối đa {}.", place_text(e.selected), limit),
            fmt::format("It qualifies, but its rank is {} and at most {} are taken.", place_text(e.selected), limit)};
}

}  // namespace

std::string explanation_text(const SelectionExplanation& e, Language language, bool colour) {
    const bool vi = language == Language::vi;
    const auto pick = [&](std::string_view in_vi, std::string_view in_en) { return std::string(vi ? in_vi : in_en); };
    const auto strong = [&](const std::string& text) { return colour ? "\x1b[1m" + text + "\x1b[0m" : text; };
    std::string out = strong(pick("GIẢI THÍCH VIỆC LỰA CHỌN", "THE SELECTION EXPLAINED")) + "\n";
    const auto paragraph = [&](const std::string& text, std::size_t first = 0) { out += wrapped(text, first + 2, first); };
    paragraph(pick("Quy tắc: ", "Rule: ") + e.rule);
    paragraph(say(e.text.title, language) + ".", 2);
    if (!e.text.basis.empty()) paragraph(pick("Căn cứ: ", "Basis: ") + say(bases_text(e.text.basis), language) + ".", 2);
    paragraph(pick("Đơn vị: ", "Unit: ") + say(e.unit, language));
    paragraph(pick("Tính đến ngày ", "As of ") + (vi ? vietnamese_date(e.as_of) : iso_date(e.as_of)) + ".");
    const bool listed = e.selected.status != SelectionStatus::not_chosen;
    paragraph(pick("Kết quả: ", "Status: ") + say(status_and_place(e.selected), language));
    paragraph(say(listed ? e.text.message : why_not_chosen(e), language), 2);
    if (!e.group.name.vi.empty()) paragraph(pick("Nhóm: ", "Group: ") + say(e.group.name, language));
    paragraph(say(group_numbers(e.group), language) + ".");

    out += "\n" + strong(pick("Được chọn khi (choose)", "It is chosen if")) + "\n";
    ExplanationTreeText tree(language);
    tree.node(e.choose, "  ", "  ");
    out += tree.take();
    if (!e.text.keys.empty()) out += "\n" + strong(pick("Xếp theo (rank_by)", "Ranked by")) + "\n";
    for (const RankKeyText& key : e.text.keys) paragraph(say(key_words(key), language), 2);
    if (e.chosen.can_be_true) {
        out += "\n" + strong(pick("Đứng trước đơn vị này", "Before it")) + "\n";
        if (e.before.empty()) paragraph(pick("không có đơn vị nào", "nobody"), 2);
    }
    for (const Rival& rival : e.before)
        paragraph(say(rival.unit, language) + (rival.surely ? "" : pick(" (có thể)", " (perhaps)")), 2);
    if (e.more_before > 0)
        paragraph(pick(fmt::format("… và {} đơn vị khác", e.more_before), fmt::format("… and {} more", e.more_before)), 2);
    if (e.text.missing.empty()) return out;
    out += "\n" + strong(pick("Còn thiếu", "What is missing")) + "\n";
    for (const MissingText& cell : e.text.missing) paragraph(say(cell.words, language), 2);
    if (e.text.more_missing > 0)
        paragraph(
            pick(fmt::format("… và {} giá trị khác", e.text.more_missing), fmt::format("… and {} more", e.text.more_missing)),
            2);
    return out;
}

}  // namespace hoagiai
