#!/usr/bin/env python3
"""Writes torch_recurrent.json: what PyTorch's RNN, LSTM and GRU compute for the same small inputs (f64), plain and as packed
sequences, in both directions. Run by hand in this folder; the file is committed."""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from torch_recording import leaf, put, wave, write

N, T, D, H = 3, 5, 2, 4
LENGTHS = [3, 5, 1]
GATES = {"tanh": 1, "relu": 1, "lstm": 4, "gru": 3}


def run(kind, reverse, packed):
    name = kind + ("Reverse" if reverse else "") + ("Packed" if packed else "")
    gates = GATES[kind]
    make = {"tanh": nn.RNN, "relu": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}[kind]
    options = {"nonlinearity": kind} if make is nn.RNN else {}
    # Only a bidirectional module has a reverse half: its forward half is there and not looked at.
    module = make(D, H, batch_first=True, bidirectional=reverse, **options)
    x, h0, c0 = leaf(N, T, D, seed=1), leaf(N, H, seed=2), leaf(N, H, seed=3)
    wx, wh = leaf(D, gates * H, seed=4), leaf(H, gates * H, seed=5)
    b, bn = leaf(gates * H, seed=6), leaf(H, seed=7)
    suffix = "_l0_reverse" if reverse else "_l0"
    second = torch.cat([torch.zeros(2 * H), bn]) if kind == "gru" else torch.zeros(gates * H)
    weights = {"weight_ih" + suffix: wx.t(), "weight_hh" + suffix: wh.t(), "bias_ih" + suffix: b, "bias_hh" + suffix: second}
    rest = {key: value for key, value in module.named_parameters() if key not in weights}

    def state(s):
        return torch.stack([torch.zeros_like(s), s]) if reverse else s[None]

    start = (state(h0), state(c0)) if kind == "lstm" else state(h0)
    given = pack_padded_sequence(x, torch.tensor(LENGTHS), batch_first=True, enforce_sorted=False) if packed else x
    y, last = torch.func.functional_call(module, {**weights, **rest}, (given, start))
    if packed:
        y = pad_packed_sequence(y, batch_first=True, total_length=T)[0]
    if reverse:
        y = y[..., H:]
    h = (last[0] if kind == "lstm" else last)[-1]
    loss = (y * wave(N, T, H, seed=8)).sum() + (h * wave(N, H, seed=9)).sum()
    if kind == "lstm":
        loss = loss + (last[1][-1] * wave(N, H, seed=10)).sum()
    loss.backward()
    put(name + "Y", y), put(name + "H", h)
    put(name + "Dx", x.grad), put(name + "Dwx", wx.grad), put(name + "Dwh", wh.grad), put(name + "Db", b.grad)
    put(name + "Dh0", h0.grad)
    if kind == "lstm":
        put(name + "C", last[1][-1]), put(name + "Dc0", c0.grad)
    if kind == "gru":
        put(name + "Dbn", bn.grad)


for kind in GATES:
    for reverse in (False, True):
        for packed in (False, True):
            run(kind, reverse, packed)

write("torch_recurrent.json")
