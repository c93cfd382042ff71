#!/usr/bin/env bash
# Brings a bare machine to a tested Taillight: packages, build with warnings as errors, all tests.
#   test.sh               the whole suite, and every fuzz target for 30 seconds
#   test.sh --no-fuzz     without the fuzz targets, which need clang and a build of their own
#   test.sh --asan        additionally core and widgets under AddressSanitizer and UBSan (about as long again)
#   test.sh --tsan        additionally core and widgets under ThreadSanitizer
# $TAILLIGHT_DATA names the folder with the real data files (default: shared/data beside the checkout); tests skip without.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
asan=no tsan=no fuzz=yes
for argument in "$@"; do
  case "$argument" in
    --asan) asan=yes ;;
    --tsan) tsan=yes ;;
    --no-fuzz) fuzz=no ;;
    *) echo "usage: test.sh [--asan] [--tsan] [--no-fuzz]" >&2; exit 2 ;;
  esac
done

if [ "$fuzz" = yes ]; then "$here/install.sh" --fuzz; else "$here/install.sh"; fi
run_preset() {
  echo "== $1: build"
  "$here/build.sh" "$1"
  echo "== $1: tests"
  ctest --preset "$1" --parallel 2
}
run_preset ci
if [ "$fuzz" = yes ]; then
  echo "== fuzz: build, 30 seconds each"
  "$here/fuzz.sh" 30
fi
if [ "$asan" = yes ]; then run_preset asan; fi
if [ "$tsan" = yes ]; then run_preset tsan; fi
