#include "engine/findings/explanation/borders.h"

#include <algorithm>

namespace hoagiai {

namespace {

constexpr std::size_t most_steps = 400, most_stretches = 6;

class Search {
public:
    explicit Search(const StatusAlong& status) : status_(status) {}

    std::vector<Stretch> all(std::int64_t low, std::int64_t high) {
        const auto first = at(low), last = at(high);
        if (first && last) divide(low, high, *first, *last);
        if (failed_ || stretches_.size() > most_stretches) stretches_.clear();
        return std::move(stretches_);
    }

private:
    std::optional<Status> at(std::int64_t value) {
        const auto status = ++steps_ > most_steps ? std::nullopt : status_.at(value);
        failed_ = failed_ || !status;
        return status;
    }

    void keep(std::int64_t low, std::int64_t high, Status status) {
        if (!stretches_.empty() && stretches_.back().status == status)
            stretches_.back().high = high;
        else
            stretches_.push_back({low, high, status});
    }

    /// A value in between that differs from both ends, which are unknown.
    std::optional<std::int64_t> definite_inside(std::int64_t low, std::int64_t high) {
        std::vector<std::int64_t> tried;
        for (const std::int64_t value : status_.interesting)
            for (const std::int64_t near : {value - 1, value, value + 1})
                if (near > low && near < high) tried.push_back(near);
        for (std::int64_t i = 1; i < 8; ++i)
            if (const std::int64_t value = low + (high - low) / 8 * i; value > low && value < high) tried.push_back(value);
        for (const std::int64_t value : tried)
            if (const auto status = at(value); !status || *status != Status::unknown) return value;
        return std::nullopt;
    }

    void divide(std::int64_t low, std::int64_t high, Status first, Status last) {
        if (failed_) return;
        if (low == high) return keep(low, high, first);
        std::int64_t middle = low + (high - low) / 2;
        if (first == last) {
            if (first == Status::unknown) {
                const auto inside = definite_inside(low, high);
                if (!inside) return keep(low, high, first);
                middle = *inside;
            } else if (++steps_ <= most_steps && status_.between(low, high) == first) {
                return keep(low, high, first);
            }
        }
        if (high - low == 1) {
            keep(low, low, first);
            return keep(high, high, last);
        }
        const auto left = at(middle), right = at(middle + 1);
        if (failed_) return;
        divide(low, middle, first, *left);
        divide(middle + 1, high, *right, last);
    }

    const StatusAlong& status_;
    std::vector<Stretch> stretches_;
    std::size_t steps_ = 0;
    bool failed_ = false;
};

}  // namespace

std::vector<Stretch> find_stretches(std::int64_t low, std::int64_t high, const StatusAlong& status) {
    return Search(status).all(low, high);
}

}  // namespace hoagiai
