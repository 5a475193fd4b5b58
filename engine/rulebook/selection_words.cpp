// One table of the words, for reading a selection and for turning it into the other spelling.
#include "engine/rulebook/selection_words.h"

#include <algorithm>

#include "engine/language/letters.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

std::string_view at(const std::string& text, Range range) {
    return std::string_view(text).substr(range.begin, range.end - range.begin);
}

std::optional<SelectionWord> direction(const std::string& text, Range range) {
    const std::string folded = fold(at(text, range));
    if (folded == "descending" || folded == fold("giảm_dần")) return SelectionWord{range, "descending", "giảm_dần"};
    if (folded == "ascending" || folded == fold("tăng_dần")) return SelectionWord{range, "ascending", "tăng_dần"};
    return std::nullopt;
}

}  // namespace

OuterParts outer_parts(const std::string& text) {
    OuterParts parts;
    int depth = 0;
    bool quoted = false;
    for (std::uint32_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '(' || c == '[')) ++depth;
        if (!quoted && (c == ')' || c == ']')) --depth;
        if (quoted || depth > 0) {
            ++i;
            continue;
        }
        if (c == ',') parts.commas.push_back(i);
        if (const auto length = static_cast<std::uint32_t>(blank_length(text, i)); length > 0 || c == ',') {
            i += std::max(length, 1u);
            continue;
        }
        const std::uint32_t begin = i;
        while (i < text.size() && blank_length(text, i) == 0 && std::string_view(",()[]\"").find(text[i]) == std::string::npos)
            ++i;
        if (i == begin)
            ++i;  // a bracket
        else
            parts.words.push_back({begin, i});
    }
    return parts;
}

std::optional<SelectionWord> direction_in(const std::string& text, const OuterParts& parts, Range window) {
    const auto last = std::find_if(parts.words.rbegin(), parts.words.rend(),
                                   [&](const Range& word) { return word.begin >= window.begin && word.end <= window.end; });
    if (last == parts.words.rend() || !blank(text, {last->end, window.end})) return std::nullopt;
    return direction(text, *last);
}

std::optional<SelectionWord> per_in(const std::string& text, const OuterParts& parts) {
    for (const Range& word : parts.words)
        if (at(text, word) == "per" || fold(at(text, word)) == fold("mỗi")) return SelectionWord{word, "per", "mỗi"};
    return std::nullopt;
}

std::vector<SelectionWord> selection_words(const std::string& text, bool limit) {
    const OuterParts parts = outer_parts(text);
    std::vector<SelectionWord> words;
    if (limit) {
        if (const auto per = per_in(text, parts)) words.push_back(*per);
        return words;
    }
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i <= parts.commas.size(); ++i) {
        const auto end = i < parts.commas.size() ? parts.commas[i] : static_cast<std::uint32_t>(text.size());
        if (const auto word = direction_in(text, parts, {begin, end})) words.push_back(*word);
        begin = end + 1;
    }
    return words;
}

bool blank(const std::string& text, Range range) {
    for (std::size_t i = range.begin; i < range.end; i += blank_length(text, i))
        if (blank_length(text, i) == 0) return false;
    return true;
}

}  // namespace hoagiai
