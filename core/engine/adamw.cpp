// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/adamw.h"

#include <cmath>

namespace core::engine {
namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;

std::vector<torch::Tensor> gradientsOf(const std::vector<Parameter>& parameters,
                                       const std::vector<TouchedRows>& touched) {
    std::vector<torch::Tensor> gradients;
    for (const Parameter& parameter : parameters)
        if (!parameter.sparse && parameter.value.grad().defined())
            gradients.push_back(parameter.value.grad());
    for (const TouchedRows& rows : touched)
        if (rows.rows.grad().defined())
            gradients.push_back(rows.rows.grad());
    return gradients;
}

} // namespace

AdamW::AdamW(const std::vector<Parameter>& parameters, const train::OptimizerConfig& config) : m_config(config) {
    for (const Parameter& parameter : parameters)
        m_moments.push_back({torch::zeros_like(parameter.value, torch::TensorOptions().requires_grad(false)),
                             torch::zeros_like(parameter.value, torch::TensorOptions().requires_grad(false))});
}

double AdamW::clip(std::vector<Parameter>& parameters, const std::vector<TouchedRows>& touched) const {
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> gradients = gradientsOf(parameters, touched);
    if (gradients.empty())
        return 0;
    std::vector<torch::Tensor> norms;
    for (const torch::Tensor& gradient : gradients)
        norms.push_back(gradient.norm());
    const double norm = torch::stack(norms).norm().item<double>();
    if (m_config.clipNorm > 0 && norm > m_config.clipNorm)
        for (torch::Tensor& gradient : gradients)
            gradient.mul_(m_config.clipNorm / (norm + 1e-6));
    return norm;
}

void AdamW::update(torch::Tensor& value, const torch::Tensor& gradient, Moments& moments, double learningRate,
                   bool decay) const {
    const double correction1 = 1.0 - std::pow(kBeta1, static_cast<double>(m_steps));
    const double correction2 = 1.0 - std::pow(kBeta2, static_cast<double>(m_steps));
    if (decay && m_config.weightDecay > 0)
        value.mul_(1.0 - learningRate * m_config.weightDecay);
    moments.first.mul_(kBeta1).add_(gradient, 1.0 - kBeta1);
    moments.second.mul_(kBeta2).addcmul_(gradient, gradient, 1.0 - kBeta2);
    const torch::Tensor denominator = moments.second.sqrt().div_(std::sqrt(correction2)).add_(kEpsilon);
    value.addcdiv_(moments.first, denominator, -learningRate / correction1);
}

void AdamW::step(std::vector<Parameter>& parameters, const std::vector<TouchedRows>& touched, double learningRate) {
    const torch::NoGradGuard noGrad;
    ++m_steps;
    for (std::size_t i = 0; i < parameters.size(); ++i)
        if (!parameters[i].sparse && parameters[i].value.grad().defined())
            update(parameters[i].value, parameters[i].value.grad(), m_moments[i], learningRate, parameters[i].decay);
    for (const TouchedRows& rows : touched) {
        if (!rows.rows.grad().defined())
            continue;
        Parameter& table = parameters[rows.parameter];
        Moments& all = m_moments[rows.parameter];
        torch::Tensor value = rows.rows.detach();
        Moments some{all.first.index_select(0, rows.ids), all.second.index_select(0, rows.ids)};
        update(value, rows.rows.grad(), some, learningRate, table.decay);
        table.value.index_copy_(0, rows.ids, value);
        all.first.index_copy_(0, rows.ids, some.first);
        all.second.index_copy_(0, rows.ids, some.second);
    }
}

} // namespace core::engine
