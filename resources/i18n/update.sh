#!/bin/bash
# Takes the texts of the window and of the engine into the translation sources; what is new there is unfinished.
#   update.sh LUPDATE PROGRAM [FOLDER]     FOLDER: where the .ts files are, normally beside this script
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${3:-$here}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash "$here/engine_texts.sh" "$2" > "$work/engine_texts.cpp"
cd "$here/../.."
"$1" -I . ui app "$work/engine_texts.cpp" -no-obsolete -locations none -ts "$folder/perceptarium_de.ts"
"$1" -I . ui app -no-obsolete -locations none -pluralonly -ts "$folder/perceptarium_en.ts"
