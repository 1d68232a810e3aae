"""The same training steps in PyTorch: torch_steps.py w1|w2|w3 prints one JSON line. THREADS (OpenMP) and BLAS_THREADS
(OpenBLAS has a pool of its own), SECONDS and WINDOWS come from the environment; compare.sh tries the settings."""
import json
import os
import sys
import time

threads = int(os.environ.get("THREADS", "1"))
blas = int(os.environ.get("BLAS_THREADS", "1"))
os.environ["OMP_NUM_THREADS"] = str(threads)
os.environ["OPENBLAS_NUM_THREADS"] = str(blas)

import torch
from torch import nn

torch.set_num_threads(threads)
torch.manual_seed(0)
torch.set_flush_denormal(True)  # as ours; it helps here


def w1():
    model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.03)
    x = torch.rand(20, 10, 2) * 2 - 1
    y = torch.sign(x[:, :, :1] * x[:, :, 1:])
    return model, optimizer, nn.MSELoss(), x, y, 200, 50


def pictures(model, batches, *shape):
    x, y = torch.rand(batches, 64, *shape), torch.randint(0, 10, (batches, 64))
    return model, torch.optim.Adam(model.parameters(), lr=1e-3), nn.CrossEntropyLoss(), x, y, 20, 2


def w2():
    return pictures(nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)), 100, 784)


def w3():
    return pictures(
        nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
                      nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
                      nn.Linear(84, 10)), 20, 1, 28, 28)


name = sys.argv[1]
model, optimizer, loss, xs, ys, warmup, between = globals()[name]()
turn = 0


def step():
    global turn
    turn = (turn + 1) % len(xs)
    optimizer.zero_grad()
    cost = loss(model(xs[turn]), ys[turn])
    cost.backward()
    optimizer.step()
    return cost


for _ in range(warmup):
    step()
rates, all_calls, processor = [], 0, time.process_time()
for _ in range(int(os.environ.get("WINDOWS", "5"))):
    calls, start = 0, time.perf_counter()
    while True:
        for _ in range(between):
            cost = step()
        calls += between
        elapsed = time.perf_counter() - start
        if elapsed >= float(os.environ.get("SECONDS", "0.5")):
            break
    rates.append(calls / elapsed)
    all_calls += calls
processor = time.process_time() - processor
rates.sort()
# A Debian without OpenBLAS computes matrix products with the reference BLAS, thirty times slower: that is no peer.
libraries = {line.split()[-1] for line in open("/proc/self/maps") if "blas" in line}
blas_name = "OpenBLAS" if any("openblas" in os.path.realpath(path) for path in libraries) else "no OpenBLAS"
print(json.dumps({"workload": name, "program": "torch " + torch.__version__, "steps_per_s": round(rates[len(rates) // 2], 1),
                  "best_steps_per_s": round(rates[-1], 1),
                  "processor_us_per_step": round(processor / all_calls * 1e6, 2), "threads": threads, "blas_threads": blas,
                  "blas": blas_name, "parameters": sum(p.numel() for p in model.parameters()), "loss": round(cost.item(), 4)}))
