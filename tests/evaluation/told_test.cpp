// What the plan tells of rows that become findings is what the reference evaluator says of them: their words are made of it.
#include "engine/evaluation/plan/told.h"

#include <catch2/catch.hpp>

#include "engine/evaluation/plan/plan.h"
#include "engine/findings/message.h"
#include "engine/findings/sentences.h"
#include "engine/language/walk.h"
#include "tests/support/shipped_sample.h"
#include "tests/support/shrink_case.h"
#include "tests/support/small_check.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

/// Everything that a condition says of the rule's own unit.
void collect(const CheckedRulebook& book, ExprId id, std::vector<ExprId>& all) {
    if (id == no_expr || book.facts[id].type.list) return;
    const Node& node = book.book->ast[id].node;
    if (std::holds_alternative<Path>(node)) {
        const PathMeaning::End end = book.path(id).end;
        if (end != PathMeaning::End::field && end != PathMeaning::End::definition) return;
    }
    all.push_back(id);
    if (std::holds_alternative<Call>(node) || std::holds_alternative<Membership>(node)) return;
    for_each_part(node, [&](ExprId part) { collect(book, part, all); });
}

std::string values_of(const std::vector<Evidence>& evidence) {
    std::string all;
    for (const Evidence& one : evidence) all += one.expression + " = " + one.value.vi + " / " + one.value.en + "\n";
    return all;
}

struct Tally {
    std::size_t equal = 0, different = 0, ranges = 0, readings = 0;
};

void compare(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
             const PlanOptions& way, Tally& told) {
    std::vector<ExprId> expressions;
    collect(book, rule.decl->when, expressions);
    collect(book, rule.decl->require, expressions);
    Planner planner(data);
    PlanWanted wanted;
    const StepId status = planner.add(judge, book, rule);
    wanted.statuses.emplace_back(status, rule.entity);
    struct Asked {
        ExprId expr;
        JudgedReading reading;
    };
    std::vector<Asked> asked;
    const std::uint64_t fails_or_unknown =
        1u << static_cast<unsigned>(Status::fail) | 1u << static_cast<unsigned>(Status::unknown);
    for (const ExprId id : expressions)
        for (const JudgedReading& reading : readings_on(book, rule, judge.as_of()))
            if (const StepId step = planner.tell(judge, book, rule, id, reading, status, fails_or_unknown); step != no_step) {
                wanted.told.push_back(step);
                asked.push_back({id, reading});
            }
    const PlanResult made = run_plan(planner.plan(), wanted, way);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const Evaluator evaluator = judge.evaluator(asked[i].reading.day, &asked[i].reading);
        if (!asked[i].reading.choices.empty()) ++told.readings;
        for (Row row = 0; row < data[rule.entity].size; ++row) {
            const std::optional<Known> value = (*made.told[i])(row);
            const Status given = made.statuses[0][row];
            CHECK(value.has_value() == (given == Status::fail || given == Status::unknown));
            if (!value) continue;
            const Known reference = evaluator.evaluate(asked[i].expr, RowRef::real(rule.entity, row)).known;
            const bool same = *value == reference || (value->is_truth() && value->as_truth() == reference.as_truth());
            same ? ++told.equal : ++told.different;
            if (!reference.single()) ++told.ranges;
            if (!same && told.different == 1) {
                UNSCOPED_INFO(rule.id << ", row " << row << ", expression " << print_expression(book.book->ast, asked[i].expr));
                CHECK(same);
            }
        }
    }
}

}  // namespace

