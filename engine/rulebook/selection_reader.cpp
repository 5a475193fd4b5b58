// Rules that pick units: `choose`, `rank_by`, `limit` and `per`. The words around the expressions (ascending, per) are read
// here and not by the grammar: they stand at the outermost level only, so that a comma or a word inside parentheses is the
// expression's own.
#include <fmt/format.h>

#include <algorithm>

#include "engine/language/expression_reader.h"
#include "engine/language/letters.h"
#include "engine/rulebook/reader.h"
#include "engine/rulebook/selection_words.h"

namespace hoagiai {

ExprId RulebookReader::part_of(const Text& text, Range window) {
    const auto index = static_cast<std::uint32_t>(book_.ast.texts.size());
    const ExprId id = read_expression(book_.ast, index, text, window, diagnostics_);
    if (id != no_expr) book_.ast.texts.push_back(text);
    return id;
}

void RulebookReader::read_selection(Mapping& keys, RuleDecl& rule) {
    const std::tuple<std::string_view, Words, Words> foreign[] = {
        {"when",
         {"viết điều kiện đó vào `choose`", "write the condition into `choose`"},
         {"chọn đơn vị không có điều kiện áp dụng riêng", "it has no condition of its own for applying"}},
        {"require",
         {"viết điều kiện được chọn vào `choose`", "write the condition for being chosen into `choose`"},
         {"quy tắc này chọn đơn vị, không yêu cầu điều gì", "it picks units and requires nothing of them"}},
        {"on",
         {"bỏ `on`; ngày của lần kiểm tra quyết định", "leave `on` out; the day of the check decides"},
         {"các đơn vị được xếp hạng cùng một ngày", "units are ranked together, on one day"}}};
    for (const auto& [key, help, why] : foreign)
        if (keys.optional(key))
            diagnostics_.add(not_of_a_selection, keys.key_place(key),
                             {fmt::format("quy tắc loại `selection` không có `{}`: {}", key, why.vi),
                              fmt::format("a rule of kind `selection` has no `{}`: {}", key, why.en)},
                             help);
    SelectionDecl& selection = rule.selection.emplace();
    selection.choose = expression(keys.required("choose"));
    if (const YamlNode* rank_by = keys.optional("rank_by"))
        for (const YamlNode* item : one_or_several(*rank_by)) read_rank_by(*item, selection);
    if (const auto limit = keys.text("limit")) {
        selection.has_limit = true;
        read_limit(*limit, selection);
    }
    const YamlNode* per = keys.optional("per");
    if (per && selection.has_per)
        diagnostics_.add(bad_limit, keys.key_place("per"), {"`per` đã có trong `limit`", "`per` stands in `limit` already"},
                         {"giữ một trong hai chỗ", "keep it in one of the two places"});
    if (!per || selection.has_per) return;
    selection.has_per = true;
    selection.per = expression(per);
    if (!selection.has_limit)
        diagnostics_.add(bad_limit, keys.key_place("per"), {"có `per` mà không có `limit`", "there is a `per` and no `limit`"},
                         {"viết ví dụ limit: 3", "write for instance limit: 3"});
}

void RulebookReader::read_rank_by(const YamlNode& node, SelectionDecl& selection) {
    const auto text = scalar(node, diagnostics_);
    if (!text) return;
    const OuterParts parts = outer_parts(text->value);
    std::vector<std::uint32_t> ends = parts.commas;
    ends.push_back(static_cast<std::uint32_t>(text->value.size()));
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        Range window{begin, end};
        begin = end + 1;
        if (blank(text->value, window)) {
            const bool whole = parts.commas.empty();
            diagnostics_.add(bad_rank_key,
                             whole ? text->place() : text->place(window.begin > 0 ? window.begin - 1 : 0, window.end),
                             {"thiếu biểu thức để xếp hạng", "an expression to rank by is missing"},
                             {"viết ví dụ rank_by: dân_số giảm_dần", "write for instance rank_by: population descending"});
            continue;
        }
        RankKeyDecl key;
        if (const auto word = direction_in(text->value, parts, window)) {
            key.descending = word->en == "descending";
            window.end = word->range.begin;
            if (blank(text->value, window)) {
                diagnostics_.add(bad_rank_key, text->place(word->range.begin, word->range.end),
                                 {"trước từ này thiếu biểu thức để xếp hạng", "in front of this an expression is missing"},
                                 {"viết ví dụ dân_số giảm_dần", "write for instance population descending"});
                continue;
            }
        }
        key.expr = part_of(*text, window);
        selection.rank_by.push_back(key);
    }
}

void RulebookReader::read_limit(const Text& text, SelectionDecl& selection) {
    const OuterParts parts = outer_parts(text.value);
    Range number{0, static_cast<std::uint32_t>(text.value.size())};
    if (const auto per = per_in(text.value, parts)) {
        selection.has_per = true;
        const Range group{per->range.end, number.end};
        number.end = per->range.begin;
        if (blank(text.value, group))
            diagnostics_.add(bad_limit, text.place(per->range.begin, per->range.end),
                             {"sau từ này thiếu tên nhóm", "what forms the groups is missing behind this"},
                             {"viết ví dụ limit: 3 mỗi huyện_quận", "write for instance limit: 3 per district"});
        else
            selection.per = part_of(text, group);
    }
    if (blank(text.value, number)) {
        diagnostics_.add(bad_limit, text.place(), {"thiếu số đơn vị được chọn", "how many may be chosen is missing"},
                         {"viết ví dụ limit: 3, hoặc limit: 10%", "write for instance limit: 3, or limit: 10%"});
        return;
    }
    selection.limit = part_of(text, number);
}

}  // namespace hoagiai
