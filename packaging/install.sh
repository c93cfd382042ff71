#!/usr/bin/env bash
# Installs what is missing to build and run Taillight on Debian 12, Debian 13 or Ubuntu 24.04, and selects OpenBLAS/OpenMP.
# Does nothing, and needs no rights, where everything is there already.
#   install.sh --fuzz     additionally what packaging/fuzz.sh needs
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packages.sh
. "$here/packages.sh"

say() { printf 'taillight: %s\n' "$*" >&2; }
if ! command -v apt-get >/dev/null; then
  say "this system has no apt-get. Install the packages named in packaging/packages.sh by your own means, then run cmake."
  exit 1
fi
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
available() { [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]; }

wanted=("${packages_build[@]}" "${packages_core[@]}" "${packages_window[@]}" "${packages_engine[@]}")
if [ "${1:-}" = --fuzz ]; then wanted+=("${packages_fuzz[@]}"); fi
all_there() {
  local entry name found
  for entry in "${wanted[@]}"; do
    found=no
    for name in $(tr '|' ' ' <<<"${entry%\?}"); do installed "$name" && found=yes; done
    [ "$found" = yes ] || return 1
  done
}

if ! all_there; then
  as_root apt-get update -qq
  missing=()
  for entry in "${wanted[@]}"; do
    chosen=""
    for name in $(tr '|' ' ' <<<"${entry%\?}"); do
      if installed "$name"; then chosen=installed; break; fi
      if [ -z "$chosen" ] && available "$name"; then chosen=$name; fi
    done
    case "$chosen" in
      installed) ;;
      "") case "$entry" in
            *\?) ;;
            libtorch-dev) say "this release has no libtorch-dev: the program is built without the training engine." ;;
            *) say "no package for ${entry} in this release's archives"; exit 1 ;;
          esac ;;
      *) missing+=("$chosen") ;;
    esac
  done
  if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
fi

# The pthread build of OpenBLAS fights LibTorch's OpenMP threads (2 times slower) and has the higher priority.
arch=$(dpkg-architecture -qDEB_HOST_MULTIARCH)
for name in libblas.so.3 liblapack.so.3 libopenblas.so.0; do
  target=/usr/lib/$arch/openblas-openmp/$name
  link=/usr/lib/$arch/$name
  if [ -e "$target" ] && [ -e "$link" ] && [ "$(readlink -f "$link")" != "$(readlink -f "$target")" ]; then
    say "selecting OpenBLAS (OpenMP) for $name"
    as_root update-alternatives --set "$name-$arch" "$target" >/dev/null
  fi
done
