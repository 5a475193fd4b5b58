// Places are computed only when there is something to say, so reading a file costs one pass over its line ends.
#include "engine/text/source.h"

#include <algorithm>

namespace hoagiai {

namespace {

constexpr std::size_t excerpt_limit = 100;  // code points

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

/// The byte at which the n-th code point begins, or the end.
std::size_t byte_of(std::string_view text, std::size_t n) {
    std::size_t i = 0;
    while (i < text.size() && n > 0) {
        ++i;
        while (i < text.size() && continues(text[i])) ++i;
        --n;
    }
    return i;
}

}  // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (text_[i] == '\n') line_starts_.push_back(i + 1);
}

Place Source::place(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    end = std::clamp(end, begin, text_.size());
    const auto line_of = [&](std::size_t offset) {
        return static_cast<std::size_t>(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) -
                                        line_starts_.begin()) -
               1;
    };
    const auto line_text = [&](std::size_t line) {
        const std::size_t from = line_starts_[line];
        const std::size_t to = line + 1 < line_starts_.size() ? line_starts_[line + 1] - 1 : text_.size();
        std::string_view text = std::string_view(text_).substr(from, to - from);
        if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
        return text;
    };
    Place place;
    place.file = name_;
    const std::size_t first = line_of(begin), last = line_of(end);
    place.line = static_cast<std::uint32_t>(first + 1);
    place.column = code_points(std::string_view(text_).substr(line_starts_[first], begin - line_starts_[first])) + 1;
    place.end_line = static_cast<std::uint32_t>(last + 1);
    place.end_column = code_points(std::string_view(text_).substr(line_starts_[last], end - line_starts_[last])) + 1;
    const std::string_view line = line_text(first);
    const std::size_t length = code_points(line);
    std::size_t from = 0;
    if (length > excerpt_limit) {
        from = place.column > excerpt_limit / 2 ? place.column - excerpt_limit / 2 : 0;
        from = std::min(from, length - excerpt_limit);
    }
    const std::size_t from_byte = byte_of(line, from), to_byte = byte_of(line, from + excerpt_limit);
    place.excerpt = std::string(line.substr(from_byte, to_byte - from_byte));
    place.excerpt_offset = static_cast<std::uint32_t>(from);
    return place;
}

Text Text::unplaced(std::string value) {
    Text text;
    text.value = std::move(value);
    return text;
}

Place Text::place() const { return source ? source->place(begin, end) : Place{}; }

std::uint32_t Text::source_offset(std::size_t value_offset) const {
    if (segments.empty()) return begin + static_cast<std::uint32_t>(value_offset);
    const auto after =
        std::upper_bound(segments.begin(), segments.end(), value_offset,
                         [](std::size_t offset, const Segment& segment) { return offset < segment.value_offset; });
    const Segment& segment = after == segments.begin() ? segments.front() : *(after - 1);
    const std::size_t inside = value_offset > segment.value_offset ? value_offset - segment.value_offset : 0;
    const std::size_t offset = segment.source_offset + inside;
    return static_cast<std::uint32_t>(std::min<std::size_t>(offset, end));
}

Place Text::place(std::size_t from, std::size_t to) const {
    if (!source) return {};
    const std::uint32_t first = source_offset(from);
    // The last byte's place plus one: the byte behind it may stand on the next line, or behind an escape.
    const std::uint32_t last = to > from ? source_offset(to - 1) + 1 : first;
    return source->place(first, std::max(first, last));
}

}  // namespace hoagiai
