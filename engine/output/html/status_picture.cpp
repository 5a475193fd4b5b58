// What each rule came to, in bars of one length: how much of it passed, failed or stayed open is seen beside how many it was.
#include <fmt/format.h>

#include "engine/output/html/html_text.h"
#include "engine/output/html/pictures.h"
#include "engine/output/html/svg.h"
#include "engine/output/html/table.h"
#include "engine/output/report_words.h"

namespace hoagiai {

namespace {

/// So many rules are one drawing: paper cuts a longer one in two.
constexpr std::size_t most_rows = 8;

}  // namespace

std::string status_picture(const CheckResult& result, const Summary& summary, Language language) {
    const bool vi = language == Language::vi, waived = summary.all.waived > 0;
    const std::string title = vi ? "Kết quả theo quy tắc" : "Results by rule";
    const std::size_t drawings = (result.rules.size() + most_rows - 1) / most_rows;
    std::vector<BarPicture> pictures;
    for (std::size_t i = 0; i < drawings; ++i) {
        const std::string part = drawings > 1 ? fmt::format(" ({}/{})", i + 1, drawings) : "";
        pictures.emplace_back(fmt::format("picture-status-{}", i + 1), title + part,
                              vi ? "Mỗi quy tắc một thanh, chia theo kết quả. Số liệu ở bảng bên cạnh."
                                 : "One bar a rule, divided by result. The numbers are in the table beside it.");
    }
    std::vector<HtmlTable::Column> columns = {{vi ? "Quy tắc" : "Rule"}};
    const std::vector<Words> names = account_columns(waived);
    for (const Words& name : names) columns.push_back({say(name, language), true});
    HtmlTable table(vi ? "Tổng hợp theo quy tắc (số đơn vị)" : "Accounts by rule (units)", columns);
    const auto line = [&](const std::string& name, const auto& counts, bool foot) {
        std::vector<std::string> cells = {name};
        for (const std::uint64_t number : account_numbers(counts, waived)) cells.push_back(fmt::format("{}", number));
        table.add(cells, foot);
    };
    std::size_t drawn = 0;
    for (const RuleCounts& counts : result.rules) {
        const CheckedRule& rule = result.rule(counts);
        const std::string& words = say(rule.decl->title, language);
        pictures[drawn++ / most_rows].add_stacked(words, fmt::format("{}", counts.units()),
                                                  {{"fail", counts.fail},
                                                   {"unknown", counts.unknown},
                                                   {"waived", counts.waived},
                                                   {"pass", counts.pass},
                                                   {"not_applicable", counts.not_applicable}});
        line(html_text(words) + " <small><code>" + html_text(rule.id) + "</code></small>", counts, false);
    }
    line(vi ? "Tổng cộng" : "All rules", summary.all, true);
    if (pictures.empty()) return {};
    std::string drawn_all;
    for (const BarPicture& picture : pictures) drawn_all += picture.svg();
    std::vector<LegendEntry> legend = {{"fail", vi ? "không đạt" : "fail"}, {"unknown", vi ? "chưa rõ" : "unknown"}};
    if (waived) legend.push_back({"waived", vi ? "được miễn" : "waived"});
    legend.push_back({"pass", vi ? "đạt" : "pass"});
    legend.push_back({"not_applicable", vi ? "không áp dụng" : "n/a"});
    return "<figure class=\"by-rule\"><figcaption>" + html_element("h3", title) + svg_legend(legend) + "</figcaption>\n" +
           "<div>" + drawn_all + "</div>" + "<div>" + table.html() + "</div></figure>\n";
}

}  // namespace hoagiai
