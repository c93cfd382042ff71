// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/class_weights.h"
#include "core/strategies/posthoc.h"

namespace core::strategies {
namespace {

struct LogitAdjustmentConfig {
    double tau = 1;
};
template <class V> void describe(V& v, LogitAdjustmentConfig& c) {
    v.field(c.tau, {.name = "tau",
                    .title = TL_NOOP("Strategy", "Strength τ"),
                    .help = TL_NOOP("Strategy", "0 = no correction, 1 = as if all classes were equally frequent."),
                    .min = 0,
                    .max = 5});
}

class LogitAdjustment final : public PostHoc {
public:
    explicit LogitAdjustment(LogitAdjustmentConfig config) : m_config(config) {}
    std::vector<double> shift(std::span<const std::int64_t> support) const override {
        std::vector<double> shift = logPrior(support);
        for (std::size_t c = 0; c < shift.size(); ++c) {
            // −τ ln π ≥ 0 everywhere else: a class that was never seen in training is raised least of all.
            shift[c] = support[c] > 0 ? -m_config.tau * shift[c] : 0.0;
        }
        return shift;
    }

private:
    LogitAdjustmentConfig m_config;
};

TAILLIGHT_REGISTER(PostHoc, LogitAdjustment, LogitAdjustmentConfig, "logit_adjustment",
                   TL_NOOP("Strategy", "Post-hoc logit adjustment"),
                   TL_NOOP("Strategy",
                           "Predicts the class with the largest z − τ ln π after training; nothing is trained "
                           "anew. π = the class's share of the training rows."),
                   "Menon et al., Long-Tail Learning via Logit Adjustment, ICLR 2021");

} // namespace
} // namespace core::strategies
