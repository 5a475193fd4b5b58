// Blank cells that hold a text: of all texts, those that the rule compares with stand each for itself, and one for all others.
#include <algorithm>

#include "engine/checking/written_out.h"
#include "engine/findings/explanation/filling_words.h"
#include "engine/findings/explanation/fillings.h"

namespace hoagiai {

namespace {

constexpr std::string_view another_text = "(giá trị khác)";

}  // namespace

std::optional<std::vector<std::string>> Fillings::compared_texts() const {
    const CheckedRulebook& book = values_.book();
    std::vector<std::string> texts;
    bool only_literals = true;
    const auto fixed = [&](ExprId id) {
        return std::holds_alternative<TextLiteral>(values_.node(id)) || std::holds_alternative<ListLiteral>(values_.node(id)) ||
               (std::holds_alternative<Path>(values_.node(id)) && book.path(id).end == PathMeaning::End::parameter);
    };
    const auto is_text = [&](ExprId id) { return book.facts[id].type.kind == Kind::text; };
    const auto look = [&](ExprId id) {
        const Node& node = values_.node(id);
        if (const auto* literal = std::get_if<TextLiteral>(&node)) texts.push_back(literal->value);
        if (const auto* comparison = std::get_if<Comparison>(&node); comparison && is_text(comparison->operands.front()))
            only_literals = only_literals && std::any_of(comparison->operands.begin(), comparison->operands.end(), fixed);
        if (const auto* member = std::get_if<Membership>(&node); member && is_text(member->operand))
            only_literals = only_literals && fixed(member->set);
        if (std::holds_alternative<Call>(node) && book.facts[id].operand != no_expr && is_text(book.facts[id].operand))
            only_literals = false;  // how many different ones
        const std::uint32_t path = book.facts[id].path;
        if (path == none_id || book.paths[path].end != PathMeaning::End::parameter || !is_text(id)) return;
        if (const CheckedValue* value = book.parameters[book.paths[path].index].on(values_.day(0)))
            for (const Known& known : value->values)
                if (known.is_text() && !known.as_text().options.empty()) texts.push_back(known.as_text().options.front().text);
    };
    for (const ExprId root : {values_.rule().decl->when, values_.rule().decl->require}) for_each_written_out(book, root, look);
    if (!only_literals) return std::nullopt;
    std::vector<std::string> different;
    for (std::string& text : texts)
        if (std::find(different.begin(), different.end(), text) == different.end()) different.push_back(std::move(text));
    return different;
}

void Fillings::texts(AssumedCell cell, MissingValue& missing) {
    const Dataset& data = values_.data();
    EntityId derived = none_id;
    for (EntityId entity = 0; entity < data.schema->entities.size(); ++entity)
        if ((*data.schema)[entity].derived_from == std::pair{cell.entity, cell.field}) derived = entity;
    std::vector<std::string> candidates;
    if (derived != none_id) {
        // Any unit that there is, and one that there is not.
        if (data[derived].size > most_targets) return;
        for (Row row = 0; row < data[derived].size; ++row) candidates.emplace_back(data.id(derived, row));
    } else {
        auto compared = compared_texts();
        if (!compared) return other_texts(std::move(cell), missing);
        candidates = std::move(*compared);
    }
    std::vector<TriedValue> tried;
    const auto try_text = [&](const std::string& text, Words words) {
        cell.value = Known::text(text);
        const auto status =
            derived == none_id ? what_if_.if_cell(cell) : what_if_.if_text(cell.entity, cell.field, cell.row, text);
        tried.push_back({std::move(words), text, status});
    };
    for (const std::string& text : candidates) try_text(text, {"“" + text + "”", "“" + text + "”"});
    try_text(std::string(another_text), {"giá trị khác", "any other value"});
    join(tried, missing);
}

/// The rule compares cells with each other: all that can be said is which statuses some texts give.
void Fillings::other_texts(AssumedCell cell, MissingValue& missing) {
    const Dataset& data = values_.data();
    std::vector<std::string> tried = {std::string(another_text)};
    for (Row row = 0; row < data[cell.entity].size && tried.size() < most_targets; ++row) {
        if (data.state(cell.entity, cell.field, row) != CellState::known) continue;
        const std::string text = data.value(cell.entity, cell.field, row).as_text().options.front().text;
        if (std::find(tried.begin(), tried.end(), text) == tried.end()) tried.push_back(text);
    }
    for (const std::string& text : tried) {
        cell.value = Known::text(text);
        note_status(what_if_.if_cell(cell), missing);
    }
}

}  // namespace hoagiai
