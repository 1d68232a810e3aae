#!/bin/bash
# A real mouse on the real window: bash tests/app/real_mouse_test.sh path/to/perceptarium
# Every gesture of the canvas is made by hand under Xvfb.
set -u
program=$1
. "$(dirname "${BASH_SOURCE[0]}")/real_window.sh"

cat > "$project" << 'END'
{"perceptarium": 1, "name": "by hand", "network": {"nodes": [{"layer": "input", "name": "start"}]}, "data": {"source": "digits"}}
END
start
# Only the drawing: the Input is in the middle, at 125 %; pictures would move it.
keys ctrl+shift+f
sleep 1.5
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
stop

# A drawing of its own for what is done with nodes that are there: a row of three around the middle, and one apart.
cat > "$project" << 'END'
{"perceptarium": 1, "name": "by hand", "data": {"source": "digits"}, "network": {"nodes": [
  {"layer": "input", "name": "start", "position": [-240, 0]},
  {"layer": "conv2d", "name": "conv", "position": [0, 0]},
  {"layer": "flatten", "name": "flat", "position": [240, 0]},
  {"layer": "relu", "name": "loose", "inputs": [], "position": [0, 160]}]}}
END
start
keys ctrl+shift+f
keys ctrl+0
sleep 1
# Where the middle of `conv` is seen: a layer that is added at a place of the screen tells which place of the drawing that is.
at 220 $((HEIGHT - 220))
xdotool click --repeat 2 --delay 60 1
sleep 0.6
types dense
keys Return
save
x=$((220 - $(in_saved "round(network['nodes'][-1]['position'][0])")))
y=$((HEIGHT - 220 - $(in_saved "round(network['nodes'][-1]['position'][1])")))
keys ctrl+z
picture 10

drag $((x - 240 + 84)) $y $((x - 84)) $((y + 160))
saved "a wire from port to port connects" "fed('relu') == ['start']"
keys ctrl+z
drag $((x - 240 + 84)) $y $((x - 84)) $((y + 160)) 
keys ctrl+z ctrl+shift+z
saved "undo and redo of it" "fed('relu') == ['start']"
keys ctrl+z
picture 11
drag $x $((y + 160)) $((x + 120)) $((y + 4))
saved "a node dropped on an edge goes between" "fed('relu') == ['conv'] and fed('flatten') == ['loose']"
keys ctrl+z
saved "and back" "fed('relu') == [] and fed('flatten') == ['conv']"
drag $x $((y + 160)) $((x + 243)) $((y + 155))
picture 12
saved "a node that is nearly in line snaps to it" "place('loose')[0] == place('flat')[0]"
keys ctrl+z
drag $((x - 110)) $((y + 110)) $((x + 120)) $((y + 220))
keys Delete
saved "a rubber band selects, Delete removes" "'loose' not in nodes"
keys ctrl+z
click $x $y
keys ctrl+d
saved "Ctrl+D doubles what is selected" "layers.count('conv2d') == 2"
keys ctrl+z
click $x $y
keys ctrl+c ctrl+v
saved "so do copy and paste" "layers.count('conv2d') == 2"
keys ctrl+z
click $x $y
keys F2 ctrl+a
types edges
keys Return
saved "F2 renames in place" "'edges' in nodes and 'conv' not in nodes"
click $x $y
keys m
saved "M bypasses" "nodes['edges'].get('bypassed')"
keys m l
saved "L freezes" "nodes['edges'].get('frozen') and not nodes['edges'].get('bypassed')"
keys l h
saved "H collapses" "nodes['edges'].get('collapsed') and not nodes['edges'].get('frozen')"
keys h
click $x $y
keys ctrl+j
keys Escape
saved "Ctrl+J frames what is selected" "len(network['frames']) == 1"
keys ctrl+z
saved "Ctrl+Z takes the frame away" "not network.get('frames')"
click $((x - 300)) $((y + 200))
keys Escape n Escape
saved "N writes a note" "len(network['frames']) == 1"
keys ctrl+z
at $x $((y + 160))
xdotool keydown ctrl click 4 click 4 keyup ctrl
sleep 0.6
drag $x $((y + 160)) $((x + 60)) $((y + 160))
picture 13
saved "Ctrl and the wheel zoom to the pointer: what was under it still is" "0 < place('loose')[0] < 60"
keys ctrl+z
at $x $((y + 160))
xdotool keydown ctrl click 5 click 5 keyup ctrl
sleep 0.6
drag 100 $((HEIGHT - 100)) 160 $((HEIGHT - 130)) 2
drag $((x + 60)) $((y + 130)) $((x + 60)) $((y + 194))
saved "the middle button moves the view" "place('loose') == [0, 224]"
keys ctrl+z
drag 160 $((HEIGHT - 130)) 100 $((HEIGHT - 100)) 2
click $x $y
keys space
types c
keys Return
saved "Space, c, Enter: a convolution after what is selected" "layers.count('conv2d') == 2"
keys ctrl+z
drag $((x - 110)) $((y - 110)) $((x + 330)) $((y + 60))
picture 14
keys ctrl+g
picture 15
keys Return
saved "Ctrl+G makes a block of what is selected" "len(network.get('blocks', [])) == 1 and len(nodes) == 3"
at $((x + 120)) $((y + 10))
xdotool click --repeat 2 --delay 60 1
sleep 1
picture 16
click 220 $((HEIGHT - 120))
keys space
types tanh
keys Return
picture 17
saved "a double click opens it: what is added there is inside" "len(network['blocks'][0]['nodes']) > 2 and len(nodes) == 3"
keys alt+Up
keys ctrl+z
keys ctrl+z
picture 18
keys Escape ctrl+shift+l
saved "Ctrl+Shift+L puts all in order" "place('start')[1] == place('edges')[1] == place('flat')[1] and place('start')[0] < place('edges')[0] < place('flat')[0]"
# With the palette at its side: what is found there is dragged in.
keys ctrl+shift+f
sleep 1
keys ctrl+l
types softplus
sleep 0.5
picture 19
drag 80 215 $((WIDTH / 2 - 100)) 400
picture 20
saved "a layer dragged from the palette lands on the drawing" "'softplus' in layers"
exit $bad
