#include "engine/records/formats/xml_pieces.h"

#include <algorithm>

namespace hoagiai {

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool XmlPieces::fill() {
    if (over_) return false;
    if (at_ > 0) {
        buffer_.erase(0, at_);
        at_ = 0;
    }
    if (buffer_.size() > longest_piece) return broken_ = over_ = true, false;
    if (!part_.more(buffer_)) over_ = true;
    return !over_;
}

/// Offsets count from at_, which moves when the buffer is filled.
std::size_t XmlPieces::find(std::string_view what, std::size_t from) {
    while (true) {
        const std::size_t found = buffer_.find(what, at_ + from);
        if (found != std::string::npos) return found - at_;
        from = std::max(from, buffer_.size() - at_ - std::min(buffer_.size() - at_, what.size() - 1));
        if (!fill()) return std::string::npos;
    }
}

/// The `>` of the tag that begins at `from`: not one inside a value.
std::size_t XmlPieces::tag_end(std::size_t from) {
    char quote = 0;
    for (std::size_t i = from;; ++i) {
        if (at_ + i >= buffer_.size() && !fill()) return std::string::npos;
        const char byte = buffer_[at_ + i];
        if (quote != 0) {
            if (byte == quote) quote = 0;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '>') {
            return i;
        }
    }
}

bool XmlPieces::is_in(const std::vector<std::string_view>& names, std::string_view name) const {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool XmlPieces::starts(std::string_view what) {
    while (buffer_.size() - at_ < what.size())
        if (!fill()) return false;
    return std::string_view(buffer_).substr(at_, what.size()) == what;
}

bool XmlPieces::next(XmlPiece& piece) {
    while (!broken_) {
        const std::size_t open = find("<", 0);
        if (open == std::string::npos) return false;
        at_ += open;
        std::string_view closing;
        if (starts("<!--")) closing = "-->";
        if (starts("<![CDATA[")) closing = "]]>";
        if (starts("<?")) closing = "?>";
        if (!closing.empty()) {
            const std::size_t end = find(closing, 0);
            if (end == std::string::npos) return broken_ = true, false;
            at_ += end + closing.size();
            continue;
        }
        const std::size_t end = tag_end(0);
        if (end == std::string::npos) return broken_ = true, false;
        const std::string_view tag(buffer_.data() + at_, end + 1);
        const bool ends = tag.size() > 1 && tag[1] == '/', empty = tag[tag.size() - 2] == '/';
        const std::size_t begin = ends ? 2 : 1;
        const std::string_view full = tag.substr(begin, tag.find_first_of(" \t\r\n/>", begin) - begin);
        const std::string_view name = local_name(full);
        if (!ends && is_in(whole_, name)) {
            piece.kind = XmlPiece::Kind::whole;
            piece.name = *std::find(whole_.begin(), whole_.end(), name);
            std::size_t size = end + 1;
            if (!empty) {
                const std::string close = "</" + std::string(full);
                const std::size_t from = find(close, size);
                const std::size_t last = from == std::string::npos ? from : tag_end(from);
                if (last == std::string::npos) return broken_ = true, false;
                size = last + 1;
            }
            piece.text = buffer_.data() + at_;
            piece.size = size;
            at_ += size;
            return true;
        }
        if (is_in(marks_, name)) {
            piece.kind = ends ? XmlPiece::Kind::end : XmlPiece::Kind::start;
            piece.name = *std::find(marks_.begin(), marks_.end(), name);
            piece.empty = !ends && empty;
            tag_.assign(tag.data(), tag.size());
            if (!ends && !empty) tag_.insert(tag_.size() - 1, "/");
            piece.text = tag_.data();
            piece.size = tag_.size();
            at_ += end + 1;
            return true;
        }
        at_ += end + 1;
    }
    return false;
}

}  // namespace hoagiai
