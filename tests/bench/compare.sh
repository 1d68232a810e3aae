#!/usr/bin/env bash
# The workloads w1 … w8, ours and the peers', in the same run: compare.sh path/to/bench_training [rounds] [w1 w2 …]
# w1 … w6 are training steps beside PyTorch's, w7 word vectors beside gensim's, w8 t-SNE beside scikit-learn's and openTSNE's.
# Each round runs every thread setting of a peer (of PyTorch for pictures in both layouts) and both of ours, one after
# another; each side counts with its best setting. The ratio printed is the median over the rounds. PYTHONS lists Pythons
# that have some of the peers (or PYTHON names one); each is compared by itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=$1
rounds=${2:-3}
shift $(($# > 2 ? 2 : $#))
workloads=${*:-$(cd "$here/peers/workloads" && ls w*.py | sed 's/\.py$//') w7 w8}
export WINDOWS=${WINDOWS:-3} ROUNDS=1
seconds=${SECONDS_PER_WINDOW:-0.4}
pythons=${PYTHONS:-${PYTHON:-python3}}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# run THREADS=… program …: its JSON lines, with the round's number before them
run() {
  env SECONDS="$seconds" "$@" | sed "s/^/$round /" >>"$log"
}
# having MODULE: the Pythons that have it
having() {
  for python in $pythons; do
    if "$python" -c "import importlib.util, sys; sys.exit(importlib.util.find_spec('$1') is None)"; then echo "$python"; fi
  done
}

training_steps() {
  layouts=0
  grep -q CHANNELS_LAST "$here/peers/workloads/$workload.py" && layouts="0 1"
  for setting in "1 1" "2 1" "1 2"; do
    read -r threads blas <<<"$setting"
    for python in $(having torch); do
      for layout in $layouts; do
        run THREADS="$threads" BLAS_THREADS="$blas" CHANNELS_LAST="$layout" "$python" "$here/peers/torch_steps.py" "$workload"
      done
    done
    [ "$threads" = "$blas" ] && ours=1 || ours=2
    run THREADS="$ours" "$bench" "$workload"
  done
}
word_vectors() {
  for threads in 1 2; do
    for python in $(having gensim); do run THREADS=$threads "$python" "$here/peers/gensim_word_vectors.py"; done
    run THREADS=$threads "$(dirname "$bench")/bench_word_vectors"
  done
}
tsne() {
  for threads in 1 2; do
    for python in $(having sklearn); do run THREADS=$threads "$python" "$here/peers/tsne_peers.py"; done
  done
  run "$(dirname "$bench")/bench_tsne"
}

for round in $(seq "$rounds"); do
  for workload in $workloads; do
    case $workload in
      w7) word_vectors ;;
      w8) tsne ;;
      *) training_steps ;;
    esac
  done
done
"${pythons%% *}" - "$log" <<'PYTHON'
import collections, json, statistics, sys


def rate(run):
    return run.get("steps_per_s") or run.get("words_per_s") or 1 / run["seconds"]


def shown(run, value):
    if "seconds" in run:
        return f"{1 / value:.2f} s"
    return f"{value:,.1f} steps/s" if "steps_per_s" in run else f"{value:,.0f} words/s"


best = collections.defaultdict(dict)  # (workload, round) -> program -> fastest setting
for line in open(sys.argv[1]):
    number, text = line.split(" ", 1)
    run = json.loads(text)
    side = best[run["workload"], number]
    name = run["program"]
    if name not in side or rate(run) > rate(side[name]):
        side[name] = run
for workload in sorted({key[0] for key in best}):
    rounds = [sides for key, sides in sorted(best.items()) if key[0] == workload]

    def middle(name):
        return shown(rounds[0][name], statistics.median(rate(r[name]) for r in rounds))

    def details(name):
        first = rounds[0][name]
        threads = "/".join(sorted({str(r[name]["threads"]) + ("+" + str(r[name]["blas_threads"]) if "blas_threads" in r[name] else "") for r in rounds}))
        words = [first[key] for key in ("isa", "blas") if first.get(key)] + ["threads " + threads]
        if "peak_mb" in first:
            words.append(f"peak {statistics.median(r[name]['peak_mb'] for r in rounds):,.0f} MB")
        if "divergence" in first:
            words.append(f"divergence {first['divergence']:.3f}")
        return ", ".join(words)

    print(f"{workload}: ours {middle('ours')} ({details('ours')})")
    for name in sorted(rounds[0]):
        if name == "ours":
            continue
        ratios = [rate(r["ours"]) / rate(r[name]) for r in rounds]
        print(f"  {statistics.median(ratios):.2f} times {name}: {middle(name)} ({details(name)}; {', '.join(f'{r:.2f}' for r in ratios)})")
PYTHON
