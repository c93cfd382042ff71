// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/sampling.h"

#include <algorithm>
#include <cmath>

namespace core::strategies {
namespace {

struct RandomUnderConfig {
    double times = 1;
};
template <class V> void describe(V& v, RandomUnderConfig& c) {
    v.field(c.times,
            {.name = "times",
             .title = TL_NOOP("Strategy", "Times the smallest class"),
             .help = TL_NOOP("Strategy", "Each class is cut to at most this many times the smallest class: 1 = "
                                         "all alike."),
             .min = 1,
             .max = 1e6});
}

class RandomUnder final : public Resampler {
public:
    explicit RandomUnder(RandomUnderConfig config) : m_config(config) {}

    std::vector<std::uint32_t> sample(const TrainingView& view, Rng& rng) const override {
        auto rows = rowsByClass(view);
        std::vector<std::int64_t> counts;
        for (const auto& ofClass : rows)
            counts.push_back(static_cast<std::int64_t>(ofClass.size()));
        const auto target = targets(counts);
        std::vector<std::uint32_t> positions;
        for (std::size_t c = 0; c < rows.size(); ++c) {
            rng.shuffle(rows[c]);
            positions.insert(positions.end(), rows[c].begin(),
                             rows[c].begin() + static_cast<std::ptrdiff_t>(target[c]));
        }
        // In the order of the data, as without a sampler: what stays is a subset, nothing else.
        std::sort(positions.begin(), positions.end());
        return positions;
    }

    std::vector<double> classShares(std::span<const std::int64_t> support) const override {
        return sharesOf(targets(support));
    }

private:
    std::vector<std::int64_t> targets(std::span<const std::int64_t> support) const {
        std::int64_t smallest = 0;
        for (const std::int64_t count : support)
            if (count > 0 && (smallest == 0 || count < smallest))
                smallest = count;
        const double most = std::round(m_config.times * static_cast<double>(smallest));
        std::vector<std::int64_t> target;
        for (const std::int64_t count : support)
            target.push_back(static_cast<std::int64_t>(std::min(static_cast<double>(count), most)));
        return target;
    }

    RandomUnderConfig m_config;
};

TAILLIGHT_REGISTER(Resampler, RandomUnder, RandomUnderConfig, "random_under",
                   TL_NOOP("Strategy", "Random undersampling"),
                   TL_NOOP("Strategy",
                           "Drops rows of large classes, chosen at random, before training: quick, but most "
                           "of the head is not seen."),
                   "Drummond and Holte, C4.5, Class Imbalance, and Cost Sensitivity: Why Under-Sampling beats "
                   "Over-Sampling, ICML workshop 2003");

} // namespace
} // namespace core::strategies
