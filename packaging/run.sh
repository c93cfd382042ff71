#!/usr/bin/env bash
# Brings a bare machine to a running Taillight.
#   run.sh                              opens the window on the sample project; without a display it does the main job
#   run.sh --headless                   the main job: load, see the tail, split, train, compare, export into out/
#   run.sh --catalogue F [--log F]      the same on your own files (CSV or TSV, plain, .gz or .zst)
#   run.sh --experiment F               another experiment file than resources/experiments/first_light.json
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/.." && pwd)
headless=no catalogue="" log="" experiment=$top/resources/experiments/first_light.json
need() { if [ $# -lt 2 ]; then echo "run.sh: $1 needs a file" >&2; exit 2; fi; realpath -m "$2"; }
while [ $# -gt 0 ]; do
  case "$1" in
    --headless) headless=yes; shift ;;
    --catalogue) catalogue=$(need "$@"); shift 2 ;;
    --log) log=$(need "$@"); shift 2 ;;
    --experiment) experiment=$(need "$@"); shift 2 ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done
for file in "$catalogue" "$log"; do
  if [ -n "$file" ] && [ ! -f "$file" ]; then echo "run.sh: $file: there is no such file" >&2; exit 1; fi
done

"$here/install.sh"
"$here/build.sh" release
exec "$here/main_job.sh" "$headless" "$catalogue" "$log" "$experiment"
