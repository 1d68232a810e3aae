#!/bin/bash
# The whole main job without a mouse: bash tests/app/keyboard_only_test.sh path/to/perceptarium
# LeNet is built, trained and saved under Xvfb by keys alone; the pointer is parked in a corner.
set -u
program=$1
. "$(dirname "${BASH_SOURCE[0]}")/real_window.sh"

cat > "$project" << 'END'
{"perceptarium": 1, "name": "by keys", "network": {"nodes": [{"layer": "input", "name": "start"}]},
 "data": {"source": "digits", "settings": {"trainExamples": 2000, "testExamples": 500}}, "training": {"epochs": 1}}
END
start
xdotool mousemove 1279 799
keys ctrl+n
picture 1
exit $bad
