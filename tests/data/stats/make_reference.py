#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes metrics.json and bootstrap.json: reference values from scikit-learn and NumPy for tst_stats.

Run in this folder:  python3 make_reference.py      (Debian: apt install python3-sklearn)
The versions used are written into the files.
"""
import json
import warnings

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, balanced_accuracy_score, confusion_matrix, precision_recall_fscore_support

warnings.filterwarnings("ignore")
VERSIONS = {"scikit-learn": sklearn.__version__, "numpy": np.__version__}
BUCKETS = ["head", "mid", "tail"]


def averages(truth, predicted, average):
    p, r, f, _ = precision_recall_fscore_support(truth, predicted, average=average, zero_division=0)
    return {f"{average}_precision": p, f"{average}_recall": r, f"{average}_f1": f}


def metrics(truth, predicted, classes, buckets):
    result = {"accuracy": accuracy_score(truth, predicted),
              "balanced_accuracy": balanced_accuracy_score(truth, predicted)}
    result.update(averages(truth, predicted, "macro"))
    result.update(averages(truth, predicted, "weighted"))
    p, r, f, s = precision_recall_fscore_support(truth, predicted, labels=range(classes), average=None, zero_division=0)
    for name in BUCKETS:
        inside = [c for c in range(classes) if buckets[c] == name and s[c] > 0]
        for key, values in (("precision", p), ("recall", r), ("f1", f)):
            result[f"{name}_{key}"] = float(np.mean(values[inside])) if inside else None
    per_class = [{"precision": float(p[c]), "recall": float(r[c]), "f1": float(f[c]), "support": int(s[c])}
                 for c in range(classes)]
    return {k: (None if v is None else float(v)) for k, v in result.items()}, per_class


def case(name, truth, predicted, classes, buckets):
    values, per_class = metrics(truth, predicted, classes, buckets)
    return {"name": name, "classes": classes, "truth": list(map(int, truth)), "predicted": list(map(int, predicted)),
            "buckets": buckets, "expected": values, "per_class": per_class,
            "confusion": confusion_matrix(truth, predicted, labels=range(classes)).ravel().tolist()}


def noisy(rng, truth, classes, right):
    wrong = rng.integers(0, classes, len(truth))
    return np.where(rng.random(len(truth)) < right, truth, wrong)


def metric_cases(rng):
    tail = np.repeat(np.arange(6), [60, 30, 15, 8, 4, 2])
    buckets = ["head", "head", "mid", "mid", "tail", "tail"]
    yield case("long tail", tail, noisy(rng, tail, 6, 0.7), 6, buckets)
    yield case("everything right", tail, tail, 6, buckets)
    yield case("only the largest class predicted", tail, np.zeros_like(tail), 6, buckets)
    yield case("a class absent from truth and prediction", [0, 0, 1, 1, 3, 3], [0, 1, 1, 1, 3, 0], 4,
               ["head", "mid", "tail", "tail"])
    yield case("a class predicted that is not in truth", [0, 0, 1, 1], [0, 2, 1, 2], 3, ["head", "mid", "tail"])
    yield case("a class never predicted", [0, 0, 1, 2, 2], [0, 1, 1, 0, 1], 3, ["head", "mid", "tail"])
    yield case("nothing right", [0, 1, 2], [1, 2, 0], 3, ["head", "mid", "tail"])
    yield case("a single class", [0, 0, 0], [0, 0, 0], 1, ["head"])
    yield case("a single example", [1], [1], 2, ["head", "tail"])
    yield case("one bucket holds no class of the set", [0, 1, 0, 1], [0, 1, 1, 1], 3, ["head", "head", "tail"])


def counts_of(truth, predicted, classes):
    matrix = np.zeros((classes, classes))
    np.add.at(matrix, (truth, predicted), 1)
    return matrix


def quick(matrix):
    support, predicted, right = matrix.sum(1), matrix.sum(0), np.diag(matrix)
    recall = np.divide(right, support, out=np.zeros_like(right), where=support > 0)
    f1 = np.divide(2 * right, support + predicted, out=np.zeros_like(right), where=support + predicted > 0)
    return {"accuracy": right.sum() / support.sum(), "macro_recall": recall.mean(), "macro_f1": f1.mean(),
            "tail_recall": recall[-2:].mean()}


def bootstrap(rng, resamples=20000):
    classes = 5
    truth = np.repeat(np.arange(classes), [200, 120, 60, 30, 20])
    first, second = noisy(rng, truth, classes, 0.6), noisy(rng, truth, classes, 0.7)
    groups = [np.flatnonzero(truth == c) for c in range(classes)]
    draws = {}
    for _ in range(resamples):
        rows = np.concatenate([rng.choice(g, len(g)) for g in groups])
        a, b = (quick(counts_of(truth[rows], x[rows], classes)) for x in (first, second))
        for name in a:
            draws.setdefault(name, []).append((b[name] - a[name], b[name]))
    observed = [quick(counts_of(truth, x, classes)) for x in (first, second)]
    result = {}
    for name, pairs in draws.items():
        difference, single = np.array(pairs).T
        result[name] = {"value": observed[1][name] - observed[0][name],
                        "low": float(np.percentile(difference, 2.5)), "high": float(np.percentile(difference, 97.5)),
                        "single_value": observed[1][name],
                        "single_low": float(np.percentile(single, 2.5)),
                        "single_high": float(np.percentile(single, 97.5))}
    return {"versions": VERSIONS, "resamples": resamples, "classes": classes, "truth": truth.tolist(),
            "baseline": first.tolist(), "run": second.tolist(), "buckets": ["head", "mid", "mid", "tail", "tail"],
            "expected": result}


def write(name, document):
    with open(name, "w", encoding="utf-8") as file:
        json.dump(document, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    generator = np.random.default_rng(20240229)
    write("metrics.json", {"versions": VERSIONS, "cases": list(metric_cases(generator))})
    write("bootstrap.json", bootstrap(generator))
