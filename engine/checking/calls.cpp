// Calls: the grammar takes any name with any arguments; here the function's entry says what it wants.
#include <fmt/format.h>

#include "engine/checking/checker.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

Words how_to_write(const Function& function) {
    return {fmt::format("viết {} ({})", pattern(function, Language::vi), lower_first(function.summary.vi)),
            fmt::format("write {} ({})", pattern(function), lower_first(function.summary.en))};
}

}  // namespace

Type Checker::check_call(ExprId id, const Call& node, EntityId entity) {
    const Function* function = find_function(node.function.word);
    if (!function) {
        std::vector<std::string> names, in_its_spelling;
        for (const Function* known : all_functions()) {
            names.emplace_back(known->name);
            names.emplace_back(known->name_vi);
            in_its_spelling.emplace_back(is_vietnamese(node.function.word) ? known->name_vi : known->name);
        }
        const auto near = suggestions(node.function.word, names);
        const auto& offered = near.empty() ? in_its_spelling : near;
        diagnostics_.add(unknown_function, ast().place(id, node.function.range),
                         {fmt::format("không có hàm nào là `{}`", visible(node.function.word)),
                          fmt::format("there is no function `{}`", visible(node.function.word))},
                         near.empty() ? Words{fmt::format("các hàm: {}", fmt::join(offered, ", ")),
                                              fmt::format("the functions are: {}", fmt::join(offered, ", "))}
                                      : Words{fmt::format("có phải ý bạn là `{}`?", fmt::join(offered, "`, `")),
                                              fmt::format("did you mean `{}`?", fmt::join(offered, "`, `"))});
        return Type{};
    }
    result_->facts[id].function = function;
    if (function->shape != Shape::scalar) return check_row_call(id, node, entity, *function);

    const bool right_number =
        node.arguments.size() == function->parameters.size() && node.rows == no_expr && node.condition == no_expr;
    Type first;
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        const Type type = check(node.arguments[i], entity);
        if (i == 0) first = type;
        if (right_number && type.kind != Kind::error && !type.is(function->parameters[i]))
            report(bad_arguments, node.arguments[i],
                   {fmt::format("`{}` nhận {}, ở đây là {}", function->name_vi, describe({function->parameters[i]}).vi,
                                describe(type).vi),
                    fmt::format("`{}` takes {}, this is {}", function->name, describe({function->parameters[i]}).en,
                                describe(type).en)});
    }
    if (!right_number) {
        report(bad_arguments, id,
               {fmt::format("`{}` được viết khác thế này", function->name_vi),
                fmt::format("`{}` is not written like this", function->name)},
               how_to_write(*function));
        return Type{};
    }
    return function->result(first).value_or(Type{});
}

Type Checker::check_row_call(ExprId id, const Call& node, EntityId entity, const Function& function) {
    const bool has_of = node.rows != no_expr;
    const std::size_t arguments = function.shape == Shape::rows_and_test ? 2 : 1;
    if (has_of != (function.shape == Shape::value_of_rows) || node.arguments.size() != arguments) {
        report(bad_arguments, id,
               {fmt::format("`{}` được viết khác thế này", function.name_vi),
                fmt::format("`{}` is not written like this", function.name)},
               how_to_write(function));
        return function.result(Type{}).value_or(Type{});
    }
    const ExprId rows = has_of ? node.rows : node.arguments[0];
    const auto* path = std::get_if<Path>(&ast()[rows].node);
    PathMeaning meaning;
    Type ignored;
    if (path) meaning = look_up(rows, *path, entity, nullptr, ignored);
    const bool already_said = path && meaning.end == PathMeaning::End::unknown;
    if (!already_said && (!path || meaning.end != PathMeaning::End::rows)) {
        std::vector<std::string> plurals;
        const bool vietnamese = is_vietnamese(node.function.word);
        for (const Downward& down : schema().downward(entity)) plurals.push_back(vietnamese ? down.name_vi : down.name);
        report(bad_path, rows, {"ở đây cần các dòng của một bảng bên dưới", "rows of a table below are needed here"},
               plurals.empty() ? Words{"viết ví dụ tổ_hòa_giải.hòa_giải_viên", "write for instance team.mediators"}
                               : Words{fmt::format("từ {} có: {}", schema()[entity].name_vi, fmt::join(plurals, ", ")),
                                       fmt::format("a {} has: {}", schema()[entity].name, fmt::join(plurals, ", "))});
        meaning.end = PathMeaning::End::unknown;
    }
    const bool known = meaning.end == PathMeaning::End::rows;
    const EntityId row_entity = meaning.entity;
    Fact& fact = result_->facts[id];
    fact.rows = rows;
    fact.operand = function.shape == Shape::rows            ? no_expr
                   : function.shape == Shape::rows_and_test ? node.arguments[1]
                                                            : node.arguments[0];
    const ExprId operand = fact.operand;
    result_->facts[rows].path = static_cast<std::uint32_t>(result_->paths.size());
    result_->paths.push_back(std::move(meaning));
    if (!known) return function.result(Type{Kind::integer}).value_or(Type{});

    if (node.condition != no_expr) expect_boolean(node.condition, row_entity, {"sau `mà`", "after `where`"});
    if (function.shape == Shape::rows_and_test)
        expect_boolean(
            operand, row_entity,
            {fmt::format("phần thứ hai của `{}`", function.name_vi), fmt::format("as the second part of `{}`", function.name)});
    if (function.shape != Shape::value_of_rows) return *function.result(Type{});
    const Type value = check(operand, row_entity);
    if (value.kind == Kind::error) return Type{};
    if (const auto result = function.result(value)) return *result;
    report(bad_arguments, operand,
           {fmt::format("`{}` không tính được trên {}", function.name_vi, describe(value).vi),
            fmt::format("`{}` cannot be taken of {}", function.name, describe(value).en)});
    return Type{};
}

}  // namespace hoagiai
