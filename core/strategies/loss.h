// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/registry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::strategies {

/// A loss as data: the engine computes, for logits z and label y,
///     z' = scale · (z − margin_y · e_y) + shift;  p = softmax(z')
///     l  = weight_y · (1 − p_y)^gamma · (−ln p_y)
/// and a batch's loss is Σ l / Σ weight_y (PyTorch's weighted mean). Vectors have one entry per class; an empty vector means
/// all ones (weight) or all zeros (shift, margin). So a new loss needs no tensor code.
struct LossTerms {
    std::vector<double> weight;
    std::vector<double> shift;
    std::vector<double> margin;
    double scale = 1;
    double gamma = 0;
    friend bool operator==(const LossTerms&, const LossTerms&) = default;
};

/// The reference implementation of LossTerms in plain C++, for one example: what the engine's tensor code is tested against.
double lossOf(const LossTerms& terms, std::span<const double> logits, int label);

/// Yields the terms of an epoch. Stateless after construction; any thread.
class Loss {
public:
    virtual ~Loss() = default;
    /// `support` = training rows per class (a class may have 0). epoch counts from 0, epochs ≥ 1.
    virtual LossTerms terms(std::span<const std::int64_t> support, int epoch, int epochs) const = 0;
};

using LossRegistry = Registry<Loss>;

} // namespace core::strategies
