#!/usr/bin/env bash
# How long the program takes from its start to its first window, and what memory it needs with MNIST loaded and LeNet
# training. Needs xdotool and a display:  xvfb-run -a tests/bench/window_start.sh build/bin/perceptarium [path to MNIST]
set -euo pipefail
program=$(realpath "$1") data=${2:-} here=$(cd "$(dirname "$0")/../.." && pwd)
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
export XDG_DATA_HOME=$home XDG_CONFIG_HOME=$home  # neither the user's runs nor settings

# Starts it with the arguments given and sets pid, and window as soon as one is on the screen.
start() {
    "$program" "$@" 2> "$home/log" & pid=$!
    for _ in $(seq 2000); do
        window=$(xdotool search --onlyvisible --pid "$pid" --name . 2> /dev/null | head -1) || true
        [ -z "$window" ] || return 0
        kill -0 "$pid" 2> /dev/null || break
        sleep 0.005
    done
    echo "no window came up: $(cat "$home/log")" >&2; exit 1
}
finish() { kill "$pid" 2> /dev/null || true; wait "$pid" 2> /dev/null || true; }

for round in first second third fourth fifth; do
    begun=$(date +%s%N)
    start
    echo "$round start: $((($(date +%s%N) - begun) / 1000000)) ms to the first window"
    finish
done

if [ -n "$data" ]; then
    sed -e 's|"source": "digits"|"source": "idx"|' -e "s|\"settings\": {},|\"settings\": {\"path\": \"$(realpath "$data")\"},|" \
        -e 's|"epochs": 3|"epochs": 1000|' "$here/resources/projects/10-lenet-digits.json" > "$home/mnist.json"
    start "$home/mnist.json"
    sleep 8
    xdotool windowfocus "$window" key F5
    sleep 20
    sed -n 's/^VmRSS:\s*\([0-9]*\) kB/\1/p; s/^VmHWM:\s*\([0-9]*\) kB/\1/p' "/proc/$pid/status" | sort -n | xargs printf 'memory while training: %d kB, at most %d kB\n'
    finish
    sqlite3 "$home"/perceptarium/*.sqlite 'select count(*) from batches' 2> /dev/null | xargs -r printf '(%s batches were trained on)\n' || true
fi
