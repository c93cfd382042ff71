// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <vector>

namespace core::train {

/// Rows of token ids without padding (CSR): row r is tokens[offsets[r] … offsets[r+1]).
struct Batch {
    std::vector<std::int32_t> tokens;
    std::vector<std::int32_t> offsets{0}; ///< rows + 1 entries
    std::vector<ClassIndex> labels;       ///< rows entries; empty for prediction
    std::int32_t rows() const { return static_cast<std::int32_t>(offsets.size()) - 1; }
};

} // namespace core::train
