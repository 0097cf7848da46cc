#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What programs were linked to is what the last release had, whatever has been noted since.
# usage: release.sh SOURCE_DIR
set -euo pipefail
source=$1
program=
. "$source/tests/cli/check.sh"
command -v abidiff >/dev/null || { echo "skipped: abidiff (abigail-tools) is not installed"; exit 77; }
mkdir -p "$work/tree/tests/abi"
git() { env git -C "$work/tree" -c user.name=x -c user.email=x@example.org -c init.defaultBranch=x "$@" >"$work/git.log" 2>&1; }
note() { xz --stdout "$work/$1.abi" >"$work/tree/tests/abi/library.abi.xz"; }
xz --decompress --stdout "$source/tests/abi/library.abi.xz" >"$work/now.abi"
# One function more, and the same of another SONAME.
sed 's/annexkit_version/annexkit_gone/g' "$work/now.abi" >"$work/more.abi"
sed 's/libannexkit\.so\.[0-9]*/libannexkit.so.0/g' "$work/more.abi" >"$work/other.abi"
git init
compared() { check "$1" "$2" "$source/tests/abi/library.sh" "$work/now.abi" "$work/tree"; }

note now
compared 0 "without a release, with what is noted"
note more
compared 1 "without a release, with what is noted"
git add .
git commit -m x
git tag v1
note now
compared 1 "with what the release had"
says out annexkit_gone
git commit -am x
git tag v2
compared 0 "with what the last release had"
note other
git commit -am x
git tag v3
note now
compared 0 "with what is noted, where the release has another SONAME"
exit $failed
