// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/adamw.h"
#include "core/engine/loss_terms.h"
#include "core/engine/network.h"
#include "core/train/engine.h"

namespace core::engine {

/// A network, its optimiser and its random numbers behind the border.
class NetworkModel : public train::EngineModel {
public:
    NetworkModel(std::unique_ptr<Network> network, std::int64_t classes, const torch::Device& device,
                 at::Generator random, const train::OptimizerConfig& optimizer);

    Result<train::StepResult> trainStep(const train::Batch& batch, const strategies::LossTerms& terms,
                                        double learningRate) override;
    Status predict(const train::Batch& batch, std::vector<float>& logits) override;
    Result<train::ModelState> weights() const override;
    Status setWeights(const train::ModelState& state) override;
    Result<train::ModelState> checkpoint() const override;
    Status restore(const train::ModelState& state) override;
    std::int64_t parameterCount() const override;

private:
    Status checkBatch(const train::Batch& batch, bool labelled) const;
    void appendWeights(train::ModelState& state, const std::string& prefix) const;
    Status readWeights(const train::ModelState& state, const std::string& prefix);

    std::unique_ptr<Network> m_network;
    std::int64_t m_classes;
    torch::Device m_device;
    at::Generator m_random;
    AdamW m_optimizer;
    LossTensors m_loss;
};

} // namespace core::engine
