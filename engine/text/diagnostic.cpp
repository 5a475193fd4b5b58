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
    return std::tie(d.place.file, d.place.line, d.place.column, d.code, d.message.en, d.place.end_line, d.place.end_column);
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
    if (place.line == 0) return visible(place.file) + ": ";
    if (place.column == 0) return fmt::format("{}:{}: ", visible(place.file), place.line);
    return fmt::format("{}:{}:{}: ", visible(place.file), place.line, place.column);
}

std::string excerpt(const Place& place, std::string_view colour_on, std::string_view colour_off) {
    if (place.line == 0 || place.column == 0 || place.excerpt.empty()) return "";
    const std::string number = fmt::format("{:>5}", place.line);
    const std::size_t before = place.column - 1 - std::min(place.column - 1, place.excerpt_offset);
    const std::string_view lead = front(place.excerpt, before);
    std::string_view marked = std::string_view(place.excerpt).substr(lead.size());
    if (place.end_line == place.line && place.end_column > place.column)
        marked = front(marked, place.end_column - place.column);
    if (place.end_line == place.line && place.end_column == place.column) marked = {};
    const std::size_t width = std::max<std::size_t>(display_width(with_plain_tabs(marked)), 1);
    return fmt::format("{} | {}{}\n{:>5} | {}{}{}{}{}\n", number, place.excerpt_offset > 0 ? "…" : "",
                       with_plain_tabs(place.excerpt), "", place.excerpt_offset > 0 ? " " : "",
                       std::string(display_width(with_plain_tabs(lead)), ' '), colour_on, std::string(width, '^'), colour_off);
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
    std::string text =
        fmt::format("{}{}{}[{}]{} {}: {}\n", head(diagnostic.place), strong, say(severity_words[severity], language),
                    diagnostic.code, off, diagnostic.name, say(diagnostic.message, language));
    text += excerpt(diagnostic.place, strong, off);
    if (!diagnostic.help.en.empty())
        text +=
            fmt::format("{:>5} = {}: {}\n", "", language == Language::vi ? "cách sửa" : "help", say(diagnostic.help, language));
    for (const Diagnostic::Related& related : diagnostic.related) {
        text += fmt::format("{:>5} = {}{}: {}\n", "", head(related.place), say(severity_words[2], language),
                            say(related.message, language));
        text += excerpt(related.place, "", "");
    }
    return text;
}

}  // namespace hoagiai
