#include "engine/authoring/rule_tests/can_be_unknown.h"

#include <algorithm>
#include <compare>
#include <set>

#include "engine/language/walk.h"

namespace hoagiai {

namespace {

/// A field or link, reached from the rule's row by these links.
struct Cell {
    std::vector<LinkId> up;
    EntityId entity = none_id;
    std::uint32_t index = 0;
    bool link = false;
    friend auto operator<=>(const Cell&, const Cell&) = default;
};

using Ups = std::vector<LinkId>;

class Holes {
public:
    Holes(const CheckedRulebook& book, const CheckedRule& rule) : book_(book) {
        if (rule.decl->when != no_expr) guard(rule.decl->when, {});
        for (const ExprId root : {rule.decl->when, rule.decl->require})
            if (root != no_expr) visit(root, {}, rule.entity);
    }
    bool open() const { return open_; }

private:
    const Node& node(ExprId id) const { return book_.book->ast[id].node; }

    /// The links of a path's steps behind those that led here.
    static Ups behind(const PathMeaning& path, Ups before) {
        for (const PathStep& step : path.steps)
            if (step.up) before.push_back(step.link);
        return before;
    }

    /// What must be there for the condition to be true.
    void guard(ExprId id, const Ups& up) {
        if (const auto* both = std::get_if<And>(&node(id))) {
            for (const ExprId operand : both->operands) guard(operand, up);
        } else if (const auto* missing = std::get_if<IsMissing>(&node(id)); missing && missing->negated) {
            const PathMeaning& path = book_.path(missing->path);
            guarded_.insert({behind(path, up), path.entity, path.index, path.end == PathMeaning::End::link});
        } else if (std::holds_alternative<Path>(node(id)) && book_.facts[id].path != none_id &&
                   book_.path(id).end == PathMeaning::End::definition) {
            guard(book_.definitions[book_.path(id).index].expr, behind(book_.path(id), up));
        }
    }

    /// What must be there for the condition to be false: beside it in an `or`, that is no hole either.
    void guard_if_false(ExprId id, const Ups& up) {
        if (const auto* missing = std::get_if<IsMissing>(&node(id)); missing && !missing->negated) {
            const PathMeaning& path = book_.path(missing->path);
            guarded_.insert({behind(path, up), path.entity, path.index, path.end == PathMeaning::End::link});
        } else if (const auto* turned = std::get_if<Not>(&node(id))) {
            guard(turned->operand, up);
        }
    }

    void visit(ExprId id, const Ups& up, EntityId entity) {
        if (id == no_expr || open_) return;
        if (std::holds_alternative<IsMissing>(node(id))) return;
        if (const auto* otherwise = std::get_if<Else>(&node(id))) return visit(otherwise->fallback, up, entity);
        if (book_.facts[id].rows != no_expr) {
            open_ = true;
            return;
        }
        if (std::holds_alternative<Path>(node(id)) && book_.facts[id].path != none_id) return look(book_.path(id), up, entity);
        const std::set<Cell> before = guarded_;
        if (const auto* either = std::get_if<Or>(&node(id)))
            for (const ExprId operand : either->operands) guard_if_false(operand, up);
        for_each_part(node(id), [&](ExprId part) { visit(part, up, entity); });
        guarded_ = before;
    }

    void look(const PathMeaning& path, Ups up, EntityId from) {
        for (const PathStep& step : path.steps) {
            if (step.up) {
                const bool there = (*book_.schema)[from].links[step.link].required;
                open_ = open_ || !(there || guarded_.count({up, from, step.link, true}));
                up.push_back(step.link);
            }
            from = step.entity;
        }
        if (path.end == PathMeaning::End::field) {
            const Field& field = (*book_.schema)[path.entity].fields[path.index];
            open_ = open_ || !(field.required || field.unique || guarded_.count({up, path.entity, path.index, false}));
        } else if (path.end == PathMeaning::End::definition) {
            visit(book_.definitions[path.index].expr, up, path.entity);
        }
    }

    const CheckedRulebook& book_;
    std::set<Cell> guarded_;
    bool open_ = false;
};

}  // namespace

bool can_be_unknown(const CheckedRulebook& book, const CheckedRule& rule) {
    const bool undetermined = std::any_of(rule.parameters.begin(), rule.parameters.end(), [&](std::uint32_t parameter) {
        const auto& values = book.parameters[parameter].values;
        return std::any_of(values.begin(), values.end(), [](const CheckedValue& value) { return value.undetermined; });
    });
    // Where a date decides which version holds, its blank is a hole as well.
    return undetermined || !rule.decl->on.empty() || Holes(book, rule).open();
}

}  // namespace hoagiai
