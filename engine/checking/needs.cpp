#include "engine/checking/needs.h"

#include <set>

#include "engine/language/walk.h"

namespace hoagiai {

namespace {

class Needs {
public:
    explicit Needs(const CheckedRulebook& book) : book_(book), schema_(*book.schema), seen_(book.definitions.size(), false) {}

    void visit(ExprId id, EntityId here) {
        if (id == no_expr) return;
        const Node& node = book_.book->ast[id].node;
        if (book_.facts[id].path != none_id) return path(book_.path(id), here);
        if (const auto* call = std::get_if<Call>(&node); call && book_.facts[id].rows != no_expr) {
            // Inside a function over rows, names are those of the rows.
            const ExprId rows = book_.facts[id].rows;
            visit(rows, here);
            const EntityId inner = book_.path(rows).entity;
            return for_each_part(node, [&](ExprId part) {
                if (part != rows) visit(part, inner);
            });
        }
        for_each_part(node, [&](ExprId part) { visit(part, here); });
    }

    std::vector<std::string> columns() const { return {columns_.begin(), columns_.end()}; }

private:
    void add(EntityId entity, const std::string& column) {
        const auto& derived = schema_[entity].derived_from;
        // A derived unit has no table: what it is stands in the records that it is derived from.
        if (derived)
            columns_.insert(schema_[derived->first].plural + "." + schema_[derived->first].fields[derived->second].name);
        else
            columns_.insert(schema_[entity].plural + (column.empty() ? "" : "." + column));
    }

    void path(const PathMeaning& meaning, EntityId here) {
        for (const PathStep& step : meaning.steps) {
            if (step.up)
                add(here, schema_[here].links[step.link].name);
            else if (step.link != none_id)
                add(step.entity, schema_[step.entity].links[step.link].name);
            else
                add(here, "");
            here = step.entity;
        }
        switch (meaning.end) {
            case PathMeaning::End::field:
                return add(meaning.entity, schema_[meaning.entity].fields[meaning.index].name);
            case PathMeaning::End::link:
                return add(meaning.entity, schema_[meaning.entity].links[meaning.index].name);
            case PathMeaning::End::definition:
                if (seen_[meaning.index]) return;
                seen_[meaning.index] = true;
                return visit(book_.definitions[meaning.index].expr, book_.definitions[meaning.index].entity);
            default:
                return;
        }
    }

    const CheckedRulebook& book_;
    const Schema& schema_;
    std::vector<bool> seen_;  // by definition
    std::set<std::string> columns_;
};

}  // namespace

std::vector<std::string> needed_columns(const CheckedRulebook& book, const CheckedRule& rule) {
    Needs needs(book);
    needs.visit(rule.decl->when, rule.entity);
    needs.visit(rule.decl->require, rule.entity);
    for (const ExprId on : rule.decl->on) needs.visit(on, rule.entity);
    if (const auto& selection = rule.decl->selection) {
        needs.visit(selection->choose, rule.entity);
        for (const RankKeyDecl& key : selection->rank_by) needs.visit(key.expr, rule.entity);
        needs.visit(selection->per, rule.entity);
    }
    return needs.columns();
}

}  // namespace hoagiai
