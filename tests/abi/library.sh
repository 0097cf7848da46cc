#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whoever is linked to the library goes on working: nothing that it gives has gone or changed its shape since it was noted
# in library.abi.xz. What is new is no fault.
# usage: library.sh LIBRARY SOURCE_DIR [--renew]
set -euo pipefail
library=$1 headers=$2/core/include noted=$2/tests/abi/library.abi.xz
command -v abidiff >/dev/null || { echo "skipped: abidiff (abigail-tools) is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dump() {
  abidw --headers-dir "$headers" --drop-private-types --exported-interfaces-only \
    --no-corpus-path --no-comp-dir-path --no-show-locs --out-file "$work/now.abi" "$library"
}

dump
if [ "${3:-}" = --renew ]; then
  xz -9e --stdout "$work/now.abi" >"$noted"
  echo "noted in $noted"
  exit
fi
xz --decompress --stdout "$noted" >"$work/noted.abi"
abidiff --no-added-syms "$work/noted.abi" "$work/now.abi" >"$work/changes" && exit
cat "$work/changes"
cat <<'TEXT'
The library is not what programs were linked to. Take the change back or, where it is meant, raise ANNEXKIT_ABI_VERSION
in CMakeLists.txt (before the first release there is nothing to raise), and note what is true now by ./dev abi.
TEXT
exit 1
