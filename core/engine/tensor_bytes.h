// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/torch_compat.h"
#include "core/train/safetensors.h"

namespace core::engine {

/// A tensor's numbers as bytes. F32, I64 and U8 are all that this module holds.
train::NamedTensor toBytes(const std::string& name, const torch::Tensor& tensor);

/// Copies the bytes into a tensor of the same type and shape, in place, on whatever device it is. BadModel when they
/// differ.
Status fromBytes(const train::NamedTensor& bytes, torch::Tensor& tensor);

/// nullptr when there is none.
const train::NamedTensor* findTensor(const std::vector<train::NamedTensor>& state, const std::string& name);

} // namespace core::engine
