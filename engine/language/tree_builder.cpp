// Nodes and their ranges. A node's range spans its operands with their parentheses, so that a caret under `(a + b) * c`
// begins at the bracket.
#include "engine/language/tree_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace hoagiai {

namespace {

Range joined(Range from, Range to) { return {from.begin, to.end}; }

std::vector<ExprId> ids(const std::vector<Part>& parts) {
    std::vector<ExprId> result;
    for (const Part& part : parts) result.push_back(part.id);
    return result;
}

Name name_of(const Token& token) { return {token.word, token.range}; }

CompareOp compare_op(TokenKind kind) {
    switch (kind) {
        case TokenKind::not_equal:
            return CompareOp::not_equal;
        case TokenKind::less:
            return CompareOp::less;
        case TokenKind::less_equal:
            return CompareOp::less_equal;
        case TokenKind::greater:
            return CompareOp::greater;
        case TokenKind::greater_equal:
            return CompareOp::greater_equal;
        default:
            return CompareOp::equal;
    }
}

ArithmeticOp arithmetic_op(TokenKind kind) {
    switch (kind) {
        case TokenKind::minus:
            return ArithmeticOp::subtract;
        case TokenKind::times:
            return ArithmeticOp::multiply;
        case TokenKind::divide:
            return ArithmeticOp::divide;
        default:
            return ArithmeticOp::add;
    }
}

/// -1 for < and <=, 1 for > and >=, 0 for = and !=.
int direction(TokenKind kind) {
    if (kind == TokenKind::less || kind == TokenKind::less_equal) return -1;
    return kind == TokenKind::greater || kind == TokenKind::greater_equal ? 1 : 0;
}

SyntaxError path_needed(Range range, const Words& before) {
    return {path_expected,
            range,
            {fmt::format("đứng trước {} chỉ được là tên một trường hoặc liên kết", before.vi),
             fmt::format("only the name of a field or link can stand before {}", before.en)},
            {"viết ví dụ `ended_on` hoặc `team.established_on`; biểu thức dài thì tách thành định nghĩa",
             "write for instance `ended_on` or `team.established_on`"}};
}

}  // namespace

void TreeBuilder::refuse(SyntaxError error) {
    if (!error_) error_ = std::move(error);
}

bool TreeBuilder::is_path(const Part& part) const {
    return part.id != no_expr && std::holds_alternative<Path>(ast_[part.id].node);
}

Part TreeBuilder::add(Node node, Range range, const std::vector<Part>& children) {
    Part part{no_expr, range, 1};
    for (const Part& child : children)
        if (child.id != no_expr) part.height = std::max(part.height, child.height + 1);
    if (part.height > max_tree_height)
        refuse({deep_expression,
                range,
                {fmt::format("biểu thức nối quá nhiều phép tính: tối đa {}", max_tree_height),
                 fmt::format("too many operations are strung together: at most {}", max_tree_height)},
                {"tách biểu thức thành các định nghĩa (definitions)", "give parts of it names under `definitions`"}});
    part.id = ast_.add(std::move(node), range, text_);
    return part;
}

Part TreeBuilder::add(Node node, Range range, std::initializer_list<Part> children) {
    return add(std::move(node), range, std::vector<Part>(children));
}

Part TreeBuilder::literal(const Token* token) { return add(token->literal, token->range, {}); }

Part TreeBuilder::path(const std::vector<const Token*>& words) {
    Path path;
    for (const Token* word : words) path.names.push_back(name_of(*word));
    return add(std::move(path), joined(words.front()->range, words.back()->range), {});
}

Part TreeBuilder::call(const CallParts& parts) {
    const CallArguments& given = parts.arguments;
    Call call{name_of(*parts.name), {}, given.rows.id, given.condition.id};
    std::vector<Part> children = {given.rows, given.condition};
    if (given.first.id != no_expr) {
        call.arguments.push_back(given.first.id);
        children.push_back(given.first);
    }
    for (const Part& part : given.more) {
        call.arguments.push_back(part.id);
        children.push_back(part);
    }
    return add(std::move(call), joined(parts.name->range, parts.close->range), children);
}

