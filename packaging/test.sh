#!/usr/bin/env bash
# Brings a bare machine to a tested Taillight: packages, build with warnings as errors, all tests.
#   test.sh               the whole suite
#   test.sh --asan        additionally core and widgets under AddressSanitizer and UBSan (about as long again)
#   test.sh --tsan        additionally core and widgets under ThreadSanitizer
# $TAILLIGHT_DATA names the folder with the real data files (default: shared/data beside the checkout); tests skip without.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
asan=no tsan=no
for argument in "$@"; do
  case "$argument" in
    --asan) asan=yes ;;
    --tsan) tsan=yes ;;
    *) echo "usage: test.sh [--asan] [--tsan]" >&2; exit 2 ;;
  esac
done

"$here/install.sh"
run_preset() {
  echo "== $1: build"
  "$here/build.sh" "$1"
  echo "== $1: tests"
  ctest --preset "$1" --parallel 2
}
run_preset ci
if [ "$asan" = yes ]; then run_preset asan; fi
if [ "$tsan" = yes ]; then run_preset tsan; fi
