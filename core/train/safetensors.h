// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace core::train {

/// A tensor as bytes: name, dtype ("F32", "I64", …), shape, row-major little-endian data.
struct NamedTensor {
    std::string name;
    std::string dtype = "F32";
    std::vector<std::int64_t> shape;
    std::vector<std::byte> data;
};

/// Bytes of a safetensors file: u64 little-endian header length, JSON header (padded to 8), data. Tensors are sorted by
/// name; metadata gets {"format": "pt"} as transformers expects.
std::string writeSafetensors(const std::vector<NamedTensor>& tensors, const std::map<std::string, std::string>& metadata);

/// Parses and checks: header length, duplicate keys, holes, overlaps, sizes against shapes, trailing bytes. BadModel.
Result<std::vector<NamedTensor>> readSafetensors(const std::string& bytes, const std::string& file,
                                                 std::map<std::string, std::string>* metadata = nullptr);

} // namespace core::train
