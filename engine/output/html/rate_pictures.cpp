// The rates of targets, the furthest from their target first. Of many units only the first are drawn; all stand below, each
// with its finding.
#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/gaps/target_rate.h"
#include "engine/findings/message.h"
#include "engine/output/html/html_text.h"
#include "engine/output/html/pictures.h"
#include "engine/output/html/svg.h"
#include "engine/output/html/table.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_bars = 30;

double of(const Number& number) { return static_cast<double>(number.numerator()) / static_cast<double>(number.denominator()); }

struct Drawn {
    const Finding* finding = nullptr;
    TargetRate rate;
    /// How far short of the target at best; below zero where it is reached.
    double distance() const {
        return rate.upper ? of(rate.rate.low) - of(rate.target.high) : of(rate.target.low) - of(rate.rate.high);
    }
};

class RatePicture {
public:
    RatePicture(const CheckResult& result, const RuleCounts& counts, std::size_t number, Language language)
        : result_(result), rule_(result.rule(counts)), number_(number), language_(language), vi_(language == Language::vi) {}

    void add(const Finding& finding) {
        for (TargetRate& rate : target_rates(result_, finding)) all_.push_back({&finding, std::move(rate)});
    }

    std::string html() {
        if (all_.empty()) return {};
        std::stable_sort(all_.begin(), all_.end(), [](const Drawn& a, const Drawn& b) { return a.distance() > b.distance(); });
        double most = 1;
        for (const Drawn& one : all_) most = std::max({most, of(one.rate.rate.high), of(one.rate.target.high)});
        const std::string& title = say(rule_.decl->title, language_);
        BarPicture picture(fmt::format("picture-rate-{}", number_), title,
                           vi_ ? "Mỗi đơn vị một thanh: tỷ lệ so với chỉ tiêu. Số liệu ở bảng bên cạnh."
                               : "One bar a unit: its rate against the target. The numbers are in the table beside it.");
        HtmlTable table(vi_ ? "Tỷ lệ so với chỉ tiêu" : "Rates against the target", {{vi_ ? "Đơn vị" : "Unit"},
                                                                                     {vi_ ? "Tỷ lệ" : "Rate", true},
                                                                                     {vi_ ? "Chỉ tiêu" : "Target", true},
                                                                                     {vi_ ? "Kết quả" : "Result"},
                                                                                     {vi_ ? "Khoảng cách" : "Gap"}});
        const std::size_t shown = std::min(all_.size(), most_bars);
        for (std::size_t i = 0; i < shown; ++i) draw(all_[i], most, picture, table);
        std::string text = "<figure class=\"whole\"><figcaption>" + html_element("h4", title) + "</figcaption>\n" +
                           picture.svg() + "<div>" + table.html();
        if (all_.size() > shown)
            text +=
                html_element("p",
                             vi_ ? fmt::format("Chỉ vẽ {} dòng xa chỉ tiêu nhất; {} dòng nữa ở phần theo đơn vị.", shown,
                                               all_.size() - shown)
                                 : fmt::format("The {} furthest from the target are drawn; {} more stand under their units.",
                                               shown, all_.size() - shown),
                             " class=\"note\"");
        return text + "</div></figure>\n";
    }

private:
    void draw(const Drawn& one, double most, BarPicture& picture, HtmlTable& table) const {
        const Dataset& data = result_.records->dataset;
        const std::string unit = say(unit_words(data, rule_.entity, one.finding->row, false), language_);
        const std::string& reading = say(one.rate.reading, language_);
        const std::string label = reading.empty() ? unit : unit + ", " + reading;
        const std::string &rate = say(one.rate.rate_text, language_), &target = say(one.rate.target_text, language_);
        const auto thousandths = [&](const Number& number) {
            return std::clamp(static_cast<int>(of(number) / most * 1000 + 0.5), 0, 1000);
        };
        picture.add_rate(label, fmt::format("{} / {}{}", rate, one.rate.upper ? "≤ " : "", target),
                         thousandths(one.rate.rate.low), thousandths(one.rate.rate.high),
                         thousandths(one.rate.upper ? one.rate.target.low : one.rate.target.high), one.rate.upper);
        std::string gaps;
        if (one.finding->outcome.status == Status::fail)
            for (const Gap& gap : describe(result_, *one.finding).gaps)
                if (gap.reading.en == one.rate.reading.en || gap.reading.en.empty())
                    gaps += (gaps.empty() ? "" : " ") + say(gap.sentence, language_);
        std::string name = html_isolated(unit);
        if (!reading.empty()) name += " <small>" + html_text(reading) + "</small>";
        table.add({name, html_text(rate), html_text((one.rate.upper ? "≤ " : "") + target),
                   html_text(say(status_title(one.finding->outcome.status), language_)), html_text(gaps)});
    }

    const CheckResult& result_;
    const CheckedRule& rule_;
    std::size_t number_;
    Language language_;
    bool vi_;
    std::vector<Drawn> all_;
};

}  // namespace

std::string rate_pictures(const CheckResult& result, Language language) {
    const bool vi = language == Language::vi;
    std::string text;
    std::size_t number = 0;
    for (const RuleCounts& counts : result.rules) {
        const CheckedRule& rule = result.rule(counts);
        if (rule.decl->kind != RuleKind::target) continue;
        RatePicture picture(result, counts, ++number, language);
        for (const Finding& finding : result.findings)
            if (result.rule(finding).id == rule.id && finding.unwaived() != Status::not_applicable) picture.add(finding);
        text += picture.html();
    }
    if (text.empty()) return {};
    return html_element("h3", vi ? "Tỷ lệ so với chỉ tiêu" : "Rates against targets") +
           html_element("p",
                        vi ? "Của những kết quả có trong báo cáo này. Vạch đậm là chỉ tiêu; phần gạch chéo là khoảng mà tỷ lệ "
                             "có thể nằm trong đó khi hồ sơ "
                             "còn thiếu; khung nét đứt là phần còn thiếu so với chỉ tiêu."
                           : "Of the findings in this report. The thick line is the target; stripes are the range in which the "
                             "rate lies, since "
                             "records lack cells; the dashed frame is what is short of the target.",
                        " class=\"note\"") +
           svg_legend({{"rate", vi ? "tỷ lệ chắc chắn đạt được" : "surely reached"},
                       {"range", vi ? "chưa rõ do thiếu số liệu" : "open, for want of data"},
                       {"gap", vi ? "còn thiếu" : "short"},
                       {"bound", vi ? "chỉ tiêu" : "target"}}) +
           text;
}

}  // namespace hoagiai
