// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core::stats {

/// ln Σ_{k≥0} (a + k)^−s, the logarithm of Hurwitz's zeta function, for s > 1 and a > 0. Euler and Maclaurin's formula
/// (NIST Digital Library of Mathematical Functions, 25.11.5 and 2.10.1); relative error of the sum below 1e−12. The
/// logarithm, because the sum of a large a and s is smaller than any double.
double logHurwitzZeta(double s, double a);

/// ln Σ_{k=0}^{n−1} (a + k)^−s for any s ≥ 0, a > 0, n ≥ 1.
double logPowerSum(double s, double a, double n);

} // namespace core::stats
