// Running a plan, wave by wave. Batches go to whichever thread is free and each writes its own place, so that the number of
// threads changes nothing that is written.
#include <algorithm>
#include <map>

#include "engine/evaluation/kernels/batch.h"
#include "engine/evaluation/kernels/rows.h"
#include "engine/evaluation/plan/layout.h"
#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

class PlanRun {
public:
    PlanRun(const Plan& plan, const PlanWanted& wanted, const PlanOptions& options)
        : plan_(plan), data_(*plan.data), options_(options), layout_(plan, wanted), wholes_(plan.steps.size()) {
        for (StepId id = 0; id < plan_.steps.size(); ++id)
            if (layout_.is_needed(id) && plan_.steps[id].kind == StepKind::constant) hold_constant(id);
        for (const StepId id : wanted.told) {
            const Step& step = plan_.steps[id];
            auto& told = told_[id];
            if (!told) told = std::make_shared<ToldValues>(step.content, step.mask, data_[step.entity].size, batch());
        }
    }

    PlanResult run(const PlanWanted& wanted) {
        for (const auto& [wave, entities] : layout_.waves())
            for (const auto& [entity, steps] : entities) run_group(entity, steps);
        std::vector<std::uint32_t> uses(plan_.steps.size(), 0);
        for (const auto& [id, entity] : wanted.statuses) ++uses[id];
        PlanResult result;
        for (const auto& [id, entity] : wanted.statuses) {
            const Step& step = plan_.steps[id];
            if (step.kind == StepKind::constant)
                result.statuses.emplace_back(static_cast<Status>(step.known.as_range().low.numerator()), data_[entity].size);
            else if (--uses[id] == 0)
                result.statuses.emplace_back(std::move(wholes_[id]->bits));
            else
                result.statuses.emplace_back(wholes_[id]->bits);
        }
        for (const StepId id : wanted.told) result.told.push_back(told_.at(id));
        return result;
    }

private:
    Row batch() const { return std::max<Row>(options_.batch, 1); }

    void hold_constant(StepId id) {
        const Step& step = plan_.steps[id];
        auto whole = std::make_unique<Whole>();
        whole->content = step.content;
        whole->constant = true;
        // A batch's worth of it, so that kernels need not know.
        const Row size = batch();
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
        const Row size = data_[entity].size, batch = this->batch();
        const Row batches = (size + batch - 1) / batch;
        for (const StepId id : steps) {
            if (!layout_.is_kept(id)) continue;
            auto whole = std::make_unique<Whole>();
            whole->content = plan_.steps[id].content;
            whole->batch = batch;
            whole->bits.resize(size);
            if (has_values(whole->content)) whole->values.resize(size);
            whole->aside.resize(batches);
            wholes_[id] = std::move(whole);
        }
        const PlanLayout::Places places = layout_.places_of(steps);
        in_parallel(batches, options_.threads, [&]() -> std::function<void(std::size_t)> {
            const auto worker = std::make_shared<Worker>(places.slots, plan_.steps.size());
            return [&, worker](std::size_t index) {
                const Row number = static_cast<Row>(index), first = number * batch, rows = std::min<Row>(batch, size - first);
                for (std::size_t i = 0; i < steps.size(); ++i) {
                    Vector& out = worker->vectors[steps[i]];
                    out = place_of(steps[i], places.slot[i], worker->slots, number, rows);
                    run_step(steps[i], first, out, worker->vectors, worker->evaluators);
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

    void run_step(StepId id, Row first, const Vector& out, const std::vector<Vector>& vectors,
                  std::map<std::uint32_t, Evaluator>& evaluators) const {
        const Step& step = plan_.steps[id];
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
        if (step.kind == StepKind::told) return told_.at(id)->tell(first, inputs[0], inputs[1]);
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
    PlanLayout layout_;
    std::vector<std::unique_ptr<Whole>> wholes_;
    std::map<StepId, std::shared_ptr<ToldValues>> told_;
};

}  // namespace

PlanResult run_plan(const Plan& plan, const PlanWanted& wanted, const PlanOptions& options) {
    return PlanRun(plan, wanted, options).run(wanted);
}

}  // namespace hoagiai
