// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/class_weights.h"
#include "core/strategies/loss.h"

namespace core::strategies {
namespace {

struct LogitAdjustedConfig {
    double tau = 1;
};
template <class V> void describe(V& v, LogitAdjustedConfig& c) {
    v.field(c.tau,
            {.name = "tau",
             .title = TL_NOOP("Strategy", "Strength τ"),
             .help = TL_NOOP("Strategy", "0 = plain cross entropy, 1 = balanced softmax, more favours the tail."),
             .min = 0,
             .max = 5});
}

class LogitAdjusted final : public Loss {
public:
    explicit LogitAdjusted(LogitAdjustedConfig config) : m_config(config) {}
    LossTerms terms(std::span<const std::int64_t> support, int, int) const override {
        LossTerms terms;
        terms.shift = logPrior(support);
        for (double& shift : terms.shift)
            shift *= m_config.tau;
        return terms;
    }

private:
    LogitAdjustedConfig m_config;
};

TAILLIGHT_REGISTER(Loss, LogitAdjusted, LogitAdjustedConfig, "logit_adjusted",
                   TL_NOOP("Strategy", "Logit-adjusted loss"),
                   TL_NOOP("Strategy", "Cross entropy of z + τ ln π in training, plain z in prediction, with π = the "
                                       "class's share of the training rows."),
                   "Menon et al., Long-Tail Learning via Logit Adjustment, ICLR 2021");

} // namespace
} // namespace core::strategies
