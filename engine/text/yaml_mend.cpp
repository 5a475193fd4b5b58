#include "engine/text/yaml_mend.h"

#include <algorithm>

namespace hoagiai {

namespace {

std::size_t line_begin(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
}

/// The length of the sign at i that looks like a space, or like nothing, and is no space; 0 if there is none.
std::size_t foreign_space(std::string_view text, std::size_t i) {
    for (const std::string_view sign :
         {"\xC2\xA0", "\xE2\x80\x83", "\xE2\x80\x82", "\xE2\x80\x87", "\xE2\x80\xAF", "\xE3\x80\x80", "\xE2\x80\x8B"})
        if (text.substr(std::min(i, text.size()), sign.size()) == sign) return sign.size();
    return 0;
}

bool is_word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
           byte == '-' || byte == '/' || static_cast<unsigned char>(byte) >= 0x80;
}

/// Bytes in front of the value: spaces, dashes of list items, and the key with its colon. 0 if the line has no key.
std::size_t front_of_value(std::string_view line) {
    std::size_t i = line.find_first_not_of(' ');
    if (i == std::string_view::npos) return 0;
    while (line.substr(i, 2) == "- ") i = std::min(line.find_first_not_of(' ', i + 1), line.size());
    const std::size_t key = i;
    while (i < line.size() && is_word_byte(line[i])) ++i;
    if (i == key || line.substr(i, 2) != ": ") return 0;
    const std::size_t value = line.find_first_not_of(' ', i + 1);
    return value == std::string_view::npos ? 0 : value;
}

}  // namespace

std::string_view line_at(std::string_view text, std::size_t at) {
    const std::size_t begin = line_begin(text, at);
    std::string_view line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

std::string in_quotes(std::string_view text) {
    const bool paired = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
    if (paired) text = text.substr(1, text.size() - 2);
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        // An escape that the author wrote stays one.
        if (paired && text[i] == '\\' && i + 1 < text.size()) {
            result += text[i];
            result += text[++i];
            continue;
        }
        if (text[i] == '"' || text[i] == '\\') result += '\\';
        result += text[i];
    }
    return result + '"';
}

std::optional<Edit> quote_line(std::string_view text, std::size_t at) {
    const std::string_view line = line_at(text, at);
    const std::size_t front = front_of_value(line);
    if (front == 0) return std::nullopt;
    std::string_view value = line.substr(front);
    value = value.substr(0, value.find_last_not_of(" \t") + 1);
    if (value.empty() || value.front() == '|' || value.front() == '>') return std::nullopt;
    if (value.find(" #") != std::string_view::npos) return std::nullopt;
    const std::size_t begin = line_begin(text, at) + front;
    return Edit{begin, begin + value.size(), in_quotes(value)};
}

std::optional<Edit> quote_in_braces(std::string_view text, std::size_t at) {
    const std::string_view line = line_at(text, at);
    const std::size_t from = line_begin(text, at), colon = at - from;
    if (colon >= line.size() || line[colon] != ':') return std::nullopt;
    // In front: the key of this text, behind a brace or a comma.
    std::size_t value = std::string_view::npos;
    for (std::size_t i = 0; i + 1 < colon; ++i) {
        if (line.substr(i, 2) != ": ") continue;
        std::size_t key = i;
        while (key > 0 && is_word_byte(line[key - 1])) --key;
        const std::size_t sign = key > 0 ? line.find_last_not_of(' ', key - 1) : std::string_view::npos;
        if (key < i && sign != std::string_view::npos && (line[sign] == '{' || line[sign] == ',')) value = i + 2;
    }
    if (value == std::string_view::npos) return std::nullopt;
    // Behind: a comma with another key, or the brace.
    std::size_t end = std::string_view::npos;
    for (std::size_t i = colon; i < line.size() && end == std::string_view::npos; ++i) {
        if (line[i] == '}') end = i;
        if (line[i] != ',') continue;
        std::size_t key = line.find_first_not_of(' ', i + 1), after = key;
        while (after < line.size() && is_word_byte(line[after])) ++after;
        if (after > key && line.substr(std::min(after, line.size()), 2) == ": ") end = i;
    }
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view sentence = line.substr(value, end - value);
    if (sentence.find_first_of("\"'{}[]#") != std::string_view::npos) return std::nullopt;
    return Edit{from + value, from + end, in_quotes(sentence)};
}

std::optional<Edit> close_quote(std::string_view text, std::size_t begin) {
    const std::string_view line = line_at(text, begin);
    const auto front = begin - static_cast<std::size_t>(line.data() - text.data());
    if (front >= line.size() || line.find(line[front], front + 1) != std::string_view::npos) return std::nullopt;
    const std::size_t end = begin - front + line.find_last_not_of(" \t") + 1;
    return Edit{end, end, std::string(1, line[front])};
}

std::vector<Edit> untab(std::string_view text) {
    std::vector<Edit> edits;
    for (std::size_t begin = 0; begin < text.size();) {
        for (std::size_t i = begin; i < text.size() && (text[i] == ' ' || text[i] == '\t'); ++i)
            if (text[i] == '\t') edits.push_back({i, i + 1, "  "});
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) break;
        begin = end + 1;
    }
    return edits;
}

std::optional<Edit> plain_space(std::string_view text, std::size_t at) {
    std::size_t begin = line_begin(text, at);
    for (int lines = 0; lines < 2; ++lines) {
        const std::string_view line = line_at(text, begin);
        // Front of the line, then behind its dashes and its first colon.
        bool in_key = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (const std::size_t length = foreign_space(line, i); length > 0 && !in_key)
                return Edit{begin + i, begin + i + length, length == 3 && line.substr(i, 3) == "\xE2\x80\x8B" ? "" : " "};
            if (line[i] == ' ' || line[i] == '\t' || (!in_key && line[i] == '-')) continue;
            if (in_key && line[i] == ':') {
                if (const std::size_t length = foreign_space(line, i + 1); length > 0)
                    return Edit{begin + i + 1, begin + i + 1 + length, " "};
                break;
            }
            if (!is_word_byte(line[i])) break;
            in_key = true;
        }
        if (begin == 0) break;
        begin = line_begin(text, begin - 1);
    }
    return std::nullopt;
}

}  // namespace hoagiai