TEST_CASE("random rules: what the plan tells of rows is what the reference evaluator says", "[plan]") {
    const auto schema = builtin_schema();
    const std::optional<Period> period = parse_period("2023");
    const PlanOptions ways[] = {{1, 1}, {2, 3}, {5, 64}};
    Tally told;
    for (std::uint64_t round = 0; round < 150; ++round) {
        Random random(88'000 + round);
        std::vector<WrittenRule> written;
        for (int i = 0; i < 20; ++i) written.push_back(random_rule(random));
        const JudgedRules rules(written);
        const Dataset data = dataset_of(random_records(random, schema));
        const Judge judge(*rules.book, data, period->last, period);
        for (const std::size_t number : rules.numbers) {
            const CheckedRule* rule = judge.version_on(rules.book->rules[number], judge.as_of());
            if (!rule || !rule->decl->on.empty()) continue;
            try {
                compare(judge, *rules.book, *rule, data, ways[round % 3], told);
            } catch (const Overflow&) {
                continue;
            }
        }
    }
    INFO(told.equal << " equal, of which " << told.ranges << " are not single values");
    CHECK(told.different == 0);
    CHECK(told.equal > 1000);
    CHECK(told.ranges > 1000);
    CHECK(told.readings > 20);
}

TEST_CASE("the words of findings are the same by the plan and by the reference evaluator", "[plan]") {
    const Records records = sampled_records(120, 6);
    CheckRequest request = all_shipped_rules();
    request.keep = {Status::fail, Status::unknown, Status::pass};
    const CheckResult by_plan = run_check(request, records);
    request.by_reference = true;
    const CheckResult by_reference = run_check(request, records);
    CHECK_FALSE(by_plan.told.empty());
    CHECK(by_reference.told.empty());
    REQUIRE(by_plan.findings.size() == by_reference.findings.size());
    REQUIRE(by_plan.findings.size() > 50);
    std::size_t with_readings = 0;
    for (std::size_t i = 0; i < by_plan.findings.size(); ++i) {
        if (by_plan.findings[i].outcome.status == Status::pass) continue;
        const FindingText one = describe(by_plan, by_plan.findings[i]),
                          other = describe(by_reference, by_reference.findings[i]);
        CHECK(one.message.vi == other.message.vi);
        CHECK(one.message.en == other.message.en);
        CHECK(values_of(one.evidence) == values_of(other.evidence));
        REQUIRE(one.readings.size() == other.readings.size());
        for (std::size_t k = 0; k < one.readings.size(); ++k) {
            ++with_readings;
            CHECK(values_of(one.readings[k].values) == values_of(other.readings[k].values));
        }
    }
    CHECK(with_readings > 0);
    // What a table of findings prints is the same sentence, in either language.
    for (const Language language : {Language::vi, Language::en}) {
        const Sentences sentences(by_plan, language);
        for (std::size_t i = 0; i < by_plan.findings.size(); ++i) {
            sentences.look_ahead(by_plan.findings[i]);
            CHECK(sentences(by_plan.findings[i]).message ==
                  describe_sentence(by_reference, by_reference.findings[i], language).message);
        }
    }
}

TEST_CASE("each reading has its own values in the words of a finding", "[plan]") {
    const std::string rules = R"(parameters:
  strict:
    type: boolean
    choices: {true: {vi: "chặt", en: "strict"}, false: {vi: "rộng", en: "loose"}}
    undetermined: true
definitions:
  team: {good: count(cases where outcome = successful and (not strict or written_record))}
rules:
- {id: r, kind: requirement, for: team, require: good >= 2, finding: {vi: "có {good}", en: "has {good}"}}
)";
    const auto check = small_check(rules,
                                   "communes: [{id: c, name: C, teams: [{id: t, name: T, cases: [\n"
                                   "{id: k1, outcome: successful, written_record: true},\n"
                                   "{id: k2, outcome: successful, written_record: false}]}]}]\n");
    REQUIRE(check.status("r", "t") == Status::unknown);
    CHECK_FALSE(check.result.told.empty());
    const FindingText said = check.text("r", "t");
    INFO(said.message.en);
    CHECK(said.message.en.find("has 1") != std::string::npos);
    CHECK(said.message.en.find("has 2") == std::string::npos);
    REQUIRE(said.evidence.size() == 1);
    CHECK(said.evidence[0].value.en == "1 (strict), 2 (loose)");
}
