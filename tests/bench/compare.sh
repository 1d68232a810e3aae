#!/usr/bin/env bash
# Training steps a second, ours and PyTorch's, in the same run: compare.sh path/to/bench_training [rounds] [w1 w2 w3]
# Each round runs every thread setting of PyTorch and both of ours, one after another; each side counts with its best
# setting. The ratio printed is the median over the rounds. PYTHON names a Python that has torch.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=$1
rounds=${2:-3}
shift $(($# > 2 ? 2 : $#))
workloads=${*:-w1 w2 w3}
export WINDOWS=${WINDOWS:-3}
seconds=${SECONDS_PER_WINDOW:-0.4}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for round in $(seq "$rounds"); do
  for workload in $workloads; do
    for setting in "1 1" "2 1" "1 2"; do
      read -r threads blas <<<"$setting"
      env SECONDS="$seconds" THREADS="$threads" BLAS_THREADS="$blas" "${PYTHON:-python3}" "$here/peers/torch_steps.py" "$workload" |
        sed "s/^/$round /" >>"$log"
      [ "$threads" = "$blas" ] && ours=1 || ours=2
      env SECONDS="$seconds" THREADS="$ours" "$bench" "$workload" | sed "s/^/$round /" >>"$log"
    done
  done
done
"${PYTHON:-python3}" - "$log" <<'PYTHON'
import collections, json, statistics, sys

best = collections.defaultdict(dict)  # (workload, round) -> side -> fastest setting
for line in open(sys.argv[1]):
    number, text = line.split(" ", 1)
    run = json.loads(text)
    side = best[run["workload"], number]
    name = run["program"].split()[0]
    if name not in side or run["steps_per_s"] > side[name]["steps_per_s"]:
        side[name] = run
for workload in sorted({key[0] for key in best}):
    rounds = [sides for key, sides in sorted(best.items()) if key[0] == workload]
    ratios = [r["ours"]["steps_per_s"] / r["torch"]["steps_per_s"] for r in rounds]
    middle = lambda name: statistics.median(r[name]["steps_per_s"] for r in rounds)
    settings = lambda name: sorted({str(r[name]["threads"]) + ("+" + str(r[name]["blas_threads"]) if name == "torch" else "") for r in rounds})
    print(f"{workload}: ours {middle('ours'):,.0f} steps/s ({rounds[0]['ours']['isa']}, threads {'/'.join(settings('ours'))}), "
          f"{rounds[0]['torch']['program']} with {rounds[0]['torch']['blas']} {middle('torch'):,.0f} (threads {'/'.join(settings('torch'))}): "
          f"{statistics.median(ratios):.2f} times as fast ({', '.join(f'{r:.2f}' for r in ratios)})")
PYTHON
