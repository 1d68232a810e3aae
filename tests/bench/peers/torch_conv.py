"""The convolutions of conv_shapes.txt in PyTorch, whose CPU kernels are oneDNN's: torch_conv.py SHAPES.txt [name…] prints one
JSON line a shape and pass, each in the layout that is faster. THREADS, SECONDS and WINDOWS come from the environment."""
import json
import os
import sys
import time

threads = int(os.environ.get("THREADS", "1"))
os.environ["OMP_NUM_THREADS"] = str(threads)
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import torch

torch.set_num_threads(threads)
torch.set_grad_enabled(False)
seconds, windows = float(os.environ.get("SECONDS", "0.05")), int(os.environ.get("WINDOWS", "7"))


def rates(work):
    """Calls a second of processor time in the best window, and of time in the median one."""
    for _ in range(3):
        work()
    busy, found = [], []
    for _ in range(windows):
        calls, start, processor = 0, time.perf_counter(), time.process_time()
        while time.perf_counter() - start < seconds:
            work()
            calls += 1
        busy.append(calls / (time.process_time() - processor))
        found.append(calls / (time.perf_counter() - start))
    return max(busy), sorted(found)[len(found) // 2]


for line in open(sys.argv[1]):
    if line.startswith("#") or not line.strip():
        continue
    name, *numbers = line.split()
    if len(sys.argv) > 2 and name not in sys.argv[2:]:
        continue
    n, h, c, f, k, stride, pad, groups = map(int, numbers)
    out = (h + 2 * pad - k) // stride + 1
    flops = 2.0 * n * out * out * k * k * c // groups * f
    best = {}
    for layout in (torch.contiguous_format, torch.channels_last):
        x = torch.randn(n, c, h, h).to(memory_format=layout)
        w = torch.randn(f, c // groups, k, k).to(memory_format=layout)
        dy = torch.randn(n, f, out, out).to(memory_format=layout)

        def back(data, weights):
            torch.ops.aten.convolution_backward(dy, x, w, None, [stride] * 2, [pad] * 2, [1, 1], False, [0, 0], groups,
                                                [data, weights, False])

        for name_of_pass, work in (("forward", lambda: torch.conv2d(x, w, None, stride, pad, 1, groups)),
                                   ("data", lambda: back(True, False)), ("weights", lambda: back(False, True))):
            best[name_of_pass] = max(best.get(name_of_pass, (0, 0)), rates(work))
    for name_of_pass, (most, middle) in best.items():
        print(json.dumps({"shape": name, "pass": name_of_pass, "program": "torch " + torch.__version__,
                          "gflops": round(flops * most * 1e-9, 2), "wall_gflops": round(flops * middle * 1e-9, 2),
                          "threads": threads}), flush=True)
