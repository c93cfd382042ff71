#!/usr/bin/env bash
# build.sh PRESET [cmake options]: configures and builds a preset; the engine's few heavy files use their own job pool.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift
options=("$@")
# Without LibTorch everything but training is built; Torch_DIR or CMAKE_PREFIX_PATH may name one that is not installed.
# (No pipe into grep -q: with pipefail its early exit would look like a failure of ldconfig.)
if [[ $(/sbin/ldconfig -p) != *libtorch.so* ]] && [ -z "${Torch_DIR:-}${CMAKE_PREFIX_PATH:-}" ]; then
  options+=(-DTAILLIGHT_ENGINE=OFF)
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! cmake --preset "$preset" "${options[@]}" >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
cmake --build --preset "$preset" --parallel "$(nproc)"
