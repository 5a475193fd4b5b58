// Places are computed only when there is something to say, so reading a file costs one pass over its line ends.
#include "engine/text/source.h"

#include <algorithm>

namespace hoagiai {

namespace {

constexpr std::size_t excerpt_limit = 100;  // code points
constexpr std::size_t block = 4096;         // bytes

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char byte) { return !continues(byte); }));
}

/// The byte n code points behind `from`, at most `end`.
std::size_t forward(std::string_view text, std::size_t from, std::size_t n, std::size_t end) {
    for (; from < end && n > 0; --n)
        for (++from; from < end && continues(text[from]);) ++from;
    return from;
}

/// The byte n code points in front of `from`, at least `begin`.
std::size_t backward(std::string_view text, std::size_t from, std::size_t n, std::size_t begin) {
    for (; from > begin && n > 0; --n)
        for (--from; from > begin && continues(text[from]);) --from;
    return from;
}

}  // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    line_starts_.push_back(0);
    const std::string_view all = text_;
    std::uint32_t counted = 0;
    for (std::size_t from = 0; from < all.size(); from += block) {
        code_points_.push_back(counted);
        counted += code_points(all.substr(from, block));
    }
    for (std::size_t i = all.find('\n'); i != std::string_view::npos; i = all.find('\n', i + 1))
        line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
}

std::size_t Source::code_points_before(std::size_t offset) const {
    if (code_points_.empty()) return 0;
    const std::size_t known = std::min(offset / block, code_points_.size() - 1);
    return code_points_[known] + code_points(std::string_view(text_).substr(known * block, offset - known * block));
}

Place Source::place(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    end = std::clamp(end, begin, text_.size());
    const auto line_of = [&](std::size_t offset) {
        return static_cast<std::size_t>(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) -
                                        line_starts_.begin()) -
               1;
    };
    const auto column_of = [&](std::size_t offset, std::size_t line) {
        return static_cast<std::uint32_t>(code_points_before(offset) - code_points_before(line_starts_[line]) + 1);
    };
    const std::size_t first = line_of(begin), last = line_of(end);
    Place place;
    place.file = name_;
    place.line = static_cast<std::uint32_t>(first + 1);
    place.column = column_of(begin, first);
    place.end_line = static_cast<std::uint32_t>(last + 1);
    place.end_column = column_of(end, last);

    const std::size_t line_begin = line_starts_[first];
    std::size_t line_end = first + 1 < line_starts_.size() ? line_starts_[first + 1] - 1 : text_.size();
    if (line_end > line_begin && text_[line_end - 1] == '\r') --line_end;
    // Half of the excerpt in front of the place, or more where the line ends soon behind it.
    const std::size_t here = std::min(begin, line_end);
    const std::size_t ahead = forward(text_, backward(text_, here, excerpt_limit / 2 - 1, line_begin), excerpt_limit, line_end);
    const std::size_t from = backward(text_, ahead, excerpt_limit, line_begin);
    place.excerpt = text_.substr(from, ahead - from);
    place.excerpt_offset = column_of(from, first) - 1;
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

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string Place::cell() const {
    if (sheet.empty()) return "";
    // As a spreadsheet writes it, so that it can be typed into its name box.
    const bool plain = std::all_of(sheet.begin(), sheet.end(), [](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
    });
    std::string name = plain ? sheet : "'";
    if (!plain) {
        for (const char byte : sheet) name += byte == '\'' ? std::string("''") : std::string(1, byte);
        name += '\'';
    }
    return line == 0 ? name : name + "!" + column_letters(column) + std::to_string(line);
}

}  // namespace hoagiai
