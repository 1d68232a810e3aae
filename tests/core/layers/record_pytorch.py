#!/usr/bin/env python3
"""Records what PyTorch computes for every layer, once: pytorch_values.json and pytorch_shapes.json beside this script.

Values are computed in f64. Pictures are turned to channels-last and weights to the engine's order before they are
written, so that the test only compares. Run it again only to add a case; the numbers are data, not code.
"""
import json
import math
import os

import torch
import torch.nn.functional as F

torch.manual_seed(20)
torch.set_default_dtype(torch.float64)
HERE = os.path.dirname(os.path.abspath(__file__))
cases = []


def spread(*shape):
    """Distinct numbers in (-1, 1), none near 0 and no two near each other: away from kinks and ties."""
    n = math.prod(shape)
    return ((torch.randperm(n) - n / 2 + 0.5) * (2 / n)).reshape(shape)


def last(t):
    return t.permute(0, 2, 3, 1) if t.dim() == 4 else t


def tensor(t):
    t = t.detach().contiguous()
    kind = "i32" if t.dtype in (torch.int64, torch.int32) else "f64"
    flat = t.reshape(-1).tolist()
    return {"shape": list(t.shape), "dtype": kind, "values": flat if kind == "i32" else [float(f"{v:.15g}") for v in flat]}


def record(layer, settings, inputs, compute, parameters=None, orders=None, training=False, states=None, after=None):
    """`compute(inputs, parameters)` works channels-first; `orders` turns parameters to the engine's order."""
    parameters = parameters or {}
    orders = orders or {}
    for t in list(inputs) + list(parameters.values()):
        if t.is_floating_point():
            t.requires_grad_(True)
    y = compute(inputs, parameters)
    weights = spread(*y.shape)
    (y * weights).sum().backward()
    order = lambda name, t: orders.get(name, lambda u: u)(t)
    grads = lambda ts: [tensor(last(t.grad)) if t.requires_grad else None for t in ts]
    cases.append({
        "layer": layer, "settings": settings, "training": training,
        "inputs": [tensor(last(t)) for t in inputs],
        "parameters": {n: tensor(order(n, t)) for n, t in parameters.items()},
        "states": {n: tensor(t) for n, t in (states or {}).items()},
        "weights": tensor(last(weights)), "output": tensor(last(y)),
        "inputGradients": grads(inputs),
        "parameterGradients": {n: tensor(order(n, t.grad)) for n, t in parameters.items()},
        "statesAfter": {n: tensor(t) for n, t in (after() if after else {}).items()},
    })


def record_dense(bias):
    p = {"W": spread(5, 3)}
    if bias:
        p["b"] = spread(3)
    record("dense", {"units": 3, "bias": bias}, [spread(4, 5)],
           lambda x, p: F.linear(x[0], p["W"].T, p.get("b")), p)


