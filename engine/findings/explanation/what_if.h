// What the status of one unit under one rule would be if a single cell were filled, all else staying as it is.
#pragma once

#include <optional>

#include "engine/findings/finding.h"

namespace hoagiai {

class WhatIf {
public:
    WhatIf(const CheckResult& result, const Finding& finding);

    /// A cell that holds one of these values; for several: the status that they share, else unknown. Empty where a number
    /// leaves 64 bits.
    std::optional<Status> if_cell(const AssumedCell& cell);
    /// A link that leads to this row.
    std::optional<Status> if_linked(EntityId entity, LinkId link, Row row, Row target);
    /// A cell from which units are derived (a commune's province); other cells go through if_cell, which is much quicker.
    std::optional<Status> if_text(EntityId entity, FieldId field, Row row, const std::string& text);
    /// How often the rule was judged.
    std::size_t judged() const { return judged_; }

private:
    std::optional<Status> judge(const Judge& judge, Row row);
    std::optional<Status> judge_changed(Dataset& changed);

    const CheckResult& result_;
    const Finding& finding_;
    const CheckedRule& rule_;
    const Dataset& data_;
    Judge judge_;
    std::size_t judged_ = 0;
};

}  // namespace hoagiai
