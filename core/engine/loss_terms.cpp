// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/loss_terms.h"

namespace core::engine {
namespace {

torch::Tensor deviceTensor(const std::vector<double>& values, std::int64_t classes, const torch::Device& device) {
    if (values.empty())
        return {};
    TORCH_CHECK(static_cast<std::int64_t>(values.size()) == classes, "loss terms for ", values.size(),
                " classes meet logits of ", classes);
    return torch::tensor(values, torch::kFloat64).to(device, torch::kFloat32);
}

} // namespace

void LossTensors::update(const strategies::LossTerms& terms, std::int64_t classes, const torch::Device& device) {
    if (m_ready && m_terms == terms)
        return;
    m_terms = terms;
    m_weight = deviceTensor(terms.weight, classes, device);
    m_shift = deviceTensor(terms.shift, classes, device);
    m_margin = deviceTensor(terms.margin, classes, device);
    m_ready = true;
}

torch::Tensor LossTensors::operator()(const torch::Tensor& logits, const torch::Tensor& labels) const {
    const torch::Tensor column = labels.unsqueeze(1);
    torch::Tensor scores = logits;
    if (m_margin.defined())
        scores = scores.scatter_add(1, column, -m_margin.index_select(0, labels).unsqueeze(1));
    if (m_terms.scale != 1)
        scores = scores * m_terms.scale;
    if (m_shift.defined())
        scores = scores + m_shift;
    const torch::Tensor logP = torch::log_softmax(scores, 1).gather(1, column).squeeze(1);
    torch::Tensor losses = -logP;
    if (m_terms.gamma != 0) {
        // 1 − p through expm1 keeps its digits where p is close to 1; below gamma 1 its power has no finite slope at 0.
        const torch::Tensor rest = (-torch::expm1(logP)).clamp_min(1e-12);
        losses = torch::pow(rest, m_terms.gamma) * losses;
    }
    if (!m_weight.defined())
        return losses.mean();
    const torch::Tensor weights = m_weight.index_select(0, labels);
    return (weights * losses).sum() / weights.sum().clamp_min(1e-30);
}

} // namespace core::engine
