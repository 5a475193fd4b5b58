// Values that the words of findings need and the plan makes anyway: a share over a commune's cases, say. Kept for the rows that
// become findings, so that a writer need not ask the reference evaluator for them again.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/evaluation/kernels/vector.h"

namespace hoagiai {

class ToldValues {
public:
    /// Of rows that have one of these statuses (1 << status).
    ToldValues(Content content, std::uint64_t statuses, Row size, Row batch)
        : content_(content), statuses_(statuses), batch_(batch), batches_((size + batch - 1) / batch) {}

    /// The rows of a batch, which begins with `first`. Batches may be told on several threads.
    void tell(Row first, const Vector& statuses, const Vector& values);
    /// Nothing: the row has another status.
    std::optional<Known> operator()(Row row) const;

private:
    struct Batch {
        std::vector<Row> rows;  ///< ascending
        std::vector<std::uint8_t> bits;
        std::vector<std::int64_t> values;  ///< not of truth
        std::vector<Known> aside;
    };
    Content content_;
    std::uint64_t statuses_;
    Row batch_;
    std::vector<Batch> batches_;
};

using ToldPtr = std::shared_ptr<const ToldValues>;

}  // namespace hoagiai
