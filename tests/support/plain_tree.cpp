#include "tests/support/plain_tree.h"

#include <stdexcept>

#include "engine/values/date.h"

namespace hoagiai::plain {

namespace {

using Is = Tree::Is;

class Builder {
public:
    Builder(const Context& context, EntityId entity) : context_(context), entity_(entity) {}

    Tree build(ExprId id) const {
        if (id == no_expr) {
            Tree none;
            none.empty = true;
            return none;
        }
        return std::visit([&](const auto& node) { return of(node); }, context_.book->ast[id].node);
    }

private:
    static Tree leaf(const Value& value) {
        Tree tree;
        tree.value = value;
        return tree;
    }
    Tree made(Is is, const std::vector<ExprId>& parts) const {
        Tree tree;
        tree.is = is;
        for (const ExprId part : parts) tree.parts.push_back(build(part));
        return tree;
    }
    static Value number(const Number& number) { return Value::number(number.numerator(), number.denominator()); }

    Tree of(const NumberLiteral& node) const { return leaf(number(node.value)); }
    Tree of(const DurationLiteral& node) const {
        return leaf(node.months ? Value{Value::Is::months, node.amount, 1} : Value::number(node.amount));
    }
    Tree of(const DateLiteral& node) const { return leaf(Value::number(node.day)); }
    Tree of(const BooleanLiteral& node) const { return leaf(Value::truth(node.value)); }
    Tree of(const TextLiteral& node) const { return leaf({Value::Is::word, number_of_word(node.value), 1}); }
    Tree of(const ReservedWord& node) const {
        // The one as-of date and the one period that all cases have.
        static const Period period = *parse_period("2023");
        switch (node.word) {
            case Reserved::never:
                return leaf({Value::Is::never, 0, 1});
            case Reserved::as_of:
            case Reserved::period_end:
                return leaf(Value::number(period.last));
            case Reserved::period_start:
                return leaf(Value::number(period.first));
            default:
                throw std::logic_error("a period is no value");
        }
    }
    Tree of(const Negative& node) const { return made(Is::negated, {node.operand}); }
    Tree of(const Not& node) const { return made(Is::opposite, {node.operand}); }
    Tree of(const Arithmetic& node) const {
        Tree tree = made(Is::calculation, {node.left, node.right});
        tree.signs = std::string(1, "+-*/"[static_cast<int>(node.op)]);
        return tree;
    }
    Tree of(const Comparison& node) const {
        Tree tree = made(Is::comparison, node.operands);
        for (const CompareOp op : node.ops) tree.signs += "=!<l>g"[static_cast<int>(op)];
        return tree;
    }
    Tree of(const Membership& node) const {
        const Node& set = context_.book->ast[node.set].node;
        if (const auto* word = std::get_if<ReservedWord>(&set)) {
            Tree tree = made(Is::in_period, {node.operand});
            tree.index = word->word == Reserved::previous_period;
            return tree;
        }
        std::vector<ExprId> parts = {node.operand};
        const auto& items = std::get<ListLiteral>(set).items;
        parts.insert(parts.end(), items.begin(), items.end());
        return made(Is::listed, parts);
    }
    Tree of(const ListLiteral&) const { throw std::logic_error("a list is no value"); }
    Tree of(const IsMissing& node) const {
        Tree tree = build(node.path);
        tree.is = Is::missing;
        tree.turned = node.negated;
        return tree;
    }
    Tree of(const Else& node) const {
        Tree tree = build(node.path);
        tree.is = Is::otherwise;
        tree.parts = {build(node.fallback)};
        return tree;
    }
    Tree of(const If& node) const { return made(Is::choice, {node.condition, node.then, node.otherwise}); }
    Tree of(const And& node) const { return made(Is::all, node.operands); }
    Tree of(const Or& node) const { return made(Is::any, node.operands); }
    Tree of(const Call& node) const {
        if (node.function.word == "year") return made(Is::year, node.arguments);
        const bool of_rows = node.rows != no_expr;
        const ExprId rows = of_rows ? node.rows : node.arguments.at(0);
        const ExprId operand = of_rows ? node.arguments.at(0) : node.arguments.size() > 1 ? node.arguments[1] : no_expr;
        Tree tree;
        tree.is = Is::rows;
        tree.word = node.function.word;
        const EntityId end = walk(std::get<Path>(context_.book->ast[rows].node).names, tree.steps);
        const Builder inside(context_, end);
        tree.parts = {inside.build(node.condition), inside.build(operand)};
        return tree;
    }

