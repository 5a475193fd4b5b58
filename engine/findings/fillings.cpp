#include "engine/findings/fillings.h"

#include <algorithm>
#include <map>

#include "engine/checking/written_out.h"
#include "engine/findings/filling_words.h"

namespace hoagiai {

namespace {

/// So often may the rule be judged for one explanation; cells beyond are named only.
constexpr std::size_t most_judged = 4000;
constexpr std::size_t most_targets = 12;
constexpr std::string_view another_text = "(giá trị khác)";

void note_status(std::optional<Status> status, MissingValue& missing) {
    if (status && std::find(missing.possible.begin(), missing.possible.end(), *status) == missing.possible.end())
        missing.possible.push_back(*status);
}

/// Fillings that give the same status are one, in the order in which they were met.
void join(std::vector<std::pair<Words, std::string>> values, const std::vector<std::optional<Status>>& statuses,
          MissingValue& missing) {
    std::vector<std::pair<Status, std::vector<std::size_t>>> groups;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        note_status(statuses[i], missing);
        if (!statuses[i]) return;
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == *statuses[i]; });
        if (group == groups.end()) group = groups.insert(groups.end(), {*statuses[i], {}});
        group->second.push_back(i);
    }
    for (const auto& [status, members] : groups) {
        Filling filling{{}, status, {}};
        std::vector<Words> words;
        for (const std::size_t i : members) {
            words.push_back(values[i].first);
            filling.examples.push_back(values[i].second);
        }
        filling.values = listed(words);
        missing.fillings.push_back(std::move(filling));
    }
}

}  // namespace

Fillings::Fillings(const CheckResult& result, const Finding& finding, const ExplainedValues& values)
    : values_(values), finding_(finding), what_if_(result, finding) {}

MissingValue Fillings::of(const MissingCell& cell) {
    MissingValue missing;
    missing.cell = cell_name(cell, values_.data());
    if (what_if_.judged() > most_judged) return missing;
    using What = MissingCell::What;
    if (cell.what == What::cell) one_cell(cell.entity, cell.field, cell.row, missing);
    if (cell.what == What::link) links(cell, missing);
    if (cell.what == What::column) {
        // Of a column that is not there, the cell of the unit itself, or of the commune above it, is the one that is wanted.
        const Row row = row_of_unit(cell.entity);
        if (row == no_row) return missing;
        missing.cell = cell_name({What::cell, cell.entity, row, cell.field}, values_.data());
        missing.cell.what = What::column;
        one_cell(cell.entity, cell.field, row, missing);
    }
    return missing;
}

Row Fillings::row_of_unit(EntityId entity) const {
    const Dataset& data = values_.data();
    RowRef here = values_.unit();
    while (here.entity != entity) {
        const LinkId parent = data.schema->parent_link(here.entity);
        if (parent == none_id) return no_row;
        here = go_up(data, here, parent);
        if (here.kind != RowRef::Kind::real) return no_row;
    }
    return here.row;
}

void Fillings::one_cell(EntityId entity, FieldId field, Row row, MissingValue& missing) {
    const Field& declared = (*values_.data().schema)[entity].fields[field];
    const AssumedCell cell{entity, field, row, any_value(declared)};
    if (declared.type.kind == Kind::boolean || declared.type.kind == Kind::choice)
        choices(cell, declared.type, missing);
    else if (declared.type.kind == Kind::text)
        texts(cell, missing);
    else
        numbers(cell, declared, missing);
}

void Fillings::choices(const AssumedCell& cell, const Type& type, MissingValue& missing) {
    const auto status_of = [&](Known value) {
        AssumedCell filled = cell;
        filled.value = std::move(value);
        return what_if_.if_cell(filled);
    };
    std::vector<std::pair<Words, std::string>> values;
    std::vector<std::optional<Status>> statuses;
    if (type.kind == Kind::boolean) {
        for (const bool value : {true, false}) {
            values.push_back(value ? std::pair{Words{"“có”", "“yes”"}, std::string("true")}
                                   : std::pair{Words{"“không”", "“no”"}, std::string("false")});
            statuses.push_back(status_of(Known::truth(Truth::of(value))));
        }
        return join(std::move(values), statuses, missing);
    }
    for (std::size_t i = 0; i < type.choices->choices.size(); ++i) {
        const Choice& choice = type.choices->choices[i];
        const auto quoted = [&](const std::string& title) { return "“" + (title.empty() ? choice.name : title) + "”"; };
        values.push_back({{quoted(choice.title.vi), quoted(choice.title.en)}, choice.name});
        statuses.push_back(status_of(Known::choice(static_cast<int>(i))));
    }
    join(std::move(values), statuses, missing);
    // The largest of several groups says the rest, where naming all of it would be long.
    constexpr std::size_t most_named = 4;
    const auto largest =
        std::max_element(missing.fillings.begin(), missing.fillings.end(),
                         [](const Filling& a, const Filling& b) { return a.examples.size() < b.examples.size(); });
    if (largest == missing.fillings.end() || largest->examples.size() <= most_named) return;
    const bool only = missing.fillings.size() == 1;
    largest->values = only ? Words{"bất kỳ giá trị nào", "any value"} : Words{"mọi giá trị khác", "any other value"};
    std::rotate(largest, largest + 1, missing.fillings.end());
}

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
    std::vector<std::pair<Words, std::string>> values;
    std::vector<std::optional<Status>> statuses;
    const auto try_text = [&](const std::string& text, Words words) {
        values.push_back({std::move(words), text});
        cell.value = Known::text(text);
        statuses.push_back(derived == none_id ? what_if_.if_cell(cell)
                                              : what_if_.if_text(cell.entity, cell.field, cell.row, text));
    };
    for (const std::string& text : candidates) try_text(text, {"“" + text + "”", "“" + text + "”"});
    try_text(std::string(another_text), {"giá trị khác", "any other value"});
    join(std::move(values), statuses, missing);
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

