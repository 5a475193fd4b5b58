#include "tests/metamorphic/as_given.h"

#include "engine/language/walk.h"

namespace hoagiai::metamorphic {

namespace {

using Cell = std::pair<EntityId, std::string>;

class Walk {
public:
    explicit Walk(const CheckedRulebook& book) : book_(book), ast_(book.book->ast) {}

    void expression(ExprId id) {
        if (id == no_expr || !seen_.insert(id).second) return;
        const Node& node = ast_[id].node;
        if (std::holds_alternative<Path>(node)) path(id);
        if (const auto* one = std::get_if<IsMissing>(&node)) {
            given(one->path);
            return elsewhere(one->path);
        }
        if (const auto* one = std::get_if<Else>(&node)) {
            given(one->path);
            const PathMeaning& meaning = book_.path(one->path);
            if (const auto* value = std::get_if<BooleanLiteral>(&ast_[one->fallback].node)) {
                const Cell cell{meaning.entity, (*book_.schema)[meaning.entity].fields[meaning.index].name};
                const auto [at, fresh] = result_.standing_for.emplace(cell, value->value);
                if (!fresh && at->second != value->value) otherwise_.insert(cell);
            } else {
                elsewhere(one->path);
            }
            return expression(one->fallback);
        }
        for_each_part(node, [&](ExprId part) { expression(part); });
    }

    LookedAt take() {
        for (const Cell& cell : otherwise_) result_.standing_for.erase(cell);
        return std::move(result_);
    }

private:
    void path(ExprId id) {
        if (book_.facts[id].path == none_id) return;
        const PathMeaning& meaning = book_.path(id);
        if (meaning.end == PathMeaning::End::definition) expression(book_.definitions[meaning.index].expr);
        if (meaning.end == PathMeaning::End::field) elsewhere(id);
    }

    /// A link on the way is told by where it leads.
    void given(ExprId id) {
        const PathMeaning& meaning = book_.path(id);
        const Schema& schema = *book_.schema;
        const Entity& entity = schema[meaning.entity];
        const bool link = meaning.end == PathMeaning::End::link;
        result_.as_given.insert({meaning.entity, link ? entity.links[meaning.index].name : entity.fields[meaning.index].name});
        for (const PathStep& step : meaning.steps)
            for (EntityId from = 0; from < schema.entities.size(); ++from)
                for (const Link& one : schema[from].links)
                    if (one.target == step.entity) result_.as_given.insert({from, one.name});
    }

    void elsewhere(ExprId id) {
        const PathMeaning& meaning = book_.path(id);
        if (meaning.end == PathMeaning::End::field)
            otherwise_.insert({meaning.entity, (*book_.schema)[meaning.entity].fields[meaning.index].name});
    }

    const CheckedRulebook& book_;
    const Ast& ast_;
    LookedAt result_;
    std::set<ExprId> seen_;
    std::set<Cell> otherwise_;  // read in some other way too
};

}  // namespace

LookedAt looked_at(const CheckedRulebook& book, const CheckedRule& rule) {
    Walk walk(book);
    walk.expression(rule.decl->when);
    walk.expression(rule.decl->require);
    for (const ExprId on : rule.decl->on) walk.expression(on);
    return walk.take();
}

}  // namespace hoagiai::metamorphic
