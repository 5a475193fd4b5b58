// Coverage as a table for a terminal: a rule a line, and below it what no case has seen.
#include <fmt/format.h>

#include <algorithm>

#include "engine/authoring/rule_tests/report.h"
#include "engine/text/fold.h"

namespace hoagiai {

std::string coverage_text(const Coverage& coverage, Language language) {
    const bool vi = language == Language::vi;
    const auto pick = [&](std::string_view in_vi, std::string_view in_en) { return std::string(vi ? in_vi : in_en); };
    const auto padded = [](const std::string& text, std::size_t width) {
        return text + std::string(width - std::min(width, display_width(text)), ' ');
    };
    const auto mark = [&](bool seen) { return pick(seen ? "có" : "CHƯA", seen ? "yes" : "NO"); };
    const std::vector<RuleCoverage> rules = coverage.rules();
    const std::string head = pick("Độ phủ: quy tắc", "Coverage: rule");
    std::size_t width = display_width(head);
    for (const RuleCoverage& rule : rules) width = std::max(width, display_width(rule.rule));

    std::string text = "\n" + padded(head, width) + "  pass  fail  unknown  " + pick("điều kiện", "conditions") + "\n";
    for (const RuleCoverage& rule : rules) {
        std::size_t seen = 0;
        for (const DecisionPoint& point : rule.points) seen += std::size_t{point.was_true} + std::size_t{point.was_false};
        text +=
            fmt::format("{}  {}{}{}{}/{}\n", padded(rule.rule, width), padded(mark(rule.pass), 6), padded(mark(rule.fail), 6),
                        padded(rule.can_be_unknown ? mark(rule.unknown) : "–", 9), seen, 2 * rule.points.size());
        for (const DecisionPoint& point : rule.points) {
            if (point.was_true && point.was_false) continue;
            const std::string never = !point.was_true && !point.was_false
                                          ? pick("chưa lần nào đúng hay sai", "was never true or false")
                                      : point.was_true ? pick("chưa lần nào sai", "was never false")
                                                       : pick("chưa lần nào đúng", "was never true");
            text += fmt::format("    {}:{}:{}: {} {}\n", visible(point.place.file), point.place.line, point.place.column,
                                point.expression, never);
        }
    }
    return text + fmt::format("{} {} %: {}\n\n", pick("Độ phủ", "Coverage"), coverage.percent(),
                              pick(fmt::format("{} trong số {} việc cần thấy đã thấy", coverage.seen(), coverage.of()),
                                   fmt::format("{} of {} were seen", coverage.seen(), coverage.of())));
}

}  // namespace hoagiai
