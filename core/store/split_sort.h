// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace core::store {

/// std::stable_sort in pieces, between which the job can be cancelled: merge sort from the bottom.
template <class T, class Less> Status sortInSteps(std::vector<T>& values, Less less, JobContext& job) {
    constexpr std::size_t kPiece = std::size_t{1} << 15U;
    const auto at = [&values](std::size_t index) {
        return values.begin() + static_cast<std::ptrdiff_t>(std::min(index, values.size()));
    };
    for (std::size_t first = 0; first < values.size(); first += kPiece) {
        TL_CHECK_STATUS(job.check());
        std::stable_sort(at(first), at(first + kPiece), less);
    }
    for (std::size_t width = kPiece; width < values.size(); width *= 2)
        for (std::size_t first = 0; first + width < values.size(); first += 2 * width) {
            TL_CHECK_STATUS(job.check());
            std::inplace_merge(at(first), at(first + width), at(first + 2 * width), less);
        }
    return {};
}

} // namespace core::store
