// Types of expressions. A ratio only meets a ratio, days only days: where two sides do not agree, the message says what to
// write. An operand that already has an error agrees with everything, so that one slip is said once.
#include <fmt/format.h>

#include "engine/checking/checker.h"
#include "engine/checking/name_slips.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

const Type boolean_type{Kind::boolean};

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

bool agree(const Type& a, const Type& b) {
    if (a.kind == Kind::error || b.kind == Kind::error) return true;
    if (a.kind != b.kind || a.list != b.list) return false;
    if (a.kind != Kind::choice || a.choices == b.choices || !a.choices || !b.choices) return true;
    for (const Choice& choice : a.choices->choices)
        if (b.choices->index_of(choice.name) >= 0) return true;
    return false;
}

Type Checker::check(ExprId id, EntityId entity, const ChoiceSetPtr& expected) {
    if (id == no_expr) return Type{};
    Type type = type_of(id, ast()[id], entity, expected);
    result_->facts[id].type = type;
    return type;
}

Type Checker::type_of(ExprId id, const Expr& expr, EntityId entity, const ChoiceSetPtr& expected) {
    return std::visit(
        Overloaded{
            [&](const NumberLiteral& node) { return Type{node.ratio ? Kind::ratio : Kind::integer}; },
            [&](const DurationLiteral& node) { return Type{node.months ? Kind::months : Kind::days}; },
            [&](const DateLiteral&) { return Type{Kind::date}; }, [&](const BooleanLiteral&) { return boolean_type; },
            [&](const TextLiteral&) { return Type{Kind::text}; },
            [&](const ReservedWord& node) {
                return Type{node.word == Reserved::period || node.word == Reserved::previous_period ? Kind::period
                                                                                                    : Kind::date};
            },
            [&](const Path& node) {
                Type type;
                PathMeaning meaning = look_up(id, node, entity, expected, type);
                if (meaning.end == PathMeaning::End::rows || meaning.end == PathMeaning::End::link) {
                    const std::string& word = node.names.back().word;
                    if (meaning.end == PathMeaning::End::rows)
                        report(bad_path, id,
                               {fmt::format("`{}` là nhiều dòng, không phải một giá trị", word),
                                fmt::format("`{}` are many rows and no value", word)},
                               {fmt::format("đếm các dòng: đếm({})", word), fmt::format("to count them: count({})", word)});
                    else
                        report(bad_path, id,
                               {fmt::format("`{}` là liên kết tới một đơn vị, không phải một giá trị", word),
                                fmt::format("`{}` is a link to a unit and no value", word)},
                               {fmt::format("viết {}.id, hoặc {} bị_thiếu", word, word),
                                fmt::format("write {}.id, or {} is missing", word, word)});
                    meaning.end = PathMeaning::End::unknown;
                }
                result_->facts[id].path = static_cast<std::uint32_t>(result_->paths.size());
                result_->paths.push_back(std::move(meaning));
                return type;
            },
            [&](const Negative& node) {
                const Type type = check(node.operand, entity);
                if (type.kind == Kind::error || (type.is_numeric() && !type.list && type.kind != Kind::date)) return type;
                report(bad_arithmetic, id,
                       {"không thể lấy số đối của " + describe(type).vi, "cannot take the negative of " + describe(type).en});
                return Type{};
            },
            [&](const Not& node) {
                expect_boolean(node.operand, entity, {"sau `không`", "after `not`"});
                return boolean_type;
            },
            [&](const And& node) {
                for (const ExprId operand : node.operands)
                    expect_boolean(operand, entity, {"ở hai bên `và`", "on each side of `and`"});
                return boolean_type;
            },
            [&](const Or& node) {
                for (const ExprId operand : node.operands)
                    expect_boolean(operand, entity, {"ở hai bên `hoặc`", "on each side of `or`"});
                return boolean_type;
            },
            [&](const Arithmetic& node) { return check_arithmetic(id, node, entity); },
            [&](const Comparison& node) { return check_comparison(node, entity); },
            [&](const Membership& node) { return check_membership(node, entity); },
            [&](const ListLiteral& node) {
                for (const ExprId item : node.items) check(item, entity, expected);
                report(bad_membership, id, {"danh sách chỉ đứng sau `trong`", "a list only stands after `in`"});
                return Type{};
            },
            [&](const IsMissing& node) {
                const auto* path = std::get_if<Path>(&ast()[node.path].node);
                Type type;
                PathMeaning meaning;
                if (path) meaning = look_up(node.path, *path, entity, nullptr, type);
                if (!path || (meaning.end != PathMeaning::End::unknown && meaning.end != PathMeaning::End::field &&
                              meaning.end != PathMeaning::End::link))
                    report(bad_path, node.path,
                           {"`bị_thiếu` chỉ hỏi về một trường hoặc một liên kết",
                            "`is missing` asks about a field or a link only"});
                result_->facts[node.path].type = type;
                result_->facts[node.path].path = static_cast<std::uint32_t>(result_->paths.size());
                result_->paths.push_back(std::move(meaning));
                return boolean_type;
            },
            [&](const Else& node) { return check_else(id, node, entity, expected); },
            [&](const If& node) { return check_if(id, node, entity, expected); },
            [&](const Call& node) { return check_call(id, node, entity); }},
        expr.node);
}

