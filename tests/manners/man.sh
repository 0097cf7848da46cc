#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes the man pages and reads them as man does; the words are those of the help.
# usage: man.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$source/tests/cli/check.sh"
export LC_ALL=C.UTF-8 MANWIDTH=100

check 0 "every page" "$program" man --out-dir pages
mapfile -t commands < <("$program" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\) .*/\1/p')
[ "${#commands[@]}" -gt 12 ] || fail "few commands: ${commands[*]}"
files "$work/pages" $(printf 'annexkit%s.1\n' '' "${commands[@]/#/-}" | LC_ALL=C sort)

for page in "$work"/pages/*.1; do
  name=$(basename "$page" .1)
  check 0 "man $name" man --warnings -l "$page"
  [ ! -s "$work.err" ] || fail "$name: $(cat "$work.err")"
  for section in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' 'SEE ALSO'; do
    grep -qx "$section" "$work.out" || fail "$name has no section $section"
  done
  cp "$work.out" "$work/$name.txt"
done

# Each option of the help, and the beginning of what the help says of it.
for command in "${commands[@]}"; do
  "$program" "$command" --help | grep -oE '^  (-[A-Za-z0-9],)?--[a-z-]+' | sed 's/.*--/--/' | while read -r option; do
    grep -qE -- "(^|, | )$option( |\$)" "$work/annexkit-$command.txt" || echo "annexkit-$command.1 lacks $option"
  done >"$work/lacking"
  [ ! -s "$work/lacking" ] || fail "$(cat "$work/lacking")"
done
grep -qF 'annexkit schema export [OPTIONS]' "$work/annexkit-schema.txt" || fail "annexkit-schema.1 lacks export"
grep -qF 'LEVEL is one of note, warning, error, never. Default: error.' <(tr -s ' \n' ' ' <"$work/annexkit-validate.txt") ||
  fail "annexkit-validate.1 does not list the levels"
grep -qF 'Only with --rejected. Not with --on-invalid, --shard.' <(tr -s ' \n' ' ' <"$work/annexkit-convert.txt") ||
  fail "annexkit-convert.1 does not say what --accepted goes with"

grep -qxE ' +annexkit plugin new \[OPTIONS\] name' "$work/annexkit-plugin.txt" || fail "annexkit-plugin.1 has no line for new"
grep -qF 'Each check runs in a process of its own' "$work/annexkit-plugin.txt" || fail "annexkit-plugin.1 lacks what is below"

# Exit codes are those of README.md.
sed -n 's/^| \([0-6]\) | \(.*\) |$/\1 \2/p' "$source/README.md" | tr -d '`' | while read -r row; do
  tr -s ' \n' ' ' <"$work/annexkit.txt" | grep -qF " $row." || echo "annexkit.1 lacks: $row"
done >"$work/lacking"
[ ! -s "$work/lacking" ] || fail "$(cat "$work/lacking")"

check 0 "one page" "$program" man convert
same "$work.out" "$work/pages/annexkit-convert.1"
check 0 "that of the program" "$program" man
same "$work.out" "$work/pages/annexkit.1"
check 2 "of a command that is not there" "$program" man convrt
says err 'there is no command "convrt"'
exit $failed
