// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// The q-quantile (0 ≤ q ≤ 1) of ascending values by linear interpolation between order statistics: Hyndman and Fan's
/// type 7, the default of numpy and pandas. NaN when there are none.
double quantile(std::span<const double> ascending, double q);
/// The same for values in any order, which are reordered: O(n) instead of a sort.
double quantileInPlace(std::span<double> values, double q);

/// Mean and standard deviation over n (not n − 1), as scikit-learn's StandardScaler has it. Numerically stable
/// (Welford).
struct Moments {
    std::int64_t count = 0;
    double mean = 0, deviation = 0, min = 0, max = 0;
};
Moments momentsOf(std::span<const double> values);

/// Values outside [low, high] are outliers.
struct Fences {
    double low = 0, high = 0;
};
/// Tukey: Q1 − k·IQR and Q3 + k·IQR, quartiles as quantile() has them. `values` are reordered. k is 1.5 by tradition.
Fences iqrFences(std::span<double> values, double k);

/// Iglewicz and Hoaglin (1993): M = 0.6745·(x − median)/MAD, MAD the median of |x − median|. Where more than half of
/// the values are equal MAD is 0, and the mean absolute deviation from the median takes its place with the factor
/// 1/1.253314. `scale` is what x − median is divided by; 0 = all values are equal.
struct RobustCentre {
    double median = 0, scale = 0;
    double z(double value) const { return scale > 0 ? (value - median) / scale : 0.0; }
};
RobustCentre robustCentre(std::span<double> values);

/// Bins of equal width over [min, max], the last one closed: numpy.histogram. `log` makes them equal in log₁₀ and
/// leaves out what is not positive. What is left out, and what is not finite, is counted in `left`.
struct Histogram {
    bool log = false;
    std::vector<double> edges; ///< one more than counts; empty when there is no value
    std::vector<std::int64_t> counts;
    std::int64_t left = 0;
};
Histogram histogramOf(std::span<const double> values, std::size_t bins, bool log = false);

} // namespace core::stats
