// The kernels one by one, a batch at a time as a plan runs them; Google Benchmark prints rows a second. ./dev bench runs it
// where the library is installed.
#include <benchmark/benchmark.h>

#include <memory>
#include <random>

#include "engine/evaluation/kernels/batch.h"
#include "engine/evaluation/kernels/rows.h"
#include "engine/language/functions/function.h"

namespace {

using namespace hoagiai;

constexpr Row batch = 2048;

/// A vector with its room. Of a hundred values so many are not known exactly.
struct Room {
    explicit Room(Content content, unsigned holes = 0, Row size = batch) : bits(size), values(size) {
        std::minstd_rand chance(7);
        vector = {content, bits.data(), values.data(), &aside, size};
        for (Row i = 0; i < size; ++i) {
            const bool hole = chance() % 100 < holes;
            if (content == Content::truth) {
                bits[i] = hole ? 3 : 1 + chance() % 2;
            } else {
                bits[i] = 1;
                values[i] = static_cast<std::int64_t>(chance() % 1000);
                if (hole) vector.put_aside(i, Known::range(NumberRange::between(0, 1000), false));
            }
        }
    }
    std::vector<std::uint8_t> bits;
    std::vector<std::int64_t> values;
    std::vector<Known> aside;
    Vector vector;
};

void run(benchmark::State& state, const Step& step, const Room& a, const Room& b, Content content) {
    static const Dataset none;
    static const TextClasses texts(none);
    Room out(content);
    const Vector in[] = {a.vector, b.vector};
    for (auto _ : state) {
        out.aside.clear();
        run_values(step, in, out.vector, texts);
        benchmark::DoNotOptimize(out.bits.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * batch);
}

void comparison(benchmark::State& state) {
    Step step;
    step.kind = StepKind::comparison;
    step.compare = CompareOp::greater_equal;
    const auto holes = static_cast<unsigned>(state.range(0));
    run(state, step, Room(Content::number, holes), Room(Content::number), Content::truth);
}
BENCHMARK(comparison)->ArgName("holes_in_hundred")->Arg(0)->Arg(1)->Arg(10);

void both(benchmark::State& state) {
    Step step;
    step.kind = StepKind::both;
    run(state, step, Room(Content::truth, 1), Room(Content::truth, 1), Content::truth);
}
BENCHMARK(both);

/// Teams with six mediators each, two of a hundred of whom may or may not count.
void count_over_rows(benchmark::State& state) {
    constexpr Row below = 6;
    Dataset data;
    data.schema = builtin_schema();
    data.tables.resize(data.schema->entities.size());
    const EntityId team = data.schema->find_entity("team"), mediator = data.schema->find_entity("mediator");
    for (EntityId entity = 0; entity < data.tables.size(); ++entity)
        data.tables[entity].links.resize((*data.schema)[entity].links.size());
    const LinkId link = data.schema->parent_link(mediator);
    Table &teams = data.tables[team], &mediators = data.tables[mediator];
    teams.supplied = mediators.supplied = mediators.links[link].supplied = true;
    teams.size = batch;
    mediators.size = batch * below;
    LinkColumn& links = mediators.links[link];
    for (Row row = 0; row <= batch; ++row) links.offsets.push_back(row * below);
    for (Row row = 0; row < mediators.size; ++row) {
        links.targets.push_back(row / below);
        links.children.push_back(row);
    }
    const ChildRows children(data, team, {{false, mediator, link}});
    const Room active(Content::truth, 2, mediators.size);
    Whole in;
    in.bits = active.bits;
    Step step;
    step.kind = StepKind::rows;
    step.entity = team;
    step.call = find_function("count");
    Room out(Content::number);
    const TextClasses texts(data);
    const Evaluator nobody_asks{Surroundings{}};
    for (auto _ : state) {
        out.aside.clear();
        run_rows(step, children, &in, nullptr, 0, out.vector, nobody_asks, texts);
        benchmark::DoNotOptimize(out.bits.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * mediators.size);
}
BENCHMARK(count_over_rows);

/// Statuses by a deciding date, with four days on which something changes.
void by_dates(benchmark::State& state) {
    Step step;
    step.kind = StepKind::by_dates;
    step.dates = 1;
    step.changes = {100, 300, 500, 700};
    step.spans = {none_id, 1, 2, 1, 2};
    Room date(Content::number, static_cast<unsigned>(state.range(0))), first(Content::status), second(Content::status),
        out(Content::status);
    const Vector in[] = {date.vector, first.vector, second.vector};
    for (auto _ : state) {
        run_status(step, in, out.vector);
        benchmark::DoNotOptimize(out.bits.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * batch);
}
BENCHMARK(by_dates)->ArgName("holes_in_hundred")->Arg(0)->Arg(10);

}  // namespace

BENCHMARK_MAIN();
