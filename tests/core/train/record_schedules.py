#!/usr/bin/env python3
"""Records the factors of PyTorch's learning-rate schedulers over a run, as schedule_numbers.h beside this file.

12 epochs of 5 steps. Schedulers that PyTorch moves by the epoch are moved by the epoch, the others by the step.
"""
import pathlib

import torch
from torch.optim import lr_scheduler as lrs

EPOCHS, PER_EPOCH = 12, 5
STEPS = EPOCHS * PER_EPOCH
WARM = 2 * PER_EPOCH
# What the monitored loss does, epoch by epoch.
LOSSES = [1.0, 0.8, 0.8, 0.79999, 0.81, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.69]


def warm(rest):
    """Linear warm-up over two epochs, then the rest, as SequentialLR joins them."""
    return lambda o: lrs.SequentialLR(
        o, [lrs.LinearLR(o, start_factor=1 / (WARM + 1), total_iters=WARM), rest(o)], milestones=[WARM])


# name: (schedule, settings, moved by "step" or "epoch", scheduler)
CASES = {
    "constant": ("constant", {}, "step", lambda o: lrs.ConstantLR(o, factor=1.0)),
    "inverseTime": ("inverse-time", {"rate": 0.5}, "epoch", lambda o: lrs.LambdaLR(o, lambda e: 1 / (1 + 0.5 * e))),
    "exponential": ("exponential", {"gamma": 0.8}, "epoch", lambda o: lrs.ExponentialLR(o, 0.8)),
    "staircase": ("step", {"gamma": 0.3, "every": 3}, "epoch", lambda o: lrs.StepLR(o, 3, 0.3)),
    "inverseRoot": ("inverse-root", {"smooth": True}, "step",
                    lambda o: lrs.LambdaLR(o, lambda s: (1 + s / PER_EPOCH) ** -0.5)),
    "polynomial": ("polynomial", {"power": 2.0}, "step", lambda o: lrs.PolynomialLR(o, STEPS, 2.0)),
    "linear": ("polynomial", {"end": 0.1}, "step", lambda o: lrs.LinearLR(o, 1.0, 0.1, STEPS)),
    "cosine": ("cosine", {"end": 0.05}, "step", lambda o: lrs.CosineAnnealingLR(o, STEPS, 0.05)),
    "restarts": ("cosine", {"cycles": 3}, "step", lambda o: lrs.CosineAnnealingWarmRestarts(o, STEPS // 3)),
    "oneCycle": ("one-cycle", {}, "step", lambda o: lrs.OneCycleLR(o, 1.0, STEPS, cycle_momentum=False)),
    "oneCycleOther": ("one-cycle", {"rising": 0.5, "start": 10.0, "end": 100.0}, "step",
                      lambda o: lrs.OneCycleLR(o, 1.0, STEPS, pct_start=0.5, div_factor=10, final_div_factor=100,
                                               cycle_momentum=False)),
    "warmCosine": ("cosine", {"warmup": 2.0}, "step", warm(lambda o: lrs.CosineAnnealingLR(o, STEPS - WARM))),
    "plateau": ("plateau", {"gamma": 0.5, "patience": 2}, "plateau",
                lambda o: lrs.ReduceLROnPlateau(o, factor=0.5, patience=1)),
    "plateauRests": ("plateau", {"gamma": 0.1, "patience": 1, "cooldown": 2, "least": 0.05}, "plateau",
                     lambda o: lrs.ReduceLROnPlateau(o, factor=0.1, patience=0, cooldown=2, min_lr=0.05)),
}


def run(moved, make):
    parameter = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([parameter], lr=1.0)
    scheduler = make(optimizer)
    factors = []
    for step in range(STEPS):
        factors.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if moved == "step" and step + 1 < STEPS:
            scheduler.step()
        elif (step + 1) % PER_EPOCH == 0:
            if moved == "epoch":
                scheduler.step()
            elif moved == "plateau":
                scheduler.step(LOSSES[step // PER_EPOCH])
    return factors


def literal(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"std::int64_t{{{value}}}" if isinstance(value, int) else repr(value)


def main():
    lines = ["// Recorded by record_schedules.py with PyTorch " + torch.__version__ + "; do not edit.", "#pragma once", "",
             "#include <string>", "#include <vector>", "", '#include "base/settings.h"', "",
             f"inline constexpr int kScheduleEpochs = {EPOCHS}, kSchedulePerEpoch = {PER_EPOCH};",
             "inline const std::vector<double> kScheduleLosses = {" + ", ".join(map(repr, LOSSES)) + "};", "",
             "struct ScheduleCase {", "    std::string name, schedule;", "    perceptarium::Settings settings;",
             "    std::vector<double> factors;  ///< of each step", "};", "",
             "inline const std::vector<ScheduleCase> kScheduleCases = {"]
    for name, (schedule, settings, moved, make) in CASES.items():
        text = ", ".join(f'{{"{key}", {literal(value)}}}' for key, value in settings.items())
        lines.append(f'    {{"{name}", "{schedule}", {{{text}}},')
        lines.append("     {" + ", ".join(f"{value:.12g}" for value in run(moved, make)) + "}},")
    lines.append("};")
    pathlib.Path(__file__).with_name("schedule_numbers.h").write_text("\n".join(lines) + "\n")


main()
