#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings translations/*.ts up to date with the texts in core, widgets and app; then says what is left to translate.
set -eu
cd "$(dirname "$0")/.."
find_tool() {
    for candidate in "$1" "/usr/lib/qt6/bin/$1" "/usr/lib/$(uname -m)-linux-gnu/qt6/bin/$1"; do
        if command -v "$candidate" >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
    echo "$1 was not found. Install qt6-l10n-tools." >&2
    exit 1
}
# -I .: without it lupdate does not find our headers and puts the texts under the wrong class. +=: in addition to the usual name.
lupdate=$(find_tool lupdate)
lrelease=$(find_tool lrelease)
"$lupdate" -silent -no-obsolete -locations none -I . -tr-function-alias QT_TRANSLATE_NOOP+=TL_NOOP \
    core widgets app -ts translations/taillight_zh_CN.ts
for ts in translations/*.ts; do
    "$lrelease" "$ts" -qm /dev/null
done
