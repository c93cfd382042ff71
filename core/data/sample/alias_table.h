// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace core::data::sample {

/// Draws from a discrete distribution in constant time (Vose, IEEE TSE 17(9), 1991).
class AliasTable {
public:
    AliasTable() = default;
    explicit AliasTable(const std::vector<double>& weights) : m_cells(weights.size()) {
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::vector<double> scaled(weights.size());
        std::vector<std::uint32_t> small;
        std::vector<std::uint32_t> large;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            scaled[i] = weights[i] / total * static_cast<double>(weights.size());
            (scaled[i] < 1.0 ? small : large).push_back(static_cast<std::uint32_t>(i));
        }
        while (!small.empty() && !large.empty()) {
            const std::uint32_t less = small.back();
            const std::uint32_t more = large.back();
            small.pop_back();
            m_cells[less] = {scaled[less], more};
            scaled[more] -= 1.0 - scaled[less];
            if (scaled[more] < 1.0) {
                large.pop_back();
                small.push_back(more);
            }
        }
        // What is left is 1 but for rounding.
        for (const auto* rest : {&small, &large})
            for (const std::uint32_t i : *rest)
                m_cells[i] = {1.0, i};
    }

    std::size_t size() const { return m_cells.size(); }
    std::size_t draw(Rng& rng) const {
        const std::size_t cell = static_cast<std::size_t>(rng.below(m_cells.size()));
        return rng.uniform() < m_cells[cell].keep ? cell : m_cells[cell].other;
    }

private:
    struct Cell {
        double keep = 1;
        std::uint32_t other = 0;
    };
    std::vector<Cell> m_cells;
};

/// Zipf–Mandelbrot weights 1/(rank + offset)^exponent for the ranks 1 … n, not normalised.
inline std::vector<double> zipfMandelbrot(std::size_t n, double exponent, double offset) {
    std::vector<double> weights(n);
    for (std::size_t i = 0; i < n; ++i)
        weights[i] = std::pow(static_cast<double>(i + 1) + offset, -exponent);
    return weights;
}

} // namespace core::data::sample
