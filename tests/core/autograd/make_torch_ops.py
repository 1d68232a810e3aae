#!/usr/bin/env python3
"""Writes torch_ops.json: general operations, their inputs, and what PyTorch computes for values and gradients (f64).
Run by hand in this folder; the file is committed. torch_ops_test.cpp calls our operation of the same name."""
import json

import torch
import torch.nn.functional as F

from torch_recording import wave

cases = {}


def plain(*shape, seed): return wave(*shape, seed=seed)
def positive(*shape, seed): return wave(*shape, seed=seed) ** 2 + 0.1
def ties(*shape, seed): return (wave(*shape, seed=seed) * 2).round()


def numbers(tensor): return {"shape": list(tensor.shape), "values": tensor.detach().double().reshape(-1).tolist()}


def case(name, function, *shapes, make=plain):
    """The gradient is that of Σ y · wave(9), of each input."""
    inputs = [make(*shape, seed=seed + 1).requires_grad_() for seed, shape in enumerate(shapes)]
    y = function(*inputs)
    if y.dtype.is_floating_point:
        (y * wave(*y.shape, seed=9)).sum().backward()
    cases[name] = {"inputs": [numbers(x) for x in inputs], "y": numbers(y),
                   "gradients": [numbers(x.grad) for x in inputs if x.grad is not None]}


for name, f in (("add", torch.add), ("subtract", torch.sub), ("multiply", torch.mul), ("divide", torch.div)):
    case(name, f, (3, 1, 4), (2, 1))
    case(name + "Equal", f, (2, 3), (2, 3))
case("power", torch.pow, (2, 3), (3,), make=positive)
case("powerOfNumber", lambda x: x ** 3, (2, 3))
case("minimum", torch.minimum, (3, 4), (4,), make=ties)
case("maximum", torch.maximum, (3, 4), (4,), make=ties)
for name, f in (("exp", torch.exp), ("square", torch.square), ("abs", torch.abs), ("reciprocal", torch.reciprocal),
                ("sin", torch.sin), ("cos", torch.cos), ("negate", torch.neg)):
    case(name, f, (2, 5))
for name, f in (("log", torch.log), ("sqrt", torch.sqrt)):
    case(name, f, (2, 5), make=positive)
case("clip", lambda x: x.clamp(-0.5, 0.25), (3, 4))
case("clipAtBounds", lambda x: x.clamp(-1, 1), (3, 4), make=ties)
case("where", lambda a, b: torch.where(wave(3, 4, seed=5) > 0, a, b), (3, 4), (4,))
case("maskedFill", lambda x: x.masked_fill(wave(4, seed=5) > 0, -2), (3, 4))

for name, f in (("sum", torch.sum), ("mean", torch.mean), ("max", torch.amax), ("min", torch.amin)):
    case(name + "Last", lambda x, f=f: f(x, -1), (2, 3, 4))
    case(name + "First", lambda x, f=f: f(x, 0, keepdim=True), (2, 3, 4))
    case(name + "Outer", lambda x, f=f: f(x, (0, 2)), (2, 3, 4))
case("maxTies", lambda x: torch.amax(x, 1), (3, 5), make=ties)
case("variance", lambda x: x.var((0, 2), unbiased=False), (2, 3, 4))
case("varianceUnbiased", lambda x: x.var(1, unbiased=True, keepdim=True), (2, 3, 4))
case("norm", lambda x: torch.linalg.vector_norm(x, dim=1), (3, 4))
case("normOfZeros", lambda x: torch.linalg.vector_norm(x, dim=1), (2, 3), make=lambda *s, seed: torch.zeros(*s))
case("cumulativeSum", lambda x: x.cumsum(1), (2, 3, 4))
case("argmax", lambda x: x.argmax(1), (2, 3, 4))

case("matmul", torch.matmul, (3, 4), (4, 2))
case("matmulBatched", torch.matmul, (2, 1, 3, 4), (3, 4, 2))
case("matmulShared", torch.matmul, (2, 3, 4), (4, 5))
case("matmulTransposed", lambda a, b: torch.matmul(a.mT, b.mT), (2, 4, 3), (2, 5, 4))
case("matmulSharedTransposed", lambda a, b: torch.matmul(a, b.mT), (2, 3, 4), (5, 4))

case("permute", lambda x: x.permute(2, 0, 1), (2, 3, 4))
case("transpose", lambda x: x.transpose(0, 2), (2, 3, 4))
case("flip", lambda x: x.flip(0, 2), (2, 3, 4))
case("slice", lambda x: x[:, 1:6:2], (2, 7, 2))
case("split", lambda x: torch.split(x, [1, 3], 1)[1], (2, 4, 3))
case("pad", lambda x: F.pad(x, (1, 0, 2, 1), value=0.5), (2, 3))
case("concatenate", lambda a, b: torch.cat([a, b], 1), (2, 1, 3), (2, 2, 3))
case("stack", lambda a, b: torch.stack([a, b], 1), (2, 3), (2, 3))
case("broadcastTo", lambda x: x.expand(2, 3, 4), (3, 1))
case("repeat", lambda x: x.repeat(1, 3), (2, 3))
case("repeatEach", lambda x: x.repeat_interleave(2, 1), (2, 3))

ids = torch.tensor([[0, 2, 2], [1, 0, 2]])
case("gather", lambda x: x.gather(1, ids), (2, 4))
case("scatterAdd", lambda x, v: x.scatter_add(1, ids, v), (2, 4), (2, 3))
case("indexSelect", lambda x: x[:, ids], (2, 3, 2))
case("oneHot", lambda x: F.one_hot(ids, 4) + 0 * x.sum().long(), (1,))

mask = wave(3, 4, seed=5) > -1
mask[1] = False  # nothing counts


def masked(f):
    """Zeros where the mask says no; torch alone gives NaN for a row without any."""
    return lambda x: torch.where(mask, f(torch.where(mask, x, -1e300), 1), 0.0)


case("softmaxLast", lambda x: F.softmax(x, -1), (2, 3, 4))
case("softmaxMiddle", lambda x: F.softmax(x, 1), (2, 3, 4))
case("softmaxWarm", lambda x: F.softmax(x / 2.5, 0), (3, 4))
case("softmaxMasked", masked(F.softmax), (3, 4))
case("logSoftmaxLast", lambda x: F.log_softmax(x, -1), (2, 3, 4))
case("logSoftmaxFirst", lambda x: F.log_softmax(x, 0), (2, 3, 4))
case("logSoftmaxMasked", masked(F.log_softmax), (3, 4))
case("logSumExp", lambda x: x.logsumexp(1), (2, 3, 4))
case("logSumExpLast", lambda x: x.logsumexp(-1, keepdim=True), (2, 17))

with open("torch_ops.json", "w") as out:
    out.write('{"pytorch": "%s", "cases": {\n' % torch.__version__.split("+")[0])
    out.write(",\n".join(json.dumps(name) + ": " + json.dumps(cases[name]) for name in cases) + "\n}}\n")
