// The promises for rules that depend on days: what the engine says of all versions together, held against every filling, in
// which the plain side finds the days and versions itself.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "tests/support/planned.h"
#include "tests/support/promise_parts.h"
#include "tests/support/promises.h"

namespace hoagiai::support {

namespace {

using plain::Answer;
using plain::Filling;

bool any_condition(const plain::TimedRule& rule, bool (*is)(const plain::Tree&)) {
    return std::any_of(rule.versions.begin(), rule.versions.end(),
                       [&](const auto& version) { return is(version.rule.when) || is(version.rule.require); });
}
bool inexact(const plain::Tree& tree) { return !promised_exact(tree); }

}  // namespace

CaseFacts hold_in_time(const JudgedRules& rules, std::size_t number, const SmallRecords& records, const Dataset& data,
                       plain::World& world, int unit) {
    static const std::optional<Period> period = parse_period("2023");
    const CheckedRule& rule = rules.book->rules[rules.numbers[number]];
    const plain::TimedRule& plain_rule = rules.in_time[number];
    CaseFacts facts;
    const auto broken = [&](std::string how) {
        if (facts.broken.empty()) facts.broken = std::move(how);
    };
    const Judge judge(*rules.book, data, period->last, period);
    const Outcome outcome = judge.judge(rule, static_cast<Row>(unit), true);
    if (const std::string differs = difference(judge, *rules.book, rule, data, {1, 1 + static_cast<Row>(number % 4)});
        !differs.empty())
        broken(differs);
    facts.status = outcome.status;
    facts.reading = outcome.reading_decides;
    facts.nothing_to_divide_by = outcome.nothing_to_divide_by;

    plain::TimeJudge plain(rules.context, world, plain_rule, unit);
    const auto fillings = plain.judge(most_fillings);
    if (!fillings) return facts;
    facts.judged = true;
    facts.fillings = fillings->size();
    facts.exact = !any_condition(plain_rule, inexact) && !world.thin();
    std::set<Answer> answers;
    for (const Filling& filling : *fillings) {
        answers.insert(filling.answer);
        facts.hole_read = facts.hole_read || !filling.picks.empty();
        facts.see(filling, world);
    }
    if (facts.silent_roster || facts.absent_table || facts.blank_link)
        facts.exact = facts.exact && !any_condition(plain_rule, asks_equality);
    facts.exact = facts.exact && plain.most_mentions(1) <= 1;
    const auto surely_exact = [&] { return facts.exact && plain.most_mentions(20'000) <= 1; };
    facts.days_differ = outcome.reading_decides && plain_rule.on.size() > 1;

    if (!holds(outcome.status, answers))
        broken(fmt::format("said {}, but fillings give {}", word(outcome.status), text_of(answers)));
    if (outcome.status != Status::unknown) {
        if (!outcome.missing.empty()) broken("cells are named where none decides");
        return facts;
    }
    if (one_answer(answers)) {
        facts.too_wide = true;
        if (surely_exact()) broken(fmt::format("said unknown, but every filling gives {}", text_of(answers)));
        if (fillings->size() == 1) broken(fmt::format("nothing is missing: said unknown, it is {}", text_of(answers)));
    }
    if (outcome.reading_decides) {
        if (!outcome.missing.empty()) broken("cells are named where the reading decides");
        if (answers != std::set<Answer>{Answer::nothing})
            broken(fmt::format("said that the reading decides, but fillings give {}", text_of(answers)));
        return facts;
    }
    if (fillings->size() == 1 && outcome.missing.empty() && !outcome.nothing_to_divide_by) broken("unknown without a reason");
    const std::set<MissingCell> relevant = relevant_cells(*fillings, world);
    const std::set<MissingCell> named(outcome.missing.begin(), outcome.missing.end());
    for (const MissingCell& cell : relevant)
        if (!named.count(cell))
            broken("not named, though it can change the outcome: " + text_of(*records.schema, records, cell));
    // Where two dates decide, each judges the conditions once more: what stands in them is mentioned twice.
    const bool may_name_more = plain_rule.on.size() > 1 || any_condition(plain_rule, share_below_function) ||
                               any_condition(plain_rule, compares_choice);
    // A blank date that decides is named wherever cells of the conditions are open themselves.
    const auto decides = [&](const MissingCell& cell) {
        return std::any_of(plain_rule.on.begin(), plain_rule.on.end(),
                           [&](const plain::Tree& on) { return on.index == cell.field; });
    };
    facts.named_date = std::any_of(named.begin(), named.end(), decides);
    const bool dates_alone = std::all_of(named.begin(), named.end(), decides);
    for (const MissingCell& cell : named)
        if (!may_name_more && (dates_alone || !decides(cell)) && !relevant.count(cell) && surely_exact())
            broken("named, though it cannot change the outcome: " + text_of(*records.schema, records, cell));
    return facts;
}

}  // namespace hoagiai::support
