// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/sampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::strategies {
namespace {

struct RandomOverConfig {
    double ratio = 1;
};
template <class V> void describe(V& v, RandomOverConfig& c) {
    v.field(c.ratio, {.name = "ratio",
                      .title = TL_NOOP("Strategy", "Share of the largest class"),
                      .help = TL_NOOP("Strategy", "Classes are filled up to this share of the largest class: 1 = all "
                                                  "alike, 0 = nothing is added."),
                      .min = 0,
                      .max = 1});
}

class RandomOver final : public Resampler {
public:
    explicit RandomOver(RandomOverConfig config) : m_config(config) {}

    std::vector<std::uint32_t> sample(const TrainingView& view, Rng& rng) const override {
        std::vector<std::uint32_t> positions(view.classes.size());
        std::iota(positions.begin(), positions.end(), 0U);
        const auto rows = rowsByClass(view);
        std::vector<std::int64_t> counts;
        for (const auto& ofClass : rows)
            counts.push_back(static_cast<std::int64_t>(ofClass.size()));
        const auto target = targets(counts);
        for (std::size_t c = 0; c < rows.size(); ++c)
            for (std::int64_t i = counts[c]; i < target[c]; ++i)
                positions.push_back(rows[c][static_cast<std::size_t>(rng.below(rows[c].size()))]);
        return positions;
    }

    std::vector<double> classShares(std::span<const std::int64_t> support) const override {
        return sharesOf(targets(support));
    }

private:
    std::vector<std::int64_t> targets(std::span<const std::int64_t> support) const {
        const std::int64_t largest = support.empty() ? 0 : *std::max_element(support.begin(), support.end());
        const std::int64_t least = std::llround(m_config.ratio * static_cast<double>(largest));
        std::vector<std::int64_t> target;
        for (const std::int64_t count : support)
            target.push_back(count > 0 ? std::max(count, least) : 0);
        return target;
    }

    RandomOverConfig m_config;
};

TAILLIGHT_REGISTER(Resampler, RandomOver, RandomOverConfig, "random_over", TL_NOOP("Strategy", "Random oversampling"),
                   TL_NOOP("Strategy",
                           "Repeats rows of small classes, drawn at random, before training. Every original "
                           "row stays once at least."),
                   "Japkowicz and Stephen, The Class Imbalance Problem: A Systematic Study, Intelligent Data Analysis "
                   "2002");

} // namespace
} // namespace core::strategies