/// Values that the rule computes outside of its counts, and those that it compares with.
std::vector<std::int64_t> Fillings::interesting(const Type& type) const {
    constexpr std::size_t most = 40;
    std::vector<std::int64_t> all;
    const CheckedRulebook& book = values_.book();
    const auto look = [&](auto& self, ExprId id, const RowRef& row) -> void {
        if (id == no_expr || all.size() > most) return;
        const Fact& fact = book.facts[id];
        const bool path = std::holds_alternative<Path>(values_.node(id));
        if (fact.type.kind == type.kind && !fact.type.list) {
            const Known known = values_.evaluate(id, row, 0);
            if (known.is_range() && known.as_range().finite)
                for (const Number& end : {known.as_range().low, known.as_range().high})
                    if (!end.is_infinite()) all.push_back(steps_of(end, type));
        }
        if (path && book.path(id).end == PathMeaning::End::definition) {
            const RowRef here = values_.arrive(id, row);
            if (here.kind == RowRef::Kind::real) self(self, values_.definition(id).expr, here);
        }
        if (!path && !std::holds_alternative<Call>(values_.node(id)))
            for_each_part(values_.node(id), [&](ExprId part) { self(self, part, row); });
    };
    for (const ExprId root : {values_.rule().decl->when, values_.rule().decl->require}) look(look, root, values_.unit());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void Fillings::numbers(const AssumedCell& cell, const Field& field, MissingValue& missing) {
    const auto status_of = [&](const NumberRange& range) {
        AssumedCell filled = cell;
        filled.value = Known::range(range);
        const auto status = what_if_.if_cell(filled);
        if (range.single()) note_status(status, missing);
        return status;
    };
    const auto number = [&](std::int64_t steps) { return value_of(steps, field.type); };
    StatusAlong along;
    along.at = [&](std::int64_t value) { return status_of(NumberRange::exactly(number(value))); };
    along.between = [&](std::int64_t low, std::int64_t high) {
        return status_of(NumberRange::between(number(low), number(high)));
    };
    along.interesting = interesting(field.type);
    constexpr std::int64_t far = 1'000'000'000'000;  // more than anything that records count
    const bool endless = field.maximum.is_infinite();
    const std::int64_t low = field.minimum.is_infinite() ? 0 : steps_of(field.minimum, field.type);
    const std::int64_t high = endless ? far : steps_of(field.maximum, field.type);
    const std::vector<Stretch> stretches = find_stretches(low, high, along);
    if (stretches.empty()) return;
    if (endless) {
        // What lies beyond must be what lies before it.
        const auto beyond = status_of(NumberRange::between(number(high), Number::infinity()));
        if (beyond != stretches.back().status) return;
    }
    for (const Stretch& stretch : stretches) missing.fillings.push_back(filling_of(stretch, field.type, low, high));
    if (!field.event) return;
    const auto never = status_of(NumberRange::never());
    if (never)
        missing.fillings.push_back(filling_of_never(*never));
    else
        missing.fillings.clear();
}

void Fillings::links(const MissingCell& cell, MissingValue& missing) {
    const Dataset& data = values_.data();
    const Link& link = (*data.schema)[cell.entity].links[cell.field];
    const LinkId parent = data.schema->parent_link(cell.entity), of_target = data.schema->parent_link(link.target);
    std::vector<Row> targets;
    for (Row row = 0; row < data[link.target].size; ++row) {
        const bool may_stand_there = !link.same_parent || (parent != none_id && of_target != none_id &&
                                                           data[cell.entity].links[parent].targets[cell.row] ==
                                                               data[link.target].links[of_target].targets[row]);
        if (may_stand_there) targets.push_back(row);
        if (targets.size() > most_targets) return;
    }
    std::vector<std::pair<Words, std::string>> values;
    std::vector<std::optional<Status>> statuses;
    for (const Row target : targets) {
        values.push_back({unit_words(data, link.target, target, true), std::string(data.id(link.target, target))});
        statuses.push_back(what_if_.if_linked(cell.entity, cell.field, cell.row, target));
    }
    join(std::move(values), statuses, missing);
}

}  // namespace hoagiai