void Checker::expect_boolean(ExprId id, EntityId entity, const Words& where) {
    const Type type = check(id, entity);
    if (type.kind == Kind::error || type.is(Kind::boolean)) return;
    report(not_a_condition, id,
           {fmt::format("{} phải là một điều kiện, ở đây là {}", where.vi, describe(type).vi),
            fmt::format("{} there must be a condition, this is {}", where.en, describe(type).en)},
           {"so sánh giá trị với một mức, ví dụ … >= 3", "compare the value with something, such as … >= 3"});
}

bool Checker::is_whole_literal(ExprId id) const {
    const Node& node = ast()[id].node;
    if (const auto* number = std::get_if<NumberLiteral>(&node)) return !number->ratio;
    if (const auto* negative = std::get_if<Negative>(&node)) return is_whole_literal(negative->operand);
    return false;
}

void Checker::report_ratio(ExprId ratio_side, ExprId number_side, CompareOp op, bool ratio_left) {
    const std::string number = print_expression(ast(), number_side);
    Words help;
    if (const auto* quotient = std::get_if<Arithmetic>(&ast()[ratio_side].node);
        quotient && quotient->op == ArithmeticOp::divide) {
        const std::string product = print_expression(ast(), quotient->right) + " * " + number;
        const std::string dividend = print_expression(ast(), quotient->left);
        const std::string whole = ratio_left ? fmt::format("{} {} {}", dividend, sign_of(op), product)
                                             : fmt::format("{} {} {}", product, sign_of(op), dividend);
        help = {"viết " + whole, "write " + whole};
    }
    if (std::holds_alternative<NumberLiteral>(ast()[number_side].node))
        help = help.en.empty() ? Words{fmt::format("viết {}%", number), fmt::format("write {}%", number)}
                               : Words{help.vi + fmt::format(", hoặc nếu là tỷ lệ phần trăm thì viết {}%", number),
                                       help.en + fmt::format(", or if a percentage is meant write {}%", number)};
    report(ratio_against_number, number_side,
           {"tỷ lệ chỉ so sánh được với tỷ lệ, còn đây là " + describe(result_->facts[number_side].type).vi,
            "a ratio is only compared with a ratio, and this is " + describe(result_->facts[number_side].type).en},
           std::move(help));
}

void Checker::check_pair(ExprId left_id, const Type& left, ExprId right_id, const Type& right, CompareOp op, ExprId at) {
    if (left.kind == Kind::error || right.kind == Kind::error) return;
    // Beside money a whole-number literal is money.
    if ((left.is(Kind::money) && is_whole_literal(right_id)) || (right.is(Kind::money) && is_whole_literal(left_id))) return;
    if (left.is(Kind::ratio) && right.is(Kind::integer)) return report_ratio(left_id, right_id, op, true);
    if (right.is(Kind::ratio) && left.is(Kind::integer)) return report_ratio(right_id, left_id, op, false);
    if ((left.is(Kind::days) && right.is(Kind::months)) || (left.is(Kind::months) && right.is(Kind::days))) {
        report(days_against_months, at,
               {"số ngày không so sánh được với số tháng, vì tháng dài ngắn khác nhau",
                "days are not compared with months, since months differ in length"},
               {"cộng số tháng vào ngày bắt đầu: viết b <= a + 1 tháng",
                "add the months to the first day: write b <= a + 1 month"});
        return;
    }
    if (!agree(left, right) || left.list || right.list || left.kind == Kind::period) {
        Words help;
        const auto of = [&](const Type& type, ExprId text_id) {
            const auto* text = std::get_if<TextLiteral>(&ast()[text_id].node);
            if (text && type.choices) help = quoted_choice(*type.choices, text->value);
        };
        of(left, right_id);
        of(right, left_id);
        if ((left.is(Kind::days) && is_whole_literal(right_id)) || (right.is(Kind::days) && is_whole_literal(left_id))) {
            const std::string number = print_expression(ast(), left.is(Kind::days) ? right_id : left_id);
            help = {fmt::format("thêm đơn vị: viết {} ngày", number), fmt::format("give the unit: write {} days", number)};
        }
        if (left.kind == Kind::period || right.kind == Kind::period)
            help = {"viết NGÀY trong kỳ, hoặc so sánh với đầu_kỳ, cuối_kỳ",
                    "write DATE in period, or compare with period_start, period_end"};
        report(type_mismatch, at,
               {fmt::format("không so sánh được {} với {}", describe(left).vi, describe(right).vi),
                fmt::format("cannot compare {} with {}", describe(left).en, describe(right).en)},
               std::move(help));
        return;
    }
    if (op != CompareOp::equal && op != CompareOp::not_equal && !left.is_ordered())
        report(not_ordered, at, {describe(left).vi + " không có thứ tự lớn nhỏ", describe(left).en + " has no order"},
               {"chỉ dùng = hoặc !=, hoặc trong […]", "use = or != only, or in […]"});
}

