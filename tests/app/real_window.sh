# A real window under Xvfb, and hands for it: sourced by the tests with a real mouse and keyboard, after they set `program`.
# What was saved tells what the hands did. Prints "ok NAME" or "not ok NAME"; ends with 77, which counts as skipped, where Xvfb
# or xdotool is not installed.
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
bad=0

# start: the window on $project, as large as the screen; WIDTH and HEIGHT are its own.
start() {
    "$program" "$project" > "$work/log" 2>&1 &
    app=$!
    WIDTH=0
    for _ in $(seq 150); do  # some windows are there for a moment only
        sleep 0.4
        window=$(xdotool search --onlyvisible --pid $app --name 'Perceptarium' 2> /dev/null | tail -n 1)
        [ -n "$window" ] && xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window" 2> /dev/null || continue
        sleep 3
        eval "$(xdotool getwindowgeometry --shell "$window" 2> /dev/null)"
        [ "$WIDTH" -ge 1000 ] && return
    done
    echo "not ok the window opens"
    cat "$work/log"
    exit 1
}
# stop: leaves the program, of which everything is saved; what does not go is killed.
stop() {
    xdotool key ctrl+q
    for _ in $(seq 50); do kill -0 $app 2> /dev/null || break; sleep 0.1; done
    kill $app 2> /dev/null
    wait $app 2> /dev/null
}
keys() { xdotool key --delay 60 "$@"; sleep 0.4; }
types() { xdotool type --delay 60 "$1"; sleep 0.2; }
at() { xdotool mousemove "$1" "$2"; sleep 0.15; }
click() { at "$1" "$2"; xdotool click "${3:-1}"; sleep 0.3; }
# drag X Y X Y [BUTTON]: in steps, as a hand does.
drag() {
    at "$1" "$2"
    xdotool mousedown "${5:-1}"
    for i in 1 2 3 4 5 6; do at $(($1 + ($3 - $1) * i / 6)) $(($2 + ($4 - $2) * i / 6)); done
    xdotool mouseup "${5:-1}"
    sleep 0.6
}
# For a look at what was done: KEEP_PICTURES names a folder for them.
picture() { [ -z "${KEEP_PICTURES:-}" ] || import -window root "$KEEP_PICTURES/$1.png"; }
# in_saved EXPRESSION: prints what python makes of the saved network: `nodes` by name, `layers` in order, fed(layer) = who feeds
# the node of that layer, place(name) = where it is.
in_saved() {
    python3 - "$project" "$1" << 'END'
import json, sys
network = json.load(open(sys.argv[1]))["network"]
nodes = {node.get("name", node["layer"]): node for node in network["nodes"]}
layers = [node["layer"] for node in network["nodes"]]
def place(name):
    return nodes[name].get("position", [0, 0])
def fed(layer):  # without "inputs" it is the one before
    number = layers.index(layer)
    return network["nodes"][number].get("inputs", [network["nodes"][number - 1]["name"]] if number else [])
print(eval(sys.argv[2]))
END
}
# save: Ctrl+S, until the file is there anew.
save() {
    local before
    before=$(stat -c %y "$project")
    keys ctrl+s
    for _ in $(seq 100); do
        [ "$(stat -c %y "$project" 2> /dev/null || echo "$before")" != "$before" ] && break
        sleep 0.1
    done
}
# saved NAME EXPRESSION: saves; the expression must then be true.
saved() {
    save
    if [ "$(in_saved "$2" 2>&1)" = True ]; then echo "ok $1"; else
        echo "not ok $1"
        in_saved "$2 or network" 2>&1 | tail -n 3
        picture "not-ok-$1"
        bad=1
    fi
}
