#include "engine/output/markdown/markdown_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/fold.h"

namespace hoagiai {

std::string markdown_text(std::string_view text) {
    // CommonMark lets a backslash take the meaning from any ASCII punctuation (spec 0.31, 2.4). `$` begins a formula and `@` a
    // call on somebody, or an address, where forges read it.
    static constexpr std::string_view special = "\\`*_{}[]<>#|~&!$@^";
    std::string result;
    for (const char c : visible(text)) {
        if (special.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    // GitHub makes links of bare addresses (its spec, 6.9).
    for (const std::string_view address : {"://", "www."})
        for (std::size_t at = 0; (at = result.find(address, at)) != std::string::npos; at += address.size() + 1)
            result.insert(at + address.size() - 1, "\\");
    // At the beginning of a line these would begin a list, and four blanks a block of code.
    const std::size_t digits = std::min(result.find_first_not_of("0123456789"), result.size());
    const bool ordered = digits > 0 && digits < result.size() && (result[digits] == '.' || result[digits] == ')');
    if (ordered) result.insert(digits, "\\");
    if (!result.empty() && std::string_view("-+=").find(result.front()) != std::string_view::npos) result.insert(0, "\\");
    if (!result.empty() && result.front() == ' ') result.replace(0, 1, "&#32;");
    return result;
}

std::string markdown_code(std::string_view text) {
    const std::string shown = visible(text);
    // A backtick would end it, and a bar the cell of a table.
    return shown.empty() || shown.find_first_of("`|") != std::string::npos ? markdown_text(text) : "`" + shown + "`";
}

std::string markdown_link(std::string_view address, std::string_view words) {
    const bool web = address.rfind("https://", 0) == 0 || address.rfind("http://", 0) == 0;
    if (!web) return markdown_text(words);
    // Between < and > an address ends only at these; what RFC 3986 does not allow in one is written as it wants it.
    std::string target;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || std::string_view("<>\\\"`|").find(c) != std::string_view::npos)
            target += fmt::format("%{:02X}", byte);
        else
            target += c;
    }
    return "[" + markdown_text(words) + "](<" + target + ">)";
}

void MarkdownTable::add(const std::vector<std::string>& cells) {
    std::string row = "|";
    for (const std::string& cell : cells) row += " " + cell + " |";
    rows_.push_back(std::move(row));
}

std::string MarkdownTable::text(const std::string& indent) const {
    std::string text = indent + "|", ruler = indent + "|";
    for (const Column& column : columns_) {
        text += " " + column.title + " |";
        ruler += column.number ? "---:|" : "---|";
    }
    text += "\n" + ruler + "\n";
    for (const std::string& row : rows_) text += indent + row + "\n";
    return text;
}

}  // namespace hoagiai
