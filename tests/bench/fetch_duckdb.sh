#!/usr/bin/env bash
# fetch_duckdb.sh [FOLDER]: puts DuckDB's shared library (70 MB, MIT licence) into FOLDER (default: build/duckdb), from the npm
# package that carries it for Linux on x86-64. The Parquet reader, its tests and the comparisons of tests/bench use it:
#   export TAILLIGHT_DUCKDB_LIB=FOLDER/libduckdb.so
set -euo pipefail
package=@duckdb/node-bindings-linux-x64@1.5.6-r.1
folder=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/build/duckdb}
if [ "$(uname -sm)" != "Linux x86_64" ]; then
  echo "fetch_duckdb.sh: the package is for Linux on x86-64; get libduckdb.so from duckdb.org" >&2
  exit 1
fi
command -v npm >/dev/null || { echo "fetch_duckdb.sh: needs npm (apt install npm)" >&2; exit 1; }
mkdir -p "$folder"
if [ ! -s "$folder/libduckdb.so" ]; then
  staging=$(mktemp -d "$folder/fetch.XXXXXX")
  trap 'rm -rf "$staging"' EXIT
  (cd "$staging" && npm pack --silent "$package" >/dev/null && tar xzf ./*.tgz)
  mv "$staging/package/LICENSE" "$folder/LICENSE"
  mv "$staging/package/libduckdb.so" "$folder/libduckdb.so"
fi
echo "$folder/libduckdb.so"
