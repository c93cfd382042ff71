// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/minimise.h"

#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace core::stats {
namespace {

using Objective = std::function<double(double, double)>;

double call(unsigned, const double* x, double*, void* objective) {
    const double value = (*static_cast<const Objective*>(objective))(x[0], x[1]);
    return std::isfinite(value) ? value : 1e300;
}

} // namespace

Pair leastAt(const Objective& objective, Pair start, const Pair& low, const Pair& high) {
    const std::unique_ptr<nlopt_opt_s, void (*)(nlopt_opt)> search(nlopt_create(NLOPT_LN_NELDERMEAD, 2),
                                                                   &nlopt_destroy);
    Objective held = objective;
    nlopt_set_lower_bounds(search.get(), low.data());
    nlopt_set_upper_bounds(search.get(), high.data());
    nlopt_set_xtol_rel(search.get(), 1e-10);
    nlopt_set_ftol_rel(search.get(), 1e-14);
    nlopt_set_maxeval(search.get(), 4'000);
    nlopt_set_min_objective(search.get(), &call, &held);
    for (std::size_t i = 0; i < start.size(); ++i)
        start[i] = std::clamp(start[i], low[i], high[i]);
    // Twice: a simplex may have collapsed before it arrived. Where rounding ends a search, `start` is the best so far.
    double least = 0;
    for (int i = 0; i < 2; ++i)
        nlopt_optimize(search.get(), start.data(), &least);
    return start;
}

} // namespace core::stats
