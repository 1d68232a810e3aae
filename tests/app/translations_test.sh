#!/bin/bash
# Does every text of the window and of the engine have a German translation, also one that was written a moment ago, and
# every counted one its English plural?
#   translations_test.sh LUPDATE PROGRAM
set -euo pipefail
i18n=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../resources/i18n" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$i18n"/*.ts "$work"
bash "$i18n/update.sh" "$1" "$2" "$work" > "$work/said" 2>&1 || { cat "$work/said"; exit 1; }
missing=$(awk '/<source>/ {source = $0}
    /<translation type="unfinished"/ {sub(/^ *<source>/, "", source); sub(/<\/source>.*/, "", source); print "    " FILENAME ": " source}' \
    "$work"/*.ts | sed "s#$work/##")
if [ -n "$missing" ]; then
    echo "These texts are not translated. Build the target translations, then fill in what is unfinished in resources/i18n:"
    echo "$missing"
    exit 1
fi
if grep "lacks Q_OBJECT" "$work/said"; then
    echo "These texts would be looked for in another context than the one they are translated in."
    exit 1
fi
echo "all $(grep -c '<source>' "$work/perceptarium_de.ts") texts are translated"
