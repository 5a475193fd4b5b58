// What a blank cell would decide: the rule is judged anew with the cell filled, once for each value that it may hold, or along
// the borders between statuses.
#pragma once

#include "engine/findings/explanation/explained_values.h"
#include "engine/findings/explanation/what_if.h"

namespace hoagiai {

/// So many rows or texts are tried for one cell.
inline constexpr std::size_t most_targets = 12;

class Fillings {
public:
    Fillings(const CheckResult& result, const Finding& finding, const ExplainedValues& values);
    MissingValue of(const MissingCell& cell);

private:
    void one_cell(EntityId entity, FieldId field, Row row, MissingValue& missing);
    void choices(const AssumedCell& cell, const Type& type, MissingValue& missing);
    void texts(AssumedCell cell, MissingValue& missing);
    void other_texts(AssumedCell cell, MissingValue& missing);
    void numbers(const AssumedCell& cell, const Field& field, MissingValue& missing);
    void links(const MissingCell& cell, MissingValue& missing);
    /// The unit itself, or the one above it in this entity.
    Row row_of_unit(EntityId entity) const;
    /// Texts with which the rule compares; empty if it compares with other cells as well.
    std::optional<std::vector<std::string>> compared_texts() const;
    std::vector<std::int64_t> interesting(const Type& type) const;

    const ExplainedValues& values_;
    WhatIf what_if_;
};

}  // namespace hoagiai
