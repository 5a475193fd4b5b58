// Names, which expressions use: what they may be made of, and that no two are one.
#include <fmt/format.h>

#include <algorithm>

#include "engine/rulebook/reader.h"
#include "engine/text/fold.h"

namespace hoagiai {

bool RulebookReader::is_name(const Text& text, const Words& what) {
    // Expressions decide: a name is what reads as one word, and as no keyword.
    Ast scratch;
    Diagnostics unsaid;
    const ExprId id = parse_expression(scratch, Text::unplaced(text.value), unsaid);
    const Path* path = id == no_expr ? nullptr : std::get_if<Path>(&scratch[id].node);
    if (path && path->names.size() == 1 && path->names.front().word == new_spelling(text.value)) return true;
    std::string instead = fold_identifier(text.value);
    const auto& reserved = keywords();
    const bool taken = std::find(reserved.begin(), reserved.end(), instead) != reserved.end();
    if (instead.empty() || taken || (instead.front() >= '0' && instead.front() <= '9')) instead = "x_" + instead;
    diagnostics_.add(
        bad_id, text.place(),
        {fmt::format("biểu thức không thể gọi {} bằng tên `{}`", what.vi, visible(text.value)),
         fmt::format("expressions cannot call a {} `{}`", what.en, visible(text.value))},
        {fmt::format("dùng chữ cái, chữ số và `_`, không bắt đầu bằng chữ số, không trùng từ khóa; ví dụ {}", instead),
         fmt::format("use letters, digits and `_`, no digit first, and no keyword; for instance {}", instead)});
    return false;
}

void RulebookReader::refuse_twin(SeenNames& seen, const Text& name) {
    const auto [first, is_new] = seen.emplace(fold(name.value), name);
    if (is_new) return;
    const std::string_view earlier = first->second.value;
    const bool same = earlier == name.value;
    Diagnostic& said = diagnostics_.add(
        given_twice, name.place(),
        same ? Words{fmt::format("`{}` đã có rồi", visible(name.value)),
                     fmt::format("`{}` is there already", visible(name.value))}
             : Words{fmt::format("`{}` chỉ khác `{}` ở chữ hoa hoặc vị trí dấu thanh", visible(name.value), visible(earlier)),
                     fmt::format("`{}` differs from `{}` only in capitals or in where a tone mark stands", visible(name.value),
                                 visible(earlier))},
        {"đặt tên khác, hoặc bỏ một trong hai", "choose another name, or remove one of the two"});
    said.related.push_back({first->second.place(), {"lần đầu ở đây", "first given here"}});
}

}  // namespace hoagiai
