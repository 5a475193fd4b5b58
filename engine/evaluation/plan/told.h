// Values that the sentences of findings need and the plan makes anyway: a share over a commune's cases, say. Kept for the rows
// that the rule fails, so that a writer need not ask the reference evaluator for them again.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/evaluation/kernels/vector.h"

namespace hoagiai {

class ToldValues {
public:
    ToldValues(Content content, Row size, Row batch) : content_(content), batch_(batch), batches_((size + batch - 1) / batch) {}

    /// The value of each row from `first`, where a batch begins, whose status is fail. Batches may be told on several threads.
    void tell(Row first, const Vector& statuses, const Vector& values);
    /// Nothing: the rule does not fail the row.
    std::optional<Known> operator()(Row row) const;

private:
    struct Batch {
        std::vector<Row> rows;  ///< ascending
        std::vector<std::uint8_t> bits;
        std::vector<std::int64_t> values;  ///< not of truth
        std::vector<Known> aside;
    };
    Content content_;
    Row batch_;
    std::vector<Batch> batches_;
};

using ToldPtr = std::shared_ptr<const ToldValues>;

}  // namespace hoagiai
