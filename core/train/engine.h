// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/strategies/loss.h"
#include "core/train/batch.h"
#include "core/train/safetensors.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace core::train {

/// The border to LibTorch: plain structs cross it, no tensor and no exception does. Implemented by the module
/// libtaillight_engine.so (core/engine), opened by engine_loader at first use, on a worker thread.

struct ModelSpec {
    std::string id;     ///< "bag", "mini"
    Json architecture;  ///< ModelKind::architecture
    std::string device; ///< "cpu", "cuda", "cuda:1"
    std::uint64_t seed = 1;
};

struct OptimizerConfig {
    double weightDecay = 0.01; ///< AdamW; not applied to biases and LayerNorm
    double clipNorm = 1.0;     ///< 0 = none
};

struct StepResult {
    double loss = 0;
    double gradientNorm = 0; ///< before clipping
};

/// Weights, or weights, optimiser moments and RNG state, as bytes: what a checkpoint holds.
using ModelState = std::vector<NamedTensor>;

/// One network with its optimiser. One thread at a time.
class EngineModel {
public:
    virtual ~EngineModel() = default;
    /// One optimiser step. Diverged when the loss is not finite (the weights are then those before the step), OutOfMemory.
    virtual Result<StepResult> trainStep(const Batch& batch, const strategies::LossTerms& terms,
                                         double learningRate) = 0;
    /// Appends rows × classes logits (row-major) to `logits`. No dropout.
    virtual Status predict(const Batch& batch, std::vector<float>& logits) = 0;
    /// Weights only.
    virtual Result<ModelState> weights() const = 0;
    virtual Status setWeights(const ModelState& state) = 0;
    /// Weights (prefix "model."), optimiser ("optimizer."), RNG ("rng."): training goes on from it bit for bit.
    virtual Result<ModelState> checkpoint() const = 0;
    virtual Status restore(const ModelState& state) = 0;
    virtual std::int64_t parameterCount() const = 0;
};

struct EngineInfo {
    std::string library; ///< "LibTorch 1.13.1"
    std::string blas;    ///< what BLAS is behind it, as far as it can be told
    std::vector<std::string> devices; ///< "cpu", "cuda:0 NVIDIA …"
    std::string warning; ///< English, empty when all is well: e.g. reference BLAS instead of OpenBLAS
};

/// The module. One object a process; its methods may be called from any thread.
class Engine {
public:
    virtual ~Engine() = default;
    virtual EngineInfo info() const = 0;
    /// Intra-op threads for the CPU; also fixes the order of sums: same number → same result.
    virtual void setThreads(int threads) = 0;
    /// UnknownChoice for an unknown model, DeviceUnavailable, OutOfMemory.
    virtual Result<std::unique_ptr<EngineModel>> create(const ModelSpec& spec, const OptimizerConfig& optimizer) = 0;
};

/// Raised whenever this header or LossTerms/Batch change shape: a module of another version is refused.
inline constexpr int kEngineAbi = 1;

/// Exported by the module: nullptr when `abi` is not its own.
using EngineEntry = Engine* (*)(int abi);
inline constexpr const char* kEngineEntryName = "taillight_engine";

} // namespace core::train
