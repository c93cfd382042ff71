// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/zeta.h"

#include <algorithm>
#include <cmath>

namespace core::stats {
namespace {

constexpr double kFarEnough = 16; ///< from here the five terms below are exact to 1e−13 for every s up to 30

/// Σ_{k≥0} (b + k)^−s · b^s without its first integral: the rest of Euler and Maclaurin's formula at b, of which the
/// sum from b takes + and the sum that ends before b takes −.
double corrections(double s, double b) {
    const double step = 1 / (b * b);
    double term = s / b;
    double sum = 0.5 + term / 12;
    term *= (s + 1) * (s + 2) * step;
    sum -= term / 720;
    term *= (s + 3) * (s + 4) * step;
    sum += term / 30240;
    term *= (s + 5) * (s + 6) * step;
    sum -= term / 1209600;
    term *= (s + 7) * (s + 8) * step;
    return sum + term / 47900160;
}

/// Large s need a larger b before the formula converges.
double startOf(double s, double a) {
    return std::max(a, kFarEnough + 1.5 * s);
}

} // namespace

double logHurwitzZeta(double s, double a) {
    const double far = startOf(s, a);
    double b = a, sum = 0; // in units of a^−s
    const double logA = std::log(a);
    for (; b < far; b += 1)
        sum += std::exp(-s * (std::log(b) - logA));
    const double scale = a == b ? 1.0 : std::exp(-s * (std::log(b) - logA));
    sum += scale * (b / (s - 1) + corrections(s, b));
    return std::log(sum) - s * logA;
}

double logPowerSum(double s, double a, double n) {
    const double end = a + n; // one beyond the last
    const double far = startOf(s, a);
    const double logA = std::log(a);
    double b = a, sum = 0;
    double term = 0; // counted: adding ones to a fraction may end a hair before `end`
    for (; term < n && b < far; ++term, b = a + term)
        sum += std::exp(-s * (std::log(b) - logA));
    if (term < n) {
        const double ratio = std::log(end) - std::log(b), atB = std::exp(-s * (std::log(b) - logA));
        const double atEnd = atB * std::exp(-s * ratio);
        // ∫ x^−s from b to end; its limit at s = 1 is b^(1−s)·ln(end/b).
        const double power = (1 - s) * ratio;
        const double area = b * ratio * (std::abs(power) < 1e-12 ? 1.0 : std::expm1(power) / power);
        sum += atB * (area + corrections(s, b)) - atEnd * corrections(s, end);
    }
    return std::log(sum) - s * logA;
}

} // namespace core::stats
