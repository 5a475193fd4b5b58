#include "engine/text/scalar_map.h"

#include <algorithm>
#include <cstdint>

namespace hoagiai {

namespace {

bool blank(char byte) { return byte == ' ' || byte == '\t'; }

/// Walks source and value side by side and notes where they part.
class Walk {
public:
    Walk(const std::string& value, std::string_view source, std::size_t begin) : value_(value), source_(source), at_(begin) {}

    bool single_quoted() {
        ++at_;
        while (at_ < source_.size()) {
            if (source_[at_] == '\'') {
                if (at_ + 1 >= source_.size() || source_[at_ + 1] != '\'') return ++at_, finished();
                if (!emit("'", at_)) return false;
                at_ += 2;
            } else if (!folded_break() && !one_byte()) {
                return false;
            }
        }
        return false;
    }

    bool double_quoted() {
        ++at_;
        while (at_ < source_.size()) {
            if (source_[at_] == '"') return ++at_, finished();
            if (source_[at_] == '\\') {
                if (!escape()) return false;
            } else if (!folded_break() && !one_byte()) {
                return false;
            }
        }
        return false;
    }

    bool plain() {
        while (!finished())
            if (!folded_break() && !one_byte()) return false;
        return true;
    }

    /// Literal and folded blocks: line by line, what stands between two lines of the value belongs to the line break.
    bool block() {
        skip_line();  // the indicator and what stands behind it
        const std::size_t value_line = value_.find_first_not_of('\n');
        if (value_line == std::string::npos) return true;  // nothing but line breaks
        std::size_t text_spaces = value_.find_first_not_of(' ', value_line);
        if (text_spaces == std::string::npos) text_spaces = value_.size();
        skip_blank_lines();
        const std::size_t line_spaces = spaces_at(at_);
        const std::size_t indent = line_spaces - std::min(line_spaces, text_spaces - value_line);
        offset_ = value_line;
        while (offset_ < value_.size() && at_ < source_.size()) {
            at_ += std::min(indent, spaces_at(at_));
            const std::string_view line = line_at(at_);
            if (value_.compare(offset_, line.size(), line) != 0) return false;
            note(at_);
            offset_ += line.size();
            at_ += line.size();
            const std::size_t line_break = at_;
            end_ = at_;
            skip_line();
            skip_blank_lines();
            if (value_.find_first_not_of("\n ", offset_) == std::string::npos) break;  // only what chomping leaves
            const std::string_view next = line_at(at_ + std::min(indent, spaces_at(at_)));
            std::size_t breaks = 1;
            while (offset_ + breaks < value_.size() && value_.compare(offset_ + breaks, next.size(), next) != 0) ++breaks;
            note(line_break);
            offset_ += breaks;
        }
        return value_.find_first_not_of("\n ", offset_) == std::string::npos;
    }

    std::vector<Text::Segment> segments() { return std::move(segments_); }
    std::size_t end() const { return end_ > 0 ? end_ : at_; }

private:
    bool finished() const { return offset_ == value_.size(); }

    void note(std::size_t source_offset) {
        if (!segments_.empty()) {
            const Text::Segment& last = segments_.back();
            if (last.source_offset + (offset_ - last.value_offset) == source_offset && last.value_offset <= offset_) return;
        }
        segments_.push_back({static_cast<std::uint32_t>(offset_), static_cast<std::uint32_t>(source_offset)});
    }

    bool emit(std::string_view bytes, std::size_t source_offset) {
        if (value_.compare(offset_, bytes.size(), bytes) != 0) return false;
        for (std::size_t i = 0; i < bytes.size(); ++i) {  // every byte of an escape points at its beginning
            segments_.push_back({static_cast<std::uint32_t>(offset_), static_cast<std::uint32_t>(source_offset)});
            ++offset_;
        }
        return true;
    }

