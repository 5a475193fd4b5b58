// Rows of one table stand by id already, so that ids are looked at only where rows of different tables meet.
#include "engine/findings/order.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "engine/text/parallel.h"

namespace hoagiai {

namespace {

class UnitOrder {
public:
    UnitOrder(const Dataset& data, const std::vector<UnitAndRule>& all, unsigned threads)
        : data_(data), all_(all), threads_(threads) {}

    std::vector<std::uint32_t> order() {
        keys_.resize(all_.size());
        in_ranges(all_.size(), threads_, [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) keys_[i] = chain_of(data_, all_[i].entity, all_[i].row);
        });
        // First by the top units, of which there are few; then within each.
        rank_tops();
        std::vector<std::uint32_t> ends(ranks_ + 1u, 0);
        for (const UnitChain& key : keys_) ++ends[rank_of(key) + 1];
        std::partial_sum(ends.begin(), ends.end(), ends.begin());
        std::vector<std::uint32_t> next(ends.begin(), ends.end() - 1), order(all_.size());
        for (std::uint32_t i = 0; i < keys_.size(); ++i) order[next[rank_of(keys_[i])]++] = i;
        in_ranges(ranks_, threads_, [&](std::size_t from, std::size_t to) {
            for (std::size_t rank = from; rank < to; ++rank)
                std::sort(order.begin() + ends[rank], order.begin() + ends[rank + 1],
                          [&](std::uint32_t a, std::uint32_t b) { return before(a, b); });
        });
        return order;
    }

private:
    static std::uint64_t top(const UnitChain& chain) { return (std::uint64_t{chain.entities[0]} << 32) | chain.rows[0]; }

    void rank_tops() {
        // Nearly always all are units of one table, whose rows stand by id.
        const EntityId first = keys_.empty() ? none_id : keys_[0].entities[0];
        by_row_ = first != none_id && data_[first].by_id.empty() &&
                  std::all_of(keys_.begin(), keys_.end(), [&](const UnitChain& key) { return key.entities[0] == first; });
        if (by_row_) {
            ranks_ = data_[first].size;
            return;
        }
        std::vector<std::uint64_t> tops;
        std::uint64_t last = ~std::uint64_t{0};
        for (const UnitChain& key : keys_)
            if (top(key) != last) tops.push_back(last = top(key));
        std::sort(tops.begin(), tops.end());
        tops.erase(std::unique(tops.begin(), tops.end()), tops.end());
        const auto id = [&](std::uint64_t one) { return data_.id(static_cast<EntityId>(one >> 32), static_cast<Row>(one)); };
        std::stable_sort(tops.begin(), tops.end(), [&](std::uint64_t a, std::uint64_t b) { return id(a) < id(b); });
        for (std::size_t i = 0; i < tops.size(); ++i) {
            if (i == 0 || id(tops[i]) != id(tops[i - 1])) ++ranks_;
            rank_by_top_.emplace(tops[i], ranks_ - 1);
        }
    }
    std::uint32_t rank_of(const UnitChain& key) const { return by_row_ ? key.rows[0] : rank_by_top_.at(top(key)); }

    bool before(std::uint32_t one, std::uint32_t other) const {
        const UnitChain &a = keys_[one], &b = keys_[other];
        const std::size_t both = std::min(a.size, b.size);
        for (std::size_t i = 0; i < both; ++i) {
            const EntityId x = a.entities[i], y = b.entities[i];
            const Row p = a.rows[i], q = b.rows[i];
            if (x == y && p == q) continue;
            if (x == y && data_[x].by_id.empty()) return p < q;
            const int compared = data_.id(x, p).compare(data_.id(y, q));
            if (compared != 0) return compared < 0;
        }
        if (a.size != b.size) return a.size < b.size;
        if (all_[one].entity != all_[other].entity) return all_[one].entity < all_[other].entity;
        if (all_[one].rule != all_[other].rule) return all_[one].rule < all_[other].rule;
        return one < other;
    }

    const Dataset& data_;
    const std::vector<UnitAndRule>& all_;
    unsigned threads_;
    std::vector<UnitChain> keys_;
    bool by_row_ = false;  ///< the row of the top unit is its rank
    std::uint32_t ranks_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> rank_by_top_;  ///< of equal ids the same
};

}  // namespace

UnitChain chain_of(const Dataset& data, EntityId entity, Row row) {
    UnitChain up;
    while (row != no_row && up.size < UnitChain::most) {
        up.entities[up.size] = entity;
        up.rows[up.size++] = row;
        const LinkId parent = data.schema->parent_link(entity);
        if (parent == none_id) break;
        const LinkColumn& link = data[entity].links[parent];
        row = link.supplied ? link.targets[row] : no_row;
        entity = (*data.schema)[entity].links[parent].target;
    }
    std::reverse(up.entities, up.entities + up.size);
    std::reverse(up.rows, up.rows + up.size);
    return up;
}

std::vector<std::uint32_t> order_by_unit(const Dataset& data, const std::vector<UnitAndRule>& all, unsigned threads) {
    return UnitOrder(data, all, threads).order();
}

}  // namespace hoagiai
