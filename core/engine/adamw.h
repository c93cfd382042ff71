// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/network.h"
#include "core/train/engine.h"

namespace core::engine {

/// AdamW (Loshchilov & Hutter 2019; β 0.9, 0.999, ε 1e-8), the arithmetic of torch.optim.AdamW, for dense parameters
/// and for tables of which a step touches few rows: there only these rows and their moments move ("lazy" as
/// torch.optim.SparseAdam). torch::optim has neither AdamW for sparse rows nor moments that can be reached the same way
/// in 1.13 and 2.x.
class AdamW {
public:
    AdamW(const std::vector<Parameter>& parameters, const train::OptimizerConfig& config);

    /// Global gradient norm over all parameters; gradients are scaled down to the configured norm.
    double clip(std::vector<Parameter>& parameters, const std::vector<TouchedRows>& touched) const;
    void step(std::vector<Parameter>& parameters, const std::vector<TouchedRows>& touched, double learningRate);

    struct Moments {
        torch::Tensor first, second;
    };
    std::vector<Moments>& moments() { return m_moments; } ///< in the order of the parameters
    const std::vector<Moments>& moments() const { return m_moments; }
    std::int64_t steps() const { return m_steps; }
    void setSteps(std::int64_t steps) { m_steps = steps; }

private:
    void update(torch::Tensor& value, const torch::Tensor& gradient, Moments& moments, double learningRate,
                bool decay) const;
    train::OptimizerConfig m_config;
    std::vector<Moments> m_moments;
    std::int64_t m_steps = 0;
};

} // namespace core::engine