    bool one_byte() {
        if (at_ >= source_.size() || offset_ >= value_.size() || value_[offset_] != source_[at_]) return false;
        note(at_);
        ++offset_;
        ++at_;
        return true;
    }

    /// White space around line breaks: one break is a space, more are one line break less.
    bool folded_break() {
        std::size_t ahead = at_;
        while (ahead < source_.size() && blank(source_[ahead])) ++ahead;
        if (ahead >= source_.size() || (source_[ahead] != '\n' && source_[ahead] != '\r')) return false;
        const std::size_t first_break = ahead;
        std::size_t breaks = 0;
        while (ahead < source_.size() && (blank(source_[ahead]) || source_[ahead] == '\n' || source_[ahead] == '\r')) {
            breaks += source_[ahead] == '\n' ? 1 : 0;
            ++ahead;
        }
        at_ = ahead;
        return emit(breaks <= 1 ? std::string(1, ' ') : std::string(breaks - 1, '\n'), first_break) || true;
    }

    bool escape() {
        const std::size_t start = at_;
        const char kind = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
        if (kind == '\n' || kind == '\r') {  // the line goes on
            at_ += 2;
            while (at_ < source_.size() && (blank(source_[at_]) || source_[at_] == '\n' || source_[at_] == '\r')) ++at_;
            return true;
        }
        const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        at_ += 2 + digits;
        // The value says how many bytes the escape gave: up to four, one code point.
        std::size_t bytes = 1;
        while (offset_ + bytes < value_.size() && (static_cast<unsigned char>(value_[offset_ + bytes]) & 0xC0) == 0x80) ++bytes;
        if (offset_ >= value_.size()) return false;
        return emit(std::string_view(value_).substr(offset_, bytes), start);
    }

    std::string_view line_at(std::size_t from) const {
        std::size_t to = source_.find('\n', from);
        if (to == std::string_view::npos) to = source_.size();
        std::string_view line = source_.substr(from, to - from);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        return line;
    }
    std::size_t spaces_at(std::size_t from) const {
        std::size_t to = from;
        while (to < source_.size() && source_[to] == ' ') ++to;
        return to - from;
    }
    void skip_line() {
        const std::size_t to = source_.find('\n', at_);
        at_ = to == std::string_view::npos ? source_.size() : to + 1;
    }
    void skip_blank_lines() {
        while (at_ < source_.size()) {
            const std::string_view line = line_at(at_);
            if (line.find_first_not_of(' ') != std::string_view::npos) return;
            if (source_.find('\n', at_) == std::string_view::npos) return;
            skip_line();
        }
    }

    const std::string& value_;
    std::string_view source_;
    std::size_t at_ = 0, offset_ = 0, end_ = 0;
    std::vector<Text::Segment> segments_;
};

}  // namespace

Text placed_scalar(std::string value, const SourcePtr& source, std::size_t begin, bool plain, bool& fits) {
    Text text;
    text.value = std::move(value);
    text.source = source;
    text.plain = plain;
    const std::string_view bytes = source->text();
    begin = std::min(begin, bytes.size());
    text.begin = static_cast<std::uint32_t>(begin);
    const char first = begin < bytes.size() ? bytes[begin] : '\0';
    Walk walk(text.value, bytes, begin);
    fits = false;
    if (plain)
        fits = walk.plain();
    else if (first == '\'')
        fits = walk.single_quoted();
    else if (first == '"')
        fits = walk.double_quoted();
    else if (first == '|' || first == '>')
        fits = walk.block();
    if (fits) {
        text.segments = walk.segments();
        text.end = static_cast<std::uint32_t>(std::min(walk.end(), bytes.size()));
    } else {
        // The whole first line is better than a wrong character.
        const std::size_t line_end = std::min(bytes.find('\n', begin), bytes.size());
        text.end = static_cast<std::uint32_t>(line_end);
        text.segments = {{0, text.begin}};
    }
    return text;
}

}  // namespace hoagiai
