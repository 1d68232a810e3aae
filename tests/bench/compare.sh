#!/usr/bin/env bash
# Training steps a second, ours and PyTorch's, in the same run: compare.sh path/to/bench_training [rounds] [w1 w2 …]
# Each round runs every thread setting of PyTorch (for pictures in both layouts) and both of ours, one after another; each
# side counts with its best setting. The ratio printed is the median over the rounds. PYTHONS lists Pythons that have torch
# (or PYTHON names one); each is compared by itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=$1
rounds=${2:-3}
shift $(($# > 2 ? 2 : $#))
workloads=${*:-$(cd "$here/peers/workloads" && ls w*.py | sed 's/\.py$//')}
export WINDOWS=${WINDOWS:-3}
seconds=${SECONDS_PER_WINDOW:-0.4}
pythons=${PYTHONS:-${PYTHON:-python3}}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for round in $(seq "$rounds"); do
  for workload in $workloads; do
    layouts=0
    grep -q CHANNELS_LAST "$here/peers/workloads/$workload.py" && layouts="0 1"
    for setting in "1 1" "2 1" "1 2"; do
      read -r threads blas <<<"$setting"
      for python in $pythons; do
        for layout in $layouts; do
          env SECONDS="$seconds" THREADS="$threads" BLAS_THREADS="$blas" CHANNELS_LAST="$layout" \
            "$python" "$here/peers/torch_steps.py" "$workload" | sed "s/^/$round /" >>"$log"
        done
      done
      [ "$threads" = "$blas" ] && ours=1 || ours=2
      env SECONDS="$seconds" THREADS="$ours" "$bench" "$workload" | sed "s/^/$round /" >>"$log"
    done
  done
done
"${pythons%% *}" - "$log" <<'PYTHON'
import collections, json, statistics, sys

best = collections.defaultdict(dict)  # (workload, round) -> program -> fastest setting
for line in open(sys.argv[1]):
    number, text = line.split(" ", 1)
    run = json.loads(text)
    side = best[run["workload"], number]
    name = run["program"]
    if name not in side or run["steps_per_s"] > side[name]["steps_per_s"]:
        side[name] = run
for workload in sorted({key[0] for key in best}):
    rounds = [sides for key, sides in sorted(best.items()) if key[0] == workload]
    middle = lambda name: statistics.median(r[name]["steps_per_s"] for r in rounds)
    memory = lambda name: f"{statistics.median(r[name].get('peak_mb', 0) for r in rounds):,.0f} MB"
    settings = lambda name: "/".join(sorted({str(r[name]["threads"]) + ("+" + str(r[name]["blas_threads"]) if "blas_threads" in r[name] else "") for r in rounds}))
    print(f"{workload}: ours {middle('ours'):,.1f} steps/s ({rounds[0]['ours'].get('isa', '')}, threads {settings('ours')}, peak {memory('ours')})")
    for name in sorted(rounds[0]):
        if name == "ours":
            continue
        ratios = [r["ours"]["steps_per_s"] / r[name]["steps_per_s"] for r in rounds]
        print(f"  {statistics.median(ratios):.2f} times {name} with {rounds[0][name].get('blas', '')}: {middle(name):,.1f} "
              f"(threads {settings(name)}, peak {memory(name)}; {', '.join(f'{r:.2f}' for r in ratios)})")
PYTHON
