#include "tests/support/promise_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace hoagiai::support {

namespace {

using plain::Answer;
using plain::Filling;
using plain::Tree;

bool any_of(const Tree& tree, bool (*is)(const Tree&)) {
    return is(tree) || std::any_of(tree.parts.begin(), tree.parts.end(), [&](const Tree& part) { return any_of(part, is); });
}

/// A number that need not take every value between its ends.
bool uneven(const Tree& tree) {
    return any_of(tree, [](const Tree& part) {
        return part.is == Tree::Is::calculation || part.is == Tree::Is::negated || part.is == Tree::Is::choice ||
               (part.is == Tree::Is::rows && part.word != "count");
    });
}

}  // namespace

bool promised_exact(const Tree& tree) {
    return !any_of(tree, [](const Tree& part) {
        if (part.is == Tree::Is::calculation && (part.signs == "*" || part.signs == "/")) return true;
        if (part.is == Tree::Is::rows && part.word != "count" && part.word != "some" && part.word != "every" &&
            part.word != "share")
            return true;
        const bool equality = part.is == Tree::Is::listed ||
                              (part.is == Tree::Is::comparison && part.signs.find_first_of("=!") != std::string::npos);
        return equality && std::any_of(part.parts.begin(), part.parts.end(), uneven);
    });
}

bool asks_equality(const Tree& tree) {
    return any_of(tree, [](const Tree& part) {
        return part.is == Tree::Is::comparison && part.signs.find_first_of("=!") != std::string::npos &&
               any_of(part, [](const Tree& inner) { return inner.is == Tree::Is::rows; });
    });
}

bool compares_choice(const Tree& tree) {
    return any_of(tree, [](const Tree& part) {
        return part.is == Tree::Is::comparison && std::any_of(part.parts.begin(), part.parts.end(), [](const Tree& inner) {
                   return any_of(inner, [](const Tree& deep) { return deep.is == Tree::Is::choice; });
               });
    });
}

bool share_below_function(const Tree& tree) {
    return any_of(tree, [](const Tree& part) {
        return part.is == Tree::Is::rows && std::any_of(part.parts.begin(), part.parts.end(), [](const Tree& inner) {
                   return any_of(inner, [](const Tree& deep) { return deep.is == Tree::Is::rows && deep.word == "share"; });
               });
    });
}

std::set<MissingCell> relevant_cells(const std::vector<Filling>& fillings, const plain::World& world) {
    std::set<MissingCell> met, relevant;
    std::size_t holes = 0;
    for (const Filling& filling : fillings)
        for (const plain::Pick& pick : filling.picks) {
            met.insert(world.label(pick.hole));
            holes = std::max(holes, static_cast<std::size_t>(pick.hole) + 1);
        }
    for (const Filling& filling : fillings) {
        std::vector<int> options(holes, -1);
        for (const plain::Pick& pick : filling.picks) options[static_cast<std::size_t>(pick.hole)] = pick.option;
        for (const Filling& other : fillings) {
            if (other.answer <= filling.answer || other.through_named || filling.through_named) continue;
            const MissingCell* alone = nullptr;
            bool several = false;
            for (const plain::Pick& pick : other.picks) {
                const int option = options[static_cast<std::size_t>(pick.hole)];
                if (option < 0 || option == pick.option) continue;
                const MissingCell& label = world.label(pick.hole);
                several = alone && *alone != label;
                if (several) break;
                alone = &label;
            }
            if (alone && !several) relevant.insert(*alone);
        }
        if (relevant.size() == met.size()) break;
    }
    return relevant;
}

std::string text_of(const Schema& schema, const SmallRecords& records, const MissingCell& cell) {
    const Entity& entity = schema[cell.entity];
    std::string text = entity.name;
    if (cell.what == MissingCell::What::roster) return text + " roster";
    if (cell.what == MissingCell::What::table) return text + " table";
    const bool link = cell.what == MissingCell::What::link || cell.what == MissingCell::What::link_column;
    if (cell.row != no_row) text += " " + records.tables[cell.entity].rows[cell.row].id;
    return text + "." + (link ? entity.links[cell.field].name : entity.fields[cell.field].name);
}

std::string text_of(const std::set<Answer>& answers) {
    std::string text;
    for (const Answer answer : answers)
        text += std::string(text.empty() ? "" : ", ") + (answer == Answer::pass             ? "pass"
                                                         : answer == Answer::fail           ? "fail"
                                                         : answer == Answer::not_applicable ? "not_applicable"
                                                                                            : "no answer");
    return text;
}

bool holds(Status status, const std::set<Answer>& answers) {
    switch (status) {
        case Status::pass:
            return !answers.count(Answer::fail) && !answers.count(Answer::nothing);
        case Status::fail:
            return answers == std::set<Answer>{Answer::fail};
        case Status::not_applicable:
            return answers == std::set<Answer>{Answer::not_applicable};
        default:
            return true;
    }
}

bool one_answer(const std::set<Answer>& answers) {
    return !answers.count(Answer::nothing) &&
           (answers.size() == 1 || answers == std::set<Answer>{Answer::pass, Answer::not_applicable});
}

}  // namespace hoagiai::support
