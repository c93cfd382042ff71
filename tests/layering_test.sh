#!/usr/bin/env bash
# Fails when a layer sees what it must not: the link lists alone do not stop it, because Debian puts ATen, SQLite and
# spdlog on the default include path. Usage: layering_test.sh SOURCE_DIR. It checks itself on planted offences first.
set -euo pipefail

# offences DIR: prints each include that a layer must not have.
offences() {
  cd "$1"
  local files='*.h *.cpp *.cu *.cuh'
  search() { # pattern, folders…
    local pattern=$1; shift
    local includes=(); for f in $files; do includes+=(--include="$f"); done
    for folder in "$@"; do [ -d "$folder" ] || continue; grep -rnE "${includes[@]}" "$pattern" "$folder" || true; done
  }
  local qt='^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](Q[A-Za-z]+|Qt[A-Za-z]+/)'
  search "$qt" core app/cli | sed 's/^/Qt outside the window: /'
  search '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](torch|ATen|c10|caffe2)/' app core widgets |
    grep -v '^core/engine/' | sed 's/^/LibTorch outside core\/engine: /' || true
  search '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](sqlite3(ext)?\.h|SQLiteCpp|QSql|QtSql)' app core widgets |
    grep -v '^core/store/' | sed 's/^/SQLite outside core\/store: /' || true
  search '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"](QtCharts|QChart|QAbstractAxis|QAbstractSeries|QAreaSeries|Q[A-Z][A-Za-z]*(Series|Axis|Legend)\b)' app core widgets |
    grep -v '^widgets/charts/' | sed 's/^/Qt Charts outside widgets\/charts: /' || true
  search '^[[:space:]]*#[[:space:]]*include[[:space:]]*"(widgets|app)/' core | sed 's/^/core sees a layer above it: /'
  search '^[[:space:]]*#[[:space:]]*include[[:space:]]*"app/' widgets | sed 's/^/widgets see app: /'
  search '^[[:space:]]*#[[:space:]]*include[[:space:]]*"core/engine/' app widgets core |
    grep -v '^core/engine/' | sed 's/^/the engine is a module, nobody includes it: /' || true
  # Modules of core, from lowest to highest: each includes only those before it.
  local order=(base data privacy text image stats select store strategies train engine output) i j
  for ((i = 0; i < ${#order[@]}; i++)); do
    for ((j = i + 1; j < ${#order[@]}; j++)); do
      search "^[[:space:]]*#[[:space:]]*include[[:space:]]*\"core/${order[j]}/" "core/${order[i]}" |
        sed "s/^/core\/${order[i]} comes before core\/${order[j]}: /"
    done
  done
}

planted=$(mktemp -d)
trap 'rm -rf "$planted"' EXIT
mkdir -p "$planted"/{core/base,core/store,core/train,core/engine,widgets/panels,widgets/charts,app/cli}
echo '#include <QString>' >"$planted/core/base/a.h"
echo '#include <torch/torch.h>' >"$planted/core/train/b.cpp"
echo '#include <sqlite3.h>' >"$planted/widgets/panels/c.cpp"
echo '#include <QLineSeries>' >"$planted/widgets/panels/d.cpp"
echo '#include "core/train/x.h"' >"$planted/core/store/e.cpp"
echo '#include "widgets/x.h"' >"$planted/core/base/f.cpp"
echo '#include <QLineSeries>' >"$planted/widgets/charts/fine.cpp"
echo '#include <torch/torch.h>' >"$planted/core/engine/fine.cpp"
echo '#include <sqlite3.h>' >"$planted/core/store/fine.cpp"
found=$(offences "$planted")
if [ "$(wc -l <<<"$found")" != 6 ] || grep -q fine <<<"$found"; then
  printf 'the layering test itself is broken; it should find six planted offences and found:\n%s\n' "$found"
  exit 1
fi

found=$(offences "$1")
if [ -n "$found" ]; then
  printf '%s\n' "$found"
  exit 1
fi
echo "layers are clean"
