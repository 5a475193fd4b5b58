#include "engine/evaluation/plan/layout.h"

#include <algorithm>

namespace hoagiai {

namespace {

bool crosses(const Step& step) { return step.kind == StepKind::above || step.kind == StepKind::rows; }
bool is_cell(const Step& step) { return step.kind == StepKind::column || step.kind == StepKind::missing; }

}  // namespace

PlanLayout::PlanLayout(const Plan& plan, const PlanWanted& wanted) : plan_(plan) {
    find_needed(wanted);
    for (StepId id = 0; id < plan_.steps.size(); ++id) place(id);
}

void PlanLayout::find_needed(const PlanWanted& wanted) {
    needed_.assign(plan_.steps.size(), false);
    kept_.assign(plan_.steps.size(), false);
    for (const auto& [id, entity] : wanted.statuses) needed_[id] = kept_[id] = true;
    for (const StepId id : wanted.told) needed_[id] = true;
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

void PlanLayout::place(StepId id) {
    waves_of_.push_back(0);
    const Step& step = plan_.steps[id];
    if (!needed_[id] || step.kind == StepKind::constant) return;
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

PlanLayout::Places PlanLayout::places_of(const std::vector<StepId>& group) const {
    std::map<StepId, std::size_t> last_read;
    for (std::size_t i = 0; i < group.size(); ++i)
        for (const StepId input : plan_.steps[group[i]].inputs) last_read[input] = i;
    Places places;
    std::vector<std::uint32_t> free;
    std::map<std::size_t, std::vector<std::uint32_t>> freed_after;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (kept_[group[i]]) {
            places.slot.push_back(none_id);
        } else {
            if (free.empty()) free.push_back(places.slots++);
            places.slot.push_back(free.back());
            free.pop_back();
            freed_after[std::max(i, last_read[group[i]])].push_back(places.slot.back());
        }
        // Only what was read before may be written over: a step never reads what it writes.
        const auto freed = freed_after.find(i);
        if (freed != freed_after.end()) free.insert(free.end(), freed->second.begin(), freed->second.end());
    }
    return places;
}

}  // namespace hoagiai
