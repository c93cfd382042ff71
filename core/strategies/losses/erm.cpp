// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/loss.h"

namespace core::strategies {
namespace {

struct ErmConfig {};
template <class V> void describe(V&, ErmConfig&) {}

class Erm final : public Loss {
public:
    explicit Erm(ErmConfig) {}
    LossTerms terms(std::span<const std::int64_t>, int, int) const override { return {}; }
};

TAILLIGHT_REGISTER(Loss, Erm, ErmConfig, "erm", TL_NOOP("Strategy", "Cross entropy (no remedy)"),
                   TL_NOOP("Strategy", "Every row counts the same: l = −ln p of the true class. The baseline of all "
                                       "comparisons."),
                   "Vapnik, Principles of Risk Minimization for Learning Theory, NIPS 1991");

} // namespace
} // namespace core::strategies
