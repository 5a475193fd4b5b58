// What a rule that picks units ranks by, how many it may pick, and of which groups.
#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/checker.h"
#include "engine/checking/written_out.h"

namespace hoagiai {

void Checker::check_selection(const SelectionDecl& selection, EntityId entity) {
    check_condition(selection.choose, entity, "choose");
    for (const RankKeyDecl& key : selection.rank_by)
        if (key.expr != no_expr) check_rank_key(key.expr, entity);
    if (selection.limit != no_expr) check_limit(selection.limit, entity);
    if (selection.per != no_expr) check_group(selection.per, entity);
}

void Checker::check_rank_key(ExprId key, EntityId entity) {
    const Type type = check(key, entity);
    check_expanded_size(key, "rank_by");
    if (type.kind == Kind::error || type.is(Kind::boolean) || type.is_ordered()) return;
    Words help;
    if (type.kind == Kind::choice && type.choices && !type.choices->choices.empty()) {
        const std::string example = print_expression(ast(), key) + " = " + type.choices->choices.front().name;
        help = {fmt::format("viết một điều kiện, ví dụ {} descending", example),
                fmt::format("write a condition, such as {} descending", example)};
    }
    report(not_to_rank_by, key,
           {"không xếp hạng theo " + describe(type).vi + " được", "units cannot be ranked by " + describe(type).en},
           std::move(help));
}

void Checker::check_limit(ExprId limit, EntityId entity) {
    const Type type = check(limit, entity);
    if (type.kind == Kind::error) return;
    const Words help = {"viết ví dụ limit: 3, limit: 10%, hoặc tên một tham số",
                        "write for instance limit: 3, limit: 10%, or a parameter's name"};
    if (!type.is(Kind::integer) && !type.is(Kind::ratio)) {
        report(not_a_limit, limit,
               {"`limit` là một số hoặc một tỷ lệ, ở đây là " + describe(type).vi,
                "`limit` is a number or a share, this is " + describe(type).en},
               help);
        return;
    }
    // It holds for all units together, so nothing of a single one can stand in it.
    ExprId of_a_unit = no_expr;
    for_each_written_out(*result_, limit, [&](ExprId id) {
        const std::uint32_t path = result_->facts[id].path;
        const bool parameter = path == none_id || result_->paths[path].end == PathMeaning::End::parameter ||
                               result_->paths[path].end == PathMeaning::End::choice;
        if ((!parameter || std::holds_alternative<Call>(ast()[id].node)) && of_a_unit == no_expr) of_a_unit = id;
    });
    if (of_a_unit != no_expr)
        report(not_a_limit, of_a_unit,
               {"`limit` chỉ dùng số và tham số: nó chung cho mọi đơn vị",
                "`limit` reads numbers and parameters only: it is one for all units"},
               help);
    const auto* number = std::get_if<NumberLiteral>(&ast()[limit].node);
    if (number && number->ratio && number->value > Number(1))
        report(not_a_limit, limit, {"không chọn quá 100% được", "more than 100% cannot be chosen"}, help);
}

void Checker::check_group(ExprId group, EntityId entity) {
    const auto refuse = [&] {
        report(not_a_group, group,
               {"`per` cần một trường, một liên kết, hoặc đường dẫn tới đó", "`per` names a field, a link, or a path to one"},
               {"viết ví dụ mỗi xã, hoặc mỗi xã.huyện_quận", "write for instance per commune, or per commune.district"});
    };
    const auto* path = std::get_if<Path>(&ast()[group].node);
    if (!path) {
        check(group, entity);
        return refuse();
    }
    Type type;
    PathMeaning meaning = look_up(group, *path, entity, nullptr, type);
    const bool possible = meaning.end == PathMeaning::End::field || meaning.end == PathMeaning::End::link ||
                          meaning.end == PathMeaning::End::definition || meaning.end == PathMeaning::End::unknown;
    if (!possible || type.kind == Kind::period || type.list) refuse();
    result_->facts[group].type = type;
    result_->facts[group].path = static_cast<std::uint32_t>(result_->paths.size());
    result_->paths.push_back(std::move(meaning));
}

}  // namespace hoagiai
