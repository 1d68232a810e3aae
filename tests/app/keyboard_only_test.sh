#!/bin/bash
# The whole main job without a mouse: bash tests/app/keyboard_only_test.sh path/to/perceptarium
# LeNet is built, trained and saved under Xvfb by keys alone; the pointer is parked in a corner.
set -u
program=$1
. "$(dirname "${BASH_SOURCE[0]}")/real_window.sh"

cat > "$project" << 'END'
{"perceptarium": 1, "name": "by keys", "network": {"nodes": [{"layer": "input", "name": "start"}]},
 "data": {"source": "digits", "settings": {"train": 2000, "test": 500}}, "training": {"epochs": 1}}
END
start
xdotool mousemove 1279 799
# add NAME [VALUE …]: a layer after what is selected, its first settings typed one after another, and back to the drawing.
add() {
    keys space
    types "$1"
    keys Return
    shift
    [ $# -gt 0 ] || return
    keys Return
    for value in "$@"; do
        keys ctrl+a
        types "$value"
        keys Tab
    done
    keys Escape
}
keys ctrl+a
add conv2d 6 5
picture 1
add relu
add max
add conv2d 16 5
add relu
add max
add flatten
add dense 120
add relu
add dense 84
add relu
add dense 10
add softmax
picture 2
saved "LeNet is built by keys" "layers == ['input', 'conv2d', 'relu', 'max-pool', 'conv2d', 'relu', 'max-pool', 'flatten', 'dense', 'relu', 'dense', 'relu', 'dense', 'softmax']"
saved "its settings are those that were typed" "[n.get('settings', {}).get('units', n.get('settings', {}).get('filters')) for n in network['nodes'] if n['layer'] in ('conv2d', 'dense')] == [6, 16, 120, 84, 10] and [n['settings']['kernel'] for n in network['nodes'] if n['layer'] == 'conv2d'] == [5, 5]"
keys F5
picture 3
for _ in $(seq 60); do # until the run is over
    state=$("$program" runs --json | python3 -c 'import json, sys; runs = json.load(sys.stdin); print(runs[-1]["state"] if runs else "none")')
    [ "$state" = finished ] && break
    sleep 0.5
done
picture 4
[ "$state" = finished ] && echo "ok F5 trains it" || { echo "not ok F5 trains it: $state"; bad=1; }
keys ctrl+shift+s
sleep 1
picture 5
keys ctrl+a
types "$work/by-keys.percept"
keys Return
sleep 2
picture 6
if "$program" evaluate "$work/by-keys.percept" --json > "$work/evaluated.json" 2> "$work/log" &&
    python3 -c 'import json, sys; sys.exit(json.load(open(sys.argv[1]))["accuracy"] < 0.3)' "$work/evaluated.json"; then
    echo "ok what was saved by keys has learnt"
else
    echo "not ok what was saved by keys has learnt"
    cat "$work/log" "$work/evaluated.json"
    bad=1
fi
exit $bad
