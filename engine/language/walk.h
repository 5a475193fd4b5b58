// Going through a tree: the one place that knows which parts each kind of node has.
#pragma once

#include "engine/language/ast.h"

namespace hoagiai {

/// Calls visit(ExprId) for each direct part of a node, in the order in which it is written.
template <typename Visit>
void for_each_part(const Node& node, Visit visit) {
    const auto all = [&](const std::vector<ExprId>& parts) {
        for (const ExprId part : parts) visit(part);
    };
    if (const auto* n = std::get_if<Negative>(&node)) visit(n->operand);
    if (const auto* n = std::get_if<Not>(&node)) visit(n->operand);
    if (const auto* n = std::get_if<Arithmetic>(&node)) visit(n->left), visit(n->right);
    if (const auto* n = std::get_if<Comparison>(&node)) all(n->operands);
    if (const auto* n = std::get_if<Membership>(&node)) visit(n->operand), visit(n->set);
    if (const auto* n = std::get_if<ListLiteral>(&node)) all(n->items);
    if (const auto* n = std::get_if<IsMissing>(&node)) visit(n->path);
    if (const auto* n = std::get_if<Else>(&node)) visit(n->path), visit(n->fallback);
    if (const auto* n = std::get_if<If>(&node)) visit(n->condition), visit(n->then), visit(n->otherwise);
    if (const auto* n = std::get_if<And>(&node)) all(n->operands);
    if (const auto* n = std::get_if<Or>(&node)) all(n->operands);
    if (const auto* n = std::get_if<Call>(&node)) {
        all(n->arguments);
        if (n->rows != no_expr) visit(n->rows);
        if (n->condition != no_expr) visit(n->condition);
    }
}

}  // namespace hoagiai
