#!/usr/bin/env bash
# Convolution kernels, ours and oneDNN's (through PyTorch), in the same run: compare_conv.sh path/to/bench_conv [rounds] [shape…]
# Each round measures both sides in turn; each shape counts with its best round. PYTHONS lists Pythons that have torch; the
# fastest of them counts. THREADS (1) for both sides.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=$1
rounds=${2:-3}
shift $(($# > 2 ? 2 : $#))
export THREADS=${THREADS:-1}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for _ in $(seq "$rounds"); do
  "$bench" "$here/conv_shapes.txt" "$@" >>"$log"
  for python in ${PYTHONS:-${PYTHON:-python3}}; do
    "$python" "$here/peers/torch_conv.py" "$here/conv_shapes.txt" "$@" >>"$log"
  done
done
"${PYTHON:-python3}" - "$log" <<'PYTHON'
import collections, json, sys

best = collections.defaultdict(dict)  # (shape, pass) -> side -> run
for line in open(sys.argv[1]):
    run = json.loads(line)
    sides = best[run["shape"], run["pass"]]
    side = run["program"].split()[0]
    if side not in sides or run["gflops"] > sides[side]["gflops"]:
        sides[side] = run
print(f"{'shape':14}{'pass':9}{'ours':>8}{'oneDNN':>8}{'ratio':>7}   GFLOP a second of processor time, best; threads {next(iter(best.values()))['ours']['threads']}")
for (shape, step), sides in best.items():
    ours, peer = sides["ours"], sides["torch"]
    print(f"{shape:14}{step:9}{ours['gflops']:8.1f}{peer['gflops']:8.1f}{ours['gflops'] / peer['gflops']:7.2f}   {peer['program']}")
PYTHON
