// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/class_weights.h"
#include "core/strategies/loss.h"

namespace core::strategies {
namespace {

struct ClassWeightedConfig {
    std::string scheme = "inverse";
    double beta = 0.999;
};
template <class V> void describe(V& v, ClassWeightedConfig& c) {
    v.field(c.scheme,
            {.name = "scheme",
             .title = TL_NOOP("Strategy", "Weights"),
             .help = TL_NOOP("Strategy", "inverse: 1/n; inverse_sqrt: 1/√n; effective_number: (1 − β)/(1 − βⁿ), "
                                         "with n = training rows of the class."),
             .choices = weightSchemes()});
    v.field(c.beta, {.name = "beta",
                     .title = TL_NOOP("Strategy", "β"),
                     .help = TL_NOOP("Strategy", "Used by effective_number only: 0 weights all classes alike, values "
                                                 "near 1 come close to 1/n."),
                     .min = 0,
                     .max = 1});
}

class ClassWeighted final : public Loss {
public:
    explicit ClassWeighted(ClassWeightedConfig config) : m_config(std::move(config)) {}
    LossTerms terms(std::span<const std::int64_t> support, int, int) const override {
        LossTerms terms;
        terms.weight = classWeights(m_config.scheme, support, m_config.beta);
        return terms;
    }

private:
    ClassWeightedConfig m_config;
};

TAILLIGHT_REGISTER(Loss, ClassWeighted, ClassWeightedConfig, "class_weighted", TL_NOOP("Strategy", "Class weights"),
                   TL_NOOP("Strategy", "Cross entropy in which rows of rare classes count more. The weights average 1 "
                                       "over the classes."),
                   "King and Zeng, Logistic Regression in Rare Events Data, Political Analysis 2001; effective number: "
                   "Cui et al., Class-Balanced Loss Based on Effective Number of Samples, CVPR 2019");

} // namespace
} // namespace core::strategies
