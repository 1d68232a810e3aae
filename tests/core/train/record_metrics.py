#!/usr/bin/env python3
"""Records what scikit-learn's metrics say about small sets, as sklearn_metrics.json beside this file.

usage: record_metrics.py   (scikit-learn from 1.2 on). metrics_sklearn_test.cpp asks our metrics the same. Predictions are
rounded to f32, as the engine has them.
"""
import json
import math
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import metrics

warnings.simplefilter("ignore")  # "ill-defined": a class without answers counts as 0, as here
cases = []
random = np.random.default_rng(5)


def probabilities(n, classes, labels, sharpness, decimals=None):
    logits = random.normal(size=(n, classes))
    logits[np.arange(n), labels] += sharpness
    p = np.exp(logits)
    p = (p / p.sum(1, keepdims=True))
    if decimals is not None:  # with ties
        p = np.round(p, decimals)
        p[:, -1] = 1 - p[:, :-1].sum(1)
    return np.maximum(p.astype(np.float32), 0)


def put(name, kind, prediction, target, expected, options=None, classes=0):
    cases.append({"name": name, "kind": kind, "classes": classes, "width": prediction.shape[1], "options": options or {},
                  "prediction": [float(v) for v in prediction.reshape(-1)], "target": [float(v) for v in target.reshape(-1)],
                  "expected": {key: float(value) for key, value in expected.items()}})


def of_classes(name, n, classes, sharpness, decimals=None, only=None):
    labels = random.integers(0, classes if only is None else only, n)
    p = probabilities(n, classes, labels, sharpness, decimals)
    answers = p.argmax(1)
    every = list(range(classes))
    expected = {"accuracy": metrics.accuracy_score(labels, answers)}
    if p.min() > 0:  # each of us has a bound of its own for what a probability of 0 counts
        summed = p.astype(np.float64) / p.sum(1, dtype=np.float64)[:, None]
        expected["perplexity"] = math.exp(metrics.log_loss(labels, summed, labels=every))
    if decimals is None:
        for c in range(1, classes):
            if c == 2 and classes > 2:
                expected["top-k"] = metrics.top_k_accuracy_score(labels, p, k=2, labels=every)
        expected["roc-auc"] = (metrics.roc_auc_score(labels, p[:, 1]) if classes == 2 else None)
    if classes == 2:
        expected["roc-auc"] = metrics.roc_auc_score(labels, p[:, 1])
    else:  # one against the rest, the classes that occur
        areas = [metrics.roc_auc_score(labels == c, p[:, c]) for c in every if 0 < (labels == c).sum() < n]
        expected["roc-auc"] = float(np.mean(areas))
        if only is None and decimals is None:
            renormalized = p.astype(np.float64) / p.sum(1, dtype=np.float64)[:, None]
            assert abs(metrics.roc_auc_score(labels, renormalized, multi_class="ovr") - expected["roc-auc"]) < 1e-5
    for averaging in ("auto", "macro", "micro", "weighted"):
        average = ("binary" if classes == 2 else "macro") if averaging == "auto" else averaging
        precision, recall, f1, _ = metrics.precision_recall_fscore_support(labels, answers, average=average, zero_division=0)
        put(f"{name}, {averaging}", "class", p, labels, {**expected, "precision": precision, "recall": recall, "f1": f1},
            {"averaging": averaging, "topK": 2}, classes)


of_classes("two classes", 60, 2, 1.0)
of_classes("two classes with ties", 60, 2, 0.5, 1)
of_classes("four classes", 80, 4, 1.0)
of_classes("five classes, two of which never occur", 50, 5, 1.5, None, 3)


def of_numbers(name, n, width, offset, noise):
    y = (offset + 3 * random.normal(size=(n, width))).astype(np.float32)
    a = (y + noise * random.normal(size=(n, width))).astype(np.float32)
    y64, a64 = y.astype(np.float64), a.astype(np.float64)
    put(name, "number", a, y, {"mae": metrics.mean_absolute_error(y64, a64),
                               "rmse": math.sqrt(metrics.mean_squared_error(y64, a64)),
                               "r2": metrics.r2_score(y64, a64)})


of_numbers("one number", 40, 1, 0, 1)
of_numbers("years", 40, 1, 2000, 0.5)
of_numbers("three numbers", 30, 3, -5, 2)
of_numbers("worse than the mean", 30, 1, 0, 20)
same = np.full((5, 1), 7, np.float32)
put("targets all alike", "number", same + 1, same,
    {"mae": 1, "rmse": 1, "r2": metrics.r2_score(same.astype(float), same.astype(float) + 1)})

out = pathlib.Path(__file__).with_name("sklearn_metrics.json")
out.write_text("[\n" + ",\n".join(" " + json.dumps(case) for case in cases) + "\n]\n")
print(f"{len(cases)} cases with scikit-learn {sklearn.__version__}")
