#include "engine/checking/spelling.h"

#include "engine/language/printer.h"

namespace hoagiai {

namespace {

struct Named {
    std::string_view en, vi;
};

Named step_name(const Schema& schema, EntityId here, const PathStep& step) {
    if (!step.up) return {schema[step.entity].plural, schema[step.entity].name_vi};
    const Link& link = schema[here].links[step.link];
    return {link.name, link.name_vi};
}

Named end_name(const CheckedRulebook& book, ExprId id, const PathMeaning& meaning) {
    const Schema& schema = *book.schema;
    switch (meaning.end) {
        case PathMeaning::End::field: {
            const Field& field = schema[meaning.entity].fields[meaning.index];
            return {field.name, field.name_vi};
        }
        case PathMeaning::End::link: {
            const Link& link = schema[meaning.entity].links[meaning.index];
            return {link.name, link.name_vi};
        }
        case PathMeaning::End::choice: {
            const Choice& choice = book.facts[id].type.choices->choices[meaning.index];
            return {choice.name, choice.name_vi};
        }
        default:
            return {};
    }
}

Named named(const CheckedRulebook& book, ExprId id, std::size_t number) {
    if (const Function* function = book.facts[id].function) return {function->name, function->name_vi};
    if (book.facts[id].path == none_id) return {};
    const PathMeaning& meaning = book.path(id);
    EntityId here = meaning.from;
    for (std::size_t i = 0; i < meaning.steps.size(); ++i) {
        if (i == number) return step_name(*book.schema, here, meaning.steps[i]);
        here = meaning.steps[i].entity;
    }
    return number == meaning.steps.size() ? end_name(book, id, meaning) : Named{};
}

}  // namespace

std::string_view name_in(const CheckedRulebook& book, ExprId id, std::size_t number, Spelling spelling) {
    const Named words = named(book, id, number);
    return spelling == Spelling::vi ? words.vi : words.en;
}

std::string print_in_english(const CheckedRulebook& book, ExprId id) {
    return print_expression(book.book->ast, id, Spelling::en,
                            [&](ExprId of, std::size_t number) { return name_in(book, of, number, Spelling::en); });
}

std::string print_in_vietnamese(const CheckedRulebook& book, ExprId id) {
    return print_expression(book.book->ast, id, Spelling::vi,
                            [&](ExprId of, std::size_t number) { return name_in(book, of, number, Spelling::vi); });
}

}  // namespace hoagiai
