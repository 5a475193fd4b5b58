// Running a plan. Steps that read only their own row are done batch by batch, while the batch is in the cache; what another
// entity reads is kept for the whole table, and a wave begins when what it reads is whole. Batches go to whichever thread is
// free and each writes its own place, so that the number of threads changes nothing that is written.
#include <algorithm>
#include <map>

#include "engine/evaluation/kernels/batch.h"
#include "engine/evaluation/kernels/rows.h"
#include "engine/evaluation/plan/plan.h"
#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

class PlanRun {
public:
    PlanRun(const Plan& plan, const std::vector<std::pair<StepId, EntityId>>& wanted, const PlanOptions& options)
        : plan_(plan), data_(*plan.data), options_(options), wholes_(plan.steps.size()) {
        find_needed(wanted);
        for (StepId id = 0; id < plan_.steps.size(); ++id) place(id);
    }

    std::vector<Statuses> run(const std::vector<std::pair<StepId, EntityId>>& wanted) {
        for (const auto& [wave, entities] : waves_)
            for (const auto& [entity, steps] : entities) run_group(entity, steps);
        std::vector<Statuses> all;
        for (const auto& [id, entity] : wanted) {
            const Step& step = plan_.steps[id];
            const Row size = data_[entity].size;
            if (step.kind == StepKind::constant)
                all.emplace_back(static_cast<Status>(step.known.as_range().low.numerator()), size);
            else if (--uses_[id] == 0)
                all.emplace_back(std::move(wholes_[id]->bits));
            else
                all.emplace_back(wholes_[id]->bits);
        }
        return all;
    }

private:
    static bool crosses(const Step& step) { return step.kind == StepKind::above || step.kind == StepKind::rows; }
    static bool is_cell(const Step& step) { return step.kind == StepKind::column || step.kind == StepKind::missing; }

    void find_needed(const std::vector<std::pair<StepId, EntityId>>& wanted) {
        needed_.assign(plan_.steps.size(), false);
        kept_.assign(plan_.steps.size(), false);
        uses_.assign(plan_.steps.size(), 0);
        for (const auto& [id, entity] : wanted) {
            needed_[id] = kept_[id] = true;
            ++uses_[id];
        }
        for (StepId id = static_cast<StepId>(plan_.steps.size()); id-- > 0;) {
            if (!needed_[id]) continue;
            const Step& step = plan_.steps[id];
            for (const StepId input : step.inputs) {
                if (input == no_step) continue;
                needed_[input] = true;
                if (crosses(step)) kept_[input] = true;
            }
        }
    }

    void place(StepId id) {
        waves_of_.push_back(0);
        if (!needed_[id]) return;
        const Step& step = plan_.steps[id];
        if (step.kind == StepKind::constant) return hold_constant(id);
        for (const StepId input : step.inputs)
            if (input != no_step && plan_.steps[input].kind != StepKind::constant)
                waves_of_[id] = std::max(waves_of_[id], waves_of_[input] + (crosses(step) ? 1u : 0u));
        std::vector<StepId>& group = waves_[waves_of_[id]][step.entity];
        if (!crosses(step))
            for (const StepId input : step.inputs) {
                if (waves_of_[input] == waves_of_[id] || plan_.steps[input].kind == StepKind::constant) continue;
                // What an earlier wave made is kept; a cell is cheaper read once more.
                if (!is_cell(plan_.steps[input]) || kept_[input])
                    kept_[input] = true;
                else if (std::find(group.begin(), group.end(), input) == group.end())
                    group.push_back(input);
            }
        group.push_back(id);
    }

