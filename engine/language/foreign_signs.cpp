// Signs from other languages, from word processors and from mathematics. Each has one thing that its writer most likely
// meant; the message says how that is written here.
#include <fmt/format.h>

#include <algorithm>

#include "engine/language/letters.h"
#include "engine/language/tokens.h"

namespace hoagiai {

namespace {

struct Foreign {
    std::string_view written, ours;
};
// Longer ones first.
constexpr Foreign pairs[] = {
    {"===", "="}, {"!==", "!="}, {"==", "="}, {"=>", ">="}, {"=<", "<="}, {"<>", "!="},
    {"=!", "!="}, {"><", "!="},  {"//", "/"}, {"!>", "<="}, {"!<", ">="},
};
constexpr Foreign singles[] = {
    {"&&", "and"}, {"||", "or"}, {"&", "and"}, {"|", "or"}, {"≥", ">="},  {"≤", "<="}, {"≠", "!="},
    {"⩾", ">="},   {"⩽", "<="},  {"∧", "and"}, {"∨", "or"}, {"¬", "not"}, {"×", "*"},  {"÷", "/"},
    {"·", "*"},    {"∈", "in"},  {"–", "-"},   {"—", "-"},  {"−", "-"},   {"‐", "-"},  {"‑", "-"},
    {"＝", "="},   {"＞", ">"},  {"＜", "<"},  {"（", "("}, {"）", ")"},  {"，", ","}, {":=", "="},
};
constexpr std::string_view quotes[] = {"'", "`", "“", "”", "„", "‟", "‘", "’", "‚", "«", "»"};

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

Range range(std::size_t from, std::size_t length) {
    return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(from + length)};
}

SyntaxError instead(std::size_t at, std::string_view written, std::string_view ours) {
    return {foreign_sign,
            range(at, written.size()),
            {fmt::format("{} không phải là dấu của ngôn ngữ này", quoted(written)),
             fmt::format("{} is no sign of this language", quoted(written))},
            {fmt::format("viết `{}`", ours), fmt::format("write `{}`", ours)}};
}

/// A text in single or curly quotes, shown as it should stand if its end can be seen.
SyntaxError wrong_quote(std::string_view rest, std::size_t at, std::string_view opening) {
    std::size_t closing = std::string_view::npos, length = opening.size();
    for (const std::string_view quote : quotes) {
        const std::size_t found = rest.find(quote, opening.size());
        if (found != std::string_view::npos && found < closing) {
            closing = found;
            length = found + quote.size();
        }
    }
    const bool seen = closing != std::string_view::npos && closing <= 80 &&
                      rest.substr(0, closing).find_first_of("\"\n\\") == std::string_view::npos;
    const std::string right = seen ? fmt::format("\"{}\"", rest.substr(opening.size(), closing - opening.size())) : "\"…\"";
    return {bad_text,
            range(at, seen ? length : opening.size()),
            {fmt::format("chữ phải đặt trong ngoặc kép thẳng `\"`, không phải {}", quoted(opening)),
             fmt::format("a text stands in straight double quotes `\"`, not in {}", quoted(opening))},
            {fmt::format("viết `{}`", right), fmt::format("write `{}`", right)}};
}

/// !x
SyntaxError exclamation(std::string_view rest, std::size_t at) {
    std::size_t end = 1;
    while (const std::size_t length = word_part_length(rest, end)) end += length;
    const std::string right =
        fmt::format("not {}", end > 1 ? rest.substr(1, std::min<std::size_t>(end - 1, 60)) : std::string_view("…"));
    return {foreign_sign,
            range(at, 1),
            {"phủ định không viết bằng `!`", "a negation is not written `!`"},
            {fmt::format("viết `{}`", right), fmt::format("write `{}`", right)}};
}

}  // namespace

bool is_foreign_pair(std::string_view rest) {
    // `=-1` and `<-1` are ours; `> <` with a space is told by the grammar.
    return std::any_of(std::begin(pairs), std::end(pairs), [&](const Foreign& pair) { return starts(rest, pair.written); }) ||
           starts(rest, "**");
}

SyntaxError refuse_sign(std::string_view text, std::size_t at, std::size_t end) {
    const std::string_view rest = text.substr(at, end - at);
    for (const Foreign& pair : pairs)
        if (starts(rest, pair.written)) return instead(at, pair.written, pair.ours);
    for (const Foreign& single : singles)
        if (starts(rest, single.written)) return instead(at, single.written, single.ours);
    for (const std::string_view quote : quotes)
        if (starts(rest, quote)) return wrong_quote(rest, at, quote);
    const std::string_view written = rest.substr(0, code_point_length(rest, 0));
    const auto refused = [&](std::string_view sign, Words message, Words help) {
        return SyntaxError{foreign_sign, range(at, sign.size()), std::move(message), std::move(help)};
    };
    if (written == "!") return exclamation(rest, at);
    if (written == ";")
        return refused(";", {"biểu thức không kết thúc bằng `;`", "an expression does not end with `;`"},
                       {"bỏ `;`", "leave the `;` out"});
    if (written == "%")
        return refused("%",
                       {"`%` chỉ đứng ngay sau một số, ví dụ `88%`", "`%` stands only right behind a number, such as `88%`"},
                       {"bỏ `%`, hoặc viết một số trước nó", "leave the `%` out, or write a number before it"});
    if (written == "{" || written == "}")
        return refused(written,
                       {fmt::format("{} không dùng trong biểu thức", quoted(written)),
                        fmt::format("{} is not used inside an expression", quoted(written))},
                       {"danh sách viết trong ngoặc vuông: `[a, b]`", "a list is written in square brackets: `[a, b]`"});
    if (written == "?" || written == ":")
        return refused(
            written,
            {fmt::format("{} không dùng trong biểu thức", quoted(written)),
             fmt::format("{} is not used inside an expression", quoted(written))},
            {"viết `if … then … else …` để chọn giữa hai giá trị", "write `if … then … else …` to choose between two values"});
    if (starts(rest, "**") || written == "^")
        return refused(written == "^" ? "^" : "**", {"không có phép lũy thừa", "there are no powers"},
                       {"viết phép nhân `*`", "write a product with `*`"});
    if (written == "#")
        return refused("#", {"ghi chú `#` không đứng trong biểu thức", "a comment `#` does not stand inside an expression"},
                       {"đặt ghi chú trên một dòng riêng của tệp, ngoài biểu thức",
                        "put it on a line of its own in the file, outside the expression"});
    return refused(written,
                   {fmt::format("{} không phải là dấu của ngôn ngữ này", quoted(written)),
                    fmt::format("{} is no sign of this language", quoted(written))},
                   {"xóa dấu này; chữ đặt trong ngoặc kép", "leave it out; a text stands in double quotes"});
}

}  // namespace hoagiai
