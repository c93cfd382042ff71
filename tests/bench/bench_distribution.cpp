// SPDX-License-Identifier: GPL-3.0-or-later
// What a dragged bucket border costs at 1,000,000 entities, what a first look costs, and the paired bootstrap.
//
//     bench_distribution [ENTITIES]
// The named peer, in the same run where python3-pandas is installed: the same indices by pandas and NumPy on the same
// counts.
#include "core/base/rng.h"
#include "core/stats/compare.h"
#include "core/stats/distribution.h"
#include "core/stats/power_law.h"
#include "core/stats/sensitivity.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

template <class Work> double medianMs(int repeats, const Work& work) {
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto start = Clock::now();
        work(i);
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// The same numbers: every index of computeIndices(), the buckets, and the shares that they need.
constexpr const char* kPeer = R"(import sys, time
import numpy as np, pandas as pd
from scipy import stats
from scipy.spatial.distance import jensenshannon
n = int(sys.argv[1])
s = pd.Series((5e7 / (np.arange(n) + 2.7)).astype(np.int64))
def once():
    t = time.perf_counter()
    v = s.sort_values().to_numpy(); total = v.sum(); c = len(v); p = v / total; even = np.full(c, 1 / c)
    mean = total / c; q = v / mean
    out = [v.max() / v[v > 0].min(), (v.max() - v.min()) / total, (v > 0).mean(),
           ((2 * np.arange(1, c + 1) - c - 1) * v).sum() / (c * total), stats.entropy(p), stats.entropy(p, even),
           jensenshannon(p, even) ** 2, stats.wasserstein_distance(np.arange(c), np.arange(c), p, even) / (c - 1),
           np.mean(np.where(q > 0, q * np.log(np.where(q > 0, q, 1)), 0)), 1 - np.mean(np.sqrt(q)) ** 2,
           v[-c // 100:].sum() / total, v[-c // 5:].sum() / total, v[:c // 2].sum() / total]
    share = np.cumsum(v[::-1]) / total; mid, tail = np.searchsorted(share, [.8, .95])
    return (time.perf_counter() - t) * 1e3
times = sorted(once() for _ in range(7))
print(f'{times[3]:.3f}')
)";

double peerMs(long entities) {
    const std::string command =
        "/usr/bin/python3 - " + std::to_string(entities) + " 2>/dev/null <<'PEER'\n" + std::string(kPeer) + "PEER\n";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return -1;
    char line[64] = "";
    const bool read = std::fgets(line, sizeof line, pipe) != nullptr;
    return pclose(pipe) == 0 && read ? std::strtod(line, nullptr) : -1;
}

} // namespace

int main(int argc, char** argv) {
    using namespace core::stats;
    const long entities = argc > 1 ? std::atol(argv[1]) : 1'000'000;
    if (entities < 10) {
        std::fprintf(stderr, "usage: bench_distribution [ENTITIES ≥ 10]\n");
        return 2;
    }
    std::vector<std::int64_t> counts;
    for (long i = 0; i < entities; ++i)
        counts.push_back(static_cast<std::int64_t>(5e7 / (static_cast<double>(i) + 2.7)));
    double sink = 0;
    const Indices indices = computeIndices(counts);
    const double first = medianMs(7, [&](int) { sink += summarise(counts, BucketRule{}).indices.gini; });
    const double drag = medianMs(21, [&](int i) {
        const auto n = counts.size();
        const auto rule =
            ruleForBorders(counts, {{n / 1000 + static_cast<std::size_t>(i), n / 5}, n}, BucketRule::Kind::Share);
        sink += summarise(counts, rule, indices).buckets[0].share;
    });
    std::printf("%ld entities\n", entities);
    std::printf("  all indices and buckets   %8.2f ms\n", first);
    std::printf("  one step of a dragged border %5.2f ms (bar: 16 ms)\n", drag);
    if (const double peer = peerMs(entities); peer > 0)
        std::printf("  pandas/SciPy, the same numbers %.2f ms: ratio %.1f (bar: 10)\n", peer, peer / first);
    else
        std::printf("  pandas and SciPy are not installed: no peer in this run\n");

    const double fit = medianMs(5, [&](int) { sink += fitPowerLaw(counts)->alpha; });
    const double zipf = medianMs(5, [&](int) { sink += fitZipfMandelbrot(counts)->s; });
    const double cuts = medianMs(5, [&](int) { sink += cutOffs(counts, 120).back().headShare; });
    std::printf("  power law with x_min %.1f ms, Zipf-Mandelbrot %.1f ms, 120 cut-offs %.1f ms\n", fit, zipf, cuts);

    core::Rng rng(1);
    Predictions a, b;
    a.classes = b.classes = 10;
    for (int i = 0; i < 2000; ++i)
        for (Predictions* set : {&a, &b}) {
            set->truth.push_back(i % 10);
            set->predicted.push_back(rng.uniform() < 0.7 ? i % 10 : static_cast<int>(rng.below(10)));
        }
    const std::vector<Bucket> buckets(10, Bucket::Tail);
    core::JobContext job;
    const double bootstrap = medianMs(3, [&](int) {
        const auto result = pairedBootstrap(a, b, buckets, metricNames(), {}, job);
        sink += result.ok() ? result->at("accuracy").value : 0;
    });
    std::printf("paired bootstrap, 2,000 resamples of 2,000 examples, 10 classes, every metric: %.1f ms\n", bootstrap);
    return sink == 12345.678 ? 1 : 0; // keeps the work from being optimised away
}
