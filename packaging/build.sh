#!/usr/bin/env bash
# build.sh PRESET [cmake options]: configures and builds a preset; the engine's few heavy files use their own job pool.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=$1
shift
if ! cmake --preset "$preset" "$@" >"/tmp/taillight-configure-$$.log" 2>&1; then
  cat "/tmp/taillight-configure-$$.log" >&2
  rm -f "/tmp/taillight-configure-$$.log"
  exit 1
fi
rm -f "/tmp/taillight-configure-$$.log"
cmake --build --preset "$preset" --parallel "$(nproc)"
