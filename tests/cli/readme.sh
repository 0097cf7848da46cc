#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every command that the documentation shows behind "$ " and compares what it says with what is shown below it. A line
# of "..." stands for any lines. A blank line within what is shown belongs to it.
# usage: readme.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$(realpath "$1") source=$(realpath "$2") failed=0 commands=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/build/release/bin"
ln -s "$program" "$work/build/release/bin/annexkit"
cp -r "$source/samples" "$source/schemas" "$work"
cd "$work"
export LC_ALL=C.UTF-8

# check DOCUMENT COMMAND SHOWN: SHOWN is what the document has below the command, each line with its end.
check() {
  local document=$1 command=$2 shown=$3 pattern='' said
  said=$(bash -c "$command" 2>&1; echo end)
  while IFS= read -r line; do
    if [ "$line" = ... ]; then pattern+='*'; else pattern+="$(sed 's/[][*?\\]/\\&/g' <<<"$line")"$'\n'; fi
  done < <(printf %s "$shown")
  # shellcheck disable=SC2053
  [[ "$said" == ${pattern}end ]] && return
  failed=1
  printf '%s: %s\n--- shown\n%s--- said\n%s\n' "$document" "$command" "$shown" "$(head -n 20 <<<"${said%end}")"
}

for document in "$source"/{README,CONTRIBUTING}.md "$source"/samples/{,*/,*/*/}README.md; do
  [ -e "$document" ] || continue
  command='' shown='' blank=''
  while IFS= read -r line; do
    if [ -z "$line" ]; then
      blank+=$'\n'
      continue
    fi
    if [[ "$line" == '    $ '* || "$line" != '    '* ]]; then
      [ -z "$command" ] || check "${document#"$source"/}" "$command" "$shown"
      command='' shown=''
    fi
    if [[ "$line" == '    $ '* ]]; then
      command=${line#'    $ '} commands=$((commands + 1))
    elif [ -n "$command" ]; then
      shown+="$blank${line#'    '}"$'\n'
    fi
    blank=''
  done < <(cat "$document"; echo end)
done
[ "$commands" -gt 0 ] || { echo "no document shows a command"; failed=1; }
exit $failed
