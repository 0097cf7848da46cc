#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whoever is linked to the library goes on working: nothing that it gives has gone or changed its shape since the last
# release, as library.abi.xz of its tag (v*) notes it; before the first release, and after a change of the SONAME, since it was
# noted last. What is new is no fault.
# usage: library.sh LIBRARY|NOTE.abi SOURCE_DIR [--renew]
set -euo pipefail
library=$1 headers=$2/core/include noted=$2/tests/abi/library.abi.xz
command -v abidiff >/dev/null || { echo "skipped: abidiff (abigail-tools) is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dump() {
  case $library in *.abi) cp "$library" "$work/now.abi"; return ;; esac
  abidw --headers-dir "$headers" --drop-private-types --exported-interfaces-only \
    --no-corpus-path --no-comp-dir-path --no-show-locs --out-file "$work/now.abi" "$library"
}

dump
if [ "${3:-}" = --renew ]; then
  xz -9e --stdout "$work/now.abi" >"$noted"
  echo "noted in $noted"
  exit
fi
soname() { grep -om 1 "soname='[^']*'" "$1"; }
xz --decompress --stdout "$noted" >"$work/noted.abi"
tag=$(git -C "$2" describe --tags --match 'v*' --abbrev=0 2>"$work/none") || tag=
if [ -n "$tag" ] && git -C "$2" show "$tag:tests/abi/library.abi.xz" >"$work/tagged.xz" 2>"$work/none"; then
  xz --decompress --stdout "$work/tagged.xz" >"$work/tagged.abi"
  [ "$(soname "$work/tagged.abi")" != "$(soname "$work/now.abi")" ] || mv "$work/tagged.abi" "$work/noted.abi"
fi
abidiff --no-added-syms "$work/noted.abi" "$work/now.abi" >"$work/changes" && exit
cat "$work/changes"
cat <<'TEXT'
The library is not what programs were linked to. Take the change back or, where it is meant, raise ANNEXKIT_ABI_VERSION
in CMakeLists.txt (before the first release there is nothing to raise), and note what is true now by ./dev abi.
TEXT
exit 1
