// The values and rows that a finding rests on.
#include <algorithm>
#include <tuple>

#include "engine/checking/spelling.h"
#include "engine/findings/describer.h"
#include "engine/findings/named.h"

namespace hoagiai {

namespace {

constexpr std::size_t most_rows = 50;

}  // namespace

Words label_of(const CheckedRulebook& book, ExprId id, const std::string& expression) {
    if (std::holds_alternative<Path>(book.book->ast[id].node)) {
        const PathMeaning& meaning = book.path(id);
        if (const FieldId field = own_field(book, id); field != none_id) {
            const Words& title = (*book.schema)[meaning.entity].fields[field].title;
            if (!title.en.empty() && !title.vi.empty()) return title;
        }
        if (meaning.end == PathMeaning::End::parameter)
            for (const ParameterDecl& parameter : book.book->parameters)
                if (parameter.name.value == book.parameters[meaning.index].name && !parameter.title.vi.empty())
                    return {parameter.title.vi, parameter.title.en.empty() ? expression : parameter.title.en};
    }
    return {print_in_vietnamese(book, id), expression};
}

void Describer::collect(ExprId condition, std::vector<Evidence>& evidence) const {
    for (const ExprId id : named_in(book_, condition)) {
        const std::string& expression = print_in_english(book_, id);
        if (std::any_of(evidence.begin(), evidence.end(),
                        [&](const Evidence& known) { return known.expression == expression; }))
            continue;
        Evidence one{expression,
                     label_of(book_, id, expression),
                     {value_in_or_field(id, Language::vi), value_in_or_field(id, Language::en)},
                     {},
                     0};
        add_rows(id, row_, one);
        evidence.push_back(std::move(one));
    }
}

std::string Describer::value_in_or_field(ExprId id, Language language) const {
    if (std::holds_alternative<Path>(book_.book->ast[id].node) && book_.path(id).end == PathMeaning::End::link) return "";
    return value_in(id, language);
}

void Describer::add_rows(ExprId id, const RowRef& row, Evidence& evidence) const {
    // A definition that is a call shows the rows behind that call, seen from where the path arrives.
    if (std::holds_alternative<Path>(book_.book->ast[id].node)) {
        const PathMeaning& meaning = book_.path(id);
        if (meaning.end != PathMeaning::End::definition) return;
        RowRef here = row;
        for (const PathStep& step : meaning.steps) here = go_up(data_, here, step.link);
        const ExprId expr = book_.definitions[meaning.index].expr;
        if (here.kind == RowRef::Kind::real && std::holds_alternative<Call>(book_.book->ast[expr].node))
            add_rows(expr, here, evidence);
        return;
    }
    for (const RowRef& counted : evaluators_.front().counted_rows(id, row)) {
        if (evidence.rows.size() == most_rows) {
            ++evidence.more_rows;
            continue;
        }
        evidence.rows.push_back({(*data_.schema)[counted.entity].name, std::string(data_.id(counted.entity, counted.row))});
    }
    std::sort(evidence.rows.begin(), evidence.rows.end(),
              [](const RowName& a, const RowName& b) { return std::tie(a.entity, a.id) < std::tie(b.entity, b.id); });
}

}  // namespace hoagiai
