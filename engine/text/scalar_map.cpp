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

    /// Literal and folded blocks keep every letter and its order, so letters lead; the white space between two of them is
    /// fitted in from both ends, whatever indentation, folding and chomping did to its middle.
    bool block() {
        skip_line();  // the indicator and what stands behind it
        const std::size_t content = at_;
        end_ = content > 0 && content <= source_.size() && source_[content - 1] == '\n' ? content - 1 : content;
        while (!finished()) {
            const std::size_t letter = std::min(value_.find_first_not_of(white, offset_), value_.size());
            if (letter == value_.size() && at_ == content)
                return note(std::min(at_, source_.size())), true;  // nothing but white space
            const std::size_t next = letter == value_.size() ? at_ : source_.find_first_not_of(white, at_);
            if (next == std::string_view::npos) return false;
            if (letter < value_.size() && source_[next] != value_[letter]) return false;
            white_space(letter, next);
            if (letter == value_.size()) break;
            note(next);
            ++offset_;
            at_ = next + 1;
            end_ = at_;
        }
        return true;
    }

    std::vector<Text::Segment> segments() { return std::move(segments_); }
    std::size_t end() const { return end_ > 0 ? end_ : at_; }

private:
    static constexpr std::string_view white = " \t\r\n";

    /// The value up to `letter` is white space, and so is the source up to `next` (behind the last letter: whatever follows).
    void white_space(std::size_t letter, std::size_t next) {
        while (offset_ < letter && value_[offset_] != '\n' && at_ < source_.size() && source_[at_] == value_[offset_])
            one_byte();
        const std::string_view between = std::string_view(value_).substr(offset_, letter - offset_);
        const std::size_t last_break = between.rfind('\n');
        const std::size_t tail = last_break == std::string_view::npos ? offset_ : offset_ + last_break + 1;
        for (; offset_ < tail; ++offset_) {
            note(at_);  // where several line breaks are left, each stands at a line of its own
            const std::size_t line_break = source_.substr(at_, next - std::min(next, at_)).find('\n');
            if (line_break != std::string_view::npos) at_ += line_break + 1;
        }
        // The spaces right in front of the letter; behind the last letter there is nothing to fit them to.
        if (offset_ < letter) note(letter < value_.size() ? next - std::min(next, letter - offset_) : at_);
        offset_ = letter;
    }

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
        if (kind == '\n' || kind == '\r') {  // the line goes on; blank lines behind it are line breaks all the same
            std::size_t breaks = 0;
            for (++at_; at_ < source_.size() && (blank(source_[at_]) || source_[at_] == '\n' || source_[at_] == '\r'); ++at_)
                breaks += source_[at_] == '\n' ? 1 : 0;
            return breaks <= 1 || emit(std::string(breaks - 1, '\n'), start);
        }
        const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        at_ += 2 + digits;
        if (offset_ >= value_.size()) return false;
        // One code point; its first byte says its length (yaml-cpp gives \_ and \N as one byte, which is no UTF-8).
        const auto lead = static_cast<unsigned char>(value_[offset_]);
        const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return emit(std::string_view(value_).substr(offset_, bytes), start);
    }

    void skip_line() {
        const std::size_t to = source_.find('\n', at_);
        at_ = to == std::string_view::npos ? source_.size() : to + 1;
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
