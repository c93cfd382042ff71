// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::output {

/// The rows of a predictions file as they stand in it, checked.
struct PredictionRows {
    std::vector<std::string> ids, labels, predictions; ///< predictions: from the column, else argmax of the scores
    std::vector<std::string> scoreClasses;             ///< in the order of the columns
};
Result<PredictionRows> readPredictionRows(const std::string& path);

/// Training rows by class from a CSV with columns label,support.
Result<std::map<std::string, std::int64_t>> readSupports(const std::string& path);

} // namespace core::output
