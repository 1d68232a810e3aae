#!/usr/bin/env python3
"""Records what PyTorch's optimizers do in 100 steps, as optimizer_numbers.h beside this file.

Eight weights (the first five decay, the last three do not) go down a crooked bowl: the gradient of weight i in step t is
a_i (w_i - c_i) + 0.3 sin(0.7 t + i), rounded to f32. optimizers_test.cpp computes the same gradient.
"""
import math
import pathlib

import torch

STEPS, N, DECAYING = 100, 8, 5
CASES = {
    "sgd": ("sgd", {}, 0.05, 0.0, lambda p: torch.optim.SGD(p, lr=0.05)),
    "sgdL2": ("sgd", {}, 0.05, 0.1, lambda p: torch.optim.SGD(p, lr=0.05)),
    "momentum": ("momentum", {"beta": 0.9}, 0.01, 0.0, lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9)),
    "momentumL2": ("momentum", {"beta": 0.8}, 0.02, 0.1, lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8)),
    "rmsprop": ("rmsprop", {"beta": 0.9, "epsilon": 1e-6}, 0.01, 0.0,
                lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-6)),
    "rmspropL2": ("rmsprop", {}, 0.005, 0.1, lambda p: torch.optim.RMSprop(p, lr=0.005, alpha=0.99, eps=1e-8)),
    "nesterov": ("nesterov", {"beta": 0.9}, 0.01, 0.0,
                 lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, nesterov=True)),
    "nesterovL2": ("nesterov", {"beta": 0.8}, 0.02, 0.1,
                   lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8, nesterov=True)),
    "adagrad": ("adagrad", {}, 0.05, 0.0, lambda p: torch.optim.Adagrad(p, lr=0.05)),
    "adagradL2": ("adagrad", {"epsilon": 1e-4}, 0.1, 0.1, lambda p: torch.optim.Adagrad(p, lr=0.1, eps=1e-4)),
    "adam": ("adam", {}, 0.01, 0.0, lambda p: torch.optim.Adam(p, lr=0.01)),
    "adamL2": ("adam", {"beta1": 0.8, "beta2": 0.99, "epsilon": 1e-4}, 0.02, 0.1,
               lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.99), eps=1e-4)),
    "adamw": ("adamw", {"weightDecay": 0.0}, 0.01, 0.0, lambda p: torch.optim.AdamW(p, lr=0.01)),
    "adamwDecay": ("adamw", {"weightDecay": 0.3, "beta2": 0.99}, 0.02, 0.3,
                   lambda p: torch.optim.AdamW(p, lr=0.02, betas=(0.9, 0.99))),
    "sgdClipNorm": ("sgd", {}, 0.05, 0.1, lambda p: torch.optim.SGD(p, lr=0.05)),
    "adamClipValue": ("adam", {}, 0.01, 0.0, lambda p: torch.optim.Adam(p, lr=0.01)),
}
# What is done to the gradients before the step: name of the knob, limit.
CLIPPED = {"sgdClipNorm": ("clipNorm", 0.7), "adamClipValue": ("clipValue", 0.25)}


def run(name, make, l2):
    start = [math.cos(1.3 * i) for i in range(N)]
    weights = torch.tensor(start[:DECAYING], dtype=torch.float32, requires_grad=True)
    biases = torch.tensor(start[DECAYING:], dtype=torch.float32, requires_grad=True)
    optimizer = make([{"params": [weights], "weight_decay": l2}, {"params": [biases], "weight_decay": 0.0}])
    for t in range(STEPS):
        for tensor, first in ((weights, 0), (biases, DECAYING)):
            gradient = [(0.2 + 0.4 * (first + j)) * (float(w) - 0.5 * math.sin(first + j))
                        + 0.3 * math.sin(0.7 * t + first + j) for j, w in enumerate(tensor.detach())]
            tensor.grad = torch.tensor(gradient, dtype=torch.float32)
        kind, limit = CLIPPED.get(name, ("", 0))
        if kind == "clipNorm":
            torch.nn.utils.clip_grad_norm_([weights, biases], limit)
        elif kind == "clipValue":
            torch.nn.utils.clip_grad_value_([weights, biases], limit)
        optimizer.step()
    return weights.tolist() + biases.tolist()


def main():
    lines = ["// Recorded by record_optimizers.py with PyTorch " + torch.__version__ + "; do not edit.", "#pragma once", "",
             "#include <map>", "#include <string>", "#include <vector>", "",
             "struct OptimizerCase {", "    std::string name, optimizer;", "    std::map<std::string, double> settings;",
             "    double learningRate, weightDecay;  ///< L2, or of AdamW its own",
             "    std::string clip;  ///< the knob", "    double limit;", "    std::vector<double> after;", "};", "",
             "inline const std::vector<OptimizerCase> kOptimizerCases = {"]
    for name, (optimizer, settings, rate, l2, make) in CASES.items():
        text = ", ".join(f'{{"{key}", {value!r}}}' for key, value in settings.items())
        kind, limit = CLIPPED.get(name, ("", 0.0))
        lines.append(f'    {{"{name}", "{optimizer}", {{{text}}}, {rate!r}, {l2!r}, "{kind}", {limit!r},')
        numbers = [f"{value:.9g}" for value in run(name, make, l2)]
        lines.append("     {" + ", ".join(numbers) + "}},")
    lines.append("};")
    pathlib.Path(__file__).with_name("optimizer_numbers.h").write_text("\n".join(lines) + "\n")


main()
