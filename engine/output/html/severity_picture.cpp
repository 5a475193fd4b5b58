// Units, not findings: a team with three failures is one team, counted by the most severe of them.
#include <fmt/format.h>

#include <map>

#include "engine/output/html/html_text.h"
#include "engine/output/html/pictures.h"
#include "engine/output/html/svg.h"
#include "engine/output/html/table.h"

namespace hoagiai {

std::string severity_picture(const CheckResult& result, Language language) {
    const bool vi = language == Language::vi;
    const Schema& schema = *result.records->dataset.schema;
    std::map<std::pair<EntityId, Row>, RuleSeverity> worst;
    for (const Finding& finding : result.findings) {
        if (finding.outcome.status != Status::fail) continue;
        const CheckedRule& rule = result.rule(finding);
        const auto [place, fresh] = worst.try_emplace({rule.entity, finding.row}, rule.decl->severity);
        if (!fresh && rule.decl->severity < place->second) place->second = rule.decl->severity;
    }
    if (worst.empty()) return {};
    static constexpr RuleSeverity severities[] = {RuleSeverity::critical, RuleSeverity::major, RuleSeverity::minor,
                                                  RuleSeverity::info};
    std::map<EntityId, std::map<RuleSeverity, std::uint64_t>> counts;
    for (const auto& [unit, severity] : worst) ++counts[unit.first][severity];

    const std::string title = vi ? "Đơn vị theo mức độ" : "Units by severity";
    BarPicture picture(
        "picture-severity", title,
        vi ? fmt::format("{} đơn vị không đạt ít nhất một quy tắc, theo mức nặng nhất của mỗi đơn vị. Số liệu ở bảng bên cạnh.",
                         worst.size())
           : fmt::format("{} units fail at least one rule, by the most severe failure of each. The numbers are in the "
                         "table beside it.",
                         worst.size()));
    std::vector<HtmlTable::Column> columns = {{vi ? "Đơn vị" : "Units"}};
    std::vector<LegendEntry> legend;
    for (const RuleSeverity severity : severities) {
        columns.push_back({say(severity_title(severity), language), true});
        legend.push_back({word(severity), say(severity_title(severity), language)});
    }
    columns.push_back({vi ? "cộng" : "total", true});
    HtmlTable table(vi ? "Số đơn vị không đạt, theo mức nặng nhất" : "Units that fail, by their most severe failure", columns);
    for (const auto& [entity, by_severity] : counts) {
        const std::string& name = vi ? schema[entity].title.vi : schema[entity].title.en;
        std::vector<BarPart> parts;
        std::vector<std::string> cells = {html_text(name)};
        std::uint64_t sum = 0;
        for (const RuleSeverity severity : severities) {
            const auto found = by_severity.find(severity);
            const std::uint64_t number = found == by_severity.end() ? 0 : found->second;
            parts.push_back({word(severity), number});
            cells.push_back(fmt::format("{}", number));
            sum += number;
        }
        cells.push_back(fmt::format("{}", sum));
        picture.add_stacked(name, fmt::format("{}", sum), parts);
        table.add(cells);
    }
    return "<figure class=\"whole\"><figcaption>" + html_element("h3", title) + svg_legend(legend) + "</figcaption>\n" +
           picture.svg() + "<div>" + table.html() + "</div></figure>\n";
}

}  // namespace hoagiai
