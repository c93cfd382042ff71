#!/usr/bin/env bash
# main_job.sh HEADLESS CATALOGUE LOG EXPERIMENT: what run.sh does once the program is built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
headless=$1 catalogue=$2 log=$3 experiment=$4
bin=build/release/bin
cli=$bin/taillight-cli
out=out
say() { printf '\n== %s\n' "$*"; }

own=no
[ -z "$catalogue$log" ] || own=yes
if [ "$own" = no ]; then
  project=$out/sample.taillight
else
  project=$out/project.taillight
fi
mkdir -p "$out"

if [ "$own" = yes ]; then
  rm -f "$project" "$project"-wal "$project"-shm
  if [ -n "$catalogue" ]; then say "import $catalogue"; "$cli" import "$project" --catalogue "$catalogue"; fi
  if [ -n "$log" ]; then say "import $log"; "$cli" import "$project" --log "$log"; fi
elif [ ! -f "$project" ]; then
  say "generate a sample shop and import it"
  "$cli" sample "$out/sample" --items 8000 --users 4000 --events 200000 --classes 24
  # Made under another name, so that an interrupted start leaves no half-filled sample behind.
  rm -f "$out"/building.taillight*
  "$cli" import "$out/building.taillight" --catalogue "$out/sample/catalogue.csv"
  "$cli" import "$out/building.taillight" --log "$out/sample/events.csv"
  "$cli" split "$out/building.taillight"
  mv "$out/building.taillight" "$project"
fi

if [ "$headless" = no ] && { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }; then
  exec "$bin/taillight" "$project"
fi

say "see the tail"
if [ "$own" = no ] || [ -n "$log" ]; then "$cli" describe "$project" --entity item; fi
if [ "$own" = yes ] && [ -z "$catalogue" ]; then
  say "charts"
  "$cli" export charts "$project" --out "$out/charts"
  say "done: $out/charts, project $project (a log alone has no labels to train on: give --catalogue as well)"
  exit 0
fi
"$cli" describe "$project" --entity label
if [ "$own" = yes ]; then say "split"; "$cli" split "$project"; fi

say "train, compare"
if [ ! -e "$bin/libtaillight_engine.so" ]; then
  echo "there is no LibTorch here, so there is no training engine: nothing to train with" >&2
  exit 1
fi
runs=$("$cli" run "$project" "$experiment" --json)
ids=$(sed -n 's/^ *"id": \([0-9]*\),$/\1/p' <<<"$runs")
baseline=$(head -n 1 <<<"$ids")
# shellcheck disable=SC2086 — one argument a run is meant
"$cli" compare "$project" $ids --baseline "$baseline" --json >"$out/compare.json"
# shellcheck disable=SC2086
"$cli" compare "$project" $ids --baseline "$baseline"

say "export charts, report, model"
# shellcheck disable=SC2086
"$cli" export charts "$project" $ids --baseline "$baseline" --out "$out/report"
# shellcheck disable=SC2086
"$cli" export report "$project" $ids --baseline "$baseline" --out "$out/report"
best=$("$cli" compare "$project" $ids --metric macro_recall |
  awk '$1 ~ /^[0-9]+$/ { score = $(NF-3); if (score > top) { top = score; run = $1 } } END { print run }')
rm -rf "$out/model"
"$cli" export model "$project" "$best" --out "$out/model"
say "done: $out/report/report.html, $out/model, project $project"