    void hold_constant(StepId id) {
        const Step& step = plan_.steps[id];
        auto whole = std::make_unique<Whole>();
        whole->content = step.content;
        whole->constant = true;
        // A batch's worth of it, so that kernels need not know.
        const Row size = std::max<Row>(options_.batch, 1);
        whole->bits.resize(size);
        whole->batch = size;
        whole->aside.resize(1);
        if (has_values(step.content)) whole->values.resize(size);
        if (step.content == Content::status) {
            std::fill(whole->bits.begin(), whole->bits.end(), static_cast<std::uint8_t>(step.known.as_range().low.numerator()));
        } else {
            const Vector all{step.content, whole->bits.data(), whole->values.data(), whole->aside.data(), size};
            put(all, 0, step.known, plan_.texts);
            std::fill(whole->bits.begin(), whole->bits.end(), whole->bits[0]);
            std::fill(whole->values.begin(), whole->values.end(), whole->values.empty() ? 0 : whole->values[0]);
        }
        wholes_[id] = std::move(whole);
    }

    /// Where a step of a group writes: into its whole table, or into a place that later steps of the batch take over.
    struct Places {
        std::vector<std::uint32_t> slot;  ///< by position in the group; none_id: kept
        std::uint32_t slots = 0;
    };

    Places places_of(const std::vector<StepId>& steps) const {
        std::map<StepId, std::size_t> last_read;
        for (std::size_t i = 0; i < steps.size(); ++i)
            for (const StepId input : plan_.steps[steps[i]].inputs) last_read[input] = i;
        Places places;
        std::vector<std::uint32_t> free;
        std::map<std::size_t, std::vector<std::uint32_t>> freed_after;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (kept_[steps[i]]) {
                places.slot.push_back(none_id);
            } else {
                if (free.empty()) free.push_back(places.slots++);
                places.slot.push_back(free.back());
                free.pop_back();
                freed_after[std::max(i, last_read[steps[i]])].push_back(places.slot.back());
            }
            // Only what was read before may be written over: a step never reads what it writes.
            const auto freed = freed_after.find(i);
            if (freed != freed_after.end()) free.insert(free.end(), freed->second.begin(), freed->second.end());
        }
        return places;
    }

    struct Slot {
        std::vector<std::uint8_t> bits;
        std::vector<std::int64_t> values;
        std::vector<Known> aside;
    };

    /// What one thread works with.
    struct Worker {
        Worker(std::size_t places, std::size_t steps) : slots(places), vectors(steps) {}
        std::vector<Slot> slots;
        std::vector<Vector> vectors;  ///< by step; those of this group
        std::map<std::uint32_t, Evaluator> evaluators;
    };

    void run_group(EntityId entity, const std::vector<StepId>& steps) {
        const Row size = data_[entity].size, batch = std::max<Row>(options_.batch, 1);
        const Row batches = (size + batch - 1) / batch;
        for (const StepId id : steps) {
            if (!kept_[id]) continue;
            auto whole = std::make_unique<Whole>();
            whole->content = plan_.steps[id].content;
            whole->batch = batch;
            whole->bits.resize(size);
            if (has_values(whole->content)) whole->values.resize(size);
            whole->aside.resize(batches);
            wholes_[id] = std::move(whole);
        }
        const Places places = places_of(steps);
        in_parallel(batches, options_.threads, [&]() -> std::function<void(std::size_t)> {
            const auto worker = std::make_shared<Worker>(places.slots, plan_.steps.size());
            return [&, worker](std::size_t index) {
                const Row number = static_cast<Row>(index), first = number * batch, rows = std::min<Row>(batch, size - first);
                for (std::size_t i = 0; i < steps.size(); ++i) {
                    Vector& out = worker->vectors[steps[i]];
                    out = place_of(steps[i], places.slot[i], worker->slots, number, rows);
                    run_step(plan_.steps[steps[i]], first, out, worker->vectors, worker->evaluators);
                }
            };
        });
    }

    Vector place_of(StepId id, std::uint32_t slot_index, std::vector<Slot>& slots, Row index, Row rows) const {
        const Content content = plan_.steps[id].content;
        if (slot_index == none_id) {
            Whole& whole = *wholes_[id];
            const std::size_t first = std::size_t{index} * whole.batch;
            return {content, whole.bits.data() + first, whole.values.empty() ? nullptr : whole.values.data() + first,
                    &whole.aside[index], rows};
        }
        Slot& slot = slots[slot_index];
        slot.bits.resize(options_.batch);
        slot.values.resize(options_.batch);
        slot.aside.clear();
        return {content, slot.bits.data(), slot.values.data(), &slot.aside, rows};
    }

    const Evaluator& evaluator(std::uint32_t context, std::map<std::uint32_t, Evaluator>& evaluators) const {
        auto found = evaluators.find(context);
        if (found == evaluators.end()) {
            const PlanContext& around = plan_.contexts[context];
            found = evaluators.emplace(context, around.judge->evaluator(around.reading.day, &around.reading)).first;
        }
        return found->second;
    }

    void run_step(const Step& step, Row first, const Vector& out, const std::vector<Vector>& vectors,
                  std::map<std::uint32_t, Evaluator>& evaluators) const {
        switch (step.kind) {
            case StepKind::column:
                return run_column(step, data_, first, out, plan_.texts);
            case StepKind::missing:
                return run_missing(step, data_, first, out);
            case StepKind::above:
                return run_above(step, first, out);
            case StepKind::rows:
                return run_rows(step, *step.children, whole(step.inputs[0]), whole(step.inputs[1]), first, out,
                                evaluator(step.reference.context, evaluators), plan_.texts);
            case StepKind::reference:
                for (Row i = 0; i < out.size; ++i)
                    put(out, i,
                        evaluator(step.reference.context, evaluators)
                            .evaluate(step.reference.expr, RowRef::real(step.entity, first + i))
                            .known,
                        plan_.texts);
                return;
            default:
                break;
        }
        std::vector<Vector> inputs;
        inputs.reserve(step.inputs.size());
        for (const StepId input : step.inputs) {
            if (plan_.steps[input].kind != StepKind::constant) {
                inputs.push_back(input_of(input, vectors, first, out.size));
                continue;
            }
            Whole& constant = *wholes_[input];
            inputs.push_back({constant.content, constant.bits.data(), constant.values.data(), constant.aside.data(), out.size});
        }
        if (step.content == Content::status) return run_status(step, inputs, out);
        run_values(step, inputs, out, plan_.texts);
    }

    /// Made in this wave, or whole since an earlier one.
    Vector input_of(StepId input, const std::vector<Vector>& vectors, Row first, Row rows) const {
        if (vectors[input].bits) return vectors[input];
        Whole& whole = *wholes_[input];
        return {whole.content, whole.bits.data() + first, whole.values.empty() ? nullptr : whole.values.data() + first,
                &whole.aside[first / whole.batch], rows};
    }

    void run_above(const Step& step, Row first, const Vector& out) const {
        const Whole& there = *wholes_[step.inputs[0]];
        const std::vector<Row>& targets = data_[step.entity].links[step.index].targets;
        for (Row i = 0; i < out.size; ++i) {
            const Row target = targets[first + i];
            if (target == no_row)
                put(out, i, step.known, plan_.texts);
            else if (out.content == Content::truth)
                out.bits[i] = there.bits[there.at(target)];
            else if (there.bits[there.at(target)])
                out.bits[i] = 1, out.values[i] = there.values[there.at(target)];
            else
                out.put_aside(i, there.known(target, plan_.texts));
        }
    }

    const Whole* whole(StepId id) const { return id == no_step ? nullptr : wholes_[id].get(); }

    const Plan& plan_;
    const Dataset& data_;
    PlanOptions options_;
    std::vector<bool> needed_, kept_;
    std::vector<std::uint32_t> uses_;
    std::vector<std::uint32_t> waves_of_;
    std::map<std::uint32_t, std::map<EntityId, std::vector<StepId>>> waves_;
    std::vector<std::unique_ptr<Whole>> wholes_;
};

}  // namespace

std::vector<Statuses> run_plan(const Plan& plan, const std::vector<std::pair<StepId, EntityId>>& wanted,
                               const PlanOptions& options) {
    return PlanRun(plan, wanted, options).run(wanted);
}

}  // namespace hoagiai
