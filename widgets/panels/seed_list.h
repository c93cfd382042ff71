// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace widgets {

/// Reads "1, 2, 5-8": whole numbers and ranges, separated by commas, spaces or semicolons. Repeats are dropped. None
/// when there is no number or one that cannot be read, or more than 1,000 seeds.
std::optional<std::vector<std::uint64_t>> parseSeeds(const QString& text);
QString formatSeeds(const std::vector<std::uint64_t>& seeds);

} // namespace widgets
