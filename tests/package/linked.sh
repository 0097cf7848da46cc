#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Converts by a program with the formats linked in, from its own folder, with no plugin beside it.
# usage: linked.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$source/tests/cli/check.sh"
annex=$source/samples/eu-morocco-2013/annex
cp "$program" "$work/linked"
for to in csv json xml; do
  for from in csv json xml; do
    check 0 "$from to $to" env -i ./linked "$source/schemas/eu-morocco-2013.schema.json" "$annex.$from" $to
    same "$work.out" "$annex.$to"
  done
done
! ldd "$work/linked" | grep -F annexkit || fail "it is linked to a library of annexkit"
exit $failed
