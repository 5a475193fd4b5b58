#include "engine/output/json_parts/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

namespace hoagiai {

namespace {

/// Bytes that stand for themselves, whatever is around them.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> all{};
    for (unsigned byte = 0x20; byte < 0x7F; ++byte) all[byte] = byte != '"' && byte != '\\';
    return all;
}();

unsigned byte_at(std::string_view text, std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; }

/// What begins at a byte beyond ASCII: one character, or the bytes that could have begun one before the first that could not.
struct Sequence {
    std::size_t bytes;
    bool whole;
};

Sequence sequence_at(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0xC2 || lead > 0xF4) return {1, false};
    const std::size_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // Overlong forms, surrogates and what is above U+10FFFF show in the second byte.
    unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < bytes; ++i) {
        const unsigned next = byte_at(text, at + i);
        if (next < least || next > most) return {i, false};
        least = 0x80, most = 0xBF;
    }
    return {bytes, true};
}

/// The code of a character that a terminal might obey: a C1 control or a direction mark. 0: any other.
unsigned obeyed_at(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at), second = byte_at(text, at + 1);
    if (lead == 0xC2) return second <= 0x9F ? second : 0;
    if (lead != 0xE2 || (second != 0x80 && second != 0x81)) return 0;
    const unsigned point = 0x2000 + ((second & 0x3F) << 6) + (byte_at(text, at + 2) & 0x3F);
    const bool turns =
        point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    return turns ? point : 0;
}

void escape(std::string& out, unsigned code) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt";
    const std::size_t short_form = code < 0x80 ? named.find(static_cast<char>(code)) : std::string_view::npos;
    if (short_form == std::string_view::npos)
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", code);
    else
        (out += '\\') += names[short_form];
}

void quote(std::string& out, std::string_view text) {
    out += '"';
    std::size_t copied = 0;  // up to here all is written
    for (std::size_t at = 0; at < text.size();) {
        const unsigned byte = byte_at(text, at);
        if (plain[byte]) {
            ++at;
            continue;
        }
        const Sequence sequence = byte < 0x80 ? Sequence{1, true} : sequence_at(text, at);
        const unsigned code = byte < 0x80 ? byte : sequence.whole ? obeyed_at(text, at) : 0;
        const std::size_t next = at + sequence.bytes;
        if (byte < 0x80 || code != 0 || !sequence.whole) {
            out += text.substr(copied, at - copied);
            copied = next;
            if (sequence.whole)
                escape(out, code);
            else
                out += "\xEF\xBF\xBD";
        }
        at = next;
    }
    out += text.substr(copied);
    out += '"';
}

}  // namespace

void JsonWriter::new_line() {
    if (layout_ == Layout::one_line) return;
    out_ += '\n';
    out_.append(indent_ + 2 * depth_, ' ');
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!empty_) out_ += ',';
    new_line();
    empty_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    before_value();
    quote(out_, name);
    out_ += layout_ == Layout::lines ? ": " : ":";
    after_key_ = true;
    return *this;
}

void JsonWriter::begin(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    empty_ = true;
}

void JsonWriter::end(char bracket) {
    --depth_;
    if (!empty_) new_line();
    out_ += bracket;
    empty_ = false;
}

void JsonWriter::literal(std::string_view value) {
    before_value();
    out_ += value;
}

void JsonWriter::text(std::string_view value) {
    before_value();
    quote(out_, value);
}

}  // namespace hoagiai
