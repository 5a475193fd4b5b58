// Going through a tree: the one place that knows which parts each kind of node has.
#pragma once

#include "engine/language/ast.h"

namespace hoagiai {

/// Calls visit(ExprId) for each direct part of a node, in the order in which it is written. In a node that may be changed the
/// parts may be, by visit(ExprId&).
template <typename AnyNode, typename Visit>
void for_each_part(AnyNode& node, Visit visit) {
    const auto all = [&](auto& parts) {
        for (auto& part : parts) visit(part);
    };
    if (auto* n = std::get_if<Negative>(&node)) visit(n->operand);
    if (auto* n = std::get_if<Not>(&node)) visit(n->operand);
    if (auto* n = std::get_if<Arithmetic>(&node)) visit(n->left), visit(n->right);
    if (auto* n = std::get_if<Comparison>(&node)) all(n->operands);
    if (auto* n = std::get_if<Membership>(&node)) visit(n->operand), visit(n->set);
    if (auto* n = std::get_if<ListLiteral>(&node)) all(n->items);
    if (auto* n = std::get_if<IsMissing>(&node)) visit(n->path);
    if (auto* n = std::get_if<Else>(&node)) visit(n->path), visit(n->fallback);
    if (auto* n = std::get_if<If>(&node)) visit(n->condition), visit(n->then), visit(n->otherwise);
    if (auto* n = std::get_if<And>(&node)) all(n->operands);
    if (auto* n = std::get_if<Or>(&node)) all(n->operands);
    if (auto* n = std::get_if<Call>(&node)) {
        all(n->arguments);
        if (n->rows != no_expr) visit(n->rows);
        if (n->condition != no_expr) visit(n->condition);
    }
}

}  // namespace hoagiai
