// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_cut.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <map>
#include <numeric>

namespace core::store {
namespace {

constexpr std::size_t kMostBins = std::size_t{1} << 16U;
constexpr std::size_t kMostCounters = std::size_t{1} << 22U; ///< over all strata
constexpr std::size_t kSortedAtOnce = std::size_t{1} << 16U; ///< a few milliseconds
constexpr std::size_t kValuesBetweenChecks = std::size_t{1} << 18U;

/// How many things each stratum has in each bin of hashes, and then what becomes of the bin.
class Bins {
public:
    explicit Bins(std::size_t strata) {
        std::size_t bins = std::bit_floor(std::clamp<std::size_t>(kMostCounters / strata, 2, kMostBins));
        m_bins = bins;
        m_shift = 64 - std::bit_width(bins - 1);
        m_counts.assign(strata * bins, 0);
    }

    void count(const CutThing& thing) { ++m_counts[at(thing)]; }

    /// From now on bucketOf() answers.
    void plan(const Quotas& quotas) {
        m_buckets.assign(m_counts.size(), kCut);
        for (std::size_t stratum = 0; stratum < quotas.size(); ++stratum)
            planStratum(quotas[stratum], stratum * m_bins);
    }

    static constexpr std::uint16_t kCut = std::numeric_limits<std::uint16_t>::max();
    std::uint16_t bucketOf(const CutThing& thing) const { return m_buckets[at(thing)]; }
    /// Things of the same stratum in earlier bins. Only after plan(), for bins that are cut.
    std::int64_t before(const CutThing& thing) const { return m_before.at(at(thing)); }
    std::size_t binOf(const CutThing& thing) const { return at(thing); }

private:
    std::size_t at(const CutThing& thing) const {
        return thing.stratum * m_bins + static_cast<std::size_t>(thing.hash >> m_shift);
    }

    void planStratum(const std::vector<std::int64_t>& quota, std::size_t first) {
        std::size_t bucket = 0;
        std::int64_t end = quota.empty() ? 0 : quota[0]; // of the bucket
        std::int64_t done = 0;
        for (std::size_t bin = first; bin < first + m_bins; ++bin) {
            const std::int64_t count = m_counts[bin];
            while (done >= end && bucket + 1 < quota.size())
                end += quota[++bucket];
            if (done + count <= end)
                m_buckets[bin] = static_cast<std::uint16_t>(bucket);
            else
                m_before.emplace(bin, done);
            done += count;
        }
    }

    std::size_t m_bins = 0;
    int m_shift = 0;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint16_t> m_buckets;
    std::map<std::size_t, std::int64_t> m_before;
};

std::size_t bucketAt(const std::vector<std::int64_t>& quota, std::int64_t rank) {
    std::int64_t end = 0;
    for (std::size_t bucket = 0; bucket < quota.size(); ++bucket) {
        end += quota[bucket];
        if (rank < end)
            return bucket;
    }
    return quota.empty() ? 0 : quota.size() - 1;
}

/// One rank that is looked for, and what was found there.
struct Wanted {
    std::int64_t rank = 0;
    std::int64_t value = 0;   ///< at this rank
    std::int64_t less = 0;    ///< values below it
    std::int64_t notMore = 0; ///< values below or equal
};

class RankFinder {
public:
    explicit RankFinder(JobContext& job) : m_job(job) {}

