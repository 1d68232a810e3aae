#!/bin/bash
# The program on processors that have not got what this one has, played by QEMU: bash tests/app/older_processor_test.sh PROGRAM
# An instruction from a wider set anywhere on the way would end it. Prints "ok NAME", "not ok NAME" or "skipped NAME".
set -u
program=$1
if ! qemu=$(command -v qemu-x86_64 || command -v qemu-x86_64-static) || [ "$(uname -m)" != x86_64 ]; then
    echo "skipped older_processor: there is no qemu-x86_64 (Debian's package qemu-user)"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data HOME=$work

# losses FILE: of training, epoch by epoch, as far as both can be the same (the C library has faster functions for newer processors)
losses() { sed -E 's/.*"train":\{[^}]*"loss":([0-9.e-]{7}).*/\1/' "$1"; }
train() { "$@" train spiral --epochs 2 --threads 1 --quiet --metrics "$work/metrics.jsonl" && losses "$work/metrics.jsonl"; }

bad=0
# on NAME CPU ISA: that processor chooses that instruction set, and training gives what this one gives with it.
on() {
    local name=$1 cpu=$2 isa=$3 here there
    here=$(PERCEPTARIUM_ISA=$isa train "$program" 2> "$work/errors")
    rm -f "$work/metrics.jsonl"
    if ! "$qemu" -cpu "$cpu" "$program" --version 2>&1 | grep -qw "$isa"; then
        echo "not ok $name"
        "$qemu" -cpu "$cpu" "$program" --version 2>&1 | sed 's/^/  /' | tail -n 4
        bad=1
        return
    fi
    there=$(train "$qemu" -cpu "$cpu" "$program" 2> "$work/errors")  # QEMU also says there which features it lacks
    if [ -n "$here" ] && [ "$here" = "$there" ]; then echo "ok $name"; else
        echo "not ok $name"
        printf '  here:\n%s\n  there:\n%s\n' "$here" "$there"
        tail -n 4 "$work/errors"
        bad=1
    fi
}
on a_processor_without_avx_trains Nehalem baseline
on a_processor_without_avx512_trains Haswell v3
exit $bad
