#include "engine/findings/explanation/fillings.h"

#include <algorithm>

#include "engine/findings/explanation/filling_words.h"
#include "engine/language/walk.h"

namespace hoagiai {

namespace {

/// So often may the rule be judged for one explanation; cells beyond are named only.
constexpr std::size_t most_judged = 4000;

}  // namespace

Fillings::Fillings(const CheckResult& result, const Finding& finding, const ExplainedValues& values)
    : values_(values), what_if_(result, finding) {}

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
    std::vector<TriedValue> tried;
    if (type.kind == Kind::boolean) {
        tried.push_back({{"“có”", "“yes”"}, "true", status_of(Known::truth(Truth::yes()))});
        tried.push_back({{"“không”", "“no”"}, "false", status_of(Known::truth(Truth::no()))});
        return join(tried, missing);
    }
    for (std::size_t i = 0; i < type.choices->choices.size(); ++i) {
        const Choice& choice = type.choices->choices[i];
        const auto quoted = [&](const std::string& title) { return "“" + (title.empty() ? choice.name : title) + "”"; };
        tried.push_back(
            {{quoted(choice.title.vi), quoted(choice.title.en)}, choice.name, status_of(Known::choice(static_cast<int>(i)))});
    }
    join(tried, missing);
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

/// Values that the rule computes outside of its counts, and those that it compares with.
std::vector<std::int64_t> Fillings::interesting(const Type& type) const {
    constexpr std::size_t most = 40, most_looked_at = 400;
    std::vector<std::int64_t> all;
    std::size_t looked_at = 0;
    const CheckedRulebook& book = values_.book();
    const auto look = [&](auto& self, ExprId id, const RowRef& row) -> void {
        if (id == no_expr || all.size() > most || ++looked_at > most_looked_at) return;
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
    std::vector<TriedValue> tried;
    for (const Row target : targets)
        tried.push_back({unit_words(data, link.target, target, true), std::string(data.id(link.target, target)),
                         what_if_.if_linked(cell.entity, cell.field, cell.row, target)});
    join(tried, missing);
}

}  // namespace hoagiai
