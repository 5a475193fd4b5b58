// The names of extended books in the book that extends them. What they stand for is copied into its own tree, so that a
// checked rulebook needs no other to be evaluated; where each came from is kept beside it.
#include <fmt/format.h>

#include <algorithm>

#include "engine/checking/layers/book_set.h"
#include "engine/language/walk.h"
#include "engine/text/fold.h"

namespace hoagiai {

namespace {

inline constexpr DiagnosticKind name_in_two_books{"B042", "name-in-two-books"};

/// Copies expressions from one arena into another.
class Copier {
public:
    Copier(const Ast& from, Ast& to) : from_(from), to_(to) {}

    ExprId copy(ExprId id) {
        if (id == no_expr) return no_expr;
        Expr expr = from_[id];
        for_each_part(expr.node, [&](ExprId& part) { part = copy(part); });
        return to_.add(std::move(expr.node), expr.range, text(expr.text));
    }

private:
    std::uint32_t text(std::uint32_t index) {
        const auto [known, is_new] = texts_.emplace(index, static_cast<std::uint32_t>(to_.texts.size()));
        if (is_new) to_.texts.push_back(from_.texts[index]);
        return known->second;
    }

    const Ast& from_;
    Ast& to_;
    std::map<std::uint32_t, std::uint32_t> texts_;
};

/// A name that expressions may use, and whose it is.
struct Named {
    std::size_t book = 0;
    Text name;
    std::string entity;  ///< empty: a parameter, which every entity sees
};

bool clash(const Named& a, const Named& b) {
    return a.book != b.book && (a.entity.empty() || b.entity.empty() || a.entity == b.entity);
}

class Importer {
public:
    Importer(LayeredBooks& books, std::size_t index) : books_(books), index_(index), here_(books[index]) {}

    void import() {
        const auto book = here_.book;
        // The book's own names first: those that stand in their way stay outside.
        see(index_);
        // An order of its own, whatever else is in the run: the copies have the same ids each time.
        for (const std::size_t base : here_.below_order) {
            if (!books_[base].book) continue;
            const Rulebook& other = *books_[base].book;
            book->extended.push_back(books_[base].book);
            Copier copier(other.ast, book->ast);
            for (const ParameterDecl& decl : other.parameters) {
                if (!decl.imported_from.empty() || !is_free({base, decl.name, {}})) continue;
                book->parameters.push_back(decl);
                ParameterDecl& copy = book->parameters.back();
                copy.imported_from = other.name.value;
                for (ParameterValue& value : copy.values)
                    for (Basis& basis : value.basis)
                        if (basis.instrument.empty()) basis.instrument = other.instrument.number;
            }
            for (const DefinitionDecl& decl : other.definitions) {
                if (!decl.imported_from.empty() || !is_free({base, decl.name, decl.entity.value})) continue;
                const ExprId expr = copier.copy(decl.expr);
                book->definitions.push_back({decl.entity, decl.name, expr, other.name.value});
            }
            see(base);
        }
    }

private:
    void see(std::size_t index) {
        const Rulebook& book = *books_[index].book;
        for (const ParameterDecl& decl : book.parameters)
            if (decl.imported_from.empty()) seen_[fold(decl.name.value)].push_back({index, decl.name, {}});
        for (const DefinitionDecl& decl : book.definitions)
            if (decl.imported_from.empty()) seen_[fold(decl.name.value)].push_back({index, decl.name, decl.entity.value});
    }

    /// Whether no other book has given the name; reported if one has.
    bool is_free(const Named& named) {
        for (const Named& other : seen_[fold(named.name.value)]) {
            if (!clash(named, other)) continue;
            if (!said_below(named.book, other.book)) report(named, other);
            return false;
        }
        return true;
    }

    /// Where an extended book sees both already, it was said there.
    bool said_below(std::size_t a, std::size_t b) const {
        return std::any_of(here_.below.begin(), here_.below.end(), [&](std::size_t base) {
            const auto sees = [&](std::size_t wanted) { return base == wanted || books_[base].below.count(wanted) > 0; };
            return sees(a) && sees(b);
        });
    }

    void report(const Named& named, const Named& other) {
        const bool own = other.book == index_;
        const std::string name = visible(named.name.value);
        Diagnostic& said = here_.said.add(
            name_in_two_books, own ? other.name.place() : way_to(named.book).place(),
            own ? Words{fmt::format("`{}` đã là một tên của bộ quy tắc được kế thừa `{}`", name, name_of(named.book)),
                        fmt::format("`{}` is already a name of the extended rulebook `{}`", name, name_of(named.book))}
                : Words{fmt::format("`{}` và `{}` đều có tên `{}`", name_of(other.book), name_of(named.book), name),
                        fmt::format("`{}` and `{}` both have the name `{}`", name_of(other.book), name_of(named.book), name)},
            own ? Words{"đặt tên khác; muốn đổi giá trị của một tham số thì dùng `override`",
                        "choose another name; to change a parameter's value use `override`"}
                : Words{"đổi tên ở một trong hai bộ, hoặc chỉ kế thừa một bộ",
                        "rename it in one of the two, or extend only one of them"});
        if (!own) said.related.push_back({other.name.place(), {"ở bộ thứ nhất", "in the first"}});
        said.related.push_back({named.name.place(), own ? Words{"tên kia ở đây", "the other one is here"}
                                                        : Words{"ở bộ thứ hai", "in the second"}});
    }

    std::string name_of(std::size_t index) const { return visible(books_[index].book->name.value); }

    /// The path under `extends` that leads to a book.
    const Text& way_to(std::size_t index) const {
        for (const LayeredBook::Base& base : here_.bases)
            if (base.book == index || books_[base.book].below.count(index)) return base.written;
        return here_.bases.front().written;
    }

    LayeredBooks& books_;
    std::size_t index_;
    LayeredBook& here_;
    std::map<std::string, std::vector<Named>> seen_;
};

}  // namespace

void import_names(LayeredBooks& books, const std::vector<std::size_t>& order) {
    for (const std::size_t index : order)
        if (books[index].book) Importer(books, index).import();
}

}  // namespace hoagiai
