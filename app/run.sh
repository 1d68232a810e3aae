#!/bin/bash
# Builds Perceptarium where it stands and starts it: bash app/run.sh [arguments of perceptarium]
# On a fresh Debian 12 it first installs what is missing. Without a display it trains the first ready project instead and
# writes the weights.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "$root/build"
. "$root/app/setup.sh"
install_missing run
build_program OFF perceptarium
program="$root/build/bin/perceptarium"

# A window was asked for by: no argument, a file, or options of the toolkit.
wants_window=yes
for argument in "$@"; do
    case $argument in
        -h | --help | --version | --screenshot*) wants_window=no ;;
        -*) continue ;;
        *) [ -e "$argument" ] || wants_window=no ;;
    esac
    break
done
if [ $wants_window = no ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    exec "$program" "$@"
fi

project=${1:-lenet-digits}
name=$(basename "${project%.*}")
mkdir -p "$root/build/weights"
echo "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window."
echo "Training $project without one; the weights go to build/weights/$name.{onnx,safetensors,npz}."
exec "$program" train "$project" --export "$root/build/weights/$name.onnx" \
    --export "$root/build/weights/$name.safetensors" --export "$root/build/weights/$name.npz"
