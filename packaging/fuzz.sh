#!/usr/bin/env bash
# fuzz.sh SECONDS [TARGET…]: builds the fuzz targets with clang, libFuzzer, AddressSanitizer and UBSan, and runs each of them
# (or those named: csv json xlsx encodings seal) for SECONDS, two at a time. New inputs go to build/fuzz/corpus, findings to
# build/fuzz/findings; the exit code is 1 when there is one. docs/fuzzing.md says what to do with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
case "${1:-}" in '' | *[!0-9]*) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
seconds=$1
shift
targets=("$@")
[ $# -gt 0 ] || targets=(csv json xlsx encodings seal)
if ! command -v clang++ >/dev/null; then
  echo "fuzz.sh: needs clang; packaging/install.sh --fuzz installs it" >&2
  exit 1
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cmake --preset fuzz >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
cmake --build --preset fuzz --parallel "${TAILLIGHT_FUZZ_JOBS:-$(nproc)}"

here=$PWD/tests/fuzz out=$PWD/build/fuzz
export ASAN_OPTIONS=quarantine_size_mb=16:detect_leaks=1:allocator_may_return_null=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
run_target() {
  local name=$1 dictionary=()
  mkdir -p "$out/corpus/$name" "$out/findings"
  [ ! -f "$here/$name.dict" ] || dictionary=("-dict=$here/$name.dict")
  # One input may take 10 s and the program 2 GB: slower or larger is a finding.
  if ! "$out/bin/fuzz_$name" "$out/corpus/$name" "$here/corpus/$name" "${dictionary[@]}" -max_total_time="$seconds" \
    -timeout=10 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 -artifact_prefix="$out/findings/$name-" \
    >"$out/$name.log" 2>&1; then
    echo "fuzz $name: FOUND SOMETHING, see $out/$name.log"
    tail -n 40 "$out/$name.log"
    return 1
  fi
  local coverage
  coverage=$(grep -oE 'cov: [0-9]+ ft: [0-9]+' "$out/$name.log" | tail -n 1)
  printf 'fuzz %-10s %9s inputs in %s s, %s\n' "$name" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log")" "$seconds" "$coverage"
}
failed=0
for ((i = 0; i < ${#targets[@]}; i += 2)); do
  pids=()
  for name in "${targets[@]:i:2}"; do
    run_target "$name" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
done
exit "$failed"
