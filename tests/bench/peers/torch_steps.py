"""The same training steps in PyTorch: torch_steps.py w1|w2|… prints one JSON line. A workload is a file in workloads/.
THREADS (OpenMP) and BLAS_THREADS (OpenBLAS has a pool of its own), SECONDS and WINDOWS come from the environment;
compare.sh tries the settings."""
import importlib
import json
import os
import resource
import sys
import time

threads = int(os.environ.get("THREADS", "1"))
blas = int(os.environ.get("BLAS_THREADS", "1"))
os.environ["OMP_NUM_THREADS"] = str(threads)
os.environ["OPENBLAS_NUM_THREADS"] = str(blas)

import torch

torch.set_num_threads(threads)
torch.manual_seed(0)
torch.set_flush_denormal(True)  # as ours; it helps here

sys.dont_write_bytecode = True  # into the source tree
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "workloads"))
name = sys.argv[1]
# build() returns: step() that gives the loss as a tensor, the parameters, steps to warm up, steps between looks at the clock.
# A peer that is not PyTorch says what it is in `program`.
workload = importlib.import_module(name)
step, parameters, warmup, between = workload.build()
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
libraries = {os.path.realpath(line.split()[-1]) for line in open("/proc/self/maps") if "blas" in line or "mkl" in line}
blas_name = next((title for word, title in (("openblas", "OpenBLAS"), ("mkl", "MKL")) if any(word in l for l in libraries)), "")
blas_name = blas_name or ("MKL" if torch.backends.mkl.is_available() else "no OpenBLAS")
print(json.dumps({"workload": name, "program": getattr(workload, "program", "torch " + torch.__version__), "steps_per_s": round(rates[len(rates) // 2], 1),
                  "best_steps_per_s": round(rates[-1], 1),
                  "processor_us_per_step": round(processor / all_calls * 1e6, 2), "threads": threads, "blas_threads": blas,
                  "blas": blas_name, "parameters": sum(p.numel() for p in parameters), "loss": round(cost.item(), 4),
                  "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}))
