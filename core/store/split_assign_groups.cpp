// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_assign_groups.h"

#include "core/store/split_sort.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

namespace core::store {
namespace {

constexpr std::size_t kRowsBetweenChecks = std::size_t{1} << 16U;

/// How many rows of one stratum a group has.
struct Share {
    std::uint32_t stratum = 0;
    std::int64_t rows = 0;
};

class GroupDealer {
public:
    GroupDealer(const SplitUnits& units, const Quotas& quotas, bool balanced, JobContext& job)
        : m_units(units),
          m_quotas(quotas),
          m_buckets(quotas.front().size()),
          m_lightest(balanced && quotas.size() == 1),
          m_balanced(balanced),
          m_job(job),
          m_filled(quotas.size(), std::vector<std::int64_t>(quotas.front().size(), 0)),
          m_totals(quotas.front().size(), 0),
          m_groupBucket(units.groupOrder.size(), Assignment::kNoBucket) {
        for (const auto& quota : quotas)
            for (std::size_t bucket = 0; bucket < m_buckets; ++bucket)
                m_totals[bucket] += quota[bucket];
    }

    Status run(std::vector<std::uint8_t>& bucket) {
        TL_CHECK_STATUS(countSizes());
        TL_CHECK_STATUS(collectStrata());
        TL_CHECK_STATUS(dealLarge());
        TL_CHECK_STATUS(dealSingles(bucket));
        for (std::size_t row = 0; row < m_units.rows(); ++row) {
            if (row % kRowsBetweenChecks == 0)
                TL_CHECK_STATUS(m_job.check());
            if (m_units.group[row] != SplitUnits::kNoGroup && m_sizes[m_units.group[row]] > 1)
                bucket[row] = m_groupBucket[m_units.group[row]];
        }
        return {};
    }

private:
    template <class Use> Status eachRow(Use use) {
        for (std::size_t row = 0; row < m_units.rows(); ++row) {
            if (row % kRowsBetweenChecks == 0)
                TL_CHECK_STATUS(m_job.check());
            use(row, m_units.group[row]);
        }
        return {};
    }

    std::uint32_t stratumOf(std::size_t row) const { return m_units.stratum.empty() ? 0 : m_units.stratum[row]; }

    Status countSizes() {
        m_sizes.assign(m_units.groupOrder.size(), 0);
        return eachRow([this](std::size_t, std::uint32_t group) {
            if (group != SplitUnits::kNoGroup)
                ++m_sizes[group];
        });
    }

    /// The strata of each group's rows, one after another; m_offsets says where a group's begin.
    Status collectStrata() {
        if (m_units.stratum.empty())
            return {};
        m_offsets.assign(m_sizes.size() + 1, 0);
        for (std::size_t group = 0; group < m_sizes.size(); ++group)
            m_offsets[group + 1] = m_offsets[group] + m_sizes[group];
        std::vector<std::uint32_t> next(m_offsets.begin(), m_offsets.end() - 1);
        m_strata.resize(m_offsets.back());
        return eachRow([&](std::size_t row, std::uint32_t group) {
            if (group != SplitUnits::kNoGroup)
                m_strata[next[group]++] = m_units.stratum[row];
        });
    }

    /// Rows of a group by stratum, into m_shares.
    void shareOf(std::uint32_t group) {
        m_shares.clear();
        if (m_units.stratum.empty()) {
            m_shares.push_back({0, m_sizes[group]});
            return;
        }
        const auto first = m_strata.begin() + m_offsets[group];
        const auto last = m_strata.begin() + m_offsets[group + 1];
        std::sort(first, last);
        for (auto at = first; at != last;) {
            const auto end = std::upper_bound(at, last, *at);
            m_shares.push_back({*at, end - at});
            at = end;
        }
    }

    Status dealLarge() {
        std::vector<std::uint32_t> large;
        for (std::uint32_t group = 0; group < m_sizes.size(); ++group)
            if (m_sizes[group] > 1)
                large.push_back(group);
        // Parts: groups of about one size come in an order of chance, so that another seed gives another split. Folds:
        // exactly by size, as every group is tested once anyway.
        const auto sizeOf = [this](std::uint32_t group) {
            return m_balanced ? m_sizes[group] : static_cast<std::uint32_t>(std::bit_width(m_sizes[group]));
        };
        const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
            return sizeOf(a) != sizeOf(b) ? sizeOf(a) > sizeOf(b) : m_units.groupOrder[a] < m_units.groupOrder[b];
        };
        TL_CHECK_STATUS(sortInSteps(large, earlier, m_job));
        for (std::size_t i = 0; i < large.size(); ++i) {
            if (i % kRowsBetweenChecks == 0)
                TL_CHECK_STATUS(m_job.check());
            shareOf(large[i]);
            const std::size_t bucket = bestBucket();
            for (const Share& share : m_shares)
                m_filled[share.stratum][bucket] += share.rows;
            m_groupBucket[large[i]] = static_cast<std::uint8_t>(bucket);
        }
        return {};
    }