    /// `values`, of which `base` smaller ones are not among them.
    Status find(const std::vector<std::int64_t>& values, std::int64_t base, const std::vector<Wanted*>& wanted) {
        if (values.size() <= kSortedAtOnce) {
            findSorted(values, base, wanted);
            return m_job.check();
        }
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        TL_CHECK_STATUS(m_job.check());
        if (*least == *most) {
            for (Wanted* one : wanted)
                *one = {one->rank, *least, base, base + static_cast<std::int64_t>(values.size())};
            return {};
        }
        const auto first = static_cast<std::uint64_t>(*least);
        const std::uint64_t width = (static_cast<std::uint64_t>(*most) - first) / kMostBins + 1;
        const auto binOf = [first, width](std::int64_t value) {
            return static_cast<std::size_t>((static_cast<std::uint64_t>(value) - first) / width);
        };
        std::vector<std::int64_t> before(kMostBins + 1, 0);
        TL_CHECK_STATUS(each(values, [&](std::int64_t value) { ++before[binOf(value) + 1]; }));
        std::partial_sum(before.begin(), before.end(), before.begin());
        std::map<std::size_t, std::vector<Wanted*>> byBin;
        for (Wanted* one : wanted)
            byBin[static_cast<std::size_t>(std::upper_bound(before.begin(), before.end(), one->rank - base) -
                                           before.begin() - 1)]
                .push_back(one);
        for (const auto& [bin, own] : byBin) {
            std::vector<std::int64_t> inside;
            inside.reserve(static_cast<std::size_t>(before[bin + 1] - before[bin]));
            TL_CHECK_STATUS(each(values, [&, chosen = bin](std::int64_t value) {
                if (binOf(value) == chosen)
                    inside.push_back(value);
            }));
            TL_CHECK_STATUS(find(inside, base + before[bin], own));
        }
        return {};
    }

private:
    template <class Use> Status each(const std::vector<std::int64_t>& values, Use use) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i % kValuesBetweenChecks == 0)
                TL_CHECK_STATUS(m_job.check());
            use(values[i]);
        }
        return {};
    }

    static void findSorted(std::vector<std::int64_t> values, std::int64_t base, const std::vector<Wanted*>& wanted) {
        std::sort(values.begin(), values.end());
        for (Wanted* one : wanted) {
            one->value = values[static_cast<std::size_t>(one->rank - base)];
            const auto [low, high] = std::equal_range(values.begin(), values.end(), one->value);
            one->less = base + (low - values.begin());
            one->notMore = base + (high - values.begin());
        }
    }

    JobContext& m_job;
};

} // namespace

Status cutByHash(const Quotas& quotas, const EachThing& each,
                 const std::function<void(std::size_t index, std::size_t bucket)>& put, JobContext& job) {
    if (quotas.empty())
        return {};
    Bins bins(quotas.size());
    TL_CHECK_STATUS(each([&bins](const CutThing& thing) { bins.count(thing); }));
    bins.plan(quotas);
    std::map<std::size_t, std::vector<CutThing>> cut; // by bin
    TL_CHECK_STATUS(each([&](const CutThing& thing) {
        const std::uint16_t bucket = bins.bucketOf(thing);
        if (bucket != Bins::kCut)
            put(thing.index, bucket);
        else
            cut[bins.binOf(thing)].push_back(thing);
    }));
    for (auto& [bin, things] : cut) {
        TL_CHECK_STATUS(job.check());
        std::stable_sort(things.begin(), things.end(),
                         [](const CutThing& a, const CutThing& b) { return a.hash < b.hash; });
        std::int64_t rank = bins.before(things.front());
        const std::vector<std::int64_t>& quota = quotas[things.front().stratum];
        for (const CutThing& thing : things)
            put(thing.index, bucketAt(quota, rank++));
    }
    return {};
}

Result<std::vector<std::int64_t>> cutsByRank(const std::vector<std::int64_t>& values,
                                             const std::vector<std::int64_t>& ranks, JobContext& job) {
    const auto count = static_cast<std::int64_t>(values.size());
    std::vector<Wanted> wanted;
    for (const std::int64_t rank : ranks)
        wanted.push_back({std::clamp<std::int64_t>(rank, 0, count - 1)});
    std::vector<Wanted*> all;
    for (Wanted& one : wanted)
        all.push_back(&one);
    if (count > 0) {
        TL_CHECK_STATUS(RankFinder(job).find(values, 0, all));
    }
    std::vector<std::int64_t> cuts;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const Wanted& one = wanted[i];
        // Beside the run of equal values; at the ends of all, the side that leaves something.
        const bool before = one.less > 0 && (one.notMore == count || ranks[i] - one.less <= one.notMore - ranks[i]);
        cuts.push_back(before || one.value == std::numeric_limits<std::int64_t>::max() || ranks[i] == 0
                           ? one.value
                           : one.value + 1);
    }
    return cuts;
}

} // namespace core::store
