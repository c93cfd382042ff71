#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes indices.json and power_law.json: reference values from NumPy, SciPy and R's poweRlaw for tst_indices and
tst_power_law.

Run in this folder:  python3 make_distribution_reference.py   (Debian: apt install python3-scipy r-cran-powerlaw)

The word counts of Moby Dick are the data set of Clauset, Shalizi and Newman (2009), table 6.1, as the R package
poweRlaw carries it (data(moby)). The versions used are written into the files.
"""
import json
import subprocess

import numpy as np
import scipy
from scipy import optimize, special, stats

R_SCRIPT = """
library(poweRlaw)
data(moby); data(native_american); data(bootstrap_p_moby)
fit <- function(x) {
  m <- displ$new(x); e <- estimate_xmin(m); m$setXmin(e)
  list(x=x, xmin=e$xmin, alpha=e$pars, ks=e$gof, tail=get_ntail(m), ll=dist_ll(m))
}
out <- function(name, x) {
  f <- fit(x)
  cat(name, f$xmin, format(f$alpha, digits=15), format(f$ks, digits=15), f$tail, format(f$ll, digits=15), "\\n")
  t <- table(x)
  cat(names(t), "\\n"); cat(as.vector(t), "\\n")
}
out("moby", moby)
out("native_american", native_american$Cas)
cat("p", format(bootstrap_p_moby$p, digits=6), "\\n")
cat("version", as.character(packageVersion("poweRlaw")), "\\n")
"""


def indices(counts):
    n = np.asarray(sorted(counts, reverse=True), dtype=float)
    c, total = len(n), n.sum()
    p, even, mean = n / total, np.full(len(n), 1 / len(n)), n.mean()
    up = np.sort(n)
    entropy = stats.entropy(p)
    with np.errstate(divide="ignore", invalid="ignore"):
        theil = np.mean(np.where(n > 0, n / mean * np.log(np.where(n > 0, n / mean, 1)), 0))
        lrid = 2 * np.sum(np.where(n > 0, n * np.log(np.where(n > 0, n / total * c, 1)), 0))
    from scipy.spatial.distance import jensenshannon
    ranks = np.arange(c) / (c - 1) if c > 1 else np.zeros(1)
    return {
        "imbalance_ratio": n.max() / n[n > 0].min(),
        "between_class_difference": (n.max() - n.min()) / total,
        "coverage": np.mean(n > 0),
        "gini": np.sum((2 * np.arange(1, c + 1) - c - 1) * up) / (c * total),
        "entropy": entropy,
        "normalised_entropy": entropy / np.log(c) if c > 1 else 1.0,
        "effective_number": np.exp(entropy),
        "kl_to_uniform": stats.entropy(p, even),
        "js_to_uniform": jensenshannon(p, even) ** 2,
        "wasserstein_to_uniform": stats.wasserstein_distance(ranks, ranks, p, even),
        "theil_t": theil,
        "atkinson_0_5": 1 - np.mean((n / mean) ** 0.5) ** 2,
        "lrid": lrid,
        "top_1pct_share": n[: int(np.ceil(c / 100))].sum() / total,
        "top_20pct_share": n[: int(np.ceil(c / 5))].sum() / total,
        "bottom_50pct_share": up[: int(np.ceil(c / 2))].sum() / total,
    }


def atkinson(counts, epsilon):
    n = np.asarray(counts, dtype=float)
    if epsilon == 1:
        return float(1 - stats.gmean(n) / n.mean())
    return float(1 - np.mean((n / n.mean()) ** (1 - epsilon)) ** (1 / (1 - epsilon)))


def log_normal_rival(values, times, x_min, alpha):
    keep = values >= x_min
    x, t = values[keep].astype(float), times[keep].astype(float)

    def log_density(parameters):
        mu, sigma = parameters[0], np.exp(parameters[1])
        a, b = (np.log(x - 0.5) - mu) / sigma, (np.log(x + 0.5) - mu) / sigma
        tail = stats.norm.logsf((np.log(x_min - 0.5) - mu) / sigma)
        la, lb = stats.norm.logsf(a), stats.norm.logsf(b)
        return la + np.log1p(-np.exp(lb - la)) - tail

    found = optimize.minimize(lambda q: -np.sum(t * log_density(q)), [np.average(np.log(x), weights=t), 0.5],
                              method="Nelder-Mead", options={"maxiter": 20000, "xatol": 1e-9, "fatol": 1e-9})
    return vuong(x, t, alpha, x_min, log_density(found.x), {"mu": found.x[0], "sigma": np.exp(found.x[1])})


def exponential_rival(values, times, x_min, alpha):
    keep = values >= x_min
    x, t = values[keep].astype(float), times[keep].astype(float)
    lam = np.log1p(1 / (np.average(x, weights=t) - x_min))
    return vuong(x, t, alpha, x_min, np.log1p(-np.exp(-lam)) - lam * (x - x_min), {"lambda": lam})


def vuong(x, t, alpha, x_min, theirs, extra):
    d = -alpha * np.log(x) - np.log(special.zeta(alpha, x_min)) - theirs
    n = t.sum()
    ratio = np.sum(t * d)
    sd = np.sqrt(np.sum(t * d * d) / n - (ratio / n) ** 2)
    statistic = ratio / (np.sqrt(n) * sd)
    return {"log_likelihood": float(np.sum(t * theirs)), "ratio": float(ratio), "statistic": float(statistic),
            "p": float(2 * stats.norm.sf(abs(statistic))), **{k: float(v) for k, v in extra.items()}}


def zipf_mandelbrot(counts):
    n = np.sort(np.asarray(counts, dtype=float))[::-1]
    n = n[n > 0]
    r = np.arange(1, len(n) + 1)

    def cost(v):
        s, q = v[0], np.expm1(v[1])
        return s * np.sum(n * np.log(r + q)) / n.sum() + special.logsumexp(-s * np.log(r + q))

    found = optimize.minimize(cost, [1.0, 0.7], method="Nelder-Mead",
                              options={"maxiter": 20000, "xatol": 1e-10, "fatol": 1e-14})
    s, q = found.x[0], np.expm1(found.x[1])
    fitted = np.exp(-s * np.log(r + q) - special.logsumexp(-s * np.log(r + q)))
    return {"s": float(s), "q": float(q), "ranks": len(n),
            "ks": float(np.max(np.abs(np.cumsum(n) / n.sum() - np.cumsum(fitted))))}


def bucket_names(counts, rule):
    """Bucket of each count of a descending list by numpy.searchsorted and numpy.digitize."""
    kind, limits = rule.split(":")
    limits = np.array(limits.split(","), dtype=float)
    n = np.asarray(counts, dtype=float)
    shown = n[n > 0]
    if kind == "share":
        starts = np.searchsorted(np.cumsum(shown), limits * shown.sum() - 1e-9, side="left") + 1
        number = np.searchsorted(starts, np.arange(len(shown)), side="right")
    elif kind == "quantiles":
        number = np.searchsorted(np.ceil(limits * len(shown) - 1e-9), np.arange(len(shown)), side="right")
    else:
        number = np.array([np.sum(x < limits) for x in shown])
        if kind == "shots":  # the first limit itself belongs to the second bucket
            number = np.where((shown == limits[0]) & (number == 0), 1, number)
    names = ["head"] + ["mid" + (str(i) if i > 1 else "") for i in range(1, len(limits))] + ["tail"]
    return [names[i] for i in number] + ["cold"] * int(np.sum(n == 0))


def main():
    versions = {"numpy": np.__version__, "scipy": scipy.__version__}
    rng = np.random.default_rng(7)
    cases = {
        "cifar-10-LT, imbalance factor 100": [5000, 2997, 1796, 1077, 645, 387, 232, 139, 83, 50],
        "one dominates": [1_000_000] + [1] * 99,
        "with cold entities": [400, 100, 50, 7, 3, 1, 0, 0, 0, 0],
        "all alike": [17] * 12,
        "zipf 1.1 over 1,000 ranks": np.floor(1e6 * np.arange(1, 1001) ** -1.1).astype(int).tolist(),
        "drawn from a geometric": (rng.geometric(0.02, 500) - 1).tolist(),
    }
    data = {"versions": versions, "cases": [], "atkinson": [], "shares": []}
    for name, counts in cases.items():
        counts = sorted((int(n) for n in counts), reverse=True)
        data["cases"].append({"name": name, "counts": counts,
                              "indices": {k: float(v) for k, v in indices(counts).items()}})
    cifar = cases["cifar-10-LT, imbalance factor 100"]
    for epsilon in (0.25, 0.5, 1, 1.5, 2):
        data["atkinson"].append({"epsilon": epsilon, "value": atkinson(cifar, epsilon)})
    for percent in (10, 25, 30, 50, 99, 100):
        k = int(np.ceil(len(cifar) * percent / 100))
        data["shares"].append({"percent": percent, "top": sum(cifar[:k]) / sum(cifar),
                               "bottom": sum(cifar[-k:]) / sum(cifar)})
    data["buckets"] = []
    for name, counts in cases.items():
        counts = sorted((int(n) for n in counts), reverse=True)
        for rule in ("share:0.8,0.95", "share:0.5,0.8,0.95", "share:0.3,0.5,0.7,0.8,0.9,0.95", "shots:100,20",
                     "shots:1000,100,20,5", "thresholds:1000,139,50", "quantiles:0.1,0.2,0.5,0.9"):
            names = bucket_names(counts, rule)
            data["buckets"].append({"name": name, "rule": rule,
                                    "entities": {b: names.count(b) for b in dict.fromkeys(names)},
                                    "total": {b: sum(n for n, of in zip(counts, names) if of == b)
                                              for b in dict.fromkeys(names)}})
    with open("indices.json", "w") as file:
        json.dump(data, file, indent=1)
        file.write("\n")

    lines = subprocess.run(["Rscript", "-e", R_SCRIPT], capture_output=True, text=True, check=True).stdout.split("\n")
    sets = []
    for at in (0, 3):
        name, x_min, alpha, ks, tail, likelihood = lines[at].split()
        values = np.array(lines[at + 1].split(), dtype=int)
        times = np.array(lines[at + 2].split(), dtype=int)
        fit = {"x_min": int(x_min), "alpha": float(alpha), "ks": float(ks), "tail": int(tail),
               "log_likelihood": float(likelihood)}
        sets.append({"name": name, "values": values.tolist(), "times": times.tolist(), "fit": fit,
                     "log_normal": log_normal_rival(values, times, fit["x_min"], fit["alpha"]),
                     "exponential": exponential_rival(values, times, fit["x_min"], fit["alpha"]),
                     "zipf_mandelbrot": zipf_mandelbrot(np.repeat(values, times))})
    sets[0]["p"] = float(lines[6].split()[1])
    zetas = [{"s": s, "a": a, "value": float(special.zeta(s, a))}
             for s in (1.01, 1.5, 2.0, 2.95, 6.0, 20.0) for a in (1, 2, 7, 55.5, 1e6)]
    sums = [{"s": s, "a": a, "n": n, "value": float(np.sum((a + np.arange(n, dtype=np.longdouble)) ** np.longdouble(-s)))}
            for s in (0.0, 0.5, 1.0, 1.2, 4.0) for a in (1.0, 3.7) for n in (1, 12, 1000, 200_000)]
    versions = {**versions, "poweRlaw": lines[7].split()[1]}
    with open("power_law.json", "w") as file:
        json.dump({"versions": versions, "sets": sets, "zeta": zetas, "power_sums": sums}, file)
        file.write("\n")


if __name__ == "__main__":
    main()
