// Two evaluators, one meaning: the plan over columns says of every row what the reference evaluator says, whatever the batch
// and the number of threads. The soundness tests ask the plan too, and what differs there is printed as a small rulebook.
#include "engine/evaluation/plan/plan.h"

#include <catch2/catch.hpp>

#include "engine/findings/finding.h"
#include "tests/support/planned.h"
#include "tests/support/shipped_sample.h"
#include "tests/support/shrink_case.h"

using namespace hoagiai;
using namespace hoagiai::support;

namespace {

const std::vector<PlanOptions> ways = {{1, 1}, {2, 3}, {1, 64}, {5, 3}, {2, 2048}, {5, 1}};

/// Smaller records with the same difference: rows go away while it stays.
SmallRecords smaller(SmallRecords records, const JudgedRules& rules, std::size_t rule, const PlanOptions& way) {
    const auto differs = [&](const SmallRecords& some) {
        const Dataset data = dataset_of(some);
        const auto period = parse_period("2023");
        const Judge judge(*rules.book, data, period->last, period);
        return !difference(judge, *rules.book, rules.book->rules[rules.numbers[rule]], data, way).empty();
    };
    for (bool again = true; again;) {
        again = false;
        for (EntityId entity = 0; entity < records.tables.size(); ++entity)
            for (std::size_t row = 0; row < records.tables[entity].rows.size(); ++row) {
                SmallRecords fewer = records;
                remove_row(fewer, entity, static_cast<std::int32_t>(row));
                if (!differs(fewer)) continue;
                records = std::move(fewer);
                again = true;
                --row;
            }
    }
    return records;
}

}  // namespace

TEST_CASE("random rules: the plan says what the reference evaluator says", "[plan]") {
    const auto schema = builtin_schema();
    const std::optional<Period> period = parse_period("2023");
    int broken = 0;
    for (std::uint64_t round = 0; round < 400 && broken < 3; ++round) {
        Random random(77'000 + round);
        std::vector<WrittenRule> written;
        for (int i = 0; i < 20; ++i) written.push_back(random_rule(random));
        const JudgedRules rules(written);
        for (int set = 0; set < 4; ++set) {
            const SmallRecords records = random_records(random, schema);
            const Dataset data = dataset_of(records);
            const Judge judge(*rules.book, data, period->last, period);
            // All rules in one plan, so that they share what they have in common.
            Planner planner(data);
            std::vector<std::pair<StepId, EntityId>> wanted;
            try {
                for (const std::size_t number : rules.numbers)
                    wanted.emplace_back(planner.add(judge, *rules.book, rules.book->rules[number]),
                                        rules.book->rules[number].entity);
                const std::vector<Statuses> together =
                    run_plan(planner.plan(), {wanted, {}}, ways[round % ways.size()]).statuses;
                for (std::size_t rule = 0; rule < written.size() && broken < 3; ++rule) {
                    const CheckedRule& checked = rules.book->rules[rules.numbers[rule]];
                    for (Row row = 0; row < data[checked.entity].size; ++row) {
                        const Status status = judge.judge(checked, row, false).status;
                        if (together[rule][row] == status) continue;
                        ++broken;
                        const PlanOptions& way = ways[round % ways.size()];
                        FAIL_CHECK("round " << round << ": the plan says " << word(together[rule][row]) << ", the reference "
                                            << word(status) << "\n"
                                            << rulebook_of({written[rule]}) << yaml_of(smaller(records, rules, rule, way)));
                        break;
                    }
                }
            } catch (const Overflow&) {
                continue;
            }
        }
    }
}

TEST_CASE("the shipped rules over samples: every way of running the plan gives the findings of the reference", "[plan]") {
    const Records records = sampled_records(25, 5);
    CheckRequest request = all_shipped_rules();
    request.keep = {Status::pass, Status::fail, Status::unknown, Status::not_applicable};
    std::size_t judged = 0, steps_by_reference = 0;
    for (const auto& book : request.books) {
        const Judge judge(*book, records.dataset, request.as_of, request.period);
        Planner planner(records.dataset);
        std::vector<std::pair<StepId, EntityId>> wanted;
        std::vector<const CheckedRule*> asked;
        for (std::size_t r = 0; r < book->rules.size(); ++r) {
            const CheckedRule& rule = book->rules[r];
            if (rule.versions.front() != r || rule.decl->selection || !judge.in_force(rule)) continue;
            wanted.emplace_back(planner.add(judge, *book, rule), rule.entity);
            asked.push_back(&rule);
        }
        for (const Step& step : planner.plan().steps) steps_by_reference += step.kind == StepKind::reference;
        std::vector<std::vector<Status>> reference;
        for (const CheckedRule* rule : asked) {
            reference.emplace_back();
            for (Row row = 0; row < records.dataset[rule->entity].size; ++row)
                reference.back().push_back(judge.judge(*rule, row, false).status);
            judged += reference.back().size();
        }
        for (const PlanOptions& way : ways) {
            const std::vector<Statuses> statuses = run_plan(planner.plan(), {wanted, {}}, way).statuses;
            for (std::size_t i = 0; i < asked.size(); ++i) {
                INFO(asked[i]->id << ", batch " << way.batch << ", threads " << way.threads);
                std::size_t differing = 0;
                for (Row row = 0; row < reference[i].size(); ++row) differing += statuses[i][row] != reference[i][row];
                CHECK(differing == 0);
            }
        }
    }
    CHECK(judged > 20'000);
    CHECK(steps_by_reference == 0);  // no shipped rule is left to the reference evaluator
}
