#!/usr/bin/env python3
"""Writes torch_values.json: what PyTorch computes for the same small inputs (f64). Run by hand in this folder; the file is
committed."""
import torch
import torch.nn.functional as F

from torch_recording import leaf, put, wave, write


def weigh(y):
    return (y * wave(*y.shape, seed=9)).sum().backward()


def channels_first(x): return x.permute(0, 3, 1, 2)
def channels_last(x): return x.permute(0, 2, 3, 1)


def conv(name, shape, kernel, stride, pad):
    """Ours: x [N,H,W,C], w [Kh,Kw,C,F]; pad = top, bottom, left, right."""
    x, w, b = leaf(*shape, seed=1), leaf(*kernel, seed=2), leaf(kernel[3], seed=3)
    t, bo, l, r = pad
    y = channels_last(F.conv2d(F.pad(channels_first(x), (l, r, t, bo)), w.permute(3, 2, 0, 1), b, stride))
    weigh(y)
    put(name + "Y", y), put(name + "Dx", x.grad), put(name + "Dw", w.grad), put(name + "Db", b.grad)


conv("convSame", (2, 4, 5, 2), (3, 3, 2, 3), 1, (1, 1, 1, 1))
conv("convStride", (1, 6, 5, 2), (2, 3, 2, 2), 2, (1, 0, 0, 2))
conv("convOneChannel", (1, 6, 6, 1), (5, 5, 1, 6), 1, (2, 2, 2, 2))

for name, pool in (("maxPool", F.max_pool2d), ("averagePool", F.avg_pool2d)):
    x = leaf(1, 5, 6, 2, seed=1)
    y = channels_last(pool(channels_first(x), 3, 2))
    weigh(y)
    put(name + "Y", y), put(name + "Dx", x.grad)

x, w, b = leaf(3, 4, seed=1), leaf(4, 2, seed=2), leaf(2, seed=3)
y = F.linear(x, w.t(), b)
weigh(y)
put("linearY", y), put("linearDx", x.grad), put("linearDw", w.grad), put("linearDb", b.grad)

for name, f in (("sigmoid", torch.sigmoid), ("tanh", torch.tanh), ("relu", torch.relu),
                ("leakyRelu", lambda x: F.leaky_relu(x, 0.2)), ("softmax", lambda x: F.softmax(x, -1))):
    x = leaf(2, 5, seed=4)
    y = f(x)
    weigh(y)
    put(name + "Y", y), put(name + "Dx", x.grad)

x, gamma, beta = leaf(2, 2, 3, 3, seed=1), leaf(3, seed=2), leaf(3, seed=3)
mean, variance = wave(3, seed=5), wave(3, seed=6) ** 2
y = channels_last(F.batch_norm(channels_first(x), mean, variance, gamma, beta, True, 0.1, 1e-5))
weigh(y)
put("batchNormY", y), put("batchNormDx", x.grad), put("batchNormDgamma", gamma.grad), put("batchNormDbeta", beta.grad)
put("batchNormMean", mean), put("batchNormVariance", variance)

table = leaf(4, 3, seed=2)
y = F.embedding(torch.tensor([[1, 0, 3], [3, 2, 1]]), table)
weigh(y)
put("embeddingY", y), put("embeddingDtable", table.grad)

for name, loss, x in (
        ("softmaxCrossEntropy", lambda x: F.cross_entropy(x, torch.tensor([2, 0, 3])), leaf(3, 4, seed=1)),
        ("sigmoidCrossEntropy", lambda x: F.binary_cross_entropy_with_logits(x[:, 0], torch.tensor([1., 0., 1., 0.])),
         leaf(4, 1, seed=1)),
        ("meanSquaredError", lambda x: F.mse_loss(x, wave(3, 2, seed=5)), leaf(3, 2, seed=1))):
    y = loss(x)
    y.backward()
    put(name + "Y", y), put(name + "Dx", x.grad)

for name, make in (("sgd", lambda p: torch.optim.SGD(p, 0.1, weight_decay=0.01)),
                   ("momentum", lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, weight_decay=0.01)),
                   ("rmsprop", lambda p: torch.optim.RMSprop(p, 0.01, alpha=0.9, eps=1e-6, weight_decay=0.01)),
                   ("adam", lambda p: torch.optim.Adam(p, 0.01, betas=(0.8, 0.99), eps=1e-6, weight_decay=0.01))):
    w = leaf(5, seed=1)
    optimizer = make([w])
    for step in range(3):
        w.grad = wave(5, seed=10 + step)
        optimizer.step()
    put(name + "W", w)

write("torch_values.json")
