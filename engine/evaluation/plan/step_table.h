// The steps of a plan as they are found: equal ones become one, and what no record changes is worked out at once.
#pragma once

#include <string>
#include <unordered_map>

#include "engine/evaluation/plan/plan.h"

namespace hoagiai {

class StepTable {
public:
    explicit StepTable(Plan& plan) : plan_(plan) {}

    const Step& operator[](StepId id) const { return plan_.steps[id]; }
    bool is_constant(StepId id) const { return plan_.steps[id].kind == StepKind::constant; }
    /// Whether it is this truth in every row.
    bool is_always(StepId id, Truth truth) const {
        return is_constant(id) && plan_.steps[id].content == Content::truth && plan_.steps[id].known.as_truth() == truth;
    }

    StepId constant(Content content, Known known);
    StepId constant(Status status);
    /// Throws Overflow.
    StepId add(Step step);
    /// The rows below by this way, found once.
    std::shared_ptr<const ChildRows> children(EntityId from, const std::vector<PathStep>& way);
    StepId both(StepId a, StepId b, EntityId entity);
    StepId any(StepId a, StepId b, EntityId entity);

private:
    std::optional<StepId> folded(const Step& step);
    StepId keep(Step step);

    Plan& plan_;
    std::unordered_map<std::string, StepId> known_;
    std::unordered_map<std::string, std::shared_ptr<const ChildRows>> ways_;
};

/// How values of a type stand in a vector.
Content content_of(const Type& type);

}  // namespace hoagiai
