// Drawn 400 units wide: a phone shows them at about that size, so that words stay readable there.
#include "engine/output/html/svg.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/html/html_text.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

constexpr int width = 400, bar_height = 16, line_height = 15, between_rows = 9;
constexpr std::size_t label_columns = 58;  // of letters about 6.5 wide

/// A label in lines that fit; a word that does not goes on in the next.
std::vector<std::string> lines_of(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    std::string line, word;
    const auto take = [&] {
        if (word.empty()) return;
        if (!line.empty() && display_width(line) + 1 + display_width(word) > columns)
            lines.push_back(std::move(line)), line.clear();
        line += (line.empty() ? "" : " ") + word;
        word.clear();
    };
    for (const char byte : visible(text)) {
        const bool letter_begins = (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
        if (byte == ' ' || (letter_begins && display_width(word) >= columns)) take();
        if (byte != ' ') word += byte;
    }
    take();
    if (!line.empty()) lines.push_back(line);
    return lines;
}

}  // namespace

void BarPicture::add_label(std::string_view label, std::string_view beside) {
    height_ += height_ == 0 ? 2 : between_rows;
    std::size_t room = label_columns;
    if (!beside.empty()) room = std::max<std::size_t>(label_columns - std::min(label_columns, display_width(beside) + 2), 16);
    bool first = true;
    for (const std::string& line : lines_of(label, room)) {
        height_ += line_height;
        body_ += fmt::format("<text x=\"0\" y=\"{}\">{}</text>", height_ - 4, html_text(line));
        if (first && !beside.empty())
            body_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"beside\">{}</text>", width, height_ - 4, html_text(beside));
        first = false;
    }
    body_ += "\n";
}

void BarPicture::add_stacked(std::string_view label, std::string_view beside, const std::vector<BarPart>& parts) {
    add_label(label, beside);
    std::uint64_t sum = 0, before = 0;
    for (const BarPart& part : parts) sum += part.number;
    for (const BarPart& part : parts) {
        if (part.number == 0) continue;
        const double from = static_cast<double>(width) * static_cast<double>(before) / static_cast<double>(sum);
        before += part.number;
        const double to = static_cast<double>(width) * static_cast<double>(before) / static_cast<double>(sum);
        body_ += fmt::format("<rect x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" fill=\"url(#p-{})\" class=\"part\"/>",
                             from, height_, to - from, bar_height, part.pattern);
        const std::string number = fmt::format("{}", part.number);
        if (to - from > 8.0 * static_cast<double>(number.size()) + 6)
            body_ += fmt::format("<text x=\"{:.1f}\" y=\"{}\" class=\"in on-{}\">{}</text>", (from + to) / 2, height_ + 12,
                                 part.pattern, number);
    }
    if (sum == 0)
        body_ += fmt::format("<rect x=\"0\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"track\"/>", height_, width, bar_height);
    height_ += bar_height;
    body_ += "\n";
}

void BarPicture::add_rate(std::string_view label, std::string_view beside, int low, int high, int bound, bool upper) {
    add_label(label, beside);
    const auto at = [](int thousandth) { return static_cast<double>(width) * thousandth / 1000; };
    const auto bar = [&](int from, int to, std::string_view look) {
        if (to > from)
            body_ += fmt::format("<rect x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" {}/>", at(from), height_ + 3,
                                 at(to) - at(from), bar_height - 2, look);
    };
    bar(0, 1000, "class=\"track\"");
    bar(0, low, "fill=\"url(#p-rate)\" class=\"part\"");
    bar(low, high, "fill=\"url(#p-range)\" class=\"part\"");
    // The gap: from what is reached at best to the target.
    if (!upper) bar(high, bound, "class=\"gap\"");
    if (upper) bar(bound, low, "class=\"gap over\"");
    body_ += fmt::format("<path d=\"M{0:.1f} {1}v{2}\" class=\"bound\"/>", std::clamp(at(bound), 1.5, width - 1.5), height_,
                         bar_height + 4);
    height_ += bar_height + 4;
    body_ += "\n";
}

std::string BarPicture::svg() const {
    return fmt::format(
        "<svg class=\"picture\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"{2}-t {2}-d\">\n"
        "<title id=\"{2}-t\">{3}</title>\n<desc id=\"{2}-d\">{4}</desc>\n{5}</svg>\n",
        width, height_ + 2, id_, html_text(title_), html_text(description_), body_);
}

std::string svg_patterns() {
    // Dark and solid is bad, pale is well, stripes are open: told apart without colour too.
    struct Look {
        std::string_view name, paper, ink;
        int stripe, step;  ///< width of the stripe, and how far apart; 0: solid
        int turn;
    };
    static constexpr Look looks[] = {
        {"pass", "#d5e8d8", "#d5e8d8", 0, 6, 0},     {"fail", "#8f1d17", "#8f1d17", 0, 6, 0},
        {"unknown", "#fff6da", "#8a6100", 2, 6, 45}, {"not_applicable", "#ffffff", "#9a9a9a", 1, 5, 0},
        {"waived", "#e3ebf5", "#31598a", 2, 6, -45}, {"critical", "#5c0f0b", "#5c0f0b", 0, 6, 0},
        {"major", "#fbe3e0", "#a5302a", 3, 6, 45},   {"minor", "#fdf3ec", "#b3561c", 1, 6, -45},
        {"info", "#ffffff", "#6b6b6b", 1, 6, 90},    {"rate", "#2d5580", "#2d5580", 0, 6, 0},
        {"range", "#e8eef6", "#2d5580", 2, 6, 45},
    };
    std::string text = "<svg width=\"0\" height=\"0\" class=\"patterns\" aria-hidden=\"true\" focusable=\"false\"><defs>\n";
    for (const Look& look : looks) {
        text += fmt::format(
            "<pattern id=\"p-{0}\" width=\"{1}\" height=\"{1}\" patternUnits=\"userSpaceOnUse\" "
            "patternTransform=\"rotate({2})\">"
            "<rect width=\"{1}\" height=\"{1}\" fill=\"{3}\"/>",
            look.name, look.step, look.turn, look.paper);
        if (look.stripe > 0)
            text += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"{}\"/>", look.stripe, look.step, look.ink);
        text += "</pattern>\n";
    }
    return text + "</defs></svg>\n";
}

std::string svg_legend(const std::vector<LegendEntry>& entries) {
    std::string text = "<ul class=\"legend\">";
    for (const LegendEntry& entry : entries) {
        text += "<li><svg viewBox=\"0 0 24 14\" width=\"24\" height=\"14\" aria-hidden=\"true\" focusable=\"false\">";
        if (entry.pattern == "bound")
            text += "<path d=\"M12 0v14\" class=\"bound\"/>";
        else if (entry.pattern == "gap")
            text += "<rect x=\"1\" y=\"1\" width=\"22\" height=\"12\" class=\"gap\"/>";
        else
            text += fmt::format("<rect x=\"0.5\" y=\"0.5\" width=\"23\" height=\"13\" fill=\"url(#p-{})\" class=\"part\"/>",
                                entry.pattern);
        text += "</svg> " + html_text(entry.words) + "</li>";
    }
    return text + "</ul>\n";
}

}  // namespace hoagiai
