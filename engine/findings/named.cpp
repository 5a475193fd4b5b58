#include "engine/findings/named.h"

#include "engine/language/walk.h"

namespace hoagiai {

namespace {

void collect(const CheckedRulebook& book, ExprId id, std::vector<ExprId>& all) {
    const Node& node = book.book->ast[id].node;
    if (std::holds_alternative<Call>(node)) return all.push_back(id);
    if (std::holds_alternative<Path>(node)) {
        const PathMeaning::End end = book.path(id).end;
        if (end != PathMeaning::End::choice && end != PathMeaning::End::rows && !book.facts[id].type.list) all.push_back(id);
        return;
    }
    for_each_part(node, [&](ExprId part) { collect(book, part, all); });
}

}  // namespace

std::vector<ExprId> named_in(const CheckedRulebook& book, ExprId condition) {
    std::vector<ExprId> all;
    if (condition != no_expr) collect(book, condition, all);
    return all;
}

FieldId own_field(const CheckedRulebook& book, ExprId id) {
    if (!std::holds_alternative<Path>(book.book->ast[id].node)) return none_id;
    const PathMeaning& meaning = book.path(id);
    return meaning.end == PathMeaning::End::field && meaning.steps.empty() ? meaning.index : none_id;
}

}  // namespace hoagiai
