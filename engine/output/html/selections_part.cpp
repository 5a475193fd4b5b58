#include "engine/output/html/selections_part.h"

#include <algorithm>

#include "engine/output/html/finding_part.h"
#include "engine/output/html/html_text.h"
#include "engine/output/html/table.h"
#include "engine/output/selection_words.h"

namespace hoagiai {

namespace {

std::string table_of(const CheckResult& result, const Selection& selection, const SelectionGroupWords& group,
                     Language language) {
    const bool vi = language == Language::vi;
    HtmlTable table(say(group.heading, language), {{vi ? "Đơn vị" : "Unit"},
                                                   {vi ? "Thứ" : "Rank"},
                                                   {vi ? "Kết quả" : "Result"},
                                                   {vi ? "Lý do" : "Why"},
                                                   {vi ? "Xếp theo" : "Ranked by"}});
    for (const SelectedUnit* unit : group.units) {
        const SelectedText text = describe(result, selection, *unit);
        std::string why = html_element("p", say(text.message, language)) +
                          missing_part(text.missing, text.more_missing, language) +
                          recommendations_part(text.recommendations, language);
        table.add(
            {html_isolated(say(unit_words(result.records->dataset, result.rule(selection).entity, unit->row, false), language)),
             html_text(place_text(*unit)), html_text(say(status_title(unit->status), language)), why,
             html_text(say(keys_words(text), language))});
    }
    return table.html();
}

}  // namespace

bool has_selections(const CheckResult& result) {
    return !result.request.keep_selected.empty() && std::any_of(result.selections.begin(), result.selections.end(),
                                                                [](const Selection& one) { return one.units() > 0; });
}

void selections_part(const CheckResult& result, Language language, Sink& out) {
    for (const Selection& selection : result.selections) {
        if (selection.units() == 0) continue;  // --unit names none of its kind
        out += "<section>" + html_element("h3", say(selection_heading(result, selection), language)) + "\n";
        for (const SelectionGroupWords& group : selection_groups(result, selection))
            out += table_of(result, selection, group, language);
        for (const Words& remark : selection_remarks(result, selection))
            out += html_element("p", say(remark, language), " class=\"note\"");
        if (!selection.listed.empty()) out += basis_part(describe(result, selection, selection.listed.front()).basis, language);
        out += "</section>\n";
    }
}

}  // namespace hoagiai
