#!/usr/bin/env python3
"""Records what PyTorch's losses and their gradients are, in f64, as pytorch_losses.json beside this file.

usage: record_losses.py   (any PyTorch from 1.10 on). losses_pytorch_test.cpp gives the same to every loss's declaration.
Labels of -1 are missing (ignore_index). Class weights are those of the setting "weights".
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
cases = []


def wave(*shape, seed, size=2.0):
    count = math.prod(shape)
    return torch.tensor([math.sin(1.7 * i + seed) * size for i in range(count)]).reshape(shape)


def record(name, loss, settings, logits, target, value_of, classes=0):
    z = logits.clone().requires_grad_()
    value = value_of(z)
    value.backward()
    gradient = torch.zeros_like(z) if z.grad is None else z.grad
    cases.append({"name": name, "loss": loss, "settings": settings, "classes": classes, "shape": list(z.shape),
                  "logits": z.detach().reshape(-1).tolist(),
                  "labels": target.tolist() if target.dtype == torch.int64 else None,
                  "numbers": None if target.dtype == torch.int64 else target.reshape(-1).tolist(),
                  "value": value.item(), "gradient": gradient.reshape(-1).tolist()})


def categorical(name, logits, labels, smoothing=0.0, weights=None):
    settings = {}
    if smoothing:
        settings["smoothing"] = smoothing
    if weights:
        settings.update(classWeights="given", weights=", ".join(map(str, weights)))
    weight = torch.tensor(weights) if weights else None
    record(name, "categorical-cross-entropy", settings, logits, labels,
           lambda z: F.cross_entropy(z, labels, weight=weight, ignore_index=-1, label_smoothing=smoothing), logits.shape[1])


def binary(name, logits, labels, smoothing=0.0, weights=None):
    """A class's own weight times its share of the smoothed label, over the weights of the labels: the same as
    cross_entropy of the logits (0, z)."""
    settings = {}
    if smoothing:
        settings["smoothing"] = smoothing
    if weights:
        settings.update(classWeights="given", weights=", ".join(map(str, weights)))
    w = torch.tensor(weights if weights else [1.0, 1.0])

    def value(z):
        there = labels >= 0
        y, logit = labels[there].double(), z.reshape(-1)[there]
        first = (1 - smoothing) * (1 - y) + smoothing / 2
        second = (1 - smoothing) * y + smoothing / 2
        zero, one = torch.zeros_like(logit), torch.ones_like(logit)
        bce = (w[1] * second * F.binary_cross_entropy_with_logits(logit, one, reduction="none")
               + w[0] * first * F.binary_cross_entropy_with_logits(logit, zero, reduction="none"))
        return bce.sum() / w[labels[there]].sum()

    record(name, "binary-cross-entropy", settings, logits, labels, value, 2)


four = torch.tensor([2, 0, 1, 2, 1, 0])
holes = torch.tensor([2, -1, 1, -1, 1, 0])
z = wave(6, 3, seed=1)
categorical("plain", z, four)
categorical("missing labels", z, holes)
categorical("smoothed", z, four, 0.1)
categorical("smoothed with missing labels", z, holes, 0.3)
categorical("weighted", z, four, 0, [0.5, 2.0, 1.25])
categorical("weighted, one class not at all", z, four, 0, [0.0, 2.0, 1.0])
categorical("everything", z, holes, 0.2, [0.5, 2.0, 1.25])
categorical("one class", wave(3, 1, seed=2), torch.tensor([0, 0, 0]))
far = torch.tensor([[1000.0, -1000.0, 0.0], [-1000.0, 1000.0, 999.0], [0.0, 0.0, -1000.0]])
categorical("logits of 1000", far, torch.tensor([1, 1, 0]))
categorical("logits of 1000, everything", far, torch.tensor([1, -1, 0]), 0.1, [1.0, 3.0, 0.5])

two = torch.tensor([1, 0, 0, 1, 1])
twoHoles = torch.tensor([1, -1, 0, -1, 1])
b = wave(5, 1, seed=3)
binary("plain", b, two)
binary("missing labels", b, twoHoles)
binary("smoothed", b, two, 0.1)
binary("weighted", b, two, 0, [0.5, 3.0])
binary("everything", b, twoHoles, 0.2, [0.5, 3.0])
binary("logits of 1000", torch.tensor([[1000.0], [-1000.0], [1000.0], [-1000.0]]), torch.tensor([0, 1, 1, 0]), 0.1, [2.0, 1.0])

given, wanted = wave(4, 2, seed=4, size=3.0), wave(4, 2, seed=5, size=3.0)
record("plain", "mean-squared-error", {}, given, wanted, lambda z: F.mse_loss(z, wanted))
record("plain", "mean-absolute-error", {}, given, wanted, lambda z: F.l1_loss(z, wanted))
for delta in (0.5, 1.0, 2.5):
    record(f"delta {delta}", "huber", {"delta": delta}, given, wanted, lambda z: F.huber_loss(z, wanted, delta=delta))
record("far", "huber", {}, given * 1e6, wanted, lambda z: F.huber_loss(z, wanted))

for squared in (False, True):
    for margin in (1.0, 0.3):
        settings = {"margin": margin, "squared": squared}
        p = 2 if squared else 1
        record(f"several, {settings}", "hinge", settings, z, holes,
               lambda v: F.multi_margin_loss(v[holes >= 0], holes[holes >= 0], p=p, margin=margin), 3)
        record(f"two, {settings}", "hinge", settings, b, twoHoles,
               lambda v: (F.relu(margin - (2.0 * twoHoles - 1)[twoHoles >= 0] * v.reshape(-1)[twoHoles >= 0]) ** p).mean(), 2)

spread = torch.softmax(wave(6, 3, seed=6), 1)
spread[2] = torch.tensor([0.0, 1.0, 0.0])
record("distributions", "kl-divergence", {}, z, spread,
       lambda v: F.kl_div(F.log_softmax(v, 1), spread, reduction="batchmean"))


def smooth(labels, classes, epsilon):
    return F.one_hot(labels, classes).double() * (1 - epsilon) + epsilon / classes


for epsilon in (0.0, 0.2):
    there = holes >= 0
    record(f"classes smoothed by {epsilon}", "kl-divergence", {"smoothing": epsilon} if epsilon else {}, z, holes,
           lambda v: F.kl_div(F.log_softmax(v[there], 1), smooth(holes[there], 3, epsilon), reduction="batchmean"), 3)
record("logits of 1000", "kl-divergence", {"smoothing": 0.1}, far, torch.tensor([1, 1, 0]),
       lambda v: F.kl_div(F.log_softmax(v, 1), smooth(torch.tensor([1, 1, 0]), 3, 0.1), reduction="batchmean"), 3)

out = pathlib.Path(__file__).with_name("pytorch_losses.json")
out.write_text("[\n" + ",\n".join(" " + json.dumps(case) for case in cases) + "\n]\n")
print(f"{len(cases)} cases with PyTorch {torch.__version__}")
