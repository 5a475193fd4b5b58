// `book/name` names a thing in YAML keys, never inside an expression, where it reads as a division of things that nobody has.
// Whoever writes it there is told so, instead of what is wrong with such a division.
#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/layers/book_set.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind book_in_expression{"B047", "book-in-expression"};

bool is_name_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
           byte == '-' || static_cast<unsigned char>(byte) >= 0x80;
}

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// The `book/name` that a place touches, if any: its own place, and the name alone.
std::optional<std::pair<Place, std::string>> qualified(const Place& place, const std::string& book) {
    const std::string& line = place.excerpt;
    const std::string sought = book + "/";
    for (std::size_t at = line.find(sought); at != std::string::npos; at = line.find(sought, at + 1)) {
        std::size_t end = at + sought.size();
        while (end < line.size() && is_name_byte(line[end])) ++end;
        if (end == at + sought.size() || (at > 0 && is_name_byte(line[at - 1]))) continue;
        Place whole = place;
        whole.column = place.excerpt_offset + code_points(std::string_view(line).substr(0, at)) + 1;
        whole.end_column = whole.column + code_points(std::string_view(line).substr(at, end - at));
        whole.end_line = whole.line;
        const std::uint32_t last = place.end_line == place.line ? place.end_column : whole.end_column;
        if (place.column < whole.end_column && whole.column < last)
            return std::pair(whole, line.substr(at + sought.size(), end - at - sought.size()));
    }
    return std::nullopt;
}

}  // namespace

void explain_book_names(LayeredBooks& books, std::size_t index) {
    LayeredBook& here = books[index];
    std::set<std::size_t> visible_books = here.below;
    visible_books.insert(index);
    Diagnostics said;
    std::set<std::pair<std::uint32_t, std::uint32_t>> once;
    for (const Diagnostic& one : here.said.all()) {
        std::optional<std::pair<Place, std::string>> found;
        if (one.code.front() == 'N' || one.code.front() == 'X')
            for (const std::size_t other : visible_books)
                if (!found && books[other].book) found = qualified(one.place, books[other].book->name.value);
        if (!found) {
            said.add(one);
            continue;
        }
        const auto& [place, name] = *found;
        if (!once.emplace(place.line, place.column).second) continue;
        said.add(book_in_expression, place,
                 {"trong biểu thức không ghi tên bộ quy tắc", "an expression never names a rulebook"},
                 {fmt::format("viết {}: tên của bộ được kế thừa dùng được ngay", visible(name)),
                  fmt::format("write {}: the names of extended books can be used as they are", visible(name))});
    }
    here.said = std::move(said);
}

}  // namespace hoagiai
