// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/torch_compat.h"
#include "core/strategies/loss.h"

namespace core::engine {

/// LossTerms as tensors of a device, kept from batch to batch as long as the terms stay the same.
class LossTensors {
public:
    /// Brings the tensors up to date. `classes` is the number of logits.
    void update(const strategies::LossTerms& terms, std::int64_t classes, const torch::Device& device);
    /// The batch's loss exactly as strategies::LossTerms documents it: Σ l / Σ weight_y. `labels` is int64 on the
    /// device.
    torch::Tensor operator()(const torch::Tensor& logits, const torch::Tensor& labels) const;

private:
    strategies::LossTerms m_terms;
    torch::Tensor m_weight, m_shift, m_margin; ///< undefined where the terms leave the vector empty
    bool m_ready = false;
};

} // namespace core::engine
