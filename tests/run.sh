#!/bin/bash
# Sets up, builds and runs all tests, with or without a display: bash tests/run.sh [name of one suite …]
# The last line is "N passed, N failed", over everything; the exit code is 0 only when nothing failed.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "$root/build/test-logs"
. "$root/app/setup.sh"
started=$SECONDS
if ! install_missing run test || ! build_program ON; then
    echo "0 passed, 1 failed"
    exit 1
fi

# The tests never see the user's settings, runs or screen.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
export XDG_RUNTIME_DIR=$home/run QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES="qt.qpa.*=false" LC_ALL=C.UTF-8
mkdir -p "$home"/{data,config,cache,run}
chmod 700 "$home/run"
cd "$root"

passed=0 failed=0 skipped=0
# suite NAME: runs the ctest entry of that name and counts what it says: GoogleTest's lines, or "ok NAME" and "not ok NAME".
# One that says neither counts as one; one that ends badly without naming a failure (a crash, a hang) as one failure.
suite() {
    local name=$1 log="$root/build/test-logs/$1.log" begun=$SECONDS code good bad left
    ctest --test-dir "$root/build" -R "^$name\$" -V --timeout 1500 2>&1 | sed -E 's/^[0-9]+: //' > "$log"
    code=${PIPESTATUS[0]}
    good=$(grep -cE '^(\[       OK \] |ok )' "$log")
    bad=$(grep -cE '^(\[  FAILED  \] [^ ]+.* \([0-9]+ ms\)|not ok )' "$log")
    left=$(grep -cE '^(\[  SKIPPED \] [^ ]+.* \([0-9]+ ms\)|skipped )' "$log")
    if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
        tail -n 25 "$log"
    elif grep -q '\*\*\*Skipped' "$log"; then
        left=$((left + 1))
    elif [ $((good + bad + left)) -eq 0 ]; then
        good=1
    fi
    printf '%-18s %5d passed, %d failed, %d skipped  (%d s)\n' "$name" "$good" "$bad" "$left" $((SECONDS - begun))
    if [ "$bad" -gt 0 ]; then
        # What the failing tests said, without the hundreds that passed.
        awk '/^\[ RUN      \]/ {text=""} {text = text $0 "\n"}
             /^\[  FAILED  \] .* \([0-9]+ ms\)$/ {printf "%s", text} /^\[       OK \]/ {text=""}' "$log" | head -n 200
        grep -A 8 -E '^not ok ' "$log" | head -n 100
        echo "all of it: build/test-logs/$name.log"
    fi
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
}

for name in $(ctest --test-dir "$root/build" -N | sed -nE 's/^ *Test +#[0-9]+: //p'); do
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    suite "$name"
done

[ $skipped -eq 0 ] || echo "$skipped skipped (the logs in build/test-logs say why)"
echo "took $((SECONDS - started)) s"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
