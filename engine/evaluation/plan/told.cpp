#include "engine/evaluation/plan/told.h"

#include <algorithm>

namespace hoagiai {

void ToldValues::tell(Row first, const Vector& statuses, const Vector& values) {
    Batch& batch = batches_[first / batch_];
    for (Row i = 0; i < statuses.size; ++i) {
        if (!(statuses_ >> statuses.bits[i] & 1)) continue;
        batch.rows.push_back(first + i);
        batch.bits.push_back(values.bits[i]);
        if (!has_values(content_)) continue;
        std::int64_t value = values.values[i];
        if (!values.bits[i]) {
            batch.aside.push_back((*values.aside)[static_cast<std::size_t>(value)]);
            value = static_cast<std::int64_t>(batch.aside.size() - 1);
        }
        batch.values.push_back(value);
    }
}

std::optional<Known> ToldValues::operator()(Row row) const {
    const Batch& batch = batches_[row / batch_];
    const auto found = std::lower_bound(batch.rows.begin(), batch.rows.end(), row);
    if (found == batch.rows.end() || *found != row) return std::nullopt;
    const auto at = static_cast<std::size_t>(found - batch.rows.begin());
    if (!has_values(content_)) return Known::truth(Truth::from_bits(batch.bits[at]));
    if (!batch.bits[at]) return batch.aside[static_cast<std::size_t>(batch.values[at])];
    return exact_value(content_, batch.values[at]);
}

}  // namespace hoagiai
