#!/usr/bin/env python3
"""Records what PyTorch computes (f64) for convolutions and pools along one to three axes: conv_values.json beside this
script. Inputs are waves that the test makes again; tensors are turned to channels-last before they are written."""
import json
import math
import os

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
cases = []


def wave(shape, seed):
    """The test makes the same numbers: sin(0.7 i + seed) · (1 + 0.1 seed)."""
    return torch.tensor([math.sin(0.7 * i + seed) * (1 + 0.1 * seed) for i in range(math.prod(shape))]).reshape(shape)


def first(t): return t.movedim(-1, 1)
def last(t): return t.movedim(1, -1)
def numbers(t): return [float(f"{v:.15g}") for v in t.detach().reshape(-1).tolist()]


def record(operation, axes, groups, leaves, y):
    (y * wave(y.shape, 9)).sum().backward()
    cases.append({"operation": operation, "axes": axes, "groups": groups, "inputs": [list(t.shape) for t in leaves],
                  "shape": list(y.shape), "output": numbers(y), "gradients": [numbers(t.grad) for t in leaves]})


def leaf(shape, seed): return wave(shape, seed).requires_grad_()


def pads(axes):
    """F.pad counts from the last axis."""
    return [n for axis in reversed(axes) for n in axis[-2:]]


def conv(x, w, bias, axes, groups=1):
    """axes: (stride, dilation, before, after); ours: x [N, …, C], w [taps…, C/groups, F]."""
    rank = len(axes)
    leaves = [leaf(x, 1), leaf(w, 2)] + ([leaf(w[-1:], 3)] if bias else [])
    weights = leaves[1].movedim(-1, 0).movedim(-1, 1)
    f = (F.conv1d, F.conv2d, F.conv3d)[rank - 1]
    y = f(F.pad(first(leaves[0]), pads(axes)), weights, leaves[2] if bias else None, [a[0] for a in axes], 0,
          [a[1] for a in axes], groups)
    record(f"conv{rank}d", axes, groups, leaves, last(y))


def transposed(x, w, axes, groups=1):
    """ours: w [Kh, Kw, F/groups, C]; PyTorch's [C, F/groups, Kh, Kw] and equal padding on both sides."""
    leaves = [leaf(x, 1), leaf(w, 2), leaf([w[2] * groups], 3)]
    y = F.conv_transpose2d(first(leaves[0]), leaves[1].permute(3, 2, 0, 1), leaves[2], [a[0] for a in axes],
                           [a[2] for a in axes], 0, groups, [a[1] for a in axes])
    record("convTranspose2d", axes, groups, leaves, last(y))


def pool(kind, x, axes):
    """axes: (size, stride, dilation, before, after), the same padding on both sides."""
    rank = len(axes)
    t = leaf(x, 1)
    sizes, strides, dilations, padding = ([a[i] for a in axes] for i in range(4))
    if kind == "maxPool":
        y = (F.max_pool1d, F.max_pool2d, F.max_pool3d)[rank - 1](first(t), sizes, strides, padding, dilations)
    else:
        y = (F.avg_pool1d, F.avg_pool2d, F.avg_pool3d)[rank - 1](first(t), sizes, strides, padding, False, False)
    record(f"{kind}{rank}d", axes, 1, [t], last(y))


conv([2, 9, 3], [4, 3, 5], True, [[1, 1, 0, 0]])
conv([2, 11, 4], [3, 2, 6], True, [[2, 2, 1, 2]], 2)
conv([1, 7, 5, 2], [3, 3, 2, 3], True, [[2, 2, 2, 1], [1, 1, 1, 1]])
conv([1, 6, 6, 4], [3, 3, 1, 4], True, [[1, 1, 1, 1], [1, 1, 1, 1]], 4)
conv([1, 6, 5, 2], [3, 2, 1, 6], False, [[1, 2, 2, 2], [2, 1, 0, 1]], 2)
conv([1, 7, 6, 16], [3, 3, 16, 16], False, [[2, 1, 1, 1], [2, 1, 1, 1]])
conv([1, 4, 5, 4, 2], [2, 3, 2, 2, 3], True, [[1, 1, 0, 1], [2, 1, 1, 1], [1, 2, 1, 0]])
conv([1, 3, 4, 4, 4], [3, 3, 3, 1, 4], True, [[1, 1, 1, 1]] * 3, 4)
transposed([1, 3, 4, 3], [3, 2, 2, 3], [[2, 1, 0, 0], [1, 1, 0, 0]])
transposed([2, 4, 3, 4], [4, 4, 1, 4], [[2, 1, 1, 1], [2, 1, 1, 1]], 2)
transposed([1, 3, 3, 2], [3, 3, 3, 2], [[1, 2, 2, 2], [3, 1, 1, 1]])
for kind in ("maxPool", "averagePool"):
    pool(kind, [2, 9, 3], [[3, 2, 1, 1, 1]])
    pool(kind, [1, 6, 7, 2], [[3, 2, 1, 1, 1], [2, 2, 1, 1, 1]])
    pool(kind, [1, 4, 5, 6, 2], [[2, 2, 1, 0, 0], [3, 1, 1, 1, 1], [2, 2, 1, 1, 1]])
pool("maxPool", [1, 8, 9, 2], [[3, 2, 2, 1, 1], [2, 1, 3, 0, 0]])

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "conv_values.json"), "w") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
print(len(cases), "cases, PyTorch", torch.__version__)