Type Checker::check_comparison(const Comparison& node, EntityId entity) {
    // A bare word beside a value of a choice type is first one of its choices, on either side.
    ChoiceSetPtr choices;
    for (const ExprId operand : node.operands)
        if (!choices) choices = own_choices(operand, entity);
    std::vector<Type> types;
    for (const ExprId operand : node.operands) {
        const bool has_own = own_choices(operand, entity) != nullptr;
        types.push_back(check(operand, entity, has_own ? nullptr : choices));
    }
    for (std::size_t i = 0; i < node.ops.size(); ++i)
        check_pair(node.operands[i], types[i], node.operands[i + 1], types[i + 1], node.ops[i],
                   node.ops.size() == 1 ? node.operands[1] : node.operands[i + 1]);
    return boolean_type;
}

Type Checker::check_arithmetic(ExprId id, const Arithmetic& node, EntityId entity) {
    const Type left = check(node.left, entity), right = check(node.right, entity);
    if (left.kind == Kind::error || right.kind == Kind::error) return Type{};
    const bool plain = !left.list && !right.list && !left.average && !right.average;
    const auto are = [&](Kind a, Kind b) { return plain && left.kind == a && right.kind == b; };
    const bool adds = node.op == ArithmeticOp::add || node.op == ArithmeticOp::subtract;
    const auto money_beside_literal = [&] {
        return plain && adds &&
               ((left.kind == Kind::money && is_whole_literal(node.right)) ||
                (right.kind == Kind::money && is_whole_literal(node.left)));
    };
    switch (node.op) {
        case ArithmeticOp::add:
        case ArithmeticOp::subtract:
            if (are(Kind::integer, Kind::integer) || are(Kind::money, Kind::money) || are(Kind::ratio, Kind::ratio))
                return left;
            if (money_beside_literal()) return Type{Kind::money};
            if (node.op == ArithmeticOp::subtract && are(Kind::date, Kind::date)) return Type{Kind::days};
            if (are(Kind::date, Kind::days) || are(Kind::date, Kind::months)) return left;
            if (node.op == ArithmeticOp::add && (are(Kind::days, Kind::date) || are(Kind::months, Kind::date))) return right;
            break;
        case ArithmeticOp::multiply:
            if (are(Kind::integer, Kind::integer)) return left;
            if (are(Kind::money, Kind::integer)) return left;
            if (are(Kind::integer, Kind::money)) return right;
            break;
        case ArithmeticOp::divide:
            if (are(Kind::integer, Kind::integer) || are(Kind::money, Kind::money)) return Type{Kind::ratio};
            break;
    }
    Words help;
    if (left.kind == Kind::date && right.kind == Kind::integer)
        help = {"thêm đơn vị: … + 3 ngày", "give the unit: … + 3 days"};
    else if (node.op == ArithmeticOp::multiply && (left.kind == Kind::ratio || right.kind == Kind::ratio))
        help = {"so sánh hai tỷ lệ thay vì nhân với tỷ lệ: a / b >= 88%",
                "compare two ratios instead of multiplying by one: a / b >= 88%"};
    report(bad_arithmetic, id,
           {fmt::format("không tính được {} {} {}", describe(left).vi, sign_of(node.op), describe(right).vi),
            fmt::format("cannot compute {} {} {}", describe(left).en, sign_of(node.op), describe(right).en)},
           std::move(help));
    return Type{};
}

