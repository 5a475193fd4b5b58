#include "engine/output/report_words.h"

#include <fmt/format.h>

#include "engine/output/summary.h"
#include "engine/text/fold.h"

namespace hoagiai {

std::vector<Figure> figures(const Outline& outline) {
    std::vector<Figure> all;
    for (const auto& [section, counts] : outline.counts) {
        Figure figure{section, 0, {}};
        for (const auto& [severity, count] : counts) {
            figure.number += count;
            if (count == 0 || !is_failure(section)) continue;
            const Words title = severity_title(severity);
            const std::string between = figure.severities.vi.empty() ? "" : ", ";
            figure.severities.vi += fmt::format("{}{} {}", between, title.vi, count);
            figure.severities.en += fmt::format("{}{} {}", between, title.en, count);
        }
        if (section != Section::waived || figure.number > 0) all.push_back(std::move(figure));
    }
    return all;
}

Words severity_and_rule(Section section, const CheckedRule& rule) {
    if (!is_failure(section)) return {rule.id, rule.id};
    const Words title = severity_title(rule.decl->severity);
    return {fmt::format("mức {} · {}", title.vi, rule.id), fmt::format("{} · {}", title.en, rule.id)};
}

Words bases_text(const std::vector<Basis>& all) {
    Words text;
    for (const Basis& basis : all) {
        const Words one = basis_text(basis);
        const std::string between = text.vi.empty() ? "" : "; ";
        text.vi += between + one.vi;
        text.en += between + one.en;
    }
    return text;
}

Words recommended(const Recommendation& recommendation) {
    const Words& within = recommendation.within;
    Words beside;
    const auto add = [&](const std::string& vi, const std::string& en) {
        beside.vi += (beside.vi.empty() ? " (" : "; ") + vi;
        beside.en += (beside.en.empty() ? " (" : "; ") + en;
    };
    // Nobody is left to do it: whoever reads the report must find out who took it over.
    if (recommendation.ended)
        add("chỉ có đến hết ngày " + vietnamese_date(*recommendation.ended) + ", cần gửi nơi tiếp nhận nhiệm vụ",
            "existed until " + iso_date(*recommendation.ended) + " only; send it to whoever took over");
    if (!recommendation.condition.empty())
        add("nếu " + recommendation.condition + ", điều hồ sơ chưa cho biết",
            "if " + recommendation.condition + ", which the records do not say");
    if (!within.vi.empty()) add("trong thời hạn " + within.vi, "within " + within.en);
    for (std::string* text : {&beside.vi, &beside.en})
        if (!text->empty()) *text += ")";
    return {fmt::format("{}{}: {}", recommendation.to_title.vi, beside.vi, recommendation.text.vi),
            fmt::format("{}{}: {}", recommendation.to_title.en, beside.en, recommendation.text.en)};
}

Words counted(std::uint64_t number, const Entity& entity) {
    return {fmt::format("{} {}", number, lower_first(entity.title.vi)),
            fmt::format("{} {}", number, number == 1 ? entity.name : entity.plural)};
}

std::vector<Words> account_columns(bool waived) {
    std::vector<Words> columns = {{"đạt", "pass"}, {"không đạt", "fail"}, {"chưa rõ", "unknown"}, {"không áp dụng", "n/a"}};
    if (waived) columns.push_back({"được miễn", "waived"});
    columns.push_back({"cộng", "total"});
    return columns;
}

}  // namespace hoagiai
