// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::stats {
namespace {

/// Between which order statistics the quantile lies, and how far from the first.
struct Place {
    std::size_t index = 0;
    double fraction = 0;
};
Place placeOf(std::size_t count, double q) {
    const double position = std::clamp(q, 0.0, 1.0) * static_cast<double>(count - 1);
    const double whole = std::floor(position);
    return {static_cast<std::size_t>(whole), position - whole};
}

} // namespace

double quantile(std::span<const double> ascending, double q) {
    if (ascending.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto [index, fraction] = placeOf(ascending.size(), q);
    const double low = ascending[index];
    return fraction > 0 ? low + fraction * (ascending[index + 1] - low) : low;
}

double quantileInPlace(std::span<double> values, double q) {
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto [index, fraction] = placeOf(values.size(), q);
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(index);
    std::nth_element(values.begin(), middle, values.end());
    const double low = *middle;
    return fraction > 0 ? low + fraction * (*std::min_element(middle + 1, values.end()) - low) : low;
}

Moments momentsOf(std::span<const double> values) {
    Moments result;
    if (values.empty())
        return result;
    result.min = result.max = values.front();
    double squares = 0;
    for (const double value : values) {
        ++result.count;
        const double off = value - result.mean;
        result.mean += off / static_cast<double>(result.count);
        squares += off * (value - result.mean);
        result.min = std::min(result.min, value);
        result.max = std::max(result.max, value);
    }
    result.deviation = std::sqrt(squares / static_cast<double>(result.count));
    return result;
}

Fences iqrFences(std::span<double> values, double k) {
    const double q1 = quantileInPlace(values, 0.25);
    const double q3 = quantileInPlace(values, 0.75);
    return {q1 - k * (q3 - q1), q3 + k * (q3 - q1)};
}

RobustCentre robustCentre(std::span<double> values) {
    RobustCentre centre;
    if (values.empty())
        return centre;
    centre.median = quantileInPlace(values, 0.5);
    std::vector<double> off(values.size());
    std::transform(values.begin(), values.end(), off.begin(),
                   [&centre](double value) { return std::abs(value - centre.median); });
    constexpr double kNormal = 0.6745, kMeanFactor = 1.253314;
    centre.scale = quantileInPlace(off, 0.5) / kNormal;
    if (centre.scale <= 0)
        centre.scale = momentsOf(off).mean * kMeanFactor;
    return centre;
}

Histogram histogramOf(std::span<const double> values, std::size_t bins, bool log) {
    Histogram histogram;
    histogram.log = log;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double value : values) {
        if (!std::isfinite(value) || (log && value <= 0)) {
            ++histogram.left;
            continue;
        }
        low = std::min(low, value);
        high = std::max(high, value);
    }
    // Bins need a width: numbers that span more than a double can hold have none.
    if (low > high || bins == 0 || !std::isfinite(high - low))
        return histogram;
    double from = log ? std::log10(low) : low, to = log ? std::log10(high) : high;
    if (from == to) { // as numpy: one half to either side
        from -= 0.5;
        to += 0.5;
    }
    histogram.counts.assign(bins, 0);
    const double perBin = static_cast<double>(bins) / (to - from);
    for (std::size_t i = 0; i <= bins; ++i) {
        const double edge = from + (to - from) * static_cast<double>(i) / static_cast<double>(bins);
        histogram.edges.push_back(log ? std::pow(10.0, edge) : edge);
    }
    for (const double value : values) {
        if (!std::isfinite(value) || (log && value <= 0))
            continue;
        const double place = ((log ? std::log10(value) : value) - from) * perBin;
        auto bin = std::min(static_cast<std::size_t>(std::max(place, 0.0)), bins - 1);
        // Rounding may have put a value on the wrong side of its edge.
        if (!log && bin > 0 && value < histogram.edges[bin])
            --bin;
        else if (!log && bin + 1 < bins && value >= histogram.edges[bin + 1])
            ++bin;
        ++histogram.counts[bin];
    }
    return histogram;
}

} // namespace core::stats
