#include "tests/support/promises.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "tests/support/planned.h"
#include "tests/support/promise_parts.h"

namespace hoagiai::support {

namespace {

using plain::Answer;
using plain::Filling;
using plain::Tree;

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
    // The versions of a rule stand together.
    for (std::size_t i = 0; i < read->rules.size(); ++i) {
        const RuleDecl& rule = read->rules[i];
        if (i > 0 && rule.id.value == read->rules[i - 1].id.value) continue;
        std::vector<const RuleDecl*> versions;
        for (const RuleDecl& other : read->rules)
            if (other.id.value == rule.id.value) versions.push_back(&other);
        numbers.push_back(i);
        plain.push_back(plain::plain_rule(context, rule));
        in_time.push_back(plain::timed_rule(context, versions));
    }
}

void CaseFacts::see(const Filling& filling, const plain::World& world) {
    for (const plain::Pick& pick : filling.picks) {
        const MissingCell::What what = world.label(pick.hole).what;
        silent_roster |= what == MissingCell::What::roster;
        absent_column |= what == MissingCell::What::column || what == MissingCell::What::link_column;
        absent_table |= what == MissingCell::What::table;
        blank_link |= what == MissingCell::What::link;
    }
}

CaseFacts hold_promises(const JudgedRules& rules, std::size_t number, const SmallRecords& records, const Dataset& data,
                        plain::World& world, int unit) {
    static const std::optional<Period> period = parse_period("2023");
    const Schema& schema = *records.schema;
    if (rules.in_time[number].timed) return hold_in_time(rules, number, records, data, world, unit);
    const CheckedRule& rule = rules.book->rules[rules.numbers[number]];
    const plain::PlainRule& plain_rule = rules.plain[number];
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
            facts.see(filling, world);
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
