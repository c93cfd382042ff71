// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>
#include <torch/version.h>

#include <string>

/// What differs between LibTorch 1.13 and 2.x, or needs care to mean the same in both. Nothing else in this folder asks
/// for the version.
namespace core::engine {

/// "LibTorch 1.13.1".
inline std::string torchVersion() {
    return "LibTorch " + std::to_string(TORCH_VERSION_MAJOR) + "." + std::to_string(TORCH_VERSION_MINOR) + "." +
           std::to_string(TORCH_VERSION_PATCH);
}

/// A random number generator of one's own on a device: the default one is shared by everything in the process, so a
/// second model, or a second thread, would change the numbers of the first.
inline at::Generator makeGenerator(const torch::Device& device, std::uint64_t seed) {
    // A CUDA generator exists only once the device is initialised, which the first tensor on it does in every version.
    const torch::Tensor initialises = torch::zeros({1}, torch::TensorOptions().device(device));
    at::Generator generator = at::globalContext().defaultGenerator(initialises.device()).clone();
    generator.set_current_seed(seed ^ (seed >> 32)); // the CPU's generator looks at 32 bits only
    return generator;
}

} // namespace core::engine