def pads_of(extent, kernel, stride, padding, pad, dilation=1):
    reach = dilation * (kernel - 1) + 1
    if padding == "same":
        out = -(-extent // stride)
        total = max(0, (out - 1) * stride + reach - extent)
        return total // 2, total - total // 2
    return {"valid": (0, 0), "explicit": (pad, pad), "causal": (reach - 1, 0)}[padding]


def both(number):
    """(rows, columns) of one number for both, or of [rows, columns]."""
    return tuple(number) if isinstance(number, list) else (number, number)


def record_conv(n, h, w, c, f, kernel, stride, padding, pad, bias, dilation=1, groups=1):
    p = {"W": spread(f, c // groups, *both(kernel))}
    if bias:
        p["b"] = spread(f)

    def compute(x, p):
        (top, bottom), (left, right) = (pads_of(e, k, s, padding, q, d) for e, k, s, q, d in
                                        zip((h, w), both(kernel), both(stride), both(pad), both(dilation)))
        return F.conv2d(F.pad(x[0], (left, right, top, bottom)), p["W"], p.get("b"), both(stride), 0, both(dilation), groups)

    settings = {"filters": f, "kernel": kernel, "stride": stride, "padding": padding, "pad": pad, "bias": bias}
    if dilation != 1 or groups > 1:
        settings.update(dilation=dilation, groups=groups)
    record("conv2d", settings, [spread(n, c, h, w)], compute, p, {"W": lambda t: t.permute(2, 3, 1, 0)})


def record_conv1d(n, length, c, f, kernel, stride, padding, pad, dilation, groups):
    p = {"W": spread(f, c // groups, kernel), "b": spread(f)}

    def compute(x, p):
        before = F.pad(x[0].transpose(1, 2), pads_of(length, kernel, stride, padding, pad, dilation))
        return F.conv1d(before, p["W"], p["b"], stride, 0, dilation, groups).transpose(1, 2)

    record("conv1d", {"filters": f, "kernel": kernel, "stride": stride, "padding": padding, "pad": pad,
                      "dilation": dilation, "groups": groups},
           [spread(n, length, c)], compute, p, {"W": lambda t: t.permute(2, 1, 0)})


def record_pool(layer, x, size, stride, padding, pad):
    """Padding is never a maximum and never counts in a mean."""
    sequence = x.dim() == 3

    def compute(x, p):
        t = x[0].transpose(1, 2)[:, :, None] if sequence else x[0]
        (rows, columns), (down, right), (high, wide) = both(size), both(stride), both(pad)
        if sequence:
            rows, down = 1, 1
        steps = (down or rows, right or columns)
        top, bottom = (0, 0) if sequence else pads_of(t.shape[2], rows, steps[0], padding, high)
        around = (*pads_of(t.shape[3], columns, steps[1], padding, wide), top, bottom)
        window = (rows, columns)
        if layer == "average-pool":
            y = F.avg_pool2d(F.pad(t, around), window, steps) / F.avg_pool2d(F.pad(torch.ones_like(t), around), window, steps)
        else:
            y = F.max_pool2d(F.pad(t, around, value=-math.inf), window, steps)
        return y[:, :, 0].transpose(1, 2) if sequence else y

    record(layer, {"size": size, "stride": stride, "padding": padding, "pad": pad}, [x], compute)


def record_batch_norm(x, training, momentum, epsilon):
    c = x.shape[1] if x.dim() == 4 else x.shape[-1]
    mean, variance = spread(c) * 0.5, spread(c) * 0.5 + 1
    before = {"runningMean": mean.clone(), "runningVariance": variance.clone()}
    record("batch-norm", {"momentum": momentum, "epsilon": epsilon}, [x],
           lambda x, p: F.batch_norm(x[0], mean, variance, p["gamma"], p["beta"], training, momentum, epsilon),
           {"gamma": spread(c) + 1.5, "beta": spread(c)}, training=training, states=before,
           after=lambda: {"runningMean": mean, "runningVariance": variance})


record_dense(True)
record_dense(False)
record_conv(2, 6, 5, 2, 3, 3, 1, "valid", 1, True)
record_conv(2, 7, 6, 2, 3, 3, 2, "valid", 1, False)
record_conv(1, 5, 6, 3, 2, 4, 1, "same", 1, True)
record_conv(2, 7, 6, 1, 2, 5, 3, "same", 1, True)
record_conv(2, 3, 4, 2, 3, 5, 2, "explicit", 2, True)
record_conv(2, 4, 4, 5, 9, 1, 1, "valid", 1, True)
record_conv(1, 8, 9, 3, 17, 3, 1, "same", 1, True)
for size, stride in ((2, 0), (3, 2), (2, 3)):
    s = stride or size
    record("max-pool", {"size": size, "stride": stride}, [spread(2, 3, 7, 6)], lambda x, p: F.max_pool2d(x[0], size, s))
    record("average-pool", {"size": size, "stride": stride}, [spread(2, 3, 7, 6)],
           lambda x, p: F.avg_pool2d(x[0], size, s))
record("global-average-pool", {}, [spread(2, 3, 4, 5)], lambda x, p: F.adaptive_avg_pool2d(x[0], 1).flatten(1))
record("global-average-pool", {}, [spread(2, 4, 3)], lambda x, p: x[0].mean(1))
record("flatten", {}, [spread(2, 3, 4, 2)], lambda x, p: last(x[0]).flatten(1))
record("relu", {}, [spread(3, 5)], lambda x, p: F.relu(x[0]))
record("leaky-relu", {"slope": 0.2}, [spread(3, 5)], lambda x, p: F.leaky_relu(x[0], 0.2))
record("sigmoid", {}, [spread(3, 5) * 6], lambda x, p: torch.sigmoid(x[0]))
record("tanh", {}, [spread(3, 5) * 3], lambda x, p: torch.tanh(x[0]))
record("softmax", {}, [spread(3, 5) * 6], lambda x, p: F.softmax(x[0], -1))
record("softmax", {}, [spread(2, 4, 3, 2)], lambda x, p: F.softmax(x[0], 1))
record("dropout", {"rate": 0.4}, [spread(3, 5)], lambda x, p: F.dropout(x[0], 0.4, False))
record_batch_norm(spread(6, 4), True, 0.1, 1e-5)
record_batch_norm(spread(3, 2, 4, 3), True, 0.3, 1e-3)
record_batch_norm(spread(6, 4), False, 0.1, 1e-5)
record_batch_norm(spread(3, 2, 4, 3), False, 0.1, 1e-5)
table = spread(7, 3)
table[0] = 0
record("embedding", {"words": 7, "dimension": 3}, [torch.tensor([[1, 2, 0, 6], [2, 2, 5, 0]])],
       lambda x, p: F.embedding(x[0], p["E"], padding_idx=0), {"E": table})
record("add", {}, [spread(2, 4), spread(2, 4), spread(2, 4)], lambda x, p: x[0] + x[1] + x[2])
record("concatenate", {}, [spread(2, 1, 3, 2), spread(2, 3, 3, 2)], lambda x, p: torch.cat(x, 1))
record("concatenate", {}, [spread(2, 3), spread(2, 2)], lambda x, p: torch.cat(x, -1))

record_conv(2, 7, 8, 2, 3, 3, 2, "valid", 1, True, 2)
record_conv(1, 6, 5, 4, 6, 3, 1, "same", 1, False, 1, 2)
record_conv(2, 6, 7, 5, 5, 3, 1, "explicit", 2, True, 2, 5)
record_conv1d(2, 8, 3, 4, 3, 1, "valid", 0, 1, 1)
record_conv1d(2, 9, 4, 6, 4, 2, "same", 0, 1, 2)
record_conv1d(1, 9, 2, 3, 3, 1, "causal", 0, 2, 1)
record_conv1d(1, 5, 3, 3, 2, 2, "explicit", 2, 1, 3)
for size, stride, padding, pad in ((3, 2, "same", 1), (2, 1, "same", 1), (3, 1, "explicit", 1), (4, 3, "explicit", 2)):
    record_pool("max-pool", spread(2, 3, 7, 6), size, stride, padding, pad)
    record_pool("average-pool", spread(2, 3, 7, 6), size, stride, padding, pad)
    record_pool("max-pool1d", spread(2, 7, 3), size, stride, padding, pad)
record_pool("max-pool1d", spread(2, 6, 3), 2, 2, "valid", 0)
for shape in ((3, 5), (2, 4, 3, 2)):
    record("prelu", {}, [spread(*shape)], lambda x, p: F.prelu(x[0], p["slope"]), {"slope": spread(shape[1])})
    record("prelu", {"shared": True}, [spread(*shape)], lambda x, p: F.prelu(x[0], p["slope"]), {"slope": spread(1) + 0.3})
record("elu", {"alpha": 1.0}, [spread(3, 5) * 3], lambda x, p: F.elu(x[0]))
record("elu", {"alpha": 0.3}, [spread(3, 5) * 3], lambda x, p: F.elu(x[0], 0.3))
record("selu", {}, [spread(3, 5) * 3], lambda x, p: F.selu(x[0]))
record("gelu", {}, [spread(3, 7) * 4], lambda x, p: F.gelu(x[0]))
record("gelu", {"form": "tanh"}, [spread(3, 7) * 4], lambda x, p: F.gelu(x[0], approximate="tanh"))
record("silu", {}, [spread(3, 7) * 6], lambda x, p: F.silu(x[0]))
record("softplus", {}, [spread(3, 7) * 6], lambda x, p: F.softplus(x[0]))
record("softplus", {"beta": 2.5}, [spread(3, 7) * 6], lambda x, p: F.softplus(x[0], 2.5))
record("identity", {}, [spread(3, 5)], lambda x, p: torch.nn.Identity()(x[0]))
record("softmax", {"temperature": 2.5}, [spread(3, 5) * 6], lambda x, p: F.softmax(x[0] / 2.5, -1))
record("hardmax", {}, [spread(2, 4, 3, 2)],
       lambda x, p: F.one_hot(x[0].argmax(1), 4).permute(0, 3, 1, 2) + 0 * x[0])


def record_norm(layer, settings, x, compute):
    c = x.shape[1] if x.dim() == 4 else x.shape[-1]
    record(layer, settings, [x], compute, {"gamma": spread(c) + 1.5, "beta": spread(c)})


record_norm("layer-norm", {}, spread(4, 7), lambda x, p: F.layer_norm(x[0], [7], p["gamma"], p["beta"]))
record_norm("layer-norm", {"epsilon": 0.01}, spread(2, 3, 5),
            lambda x, p: F.layer_norm(x[0], [5], p["gamma"], p["beta"], 0.01))
record_norm("layer-norm", {}, spread(2, 6, 3, 2),
            lambda x, p: F.layer_norm(x[0].permute(0, 2, 3, 1), [6], p["gamma"], p["beta"]).permute(0, 3, 1, 2))
for groups in (1, 2, 6):
    record_norm("group-norm", {"groups": groups, "epsilon": 0.001}, spread(2, 6, 3, 2),
                lambda x, p: F.group_norm(x[0], groups, p["gamma"], p["beta"], 0.001))
record_norm("group-norm", {"groups": 3}, spread(4, 12), lambda x, p: F.group_norm(x[0], 3, p["gamma"], p["beta"]))
record_norm("group-norm", {"groups": 2}, spread(2, 5, 4),
            lambda x, p: F.group_norm(x[0].transpose(1, 2), 2, p["gamma"], p["beta"]).transpose(1, 2))

# Windows that are not squares: [rows, columns].
record_conv(2, 7, 6, 2, 3, [5, 3], 1, "valid", 1, True)
record_conv(1, 6, 9, 3, 4, [1, 4], [1, 2], "same", 1, False)
record_conv(2, 8, 6, 2, 3, [2, 3], [2, 1], "explicit", [1, 2], True, [3, 1])
record_conv(1, 4, 8, 4, 4, [1, 3], 1, "explicit", [0, 2], True, [1, 2], 4)
record_conv(2, 5, 7, 3, 17, 3, [1, 3], "same", 1, True)
for size, stride, padding, pad in (([3, 2], 0, "valid", 1), ([1, 3], [0, 2], "valid", 1), ([2, 3], [2, 1], "same", 1),
                                   ([4, 3], [1, 2], "explicit", [2, 1])):
    record_pool("max-pool", spread(2, 3, 7, 6), size, stride, padding, pad)
    record_pool("average-pool", spread(2, 3, 7, 6), size, stride, padding, pad)

with open(os.path.join(HERE, "pytorch_values.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")

# Output sizes and parameter counts over a grid; null where PyTorch refuses.
grid = []


def size_of(module, h, w, c):
    try:
        return list(module(torch.zeros(1, c, h, w)).shape[2:])
    except RuntimeError:
        return None


for h, w in ((28, 28), (32, 17), (7, 9), (5, 5), (3, 8), (1, 1)):
    for kernel in (1, 2, 3, 5, 7):
        for stride in (1, 2, 3):
            for padding, pad in (("valid", 0), ("explicit", 1), ("explicit", 3), ("same", 0)):
                if padding == "same" and stride != 1:
                    continue  # PyTorch has no such thing
                c, f = 1 + (h + kernel) % 3, 1 + (w + stride) % 6
                module = torch.nn.Conv2d(c, f, kernel, stride, padding if padding == "same" else pad)
                grid.append({"layer": "conv2d", "input": [h, w, c],
                             "settings": {"filters": f, "kernel": kernel, "stride": stride, "padding": padding, "pad": pad},
                             "output": size_of(module, h, w, c), "count": sum(p.numel() for p in module.parameters())})
            for layer, module in (("max-pool", torch.nn.MaxPool2d), ("average-pool", torch.nn.AvgPool2d)):
                grid.append({"layer": layer, "input": [h, w, 2], "settings": {"size": kernel, "stride": stride},
                             "output": size_of(module(kernel, stride), h, w, 2), "count": 0})
            for dilation in (2, 3):
                c, groups = 6, (1, 2, 3, 6)[(kernel + stride) % 4]
                module = torch.nn.Conv2d(c, 12, kernel, stride, 1, dilation, groups)
                grid.append({"layer": "conv2d", "input": [h, w, c],
                             "settings": {"filters": 12, "kernel": kernel, "stride": stride, "padding": "explicit", "pad": 1,
                                          "dilation": dilation, "groups": groups},
                             "output": size_of(module, h, w, c), "count": sum(p.numel() for p in module.parameters())})
            if kernel > 1:
                pad = kernel // 2
                for layer, module in (("max-pool", torch.nn.MaxPool2d), ("average-pool", torch.nn.AvgPool2d)):
                    grid.append({"layer": layer, "input": [h, w, 2],
                                 "settings": {"size": kernel, "stride": stride, "padding": "explicit", "pad": pad},
                                 "output": size_of(module(kernel, stride, pad), h, w, 2), "count": 0})
for h, w in ((28, 28), (7, 9), (3, 8)):
    for kernel in ([1, 3], [5, 2], [7, 4]):
        for stride in ([1, 2], [3, 1], 2):
            for pad in (0, [1, 0], [2, 1]):
                c, f = 1 + (h + kernel[0]) % 3, 1 + w % 6
                module = torch.nn.Conv2d(c, f, kernel, stride, pad)
                grid.append({"layer": "conv2d", "input": [h, w, c],
                             "settings": {"filters": f, "kernel": kernel, "stride": stride, "padding": "explicit", "pad": pad},
                             "output": size_of(module, h, w, c), "count": sum(p.numel() for p in module.parameters())})
            for layer, module in (("max-pool", torch.nn.MaxPool2d), ("average-pool", torch.nn.AvgPool2d)):
                grid.append({"layer": layer, "input": [h, w, 2], "settings": {"size": kernel, "stride": stride},
                             "output": size_of(module(kernel, stride), h, w, 2), "count": 0})
with open(os.path.join(HERE, "pytorch_shapes.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(g, separators=(",", ":")) for g in grid) + "\n]\n")
print(len(cases), "cases,", len(grid), "shapes")
