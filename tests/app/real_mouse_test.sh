#!/bin/bash
# A real mouse and keyboard on the real window: bash tests/app/real_mouse_test.sh path/to/perceptarium
# A drawing is made by hand under Xvfb and saved; what was saved tells what the hand did. Prints "ok NAME" or "not ok NAME";
# ends with 77, which counts as skipped, where Xvfb or xdotool is not installed.
set -u
program=$1
for tool in Xvfb xdotool; do
    command -v "$tool" > /dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
work=$(mktemp -d)
export XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config HOME=$work QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=0
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3> "$work/display" > /dev/null 2>&1 &
server=$!
app=
trap 'kill $app 2> /dev/null; kill $server 2> /dev/null; wait 2> /dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || { echo "skipped: Xvfb does not start here"; exit 77; }
export DISPLAY=:$(tr -d '\n' < "$work/display")

mkdir -p "$work/config/perceptarium"
printf '[canvas]\npictures=false\n' > "$work/config/perceptarium/perceptarium.conf"
project=$work/drawing.json
cat > "$project" << 'END'
{"perceptarium": 1, "name": "by hand", "network": {"nodes": [{"layer": "input", "name": "start"}]}, "data": {"source": "digits"}}
END
"$program" "$project" > "$work/log" 2>&1 &
app=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --pid $app --name 'Perceptarium' | tail -n 1)
[ -n "$window" ] || { echo "not ok the window opens"; cat "$work/log"; exit 1; }
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
sleep 3

bad=0
keys() { xdotool key --delay 60 "$@"; sleep 0.4; }
at() { xdotool mousemove "$1" "$2"; sleep 0.15; }
# drag X Y X Y: in steps, as a hand does.
drag() {
    at "$1" "$2"
    xdotool mousedown 1
    for i in 1 2 3 4 5 6; do at $(($1 + ($3 - $1) * i / 6)) $(($2 + ($4 - $2) * i / 6)); done
    xdotool mouseup 1
    sleep 0.6
}
# For a look at what was done: KEEP_PICTURES names a folder for them.
picture() { [ -z "${KEEP_PICTURES:-}" ] || import -window root "$KEEP_PICTURES/$1.png"; }
# saved NAME EXPRESSION: what python makes of the saved project's nodes (by name) must be true.
saved() {
    keys ctrl+s
    sleep 0.6
    if python3 - "$project" "$2" << 'END'
import json, sys
network = json.load(open(sys.argv[1]))["network"]
nodes = {node.get("name", node["layer"]): node for node in network["nodes"]}
layers = [node["layer"] for node in network["nodes"]]
# Who feeds the node of that layer; without "inputs" it is the one before.
def fed(layer):
    place = layers.index(layer)
    return network["nodes"][place].get("inputs", [network["nodes"][place - 1]["name"]] if place else [])
sys.exit(0 if eval(sys.argv[2]) else f"{network}")
END
    then echo "ok $1"; else
        echo "not ok $1"
        bad=1
    fi
}

# Only the drawing: the Input is in the middle, at 125 %; pictures would move it.
keys ctrl+shift+f
sleep 1.5
eval "$(xdotool getwindowgeometry --shell "$window")"  # WIDTH, HEIGHT
x=$((WIDTH / 2)) y=$((HEIGHT / 2))
picture 1
drag $((x + 105)) $y $((x + 130)) $((y + 90))
picture 2
xdotool type --delay 60 c
keys Return
picture 3
saved "a wire dropped in empty space, c and Enter make a convolution that is fed" "fed('conv2d') == ['start']"
drag $((x + 340)) $((y + 90)) $((x + 370)) $((y + 180))
xdotool type --delay 60 relu
keys Return
saved "so does a wire from there" "fed('relu')[0].startswith('conv2d')"
xdotool keydown alt
drag $((x + 235)) $((y + 90)) $((x - 260)) $((y + 200))
xdotool keyup alt
picture 4
saved "Alt and a drag take the convolution out, and the chain heals" "fed('relu') == ['start'] and 'conv2d' in layers"
keys ctrl+z
saved "Ctrl+Z puts it back" "fed('relu')[0].startswith('conv2d')"
at $((x - 300)) $((y - 200))
xdotool click --repeat 2 --delay 60 1
sleep 0.6
xdotool type --delay 60 dense
keys Return
saved "a double click and a name add a layer" "'dense' in layers"
exit $bad
