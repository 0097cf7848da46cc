#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The program and its plugins are built with what makes a defect hard to exploit.
# usage: hardened.sh PROGRAM BUILD_TYPE PLUGIN...
set -euo pipefail
program=$1 build=$2
shift 2
. "$(dirname "$0")/check.sh"
for file in "$program" "$@"; do
  name=$(basename "$file")
  readelf --wide --file-header --program-headers --dynamic "$file" >"$work.elf"
  readelf --wide --dyn-syms "$file" >"$work.symbols"
  # Loaded anywhere.
  grep -qE "Type: +DYN" "$work.elf" || fail "$name is not position-independent"
  # What the linker fills in is read-only by the time that main() begins.
  says elf "GNU_RELRO"
  grep -qE "BIND_NOW|Flags:.* NOW" "$work.elf" || fail "$name binds symbols late"
  # No stack can be run.
  grep -qE "GNU_STACK.* RW +0x" "$work.elf" || fail "$name has a stack that can be run"
  [ "$build" != Release ] || grep -q "__stack_chk_fail" "$work.symbols" || fail "$name has no stack protector"
  grep -qE "TEXTREL|RPATH|RUNPATH.*\\$" "$work.elf" && fail "$name has relocations in its code or a search path"
done
# Copies and formatted texts are checked for the size of what they are written to.
readelf --wide --dyn-syms "$program" >"$work.symbols"
[ "$build" != Release ] || grep -qE "__[a-z_]+_chk@" "$work.symbols" || fail "nothing is checked by _FORTIFY_SOURCE"
exit $failed
