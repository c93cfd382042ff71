// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_groups.h"

#include <algorithm>
#include <numeric>

namespace core::store {
namespace {

/// Union-find with path halving; the smaller number becomes the root.
class Forest {
public:
    explicit Forest(std::size_t size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
    std::uint32_t add() {
        m_parent.push_back(static_cast<std::uint32_t>(m_parent.size()));
        return m_parent.back();
    }
    std::uint32_t root(std::uint32_t node) {
        while (m_parent[node] != node) {
            m_parent[node] = m_parent[m_parent[node]];
            node = m_parent[node];
        }
        return node;
    }
    void unite(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> m_parent;
};

} // namespace

void HashNumbering::grow() {
    std::vector<std::uint64_t> keys(m_keys.size() * 2, 0);
    std::vector<std::uint32_t> values(m_keys.size() * 2, 0);
    keys.swap(m_keys);
    values.swap(m_values);
    for (std::size_t old = 0; old < keys.size(); ++old) {
        if (keys[old] == 0)
            continue;
        std::size_t slot = slotOf(keys[old]);
        while (m_keys[slot] != 0)
            slot = (slot + 1) & (m_keys.size() - 1);
        m_keys[slot] = keys[old];
        m_values[slot] = values[old];
    }
}

KeyedRows::KeyedRows(std::size_t expected) {
    for (auto& bin : m_bins)
        bin.reserve(expected / m_bins.size() + expected / m_bins.size() / 32 + 16);
}

Status KeyedRows::eachRepeated(JobContext& job, const std::function<void(const Entry* first, const Entry* last)>& use) {
    for (auto& bin : m_bins) {
        TL_CHECK_STATUS(job.check());
        std::sort(bin.begin(), bin.end(), [](const Entry& a, const Entry& b) {
            return a.key() != b.key() ? a.key() < b.key() : a.row < b.row;
        });
        for (std::size_t first = 0; first < bin.size();) {
            std::size_t last = first + 1;
            while (last < bin.size() && bin[last].key() == bin[first].key())
                ++last;
            if (last - first > 1)
                use(bin.data() + first, bin.data() + last);
            first = last;
        }
        std::vector<Entry>().swap(bin);
    }
    return {};
}

Status GroupBuilder::merge(KeyedRows& duplicates, JobContext& job) {
    std::vector<std::uint32_t>& group = m_units.group;
    std::vector<std::uint64_t>& order = m_units.groupOrder;
    Forest forest(order.size());
    TL_CHECK_STATUS(duplicates.eachRepeated(job, [&](const KeyedRows::Entry* first, const KeyedRows::Entry* last) {
        std::uint32_t common = SplitUnits::kNoGroup;
        for (const auto* at = first; at != last && common == SplitUnits::kNoGroup; ++at)
            common = group[at->row];
        if (common == SplitUnits::kNoGroup) { // only rows without a group: they get one of their own
            common = forest.add();
            order.push_back(joined(first->key(), m_seedHash));
        }
        for (const auto* at = first; at != last; ++at)
            if (group[at->row] == SplitUnits::kNoGroup)
                group[at->row] = common;
            else
                forest.unite(common, group[at->row]);
    }));
    // Dense numbers again; a merged group is ordered as the first of those it consists of, whatever their numbers.
    std::vector<std::uint32_t> numberOf(order.size(), SplitUnits::kNoGroup);
    std::vector<std::uint64_t> orders;
    for (std::uint32_t node = 0; node < order.size(); ++node) {
        const std::uint32_t root = forest.root(node);
        if (numberOf[root] == SplitUnits::kNoGroup) {
            numberOf[root] = static_cast<std::uint32_t>(orders.size());
            orders.push_back(order[node]);
        }
        numberOf[node] = numberOf[root];
        orders[numberOf[root]] = std::min(orders[numberOf[root]], order[node]);
    }
    for (std::uint32_t& one : group)
        if (one != SplitUnits::kNoGroup)
            one = numberOf[one];
    order = std::move(orders);
    return job.check();
}

} // namespace core::store
