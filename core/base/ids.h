// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core {

/// Strong ids: an enum class compares, hashes and stores like its integer, and mixes with no other id.
enum class SourceId : std::int64_t {};
enum class ItemId : std::int64_t {};
enum class SplitId : std::int64_t {};
enum class RunId : std::int64_t {};

/// Position of a class in a LabelTable: 0 … C-1. Kept as a plain integer, because it indexes arrays everywhere.
using ClassIndex = std::int32_t;

template <class E> constexpr std::int64_t raw(E id) { return static_cast<std::int64_t>(id); }

} // namespace core
