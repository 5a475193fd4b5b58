// What the plan tells of rows that a rule fails is what the reference evaluator says of them: sentences are made of it.
#include "engine/evaluation/plan/told.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/authoring/sample/sample.h"
#include "engine/checking/load_rules.h"
#include "engine/evaluation/plan/plan.h"
#include "engine/findings/message.h"
#include "engine/findings/sentences.h"
#include "engine/language/walk.h"
#include "tests/support/shrink_case.h"

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

bool is_open(const CheckedRulebook& book, const CheckedRule& rule, Day day) {
    return std::any_of(rule.parameters.begin(), rule.parameters.end(), [&](std::uint32_t parameter) {
        const CheckedValue* value = book.parameters[parameter].on(day);
        return value && value->undetermined;
    });
}

struct Told {
    std::size_t equal = 0, different = 0, ranges = 0;
};

void compare(const Judge& judge, const CheckedRulebook& book, const CheckedRule& rule, const Dataset& data,
             const PlanOptions& way, Told& told) {
    std::vector<ExprId> expressions;
    collect(book, rule.decl->when, expressions);
    collect(book, rule.decl->require, expressions);
    Planner planner(data);
    PlanWanted wanted;
    const StepId status = planner.add(judge, book, rule);
    wanted.statuses.emplace_back(status, rule.entity);
    std::vector<ExprId> asked;
    for (const ExprId id : expressions)
        if (const StepId step = planner.tell(judge, book, rule, id, status); step != no_step) {
            wanted.told.push_back(step);
            asked.push_back(id);
        }
    const PlanResult made = run_plan(planner.plan(), wanted, way);
    const Evaluator evaluator = judge.evaluator(judge.as_of());
    for (std::size_t i = 0; i < asked.size(); ++i)
        for (Row row = 0; row < data[rule.entity].size; ++row) {
            const std::optional<Known> value = (*made.told[i])(row);
            CHECK(value.has_value() == (made.statuses[0][row] == Status::fail));
            if (!value) continue;
            const Known reference = evaluator.evaluate(asked[i], RowRef::real(rule.entity, row)).known;
            const bool same = *value == reference || (value->is_truth() && value->as_truth() == reference.as_truth());
            same ? ++told.equal : ++told.different;
            if (!reference.single()) ++told.ranges;
            if (!same && told.different == 1) {
                UNSCOPED_INFO(rule.id << ", row " << row << ", expression " << print_expression(book.book->ast, asked[i]));
                CHECK(same);
            }
        }
}

}  // namespace

TEST_CASE("random rules: what the plan tells of failing rows is what the reference evaluator says", "[plan]") {
    const auto schema = builtin_schema();
    const std::optional<Period> period = parse_period("2023");
    const PlanOptions ways[] = {{1, 1}, {2, 3}, {5, 64}};
    Told told;
    for (std::uint64_t round = 0; round < 150; ++round) {
        Random random(88'000 + round);
        std::vector<WrittenRule> written;
        for (int i = 0; i < 20; ++i) written.push_back(random_rule(random));
        const JudgedRules rules(written);
        const Dataset data = dataset_of(random_records(random, schema));
        const Judge judge(*rules.book, data, period->last, period);
        for (const std::size_t number : rules.numbers) {
            const CheckedRule* rule = judge.version_on(rules.book->rules[number], judge.as_of());
            if (!rule || !rule->decl->on.empty() || is_open(*rules.book, *rule, judge.as_of())) continue;
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
    CHECK(told.ranges > 50);
}

TEST_CASE("the sentences of a check are the same by the plan and by the reference evaluator", "[plan]") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "hoagiai-told-sample";
    std::filesystem::remove_all(folder);
    SampleRequest sample;
    sample.communes = 120;
    sample.seed = 6;
    sample.defects = true;
    Diagnostics said;
    REQUIRE_FALSE(write_sample(sample, folder, *builtin_schema(), said).empty());
    const Records records = load_records(folder, builtin_schema());
    REQUIRE_FALSE(records.diagnostics.has_errors());
    std::filesystem::remove_all(folder);
    CheckRequest request;
    const std::string rules = std::string(HOAGIAI_SOURCE_DIR) + "/rules/";
    request.books = load_rulebooks({rules + "national", rules + "programmes", rules + "bac-lieu"}, builtin_schema(), said);
    REQUIRE_FALSE(said.has_errors());
    request.period = parse_period("2026");
    request.as_of = request.period->last;
    request.keep = {Status::fail, Status::unknown, Status::pass};
    const CheckResult by_plan = run_check(request, records);
    request.by_reference = true;
    const CheckResult by_reference = run_check(request, records);
    CHECK_FALSE(by_plan.told.empty());
    CHECK(by_reference.told.empty());
    REQUIRE(by_plan.findings.size() == by_reference.findings.size());
    REQUIRE(by_plan.findings.size() > 50);
    for (std::size_t i = 0; i < by_plan.findings.size(); ++i) {
        if (by_plan.findings[i].outcome.status != Status::fail) continue;
        const FindingText one = describe(by_plan, by_plan.findings[i]),
                          other = describe(by_reference, by_reference.findings[i]);
        CHECK(one.message.vi == other.message.vi);
        CHECK(one.message.en == other.message.en);
    }
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
