#!/bin/bash
# The layering of this repository holds; and the checker notices each kind of breach, in a small tree made for that.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
check() { cmake -DROOT="$1" -P "$here/layering.cmake" 2>&1; }
failures=0
report() { if [ "$1" = 0 ]; then echo "ok $2"; else echo "not ok $2"; failures=1; fi; }

said=$(check "$here/..")
report $? "the arrows between the rooms point one way"
[ $failures = 0 ] || echo "$said"

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
# breach FILE INCLUDE WHAT: a tree with only this include is refused, and the message names the file.
breach() {
    rm -rf "${tree:?}"/*
    mkdir -p "$tree/$(dirname "$1")"
    echo "#include $2" > "$tree/$1"
    said=$(check "$tree")
    if [ $? -ne 0 ] && [[ $said == *"$1 includes"* ]]; then report 0 "$3"; else report 1 "$3"; echo "$said"; fi
}
breach core/tensor/a.cpp '"layers/layer_spec.h"' "an arrow that runs back in core is noticed"
breach core/data/a.h '"train/trainer.h"' "data that knows train is noticed"
breach core/train/a.cpp '<QString>' "Qt in core is noticed"
breach core/kernels/a.h '<Eigen/Dense>' "Eigen in a header is noticed"
breach core/layers/a.cpp '"ui/workbench.h"' "core that knows ui is noticed"
breach ui/views/a.cpp '"app/main_window.h"' "ui that knows app is noticed"
breach core/cellar/a.cpp '"base/check.h"' "an unknown room is noticed"
exit $failures