    /// For the group in m_shares.
    std::size_t bestBucket() const {
        std::size_t best = 0;
        double bestFree = 0;
        std::int64_t bestOver = -1;
        for (std::size_t bucket = 0; bucket < m_buckets; ++bucket) {
            double free = 0;
            std::int64_t over = 0;
            bool wanted = false;
            for (const Share& share : m_shares) {
                const std::int64_t quota = m_quotas[share.stratum][bucket];
                const std::int64_t filled = m_filled[share.stratum][bucket];
                wanted = wanted || quota > 0;
                over += std::max<std::int64_t>(0, filled + share.rows - quota);
                free += static_cast<double>(share.rows) * static_cast<double>(quota - filled) /
                        static_cast<double>(std::max<std::int64_t>(quota, 1));
            }
            if (m_lightest) {
                free = -static_cast<double>(m_filled[0][bucket]);
                over = 0;
            }
            if (!wanted && !m_lightest && m_totals[bucket] == 0)
                continue; // a part that nobody asked for
            if (bestOver < 0 || over < bestOver || (over == bestOver && free > bestFree)) {
                best = bucket;
                bestFree = free;
                bestOver = over;
            }
        }
        return best;
    }

    /// Rows that are their own group fill what the large groups left.
    Status dealSingles(std::vector<std::uint8_t>& bucket) {
        std::vector<std::int64_t> singles(m_quotas.size(), 0);
        const auto single = [this](std::uint32_t group) {
            return group == SplitUnits::kNoGroup || m_sizes[group] == 1;
        };
        TL_CHECK_STATUS(eachRow([&](std::size_t row, std::uint32_t group) {
            if (single(group))
                ++singles[stratumOf(row)];
        }));
        Quotas left = m_quotas;
        for (std::size_t stratum = 0; stratum < left.size(); ++stratum) {
            std::int64_t over = -singles[stratum];
            for (std::size_t b = 0; b < m_buckets; ++b) {
                left[stratum][b] = std::max<std::int64_t>(0, left[stratum][b] - m_filled[stratum][b]);
                over += left[stratum][b];
            }
            lower(stratum, left[stratum], over);
        }
        const EachThing each = [&](const std::function<void(const CutThing&)>& use) {
            return eachRow([&](std::size_t row, std::uint32_t group) {
                if (single(group))
                    use({row, group == SplitUnits::kNoGroup ? m_units.order[row] : m_units.groupOrder[group],
                         stratumOf(row)});
            });
        };
        const auto put = [&bucket](std::size_t row, std::size_t to) { bucket[row] = static_cast<std::uint8_t>(to); };
        return cutByHash(left, each, put, m_job);
    }

    /// Takes `over` away from what is left of the quotas of a stratum, always where the bucket is fullest for its
    /// quota: what one bucket got too much is missing in the others in equal shares.
    void lower(std::size_t stratum, std::vector<std::int64_t>& left, std::int64_t over) const {
        assert(over >= 0);
        const auto fullness = [&](std::size_t b) {
            return static_cast<double>(m_filled[stratum][b] + left[b]) /
                   static_cast<double>(std::max<std::int64_t>(m_quotas[stratum][b], 1));
        };
        while (over > 0) {
            std::size_t fullest = m_buckets;
            for (std::size_t b = 0; b < m_buckets; ++b)
                if (left[b] > 0 && (fullest == m_buckets || fullness(b) > fullness(fullest)))
                    fullest = b;
            assert(fullest < m_buckets);
            // Large steps first, so that a group of millions takes no millions of steps.
            const std::int64_t step = std::clamp<std::int64_t>(over / static_cast<std::int64_t>(8 * m_buckets), 1,
                                                               std::max<std::int64_t>(1, left[fullest] / 8));
            left[fullest] -= step;
            over -= step;
        }
    }

    const SplitUnits& m_units;
    const Quotas& m_quotas;
    std::size_t m_buckets;
    bool m_lightest, m_balanced;
    JobContext& m_job;
    Quotas m_filled;
    std::vector<std::int64_t> m_totals; ///< quota of each bucket over all strata
    std::vector<std::uint32_t> m_sizes;
    std::vector<std::uint8_t> m_groupBucket;
    std::vector<std::uint32_t> m_offsets, m_strata;
    std::vector<Share> m_shares;
};

} // namespace

Status assignGroups(const SplitUnits& units, const Quotas& quotas, bool balanced, std::vector<std::uint8_t>& bucket,
                    JobContext& job) {
    return quotas.empty() ? Status() : GroupDealer(units, quotas, balanced, job).run(bucket);
}

} // namespace core::store
