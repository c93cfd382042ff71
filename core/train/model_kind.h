// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/registry.h"
#include "core/train/text_encoder.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace core::train {

/// The torch-free half of a model: its parameters, its defaults, how it reads text. The other half, the tensors, is the file
/// of the same id in core/engine/models. Registered by id with its config.
class ModelKind {
public:
    virtual ~ModelKind() = default;
    struct Defaults {
        int epochs, batchSize;
        double learningRate;
    };
    virtual Defaults defaults() const = 0;
    /// Learns whatever the encoder needs (a vocabulary) from the training texts alone, with the seed.
    virtual Result<std::unique_ptr<TextEncoder>> learnEncoder(std::span<const std::string> trainingTexts,
                                                              std::uint64_t seed, JobContext& job) const = 0;
    /// Everything the engine needs to build the network: all parameters, plus "vocabulary" and "classes".
    virtual Json architecture(const TextEncoder& encoder, int classes) const = 0;
};

using ModelRegistry = Registry<ModelKind>;

} // namespace core::train
