#include "tests/support/promises.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

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

/// For which unknown is promised only where two fillings differ, each hole being mentioned once.
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

/// An `if` between two amounts leaves a gap between them: there a cell too many may be named.
bool compares_choice(const Tree& tree) {
    return any_of(tree, [](const Tree& part) {
        return part.is == Tree::Is::comparison && std::any_of(part.parts.begin(), part.parts.end(), [](const Tree& inner) {
                   return any_of(inner, [](const Tree& deep) { return deep.is == Tree::Is::choice; });
               });
    });
}

/// A share that may lack an answer below another function: there a cell too many may be named.
bool share_below_function(const Tree& tree) {
    return any_of(tree, [](const Tree& part) {
        return part.is == Tree::Is::rows && std::any_of(part.parts.begin(), part.parts.end(), [](const Tree& inner) {
                   return any_of(inner, [](const Tree& deep) { return deep.is == Tree::Is::rows && deep.word == "share"; });
               });
    });
}

/// The cells that alone can change what a filling gives.
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

std::vector<std::size_t> choices_of(const JudgedRules& rules, const JudgedReading& reading) {
    std::vector<std::size_t> choices(rules.context.parameters.size(), 0);
    for (const auto& [parameter, choice] : reading.choices) choices[parameter] = choice;
    return choices;
}

/// Whether no hole is mentioned twice, whatever the others are: asked only where something depends on it.
bool surely_exact(const JudgedRules& rules, const std::vector<JudgedReading>& readings, const plain::PlainRule& rule, int unit,
                  plain::World& world) {
    return std::all_of(readings.begin(), readings.end(), [&](const JudgedReading& reading) {
        return plain::PlainJudge(rules.context, world, choices_of(rules, reading)).most_mentions(rule, unit, 20'000) <= 1;
    });
}

}  // namespace

JudgedRules::JudgedRules(const std::vector<WrittenRule>& rules) {
    Diagnostics diagnostics;
    const auto read = read_rulebook(std::make_shared<const Source>("t.yaml", rulebook_of(rules)), diagnostics);
    if (read) book = check_rulebook(read, builtin_schema(), diagnostics);
    std::string said;
    for (const Diagnostic& one : diagnostics.all()) said += render(one, Language::en, false);
    if (!read || diagnostics.has_errors()) throw std::runtime_error(said);
    context = plain::context_of(*read, *builtin_schema());
    for (const RuleDecl& rule : read->rules) plain.push_back(plain::plain_rule(context, rule));
}

CaseFacts hold_promises(const JudgedRules& rules, std::size_t number, const SmallRecords& records, const Dataset& data,
                        plain::World& world, int unit) {
    static const std::optional<Period> period = parse_period("2023");
    const Schema& schema = *records.schema;
    const CheckedRule& rule = rules.book->rules[number];
    const plain::PlainRule& plain_rule = rules.plain[number];
    CaseFacts facts;
    const auto broken = [&](std::string how) {
        if (facts.broken.empty()) facts.broken = std::move(how);
    };

    const Judge judge(*rules.book, data, period->last, period);
    const Outcome outcome = judge.judge(rule, static_cast<Row>(unit), true);
    facts.status = outcome.status;
    facts.reading = outcome.reading_decides;
    facts.nothing_to_divide_by = outcome.nothing_to_divide_by;
    std::vector<JudgedReading> readings = outcome.readings;
    if (readings.empty()) readings.push_back({{}, 0, outcome.status});

    std::set<MissingCell> relevant;
    Status together = readings.front().status;
    facts.exact = promised_exact(plain_rule.when) && promised_exact(plain_rule.require);
    for (const JudgedReading& reading : readings) {
        together = combined(together, reading.status);
        plain::PlainJudge plain(rules.context, world, choices_of(rules, reading));
        const auto fillings = plain.judge(plain_rule, unit, most_fillings);
        if (!fillings) return facts;
        facts.exact = facts.exact && !world.thin() && plain.most_mentions(plain_rule, unit, 1) <= 1;
        facts.fillings += fillings->size();
        std::set<Answer> answers;
        for (const Filling& filling : *fillings) {
            answers.insert(filling.answer);
            facts.hole_read = facts.hole_read || !filling.picks.empty();
            for (const plain::Pick& pick : filling.picks) {
                const MissingCell::What what = world.label(pick.hole).what;
                facts.silent_roster |= what == MissingCell::What::roster;
                facts.absent_column |= what == MissingCell::What::column || what == MissingCell::What::link_column;
                facts.absent_table |= what == MissingCell::What::table;
                facts.blank_link |= what == MissingCell::What::link;
            }
        }
        // How many rows nobody has seen is tried with a few numbers only, between which an equality may lie.
        if (facts.silent_roster || facts.absent_table || facts.blank_link)
            facts.exact = facts.exact && !asks_equality(plain_rule.when) && !asks_equality(plain_rule.require);
        if (!holds(reading.status, answers))
            broken(fmt::format("said {}, but fillings give {}", word(reading.status), text_of(answers)));
        const bool unknown = reading.status == Status::unknown;
        if (unknown && one_answer(answers)) {
            facts.too_wide = true;
            if (facts.exact && surely_exact(rules, readings, plain_rule, unit, world))
                broken(fmt::format("said unknown, but every filling gives {}", text_of(answers)));
            if (fillings->size() == 1) broken(fmt::format("nothing is missing: said unknown, it is {}", text_of(answers)));
        }
        if (unknown && fillings->size() == 1 && !outcome.reading_decides && outcome.missing.empty() &&
            !outcome.nothing_to_divide_by)
            broken("unknown without a reason");
        if (unknown) relevant.merge(relevant_cells(*fillings, world));
    }
    facts.judged = true;
    if (together != outcome.status) broken("readings do not combine to the status");
    if (outcome.status != Status::unknown || outcome.reading_decides) {
        if (!outcome.missing.empty()) broken("cells are named where none decides");
        return facts;
    }
    const std::set<MissingCell> named(outcome.missing.begin(), outcome.missing.end());
    for (const MissingCell& cell : relevant)
        if (!named.count(cell)) broken("not named, though it can change the outcome: " + text_of(schema, records, cell));
    const auto may_name_more = [](const Tree& tree) { return share_below_function(tree) || compares_choice(tree); };
    const bool names_exactly = facts.exact && !may_name_more(plain_rule.when) && !may_name_more(plain_rule.require);
    for (const MissingCell& cell : named)
        if (names_exactly && !relevant.count(cell) && surely_exact(rules, readings, plain_rule, unit, world))
            broken("named, though it cannot change the outcome: " + text_of(schema, records, cell));
    return facts;
}

}  // namespace hoagiai::support
