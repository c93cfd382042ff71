// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/engine/torch_compat.h"
#include "core/train/batch.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace core::engine {

/// One trainable tensor.
struct Parameter {
    std::string name;
    torch::Tensor value;
    bool decay = true;   ///< false for biases and LayerNorm: no weight decay
    bool sparse = false; ///< a table of which a batch touches few rows: it gets gradients through TouchedRows only
};

/// The rows of a sparse parameter that a training batch used.
struct TouchedRows {
    std::size_t parameter = 0; ///< index in Network::parameters()
    torch::Tensor ids;         ///< distinct row numbers, ascending
    torch::Tensor rows;        ///< copies of these rows, a leaf that collects the gradient
};

struct Forward {
    torch::Tensor logits; ///< rows × classes
    std::vector<TouchedRows> touched;
};

/// The tensors of one model. One thread at a time.
class Network {
public:
    virtual ~Network() = default;
    std::vector<Parameter>& parameters() { return m_parameters; }
    const std::vector<Parameter>& parameters() const { return m_parameters; }
    /// `random` draws dropout; nullptr = evaluation: no dropout, no touched rows.
    virtual Forward forward(const train::Batch& batch, at::Generator* random) = 0;
    /// Token ids that the network knows: 0 … vocabulary()-1.
    virtual std::int64_t vocabulary() const = 0;

protected:
    /// Adds a parameter in evaluation order; its index is returned.
    std::size_t add(std::string name, torch::Tensor value, bool decay, bool sparse = false) {
        value.set_requires_grad(!sparse);
        m_parameters.push_back({std::move(name), std::move(value), decay, sparse});
        return m_parameters.size() - 1;
    }
    const torch::Tensor& value(std::size_t index) const { return m_parameters[index].value; }

private:
    std::vector<Parameter> m_parameters;
};

/// Inverted dropout with a generator of one's own.
inline torch::Tensor dropOut(const torch::Tensor& values, double probability, at::Generator* random) {
    if (random == nullptr || probability <= 0)
        return values;
    const torch::Tensor mask =
        torch::empty_like(values, torch::TensorOptions().requires_grad(false)).bernoulli_(1.0 - probability, *random);
    return values * mask / (1.0 - probability);
}

/// Makes a network from its architecture on a device; initial weights are drawn from `random`, which lives on the CPU,
/// so that a seed means the same weights everywhere.
using NetworkMaker = std::function<std::unique_ptr<Network>(const Json& architecture, const torch::Device& device,
                                                            at::Generator& random)>;

/// The models of this module, by id: one file in models/ each.
std::map<std::string, NetworkMaker>& networkMakers();

struct NetworkRegistration {
    NetworkRegistration(std::string id, NetworkMaker maker) {
        networkMakers().emplace(std::move(id), std::move(maker));
    }
};

} // namespace core::engine
