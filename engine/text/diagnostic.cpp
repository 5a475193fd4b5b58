// Showing a diagnostic: where, what, the line with a caret under it, and the way out.
#include "engine/text/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "engine/text/fold.h"

namespace hoagiai {

namespace {

const Words severity_words[] = {{"lỗi", "error"}, {"cảnh báo", "warning"}, {"ghi chú", "note"}};

auto order(const Diagnostic& d) {
    static const Cell no_cell;
    const Cell& cell = d.cell ? *d.cell : no_cell;
    return std::tie(d.place.file, d.place.sheet, d.place.line, d.place.column, cell.row, cell.column, d.code, d.message.en,
                    d.place.end_line, d.place.end_column, cell.value);
}

/// The bytes of the first n code points.
std::string_view front(std::string_view text, std::size_t n) {
    std::size_t i = 0;
    while (i < text.size() && n > 0) {
        ++i;
        while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
        --n;
    }
    return text.substr(0, i);
}

std::string with_plain_tabs(std::string_view text) {
    std::string result(text);
    std::replace(result.begin(), result.end(), '\t', ' ');
    return visible(result);
}

std::string head(const Place& place) {
    if (place.file.empty()) return "";
    if (!place.sheet.empty()) return fmt::format("{}: {}: ", visible(place.file), visible(place.cell()));
    if (place.line == 0) return visible(place.file) + ": ";
    if (place.column == 0) return fmt::format("{}:{}: ", visible(place.file), place.line);
    return fmt::format("{}:{}:{}: ", visible(place.file), place.line, place.column);
}

/// Text from anywhere, for a terminal: its line breaks stay, set in under the first line; other control characters are shown.
std::string sentence(std::string_view text, std::size_t gutter) {
    std::string result;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        if (from > 0) result += '\n' + std::string(gutter + 3, ' ');
        result += with_plain_tabs(text.substr(from, to - from));
        from = to + 1;
    }
    return result;
}

/// One width for all line numbers that stand under each other.
std::size_t gutter_of(const Diagnostic& diagnostic) {
    std::size_t width = fmt::formatted_size("{}", diagnostic.place.line);
    for (const Diagnostic::Related& related : diagnostic.related)
        width = std::max(width, fmt::formatted_size("{}", related.place.line));
    return std::max<std::size_t>(width, 5);
}

std::string excerpt(const Place& place, std::size_t gutter, std::string_view colour_on, std::string_view colour_off) {
    if (place.line == 0 || place.column == 0 || place.excerpt.empty()) return "";
    const std::size_t before = place.column - 1 - std::min(place.column - 1, place.excerpt_offset);
    const std::string_view lead = front(place.excerpt, before);
    std::string_view marked = std::string_view(place.excerpt).substr(lead.size());
    if (place.end_line == place.line) marked = front(marked, place.end_column - std::min(place.column, place.end_column));
    // A cut line says so; the sign takes a column of its own.
    const std::string_view cut = place.excerpt_offset > 0 ? "…" : "";
    const std::size_t indent = display_width(with_plain_tabs(lead)) + (cut.empty() ? 0 : 1);
    const std::size_t width = std::max<std::size_t>(display_width(with_plain_tabs(marked)), 1);
    return fmt::format("{:>{}} | {}{}\n{:>{}} | {}{}{}{}\n", place.line, gutter, cut, with_plain_tabs(place.excerpt), "",
                       gutter, std::string(indent, ' '), colour_on, std::string(width, '^'), colour_off);
}

}  // namespace

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::error) ++errors_;
    all_.push_back(std::move(diagnostic));
    return all_.back();
}

Diagnostic& Diagnostics::add(const DiagnosticKind& kind, Place where, Words what, Words way_out) {
    return add(Diagnostic(kind, std::move(where), std::move(what), std::move(way_out)));
}

void Diagnostics::sort() {
    std::stable_sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
    all_.erase(
        std::unique(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) { return order(a) == order(b); }),
        all_.end());
    errors_ = static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

void Diagnostics::append(const Diagnostics& other) {
    for (const Diagnostic& diagnostic : other.all_) add(diagnostic);
}

std::string render(const Diagnostic& diagnostic, Language language, bool colour) {
    const auto severity = static_cast<std::size_t>(diagnostic.severity);
    const std::string_view strong = !colour ? "" : severity == 0 ? "\x1b[1;31m" : severity == 1 ? "\x1b[1;33m" : "\x1b[1;36m";
    const std::string_view off = colour ? "\x1b[0m" : "";
    const bool vietnamese = language == Language::vi;
    const std::size_t gutter = gutter_of(diagnostic);
    std::string text =
        fmt::format("{}{}{}[{}]{} {}: {}\n", head(diagnostic.place), strong, say(severity_words[severity], language),
                    diagnostic.code, off, diagnostic.name, sentence(say(diagnostic.message, language), gutter));
    text += excerpt(diagnostic.place, gutter, strong, off);
    if (!say(diagnostic.help, language).empty())
        text += fmt::format("{:>{}} = {}: {}\n", "", gutter, vietnamese ? "cách sửa" : "help",
                            sentence(say(diagnostic.help, language), gutter));
    for (const Diagnostic::Related& related : diagnostic.related) {
        text += fmt::format("{:>{}} = {}{}: {}\n", "", gutter, head(related.place), say(severity_words[2], language),
                            sentence(say(related.message, language), gutter));
        text += excerpt(related.place, gutter, "", "");
    }
    return text;
}

}  // namespace hoagiai
