#!/bin/bash
# Is what `cmake --install` puts down whole, does it run from there, and do the desktop's own checkers like it?
#   install_test.sh BUILD_FOLDER CMAKE
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$2" --install "$1" --prefix "$place/usr" > "$place/said"

empty=$(find "$place/usr" -type f -empty)
[ -z "$empty" ] || { echo "empty: $empty"; exit 1; }
for file in bin/perceptarium share/applications/org.perceptarium.Perceptarium.desktop \
    share/metainfo/org.perceptarium.Perceptarium.metainfo.xml share/mime/packages/perceptarium.xml \
    share/icons/hicolor/scalable/apps/perceptarium.svg share/icons/hicolor/48x48/apps/perceptarium.png \
    share/man/man1/perceptarium.1.gz share/doc/perceptarium/copyright; do
    [ -s "$place/usr/$file" ] || { echo "missing: $file"; exit 1; }
done

# From there, without the build folder's libraries and without a display.
program="$place/usr/bin/perceptarium"
env -u DISPLAY -u WAYLAND_DISPLAY "$program" --version
libraries=$(ldd "$program")
grep -q 'not found' <<< "$libraries" && { echo "$libraries"; exit 1; }
grep 'libperceptarium_core' <<< "$libraries" | grep -q "$place/usr" || { echo "not its own library: $libraries"; exit 1; }
XDG_DATA_HOME="$place/data" "$program" train logistic-regression --epochs 1 --quiet --export "$place/w.safetensors"
[ -s "$place/w.safetensors" ]

cd "$place/usr/share"
if command -v desktop-file-validate > /dev/null; then desktop-file-validate applications/*.desktop; fi
if command -v appstreamcli > /dev/null; then appstreamcli validate --no-net metainfo/*.xml; fi
if command -v update-mime-database > /dev/null; then
    update-mime-database mime
    grep -q 'vnd.perceptarium.project+zip:\*.percept' mime/globs2
fi
echo "installed well"
