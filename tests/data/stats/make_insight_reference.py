#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes insight.json: reference values from SciPy, scikit-learn and pandas for tst_insight.

Run in this folder:  python3 make_insight_reference.py   (Debian: apt install python3-scipy python3-sklearn python3-pandas)
"""
import json

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy import optimize, stats
from sklearn.metrics import mutual_info_score

BUCKETS = ["head", "mid", "tail", "cold"]


def beta_prior(shown, wanted):
    def cost(v):
        mean, strength = 1 / (1 + np.exp(-v[0])), np.exp(v[1])
        return -stats.betabinom.logpmf(wanted, shown, mean * strength, (1 - mean) * strength).sum()

    found = optimize.minimize(cost, [-3.0, 3.0], method="Nelder-Mead",
                              options={"maxiter": 20000, "xatol": 1e-10, "fatol": 1e-12})
    mean, strength = 1 / (1 + np.exp(-found.x[0])), np.exp(found.x[1])
    return {"alpha": float(mean * strength), "beta": float((1 - mean) * strength)}


def assign(support):
    """share:0.8,0.95 over positive supports, ties in the order given."""
    order = np.argsort(-support, kind="stable")
    total, running, result = support.sum(), 0, {}
    for i in order:
        result[i] = "cold" if support[i] == 0 else "head" if running < 0.8 * total else \
            "mid" if running < 0.95 * total else "tail"
        running += support[i]
    return [result[i] for i in range(len(support))]


def mixed(number):
    """SplitMix64: the order of entities of equal support."""
    bits = 2**64 - 1
    number = (number + 0x9E3779B97F4A7C15) & bits
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & bits
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & bits
    return number ^ (number >> 31)


def flow(frame, entities):
    order = sorted(range(entities), key=mixed)
    weeks = (frame["day"] - 4) // 7
    first, last = weeks.min(), weeks.max()
    states = BUCKETS + ["new"]
    matrix = pd.DataFrame(0, index=states, columns=states)
    before, numbers = {}, {"fresh": [], "active": [], "silent": []}
    for week in range(first, last + 1):
        rows = frame[weeks == week]
        support = rows.groupby("entity")["events"].sum().reindex(range(entities), fill_value=0).to_numpy()
        buckets = [""] * entities
        for e, bucket in zip(order, assign(support[order])):
            buckets[e] = bucket
        known = set(before) | set(np.nonzero(support)[0])
        after = {e: buckets[e] for e in known}
        numbers["fresh"].append(len(known) - len(before))
        numbers["active"].append(int((support > 0).sum()))
        numbers["silent"].append(len(known) - int((support > 0).sum()))
        if week > first:
            for e in known:
                matrix.loc[before.get(e, "new"), after[e]] += 1
        before = after
    return {"matrix": matrix.to_numpy().tolist(), **numbers}


def half_lives(frame, buckets, least):
    days = frame["day"].max() - frame["day"].min() + 1
    ages = {b: [] for b in BUCKETS}
    for e, rows in frame.sort_values("day").groupby("entity"):
        age = rows["day"] - rows["day"].min()
        if rows["events"].sum() < least or rows["day"].min() - frame["day"].min() >= days // 2:
            continue
        running = rows["events"].cumsum()
        ages[buckets[e]].append(int(age[running * 2 >= rows["events"].sum()].iloc[0]))
    return {b: {"entities": len(v), "quartiles": [float(np.quantile(v, q)) for q in (0.25, 0.5, 0.75)] if v else []}
            for b, v in ages.items()}


def season(frame):
    first, last = frame["day"].min(), frame["day"].max()
    totals = frame.groupby("day")["events"].sum().reindex(range(first, last + 1), fill_value=0)
    trend = totals.rolling(7, center=True).mean()
    rest = (totals - trend).dropna()
    weekday = (rest.index - 4) % 7
    means = rest.groupby(weekday).mean()
    seasonal = means.reindex(range(7)) - means.mean()
    remainder = rest - seasonal.reindex(weekday).to_numpy()
    months = pd.to_datetime(frame["day"], unit="D").dt.month
    share = frame.groupby(months)["events"].sum().reindex(range(1, 13), fill_value=0) / frame["events"].sum()
    days = pd.Series(1, index=pd.to_datetime(totals.index, unit="D"))
    level = totals.groupby(days.index.month).mean() / totals.mean() - 1
    return {"month_level": {str(m): float(v) for m, v in level.items()}, "strength": float(max(0, 1 - remainder.var(ddof=0) / rest.var(ddof=0))),
            "weekday": (seasonal / totals.mean()).tolist(), "month": share.tolist()}


def main():
    rng = np.random.default_rng(11)
    shown = rng.geometric(0.01, 400)
    rate = rng.beta(2.0, 30.0, 400)
    wanted = rng.binomial(shown, rate)
    prior = beta_prior(shown, wanted)
    a, b = prior["alpha"], prior["beta"]
    posterior = [{"shown": int(s), "wanted": int(w), "mean": float(stats.beta.mean(a + w, b + s - w)),
                  "deviation": float(stats.beta.std(a + w, b + s - w))} for s, w in zip(shown[:20], wanted[:20])]

    values = rng.integers(0, 6, 300)
    buckets = np.minimum(3, (values // 2 + rng.integers(0, 2, 300)))
    table = pd.crosstab(values, buckets).reindex(columns=range(4), fill_value=0)

    entities, days = 40, 70
    weights = 1 / np.arange(1, entities + 1)
    births = rng.integers(0, 50, entities)
    rows = []
    for day in range(days):
        boost = 1.6 if (day + 14_610 - 4) % 7 >= 5 else 1.0
        lively = weights * (births <= day)
        for e in np.nonzero(rng.poisson(8 * boost * lively))[0]:
            rows.append((14_610 + day, int(e), int(1 + rng.poisson(8 * boost * lively[e]))))
    frame = pd.DataFrame(rows, columns=["day", "entity", "events"])
    overall = assign(frame.groupby("entity")["events"].sum().reindex(range(entities), fill_value=0).to_numpy())
    data = {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "sklearn": sklearn.__version__,
                     "pandas": pd.__version__},
        "beta": {"shown": shown.tolist(), "wanted": wanted.tolist(), **prior, "posterior": posterior,
                 "surely_less": (stats.beta.ppf(0.95, a + wanted, b + shown - wanted) < a / (a + b)).tolist()},
        "association": {"table": table.to_numpy().tolist(), "information": float(mutual_info_score(values, buckets)),
                        "entropy": float(stats.entropy(np.bincount(buckets)))},
        "activity": {"first_day": int(frame["day"].min()), "entities": entities,
                     "cells": [[int(d), int(e), int(n)] for d, e, n in rows], "buckets": overall,
                     "flow": flow(frame, entities), "half_lives": half_lives(frame, overall, 10),
                     "season": season(frame)},
    }
    with open("insight.json", "w") as file:
        json.dump(data, file)
        file.write("\n")


if __name__ == "__main__":
    main()
