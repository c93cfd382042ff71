#!/usr/bin/env bash
# Brings a bare machine to a tested Taillight: packages, build with warnings as errors, all tests.
#   test.sh               the whole suite, then core and widgets again under AddressSanitizer and UBSan
#   test.sh --no-asan     without the second part
#   test.sh --tsan        additionally under ThreadSanitizer
# $TAILLIGHT_DATA names the folder with the real data files (default: shared/data beside the checkout); tests skip without.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
asan=yes tsan=no
for argument in "$@"; do
  case "$argument" in
    --no-asan) asan=no ;;
    --tsan) tsan=yes ;;
    *) echo "usage: test.sh [--no-asan] [--tsan]" >&2; exit 2 ;;
  esac
done

"$here/install.sh"
run_preset() {
  echo "== $1: build"
  "$here/build.sh" "$1"
  echo "== $1: tests"
  ctest --preset "$1" --parallel 2
}
if [ "$asan" = yes ]; then run_preset asan; fi
if [ "$tsan" = yes ]; then run_preset tsan; fi
run_preset ci
