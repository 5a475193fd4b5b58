// The pieces of a picture: labelled rows of bars, drawn as inline SVG. What a bar means is told by its pattern as much as by
// its colour, so that the picture survives a black-and-white printer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"

namespace hoagiai {

/// What a part of a bar stands for; each has a pattern of its own in the page's <defs> (svg_patterns).
struct BarPart {
    std::string_view pattern;  ///< "pass", "fail", "critical", …
    std::uint64_t number = 0;
};

struct LegendEntry {
    std::string_view pattern;
    std::string words;
};

class BarPicture {
public:
    /// `id`: unique in the page; title and description are what a screen reader says in the place of the picture.
    BarPicture(std::string_view id, std::string title, std::string description)
        : id_(id), title_(std::move(title)), description_(std::move(description)) {}

    /// A label over a bar that is divided by numbers; `beside` stands at the right end of the label's line.
    void add_stacked(std::string_view label, std::string_view beside, const std::vector<BarPart>& parts);
    /// A value that is known from `low` to `high`, and the bound it is held to, in thousandths of the picture's width.
    void add_rate(std::string_view label, std::string_view beside, int low, int high, int bound, bool upper);
    bool empty() const { return height_ == 0; }
    std::string svg() const;

private:
    void add_label(std::string_view label, std::string_view beside);
    std::string id_, title_, description_, body_;
    int height_ = 0;
};

/// The patterns of all pictures, in a drawing that takes no room; once in a page.
std::string svg_patterns();
/// What the patterns mean, as a list.
std::string svg_legend(const std::vector<LegendEntry>& entries);

}  // namespace hoagiai
