#include "engine/findings/explanation/explained_tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/findings/explanation/explained_rows.h"
#include "engine/language/walk.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_nodes = 200, most_depth = 12, most_leaves = 4;

}  // namespace

ExplanationNode ExplainedTree::node(ExprId id, const RowRef& row, Detail detail) {
    ExplanationNode result = head(id, row);
    if (++nodes_ > most_nodes || depth_ >= most_depth) detail = Detail::line;
    ++depth_;
    if (detail == Detail::line)
        note_leaves(id, row, result);
    else
        inside(id, row, detail, result);
    --depth_;
    return result;
}

ExplanationNode ExplainedTree::head(ExprId id, const RowRef& row) {
    ExplanationNode result;
    result.expression = values_.written(id);
    if (std::holds_alternative<Path>(values_.node(id))) {
        path_head(id, row, result);
    } else if (const auto* word = std::get_if<ReservedWord>(&values_.node(id));
               word && (word->word == Reserved::period || word->word == Reserved::previous_period)) {
        const auto& given = values_.period();
        const Period period = !given ? Period() : word->word == Reserved::period ? *given : given->previous();
        if (given)
            result.values = {{{vietnamese_date(period.first) + "–" + vietnamese_date(period.last),
                               iso_date(period.first) + "–" + iso_date(period.last)},
                              {}}};
    } else {
        result.values = values_.values(id, row);
    }
    return result;
}

void ExplainedTree::path_head(ExprId id, const RowRef& row, ExplanationNode& result) const {
    const Dataset& data = values_.data();
    const PathMeaning& meaning = values_.book().path(id);
    const RowRef here = values_.arrive(id, row);
    switch (meaning.end) {
        case PathMeaning::End::field:
            result.title = (*data.schema)[here.entity].fields[meaning.index].title;
            result.values = {{values_.cell_words(here, meaning.index), {}}};
            return;
        case PathMeaning::End::link: {
            const RowRef target = here.kind == RowRef::Kind::real ? go_up(data, here, meaning.index) : here;
            result.title = (*data.schema)[here.entity].links[meaning.index].title;
            result.values = {{target.kind == RowRef::Kind::real ? unit_words(data, target.entity, target.row, true)
                                                                : Words{"để trống", "blank"},
                              {}}};
            return;
        }
        case PathMeaning::End::parameter:
            result.values = values_.values(id, row);
            return parameter_head(meaning.index, result);
        case PathMeaning::End::definition:
            result.values = values_.values(id, row);
            if (here.kind != RowRef::Kind::real) result.note = values_.cell_words(here, 0);
            return;
        case PathMeaning::End::choice:
            result.values = values_.values(id, row);
            return;
        default:
            return;
    }
}

void ExplainedTree::parameter_head(std::uint32_t index, ExplanationNode& result) const {
    const CheckedRulebook& book = values_.book();
    const CheckedParameter& parameter = book.parameters[index];
    for (const ParameterDecl& decl : book.book->parameters)
        if (decl.name.value == parameter.name) result.title = decl.title;
    if (!parameter.measure.vi.empty() && parameter.type.is_numeric())
        for (ExplainedValue& value : result.values) {
            value.text.vi += " " + parameter.measure.vi;
            value.text.en += " " + (parameter.measure.en.empty() ? parameter.measure.vi : parameter.measure.en);
        }
    const CheckedValue* value = parameter.on(values_.day(0));
    if (!value) return;
    if (const SettledParameter* settled = values_.settled(parameter))
        result.note = {"theo cấu hình kiểm tra; lý do: " + settled->reason,
                       "settled by the profile; reason: " + settled->reason};
    if (!value->set_by.empty())
        result.note = {fmt::format("theo bộ quy tắc {}; lý do: {}", value->set_by, value->reason),
                       fmt::format("overridden by {}; reason: {}", value->set_by, value->reason)};
    if (value->undetermined)
        result.note = {"văn bản không xác định, nên xét theo từng cách hiểu",
                       "left open by the instrument: each reading is judged"};
    for (std::size_t reading = 1; reading < values_.readings(); ++reading)
        if (parameter.on(values_.day(reading)) != value) return;  // versions: no single basis
    result.basis = value->basis;
    for (Basis& basis : result.basis)
        if (basis.instrument.empty()) basis.instrument = book.book->instrument.number;
    result.since = value->span.from;
}

