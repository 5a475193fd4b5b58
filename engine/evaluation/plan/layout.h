// In which order a plan is run, and what of it is kept. Steps that read only their own row are done batch by batch, while the
// batch is in the cache; what another entity reads is kept for the whole table, and a wave begins when what it reads is whole.
#pragma once

#include <map>
#include <vector>

#include "engine/evaluation/plan/plan.h"

namespace hoagiai {

class PlanLayout {
public:
    PlanLayout(const Plan& plan, const PlanWanted& wanted);

    /// The steps of each wave, by entity; within a group inputs come before what reads them. Constants are in none.
    const std::map<std::uint32_t, std::map<EntityId, std::vector<StepId>>>& waves() const { return waves_; }
    bool is_needed(StepId id) const { return needed_[id]; }
    /// Whether a step is kept for its whole table.
    bool is_kept(StepId id) const { return kept_[id]; }

    /// Where a step of a group writes: into its whole table, or into a place that later steps of the batch take over.
    struct Places {
        std::vector<std::uint32_t> slot;  ///< by position in the group; none_id: kept
        std::uint32_t slots = 0;
    };
    Places places_of(const std::vector<StepId>& group) const;

private:
    void find_needed(const PlanWanted& wanted);
    void place(StepId id);

    const Plan& plan_;
    std::vector<bool> needed_, kept_;
    std::vector<std::uint32_t> waves_of_;
    std::map<std::uint32_t, std::map<EntityId, std::vector<StepId>>> waves_;
};

}  // namespace hoagiai
