// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sensitivity.h"

#include <algorithm>
#include <cmath>

namespace core::stats {
namespace {

/// Runs of equal counts, with sums over all before them.
struct Run {
    double first = 0, count = 0, length = 0; ///< ranks first … first + length − 1 have `count`
};

struct Part {
    double entities = 0, total = 0, ranked = 0, logs = 0; ///< Σ n, Σ (rank + ½) n, Σ n ln n

    void add(double first, double length, double count) {
        entities += length;
        total += length * count;
        ranked += length * count * (first + length / 2);
        if (count > 0)
            logs += length * count * std::log(count);
    }
    /// The ranks are those of the whole: `before` entities come before this part. With n descending and r the middle of
    /// a rank, Gini = 1 − 2 Σ r·n / (C·N) within the part.
    double gini(double before) const {
        if (entities <= 0 || total <= 0)
            return 0;
        return std::max(0.0, 1 - 2 * (ranked - before * total) / (entities * total));
    }
    double entropy() const { // normalised
        if (entities <= 1 || total <= 0)
            return 1;
        return std::clamp((std::log(total) - logs / total) / std::log(entities), 0.0, 1.0);
    }
};

} // namespace

std::vector<CutOff> cutOffs(std::span<const std::int64_t> descending, std::size_t points) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < descending.size();) {
        std::size_t end = i + 1;
        while (end < descending.size() && descending[end] == descending[i])
            ++end;
        runs.push_back({static_cast<double>(i), static_cast<double>(descending[i]), static_cast<double>(end - i)});
        i = end;
    }
    const auto cold = static_cast<std::size_t>(
        std::partition_point(descending.begin(), descending.end(), [](std::int64_t n) { return n > 0; }) -
        descending.begin());
    if (cold < 2 || points < 2)
        return {};
    Part all;
    for (const Run& run : runs)
        all.add(run.first, run.length, run.count);
    std::vector<CutOff> list;
    Part head;
    std::size_t next = 0; // run that the head reaches into
    double taken = 0;     // ranks of it that are in the head
    const double most = std::log(static_cast<double>(cold));
    for (std::size_t i = 0; i < points; ++i) {
        const double place = std::exp(most * static_cast<double>(i) / static_cast<double>(points - 1));
        const auto rank = std::min(cold, static_cast<std::size_t>(std::llround(place)));
        if (!list.empty() && rank <= list.back().rank)
            continue;
        while (head.entities < static_cast<double>(rank)) {
            const Run& run = runs[next];
            const double length = std::min(run.length - taken, static_cast<double>(rank) - head.entities);
            head.add(run.first + taken, length, run.count);
            taken += length;
            if (taken >= run.length) {
                ++next;
                taken = 0;
            }
        }
        const Part rest{all.entities - head.entities, all.total - head.total, all.ranked - head.ranked,
                        all.logs - head.logs};
        CutOff one;
        one.rank = rank;
        one.headShare = head.total / all.total;
        one.headGini = head.gini(0);
        one.restGini = rest.gini(head.entities);
        one.restEntropy = rest.entropy();
        one.restPerEntity = rest.entities > 0 ? (rest.total / rest.entities) / (all.total / all.entities) : 0;
        list.push_back(one);
    }
    return list;
}

Result<std::vector<CutIndices>> indicesAt(std::span<const std::int64_t> descending, std::span<const CutOff> cuts,
                                          JobContext& job) {
    std::vector<CutIndices> list;
    for (const CutOff& cut : cuts) {
        TL_CHECK_STATUS(job.check());
        list.push_back(
            {cut.rank, computeIndices(descending.first(cut.rank)), computeIndices(descending.subspan(cut.rank))});
    }
    return list;
}

} // namespace core::stats