/// What stands in the record or the rulebook by name, so that a folded line still says what it rests on.
void ExplainedTree::note_leaves(ExprId id, const RowRef& row, ExplanationNode& result) const {
    if (std::holds_alternative<Call>(values_.node(id)) || !result.note.vi.empty()) return;
    if (std::holds_alternative<Path>(values_.node(id))) {
        const RowRef here = values_.arrive(id, row);
        const bool definition = values_.book().path(id).end == PathMeaning::End::definition;
        if (definition && here.kind == RowRef::Kind::real) note_leaves(values_.definition(id).expr, here, result);
        return;
    }
    std::vector<std::pair<std::string, Words>> leaves;
    // What a comparison compares is said whole where it is known; otherwise the cells below it say why it is not.
    const auto whole = [&](ExprId part) {
        for (std::size_t reading = 0; reading < values_.readings(); ++reading)
            if (!values_.evaluate(part, row, reading).single()) return false;
        return true;
    };
    const auto collect = [&](auto& self, ExprId part, bool compared) -> void {
        const Node& one = values_.node(part);
        const bool path = std::holds_alternative<Path>(one);
        if (leaves.size() > most_leaves || values_.is_literal(part) || std::holds_alternative<ListLiteral>(one)) return;
        const bool computed = std::holds_alternative<Arithmetic>(one) || std::holds_alternative<If>(one);
        if (!path && !std::holds_alternative<Call>(one) && !(compared && computed && whole(part)))
            return for_each_part(one, [&](ExprId below) {
                self(self, below, std::holds_alternative<Comparison>(one) || std::holds_alternative<Membership>(one));
            });
        ExplanationNode leaf;
        if (path)
            path_head(part, row, leaf);
        else
            leaf.values = values_.values(part, row);
        const std::string name = values_.written(part);
        const bool known = std::any_of(leaves.begin(), leaves.end(), [&](const auto& other) { return other.first == name; });
        if (leaf.values.size() == 1 && !known) leaves.emplace_back(name, leaf.values.front().text);
    };
    collect(collect, id, false);
    for (std::size_t i = 0; i < std::min(leaves.size(), most_leaves); ++i) {
        const std::string before = (i == 0 ? "" : ", ") + leaves[i].first + ": ";
        result.note.vi += before + leaves[i].second.vi;
        result.note.en += before + leaves[i].second.en;
    }
    if (leaves.size() > most_leaves) {
        result.note.vi += ", …";
        result.note.en += ", …";
    }
}

void ExplainedTree::part(ExprId id, const RowRef& row, ExplanationNode& result, Words label) {
    if (values_.is_literal(id) && label.vi.empty()) return;
    ExplanationNode child = node(id, row, Detail::full);
    child.label = std::move(label);
    result.children.push_back(std::move(child));
}

void ExplainedTree::inside(ExprId id, const RowRef& row, Detail detail, ExplanationNode& result) {
    const Node& node = values_.node(id);
    if (const auto* both = std::get_if<And>(&node)) return connective(both->operands, true, id, row, detail, result);
    if (const auto* either = std::get_if<Or>(&node)) return connective(either->operands, false, id, row, detail, result);
    if (std::holds_alternative<Path>(node)) {
        const PathMeaning& meaning = values_.book().path(id);
        if (meaning.end == PathMeaning::End::parameter && !parameters_.insert(meaning.index).second) {
            result.basis.clear();
            result.since.reset();
        }
        if (meaning.end != PathMeaning::End::definition) return;
        const RowRef here = values_.arrive(id, row);
        if (here.kind != RowRef::Kind::real) return;
        if (detail == Detail::full && !definitions_.insert({meaning.index, here.row}).second) return;
        const ExprId expr = values_.definition(id).expr;
        result.definition = values_.written(expr);
        if (std::holds_alternative<Path>(values_.node(expr))) return part(expr, here, result);
        return inside(expr, here, detail, result);
    }
    if (detail == Detail::outline) return note_leaves(id, row, result);
    if (const auto* choice = std::get_if<If>(&node)) return branches(*choice, row, result);
    if (const auto* fallback = std::get_if<Else>(&node)) return otherwise(*fallback, row, result);
    if (const auto* call = std::get_if<Call>(&node); call && values_.book().facts[id].function->shape != Shape::scalar)
        return rows(id, row, result);
    if (const auto* member = std::get_if<Membership>(&node)) {
        part(member->operand, row, result);
        if (!std::holds_alternative<ListLiteral>(values_.node(member->set))) return part(member->set, row, result);
        for (const ExprId item : std::get<ListLiteral>(values_.node(member->set)).items) part(item, row, result);
        return;
    }
    for_each_part(node, [&](ExprId below) { part(below, row, result); });
}