    /// As many names as lead to other rows; where they end.
    EntityId walk(const std::vector<Name>& names, std::vector<Step>& steps) const {
        EntityId here = entity_;
        for (const Name& name : names) {
            bool moved = false;
            const auto& links = (*context_.schema)[here].links;
            for (LinkId link = 0; link < links.size() && !moved; ++link)
                if (links[link].name == name.word && (moved = true)) steps.push_back({true, here = links[link].target, link});
            for (EntityId below = 0; below < context_.schema->entities.size() && !moved; ++below) {
                const Entity& kind = (*context_.schema)[below];
                if (kind.plural != name.word) continue;
                for (LinkId link = 0; link < kind.links.size() && !moved; ++link)
                    if (kind.links[link].target == here && (moved = true)) steps.push_back({false, here = below, link});
            }
            if (!moved) break;
        }
        return here;
    }

    Tree of(const Path& node) const {
        Tree tree;
        const EntityId end = walk(node.names, tree.steps);
        const Entity& kind = (*context_.schema)[end];
        if (tree.steps.size() == node.names.size()) {  // a link, behind which `is missing` stands
            tree.index = tree.steps.back().link;
            tree.link = true;
            tree.steps.pop_back();
            return tree;
        }
        const std::string& word = node.names.back().word;
        if (tree.index = kind.find_field(word); tree.index != none_id) {
            tree.is = Is::field;
            return tree;
        }
        for (const DefinitionDecl& definition : context_.book->definitions)
            if (definition.name.value == word && definition.entity.value == kind.name) {
                tree.is = Is::elsewhere;
                tree.parts = {Builder(context_, end).build(definition.expr)};
                return tree;
            }
        for (tree.index = 0; tree.index < context_.parameters.size(); ++tree.index)
            if (context_.parameters[tree.index].name == word) {
                tree.is = Is::parameter;
                return tree;
            }
        if (node.names.size() > 1) throw std::logic_error("no name " + word);
        return leaf({Value::Is::word, number_of_word(word), 1});
    }

    const Context& context_;
    EntityId entity_;
};

Value parameter_value(const std::string& type, std::string text) {
    if (type == "boolean") return Value::truth(text == "true");
    if (type == "choice") return {Value::Is::word, number_of_word(text), 1};
    if (type == "ratio") return Value::number(std::stoll(text), 100);
    return Value::number(std::stoll(text));
}

}  // namespace

Span span_of(const InForce& written) {
    Span span;
    if (written.from) span.from = *written.from;
    if (written.to) span.to = *written.to;
    return span;
}

const Parameter::Dated* Parameter::on(Day day) const {
    const Dated* latest = nullptr;
    for (const Dated& one : values)
        if (one.days.from <= day && (!latest || latest->days.from < one.days.from)) latest = &one;
    return latest && latest->days.has(day) ? latest : nullptr;
}

Context context_of(const Rulebook& book, const Schema& schema) {
    Context context{&book, &schema, {}};
    for (const ParameterDecl& declared : book.parameters) {
        Parameter parameter;
        parameter.name = declared.name.value;
        for (const ParameterValue& written : declared.values) {
            Parameter::Dated dated{span_of(written.span), {}, written.undetermined};
            if (!written.undetermined) dated.value = parameter_value(declared.type.value, written.values.at(0).value);
            parameter.values.push_back(dated);
        }
        for (const ParameterChoice& choice : declared.choices)
            parameter.readings.push_back(parameter_value(declared.type.value, choice.name.value));
        if (declared.choices.empty()) parameter.readings = {Value::truth(true), Value::truth(false)};
        context.parameters.push_back(std::move(parameter));
    }
    return context;
}

Tree tree_of(const Context& context, ExprId id, EntityId entity) { return Builder(context, entity).build(id); }

}  // namespace hoagiai::plain
