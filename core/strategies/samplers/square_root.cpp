// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/sampling.h"

namespace core::strategies {
namespace {

struct SquareRootConfig {};
template <class V> void describe(V&, SquareRootConfig&) {}

class SquareRoot final : public BatchSampler {
public:
    explicit SquareRoot(SquareRootConfig) {}
    std::vector<std::uint32_t> sample(const TrainingView& view, Rng& rng) const override {
        return drawByPower(view, kPower, rng);
    }
    std::vector<double> classShares(std::span<const std::int64_t> support) const override {
        return powerShares(support, kPower);
    }

private:
    static constexpr double kPower = 0.5;
};

TAILLIGHT_REGISTER(BatchSampler, SquareRoot, SquareRootConfig, "square_root",
                   TL_NOOP("Strategy", "Square-root sampling"),
                   TL_NOOP("Strategy",
                           "Every epoch draws classes by the square root of their size (p ∝ √n): half-way to balance."),
                   "Mahajan et al., Exploring the Limits of Weakly Supervised Pretraining, ECCV 2018; Kang et al., "
                   "Decoupling Representation and Classifier for Long-Tailed Recognition, ICLR 2020");

} // namespace
} // namespace core::strategies
