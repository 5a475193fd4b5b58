#include "engine/checking/spelling.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

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

/// The texts of one rulebook under one schema, as far as they were asked for.
struct Printed {
    std::weak_ptr<const Rulebook> book;
    std::weak_ptr<const Schema> schema;
    std::unordered_map<ExprId, std::string> english, vietnamese;

    /// The same objects, not others that came to stand where these were.
    bool is_of(const CheckedRulebook& other) const { return same(book, other.book) && same(schema, other.schema); }
    bool gone() const { return book.expired() || schema.expired(); }

private:
    static bool same(const auto& mine, const auto& theirs) { return !mine.owner_before(theirs) && !theirs.owner_before(mine); }
};

/// Every finding of a rule names the same expressions, so each thread keeps what it has printed.
const std::string& printed(const CheckedRulebook& book, ExprId id, Spelling spelling) {
    static thread_local std::deque<Printed> all;
    static const std::string nothing;
    if (id == no_expr) return nothing;
    auto own = std::find_if(all.begin(), all.end(), [&](const Printed& one) { return one.is_of(book); });
    if (own == all.end()) {
        std::erase_if(all, [](const Printed& one) { return one.gone(); });
        own = all.insert(all.end(), {book.book, book.schema, {}, {}});
    }
    const auto [text, added] = (spelling == Spelling::vi ? own->vietnamese : own->english).try_emplace(id);
    if (added)
        text->second = print_expression(book.book->ast, id, spelling,
                                        [&](ExprId of, std::size_t number) { return name_in(book, of, number, spelling); });
    return text->second;
}

}  // namespace

std::string_view name_in(const CheckedRulebook& book, ExprId id, std::size_t number, Spelling spelling) {
    const Named words = named(book, id, number);
    return spelling == Spelling::vi ? words.vi : words.en;
}

const std::string& print_in_english(const CheckedRulebook& book, ExprId id) { return printed(book, id, Spelling::en); }

const std::string& print_in_vietnamese(const CheckedRulebook& book, ExprId id) { return printed(book, id, Spelling::vi); }

}  // namespace hoagiai
