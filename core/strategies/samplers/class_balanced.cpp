// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/sampling.h"

namespace core::strategies {
namespace {

struct ClassBalancedConfig {};
template <class V> void describe(V&, ClassBalancedConfig&) {}

class ClassBalanced final : public BatchSampler {
public:
    explicit ClassBalanced(ClassBalancedConfig) {}
    std::vector<std::uint32_t> sample(const TrainingView& view, Rng& rng) const override {
        return drawByPower(view, kPower, rng);
    }
    std::vector<double> classShares(std::span<const std::int64_t> support) const override {
        return powerShares(support, kPower);
    }

private:
    static constexpr double kPower = 0;
};

TAILLIGHT_REGISTER(BatchSampler, ClassBalanced, ClassBalancedConfig, "class_balanced",
                   TL_NOOP("Strategy", "Class-balanced sampling"),
                   TL_NOOP("Strategy", "Every epoch draws each class equally often, whatever its size (p ∝ n⁰)."),
                   "Shen et al., Relay Backpropagation, ECCV 2016; Kang et al., Decoupling Representation and "
                   "Classifier for Long-Tailed Recognition, ICLR 2020");

} // namespace
} // namespace core::strategies