/// A false `and` is decided by its false parts, an open one by the open ones; a true one by all. `or` the other way round.
void ExplainedTree::connective(const std::vector<ExprId>& operands, bool conjunction, ExprId id, const RowRef& row,
                               Detail detail, ExplanationNode& result) {
    const auto turned = [&](Truth truth) { return conjunction ? truth : negate(truth); };
    const Truth whole = turned(values_.truth(id, row));
    for (const ExprId operand : operands) {
        const Truth one = turned(values_.truth(operand, row));
        const bool decides = whole.surely_false() ? one.surely_false() : whole.surely_true() || !one.surely_true();
        result.children.push_back(node(operand, row, detail == Detail::full && decides ? Detail::full : Detail::line));
    }
}

void ExplainedTree::branches(const If& node, const RowRef& row, ExplanationNode& result) {
    part(node.condition, row, result, {"nếu", "if"});
    // Which branch each reading takes; where the condition is open, either may count.
    std::vector<std::size_t> then, otherwise;
    bool open = false;
    for (std::size_t reading = 0; reading < values_.readings(); ++reading) {
        const Truth condition = values_.evaluate(node.condition, row, reading).as_truth();
        open = open || !(condition.surely_true() || condition.surely_false());
        if (condition.can_be_true) then.push_back(reading);
        if (condition.can_be_false) otherwise.push_back(reading);
    }
    const auto branch = [&](ExprId id, const std::vector<std::size_t>& readings, const Words& name) {
        if (readings.empty()) return;
        part(id, row, result, open ? name : Words{"lấy nhánh “" + name.vi + "”", "the branch “" + name.en + "”"});
        if (!open && readings.size() < values_.readings()) result.children.back().readings = readings;
    };
    branch(node.then, then, {"thì", "then"});
    branch(node.otherwise, otherwise, {"còn lại", "else"});
}

void ExplainedTree::otherwise(const Else& node, const RowRef& row, ExplanationNode& result) {
    part(node.path, row, result);
    const PathMeaning& meaning = values_.book().path(node.path);
    const RowRef here = values_.arrive(node.path, row);
    const bool filled =
        here.kind == RowRef::Kind::real && values_.data().state(here.entity, meaning.index, here.row) != CellState::missing;
    if (!filled) part(node.fallback, row, result, {"nên lấy", "so take"});
}

void ExplainedTree::rows(ExprId id, const RowRef& row, ExplanationNode& result) {
    const auto explained = [&](std::size_t reading) {
        ExplainedRows all = explain_rows(values_, id, row, reading);
        std::erase_if(all.words, [&](const auto& words) { return !words_.insert(words).second; });
        for (RowGroup& group : all.groups) {
            std::string left_out;
            for (const ExplainedRow& one : group.rows) {
                left_out += all.table + "\n" + one.id + "\n";
                for (const Words& because : one.because) left_out += because.en + "\n";
            }
            // Aggregates of one rule leave out much the same rows: once is enough.
            if (group.what != RowGroup::What::left_out || left_out_.insert(left_out).second) continue;
            group.rows.clear();
            group.shown_before = true;
        }
        return all;
    };
    const std::vector<ExplainedValue> by_reading = values_.values(id, row);
    if (by_reading.size() == 1) {
        result.rows = explained(0);
        return;
    }
    for (const ExplainedValue& value : by_reading) {
        ExplanationNode child;
        child.values = {value};
        child.rows = explained(value.readings.front());
        result.children.push_back(std::move(child));
    }
}

}  // namespace hoagiai
