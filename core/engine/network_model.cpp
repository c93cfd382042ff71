// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/network_model.h"

#include "core/engine/guard.h"
#include "core/engine/tensor_bytes.h"

#include <cmath>

namespace core::engine {
namespace {

constexpr const char* kModelPrefix = "model.";
constexpr const char* kStepsName = "optimizer.steps";
constexpr const char* kRandomName = "rng.state";

std::string firstName(const std::string& parameter) {
    return "optimizer." + parameter + ".exp_avg";
}
std::string secondName(const std::string& parameter) {
    return "optimizer." + parameter + ".exp_avg_sq";
}

Result<const train::NamedTensor*> need(const train::ModelState& state, const std::string& name) {
    const train::NamedTensor* found = findTensor(state, name);
    if (found == nullptr)
        return Error(ErrorCode::BadModel, "tensor “" + name + "” is missing");
    return found;
}

} // namespace

NetworkModel::NetworkModel(std::unique_ptr<Network> network, std::int64_t classes, const torch::Device& device,
                           at::Generator random, const train::OptimizerConfig& optimizer)
    : m_network(std::move(network)),
      m_classes(classes),
      m_device(device),
      m_random(std::move(random)),
      m_optimizer(m_network->parameters(), optimizer) {}

Status NetworkModel::checkBatch(const train::Batch& batch, bool labelled) const {
    if (batch.rows() < 1 || (labelled && static_cast<std::int32_t>(batch.labels.size()) != batch.rows()))
        return Error(ErrorCode::Internal, "a batch without rows or labels reached the engine");
    // An index past a table is undefined behaviour on a CPU and a poisoned context on a GPU.
    for (const std::int32_t token : batch.tokens)
        if (token < 0 || token >= m_network->vocabulary())
            return Error(ErrorCode::Internal, "token " + std::to_string(token) + " is outside the vocabulary");
    for (const ClassIndex label : batch.labels)
        if (labelled && (label < 0 || label >= m_classes))
            return Error(ErrorCode::Internal, "label " + std::to_string(label) + " is outside the classes");
    return {};
}

Result<train::StepResult> NetworkModel::trainStep(const train::Batch& batch, const strategies::LossTerms& terms,
                                                  double learningRate) {
    return guarded([&]() -> Result<train::StepResult> {
        TL_CHECK_STATUS(checkBatch(batch, true));
        m_loss.update(terms, m_classes, m_device);
        for (Parameter& parameter : m_network->parameters())
            if (parameter.value.grad().defined())
                parameter.value.mutable_grad().reset();
        const torch::Tensor labels = torch::tensor(batch.labels, torch::kInt64).to(m_device);
        Forward forward = m_network->forward(batch, &m_random);
        const torch::Tensor loss = m_loss(forward.logits, labels);
        train::StepResult result;
        result.loss = loss.item<double>();
        if (!std::isfinite(result.loss))
            return Error(ErrorCode::Diverged, "the loss became " + std::to_string(result.loss));
        loss.backward();
        result.gradientNorm = m_optimizer.clip(m_network->parameters(), forward.touched);
        if (!std::isfinite(result.gradientNorm))
            return Error(ErrorCode::Diverged, "the gradient became " + std::to_string(result.gradientNorm));
        m_optimizer.step(m_network->parameters(), forward.touched, learningRate);
        return result;
    });
}

Status NetworkModel::predict(const train::Batch& batch, std::vector<float>& logits) {
    return guarded([&]() -> Status {
        if (batch.rows() < 1)
            return {};
        TL_CHECK_STATUS(checkBatch(batch, false));
        const torch::NoGradGuard noGrad;
        const torch::Tensor result = m_network->forward(batch, nullptr).logits.to(torch::kCPU).contiguous();
        const float* values = result.data_ptr<float>();
        logits.insert(logits.end(), values, values + result.numel());
        return {};
    });
}

void NetworkModel::appendWeights(train::ModelState& state, const std::string& prefix) const {
    for (const Parameter& parameter : m_network->parameters())
        state.push_back(toBytes(prefix + parameter.name, parameter.value));
}

Status NetworkModel::readWeights(const train::ModelState& state, const std::string& prefix) {
    for (Parameter& parameter : m_network->parameters()) {
        TL_TRY(const train::NamedTensor* bytes, need(state, prefix + parameter.name));
        TL_CHECK_STATUS(fromBytes(*bytes, parameter.value));
    }
    return {};
}

Result<train::ModelState> NetworkModel::weights() const {
    return guarded([&]() -> Result<train::ModelState> {
        train::ModelState state;
        appendWeights(state, {});
        return state;
    });
}

Status NetworkModel::setWeights(const train::ModelState& state) {
    return guarded([&] { return readWeights(state, {}); });
}

Result<train::ModelState> NetworkModel::checkpoint() const {
    return guarded([&]() -> Result<train::ModelState> {
        train::ModelState state;
        appendWeights(state, kModelPrefix);
        const auto& parameters = m_network->parameters();
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            state.push_back(toBytes(firstName(parameters[i].name), m_optimizer.moments()[i].first));
            state.push_back(toBytes(secondName(parameters[i].name), m_optimizer.moments()[i].second));
        }
        state.push_back(toBytes(kStepsName, torch::tensor(m_optimizer.steps(), torch::kInt64)));
        state.push_back(toBytes(kRandomName, m_random.get_state()));
        return state;
    });
}

Status NetworkModel::restore(const train::ModelState& state) {
    return guarded([&]() -> Status {
        TL_CHECK_STATUS(readWeights(state, kModelPrefix));
        const auto& parameters = m_network->parameters();
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            TL_TRY(const train::NamedTensor* first, need(state, firstName(parameters[i].name)));
            TL_CHECK_STATUS(fromBytes(*first, m_optimizer.moments()[i].first));
            TL_TRY(const train::NamedTensor* second, need(state, secondName(parameters[i].name)));
            TL_CHECK_STATUS(fromBytes(*second, m_optimizer.moments()[i].second));
        }
        TL_TRY(const train::NamedTensor* stepBytes, need(state, kStepsName));
        torch::Tensor steps = torch::tensor(std::int64_t{0}, torch::kInt64);
        TL_CHECK_STATUS(fromBytes(*stepBytes, steps));
        m_optimizer.setSteps(steps.item<std::int64_t>());
        TL_TRY(const train::NamedTensor* randomBytes, need(state, kRandomName));
        torch::Tensor random = m_random.get_state();
        TL_CHECK_STATUS(fromBytes(*randomBytes, random));
        m_random.set_state(random);
        return {};
    });
}

std::int64_t NetworkModel::parameterCount() const {
    std::int64_t count = 0;
    for (const Parameter& parameter : m_network->parameters())
        count += parameter.value.numel();
    return count;
}

} // namespace core::engine
