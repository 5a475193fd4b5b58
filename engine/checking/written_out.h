// An expression with its definitions written out where they are used.
#pragma once

#include <vector>

#include "engine/checking/checked.h"
#include "engine/language/walk.h"

namespace hoagiai {

/// Calls visit(ExprId) for the expression, every part of it, and every part of the definitions that it reaches (each once).
/// `into_calls`: also for what stands inside functions over rows.
template <typename Visit>
void for_each_written_out(const CheckedRulebook& book, ExprId root, Visit visit, bool into_calls = true) {
    std::vector<bool> seen(book.definitions.size(), false);
    std::vector<ExprId> open = {root};
    while (!open.empty()) {
        const ExprId id = open.back();
        open.pop_back();
        if (id == no_expr) continue;
        visit(id);
        if (!into_calls && std::holds_alternative<Call>(book.book->ast[id].node)) continue;
        if (const std::uint32_t path = book.facts[id].path;
            path != none_id && book.paths[path].end == PathMeaning::End::definition && !seen[book.paths[path].index]) {
            seen[book.paths[path].index] = true;
            open.push_back(book.definitions[book.paths[path].index].expr);
        }
        for_each_part(book.book->ast[id].node, [&](ExprId part) { open.push_back(part); });
    }
}

}  // namespace hoagiai
