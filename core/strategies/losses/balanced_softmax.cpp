// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/loss.h"

#include <algorithm>
#include <cmath>

namespace core::strategies {
namespace {

struct BalancedSoftmaxConfig {};
template <class V> void describe(V&, BalancedSoftmaxConfig&) {}

class BalancedSoftmax final : public Loss {
public:
    explicit BalancedSoftmax(BalancedSoftmaxConfig) {}
    LossTerms terms(std::span<const std::int64_t> support, int, int) const override {
        LossTerms terms;
        // A class without rows counts as one row (ln 1 = 0): minus infinity would make the gradients NaN.
        for (const std::int64_t count : support)
            terms.shift.push_back(std::log(static_cast<double>(std::max<std::int64_t>(count, 1))));
        return terms;
    }
};

TAILLIGHT_REGISTER(Loss, BalancedSoftmax, BalancedSoftmaxConfig, "balanced_softmax",
                   TL_NOOP("Strategy", "Balanced softmax"),
                   TL_NOOP("Strategy",
                           "Cross entropy of z + ln n in training, plain z in prediction: the model need not "
                           "learn how frequent the classes are."),
                   "Ren et al., Balanced Meta-Softmax for Long-Tailed Visual Recognition, NeurIPS 2020");

} // namespace
} // namespace core::strategies
