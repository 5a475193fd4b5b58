// Rows of one table stand by id already, so that ids are looked at only where rows of different tables meet.
#include "engine/findings/order.h"

#include <algorithm>
#include <unordered_map>

namespace hoagiai {

namespace {

class UnitOrder {
public:
    explicit UnitOrder(const CheckResult& result) : result_(result), data_(result.records->dataset) {}

    std::vector<std::size_t> order() {
        keys_.reserve(result_.findings.size());
        for (std::size_t i = 0; i < result_.findings.size(); ++i) {
            const Finding& finding = result_.findings[i];
            keys_.push_back({chain_of(data_, result_.rule(finding).entity, finding.row), i});
        }
        // First by the top units, of which there are few; then within each.
        rank_tops();
        std::vector<std::pair<std::uint64_t, std::uint32_t>> by_top;
        by_top.reserve(keys_.size());
        for (std::uint32_t i = 0; i < keys_.size(); ++i) by_top.emplace_back(rank_of(keys_[i]), i);
        std::sort(by_top.begin(), by_top.end());
        std::vector<std::size_t> order;
        order.reserve(keys_.size());
        for (auto from = by_top.begin(); from != by_top.end();) {
            const auto to = std::find_if(from, by_top.end(), [&](const auto& one) { return one.first != from->first; });
            std::sort(from, to, [&](const auto& a, const auto& b) { return before(keys_[a.second], keys_[b.second]); });
            for (; from != to; ++from) order.push_back(from->second);
        }
        return order;
    }

private:
    struct Key {
        UnitChain chain;
        std::size_t index;
    };

    static std::uint64_t top(const Key& key) { return (std::uint64_t{key.chain.entities[0]} << 32) | key.chain.rows[0]; }

    void rank_tops() {
        // Nearly always all are units of one table, whose rows stand by id.
        const EntityId first = keys_.empty() ? none_id : keys_[0].chain.entities[0];
        by_row_ = first != none_id && data_[first].by_id.empty() &&
                  std::all_of(keys_.begin(), keys_.end(), [&](const Key& key) { return key.chain.entities[0] == first; });
        if (by_row_) return;
        std::vector<std::uint64_t> tops;
        std::uint64_t last = ~std::uint64_t{0};
        for (const Key& key : keys_)
            if (top(key) != last) tops.push_back(last = top(key));
        std::sort(tops.begin(), tops.end());
        tops.erase(std::unique(tops.begin(), tops.end()), tops.end());
        const auto id = [&](std::uint64_t one) { return data_.id(static_cast<EntityId>(one >> 32), static_cast<Row>(one)); };
        std::stable_sort(tops.begin(), tops.end(), [&](std::uint64_t a, std::uint64_t b) { return id(a) < id(b); });
        std::uint64_t rank = 0;
        for (std::size_t i = 0; i < tops.size(); ++i) {
            if (i > 0 && id(tops[i]) != id(tops[i - 1])) ++rank;
            ranks_.emplace(tops[i], rank);
        }
    }
    std::uint64_t rank_of(const Key& key) const { return by_row_ ? key.chain.rows[0] : ranks_.at(top(key)); }

    bool before(const Key& a, const Key& b) const {
        const std::size_t both = std::min(a.chain.size, b.chain.size);
        for (std::size_t i = 0; i < both; ++i) {
            const EntityId x = a.chain.entities[i], y = b.chain.entities[i];
            const Row p = a.chain.rows[i], q = b.chain.rows[i];
            if (x == y && p == q) continue;
            if (x == y && data_[x].by_id.empty()) return p < q;
            const int compared = data_.id(x, p).compare(data_.id(y, q));
            if (compared != 0) return compared < 0;
        }
        if (a.chain.size != b.chain.size) return a.chain.size < b.chain.size;
        const CheckedRule &one = result_.rule(result_.findings[a.index]), &other = result_.rule(result_.findings[b.index]);
        if (one.entity != other.entity) return one.entity < other.entity;
        if (const int compared = one.id.compare(other.id); compared != 0) return compared < 0;
        return a.index < b.index;
    }

    const CheckResult& result_;
    const Dataset& data_;
    std::vector<Key> keys_;
    bool by_row_ = false;                                     ///< the row of the top unit is its rank
    std::unordered_map<std::uint64_t, std::uint64_t> ranks_;  ///< of top units; of equal ids the same
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

void sort_by_unit(CheckResult& result) {
    std::vector<Finding> sorted;
    sorted.reserve(result.findings.size());
    for (const std::size_t index : UnitOrder(result).order()) sorted.push_back(std::move(result.findings[index]));
    result.findings = std::move(sorted);
}

}  // namespace hoagiai