Part TreeBuilder::group(const GroupParts& parts) {
    const Range range = joined(parts.open->range, parts.close->range);
    if (parts.fallback.id == no_expr) return {parts.inner.id, range, parts.inner.height};
    if (!is_path(parts.inner)) refuse(path_needed(parts.inner.outer, {"`else`", "`else`"}));
    return add(Else{parts.inner.id, parts.fallback.id}, range, {parts.inner, parts.fallback});
}

Part TreeBuilder::list(const ListParts& parts) {
    return add(ListLiteral{ids(parts.items)}, joined(parts.open->range, parts.close->range), parts.items);
}

Part TreeBuilder::negative(const Prefixed& parts) {
    return add(Negative{parts.operand.id}, joined(parts.word->range, parts.operand.outer), {parts.operand});
}

Part TreeBuilder::negation(const Prefixed& parts) {
    return add(Not{parts.operand.id}, joined(parts.word->range, parts.operand.outer), {parts.operand});
}

Part TreeBuilder::conjunction(const std::vector<Part>& operands) {
    if (operands.size() == 1) return operands.front();
    return add(And{ids(operands)}, joined(operands.front().outer, operands.back().outer), operands);
}

Part TreeBuilder::disjunction(const std::vector<Part>& operands) {
    if (operands.size() == 1) return operands.front();
    return add(Or{ids(operands)}, joined(operands.front().outer, operands.back().outer), operands);
}

Part TreeBuilder::conditional(const IfParts& parts) {
    return add(If{parts.condition.id, parts.then.id, parts.otherwise.id}, joined(parts.word->range, parts.otherwise.outer),
               {parts.condition, parts.then, parts.otherwise});
}

Part TreeBuilder::arithmetic(const Part& left, const ChainLink& step) {
    return add(Arithmetic{arithmetic_op(step.sign->kind), left.id, step.operand.id}, joined(left.outer, step.operand.outer),
               {left, step.operand});
}

Part TreeBuilder::comparison(const Part& left, const std::vector<ChainLink>& steps) {
    Comparison comparison;
    comparison.operands.push_back(left.id);
    std::vector<Part> children = {left};
    const int way = direction(steps.front().sign->kind);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const ChainLink& step = steps[i];
        const int here = direction(step.sign->kind);
        if (i > 0 && (way == 0 || here == 0))
            refuse({bad_chain,
                    step.sign->range,
                    {"`=` và `!=` không nối thành chuỗi với phép so sánh khác",
                     "`=` and `!=` cannot be chained with another comparison"},
                    {"viết từng phép so sánh riêng, ví dụ `a = b and b = c`",
                     "write the comparisons apart, such as `a = b and b = c`"}});
        else if (i > 0 && here != way)
            refuse({bad_chain,
                    step.sign->range,
                    {"một chuỗi so sánh chỉ đi một chiều: toàn `<` `<=`, hoặc toàn `>` `>=`",
                     "a chain of comparisons goes one way: all `<` `<=`, or all `>` `>=`"},
                    {"viết từng phép so sánh riêng, ví dụ `a < b and b > c`",
                     "write the comparisons apart, such as `a < b and b > c`"}});
        comparison.operands.push_back(step.operand.id);
        comparison.ops.push_back(compare_op(step.sign->kind));
        children.push_back(step.operand);
    }
    return add(std::move(comparison), joined(left.outer, steps.back().operand.outer), children);
}

Part TreeBuilder::membership(const Part& operand, const Part& set) {
    return add(Membership{operand.id, set.id}, joined(operand.outer, set.outer), {operand, set});
}

Part TreeBuilder::missing(const Part& path, const Token* last, bool negated) {
    if (!is_path(path))
        refuse(path_needed(path.outer,
                           negated ? Words{"`is not missing`", "`is not missing`"} : Words{"`is missing`", "`is missing`"}));
    return add(IsMissing{path.id, negated}, joined(path.outer, last->range), {path});
}

Part TreeBuilder::is_missing(const Part& path, const Token* last) { return missing(path, last, false); }

Part TreeBuilder::is_not_missing(const Part& path, const Token* last) { return missing(path, last, true); }

}  // namespace hoagiai