Type Checker::check_membership(const Membership& node, EntityId entity) {
    const Type operand = check(node.operand, entity, nullptr);
    const Node& set = ast()[node.set].node;
    if (const auto* list = std::get_if<ListLiteral>(&set)) {
        for (const ExprId item : list->items) {
            const Type type = check(item, entity, operand.choices);
            check_pair(node.operand, operand, item, type, CompareOp::equal, item);
            const Node& item_node = ast()[item].node;
            const bool constant =
                std::holds_alternative<NumberLiteral>(item_node) || std::holds_alternative<DurationLiteral>(item_node) ||
                std::holds_alternative<DateLiteral>(item_node) || std::holds_alternative<TextLiteral>(item_node) ||
                std::holds_alternative<BooleanLiteral>(item_node) || std::holds_alternative<ReservedWord>(item_node) ||
                std::holds_alternative<Negative>(item_node) ||
                (std::holds_alternative<Path>(item_node) && (result_->path(item).end == PathMeaning::End::choice ||
                                                             result_->path(item).end == PathMeaning::End::parameter ||
                                                             result_->path(item).end == PathMeaning::End::unknown));
            if (!constant)
                report(bad_membership, item,
                       {"trong danh sách chỉ có giá trị cố định hoặc tham số", "a list holds fixed values or parameters only"});
        }
        Type list_type = operand;
        list_type.list = true;
        result_->facts[node.set].type = list_type;
        return boolean_type;
    }
    const Type type = check(node.set, entity, nullptr);
    if (operand.kind == Kind::error || type.kind == Kind::error) return boolean_type;
    if (type.kind == Kind::period) {
        if (!operand.is(Kind::date))
            report(bad_membership, node.operand,
                   {"chỉ một ngày mới nằm trong kỳ được, còn đây là " + describe(operand).vi,
                    "only a date can be in a period, this is " + describe(operand).en});
        return boolean_type;
    }
    Type item = type;
    item.list = false;
    if (!type.list || !agree(operand, item))
        report(bad_membership, node.set,
               {fmt::format("sau `trong` cần một danh sách: {}; ở đây là {}", describe(operand).vi, describe(type).vi),
                fmt::format("after `in` a list of such is needed: {}; this is {}", describe(operand).en, describe(type).en)},
               {"viết … trong [a, b], hoặc trong kỳ", "write … in [a, b], or in period"});
    return boolean_type;
}

Type Checker::check_else(ExprId id, const Else& node, EntityId entity, const ChoiceSetPtr& expected) {
    const auto* path = std::get_if<Path>(&ast()[node.path].node);
    Type type;
    PathMeaning meaning;
    if (path) meaning = look_up(node.path, *path, entity, nullptr, type);
    if (!path || (meaning.end != PathMeaning::End::field && meaning.end != PathMeaning::End::unknown)) {
        report(bad_path, node.path, {"bên trái `lấy` phải là một trường", "on the left of `else` there must be a field"},
               {"viết (trường lấy giá_trị_thay_thế)", "write (field else what stands in for it)"});
        type = Type{};
    }
    result_->facts[node.path].type = type;
    result_->facts[node.path].path = static_cast<std::uint32_t>(result_->paths.size());
    result_->paths.push_back(std::move(meaning));
    const Type fallback = check(node.fallback, entity, type.choices ? type.choices : expected);
    check_pair(node.path, type, node.fallback, fallback, CompareOp::equal, id);
    return type.kind == Kind::error ? fallback : type;
}

Type Checker::check_if(ExprId id, const If& node, EntityId entity, const ChoiceSetPtr& expected) {
    expect_boolean(node.condition, entity, {"sau `if`", "after `if`"});
    ChoiceSetPtr choices = expected;
    if (!choices) choices = own_choices(node.then, entity);
    if (!choices) choices = own_choices(node.otherwise, entity);
    const Type then = check(node.then, entity, choices), otherwise = check(node.otherwise, entity, choices);
    if (then.kind == Kind::error) return otherwise;
    if (otherwise.kind == Kind::error) return then;
    if (then.is(Kind::money) && is_whole_literal(node.otherwise)) return then;
    if (otherwise.is(Kind::money) && is_whole_literal(node.then)) return otherwise;
    if (!agree(then, otherwise) || (then.kind == Kind::choice && then.choices != otherwise.choices)) {
        report(type_mismatch, id,
               {fmt::format("hai nhánh của `if` phải cùng loại: ở đây là {} và {}", describe(then).vi, describe(otherwise).vi),
                fmt::format("both branches of an `if` must be of one type: these are {} and {}", describe(then).en,
                            describe(otherwise).en)});
        return Type{};
    }
    Type joined = then;
    joined.average = then.average || otherwise.average;
    return joined;
}

}  // namespace hoagiai
