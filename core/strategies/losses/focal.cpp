// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/class_weights.h"
#include "core/strategies/loss.h"

namespace core::strategies {
namespace {

constexpr const char* kNoWeights = "none";

std::vector<std::string> schemesAndNone() {
    std::vector<std::string> choices{kNoWeights};
    choices.insert(choices.end(), weightSchemes().begin(), weightSchemes().end());
    return choices;
}

struct FocalConfig {
    double gamma = 2;
    std::string scheme = kNoWeights;
    double beta = 0.999;
};
template <class V> void describe(V& v, FocalConfig& c) {
    v.field(c.gamma, {.name = "gamma",
                      .title = TL_NOOP("Strategy", "Focusing γ"),
                      .help = TL_NOOP("Strategy", "How strongly easy rows are played down; 0 = plain cross entropy."),
                      .min = 0,
                      .max = 10});
    v.field(c.scheme, {.name = "scheme",
                       .title = TL_NOOP("Strategy", "Weights"),
                       .help = TL_NOOP("Strategy", "none, or class weights as in the strategy “Class weights” on top."),
                       .choices = schemesAndNone()});
    v.field(c.beta, {.name = "beta",
                     .title = TL_NOOP("Strategy", "β"),
                     .help = TL_NOOP("Strategy", "Used by effective_number only: 0 weights all classes alike, values "
                                                 "near 1 come close to 1/n."),
                     .min = 0,
                     .max = 1});
}

class Focal final : public Loss {
public:
    explicit Focal(FocalConfig config) : m_config(std::move(config)) {}
    LossTerms terms(std::span<const std::int64_t> support, int, int) const override {
        LossTerms terms;
        terms.gamma = m_config.gamma;
        if (m_config.scheme != kNoWeights)
            terms.weight = classWeights(m_config.scheme, support, m_config.beta);
        return terms;
    }

private:
    FocalConfig m_config;
};

TAILLIGHT_REGISTER(Loss, Focal, FocalConfig, "focal", TL_NOOP("Strategy", "Focal loss"),
                   TL_NOOP("Strategy", "Rows that are already right count less: l = −(1 − p)^γ ln p over the softmax."),
                   "Lin et al., Focal Loss for Dense Object Detection, ICCV 2017");

} // namespace
} // namespace core::strategies
