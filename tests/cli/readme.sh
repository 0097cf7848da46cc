#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every command that the documentation shows behind "$ " and compares what it says with what is shown below it. A line
# of "..." stands for any lines. A blank line within what is shown belongs to it. Then takes every other example of README.md
# and CONTRIBUTING.md, runs what can be run here, and fails for one that no test knows.
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

export PATH=$work/build/release/bin:$PATH XDG_DATA_HOME=$work/none SOURCE_DATE_EPOCH=1767225600 SLURM_ARRAY_TASK_ID=2 \
  SLURM_ARRAY_TASK_COUNT=3
mkdir submissions project plugins
cp samples/eu-morocco-2013/annex.csv submissions/ma.csv
cp samples/invalid/partner.unknown.json submissions/
cp -r submissions project/
annexkit convert --quiet submissions/ma.csv huge.ndjson --report json=- 2>log >log
fail() { echo "$*: $(head -n 5 log)"; failed=1; }

# run COMMAND: it ends well, findings or not.
run() {
  local code=0
  bash -c "$1" >log 2>&1 || code=$?
  [ "$code" -le 1 ] || fail "exit code $code: $1"
}

# example TEXT: what a document shows, each line with its end.
example() {
  local text=$1 line
  case $text in
    '$ '*) ;; # run above
    'annexkit plugin check '*) ;; # package.plugin_new
    'annexkit '*) while IFS= read -r line; do run "$line"; done <<<"${text%$'\n'}" ;;
    'schema = "'*) printf %s "$text" >project/annexkit.toml ;;
    '{"rule":'*) printf '{"annexkit_baseline": 1, "findings": [%s]}' "$text" >project/known.json ;;
    'name = "xlsx"'*)
      printf %s "$text" >plugins/annexkit_xlsx.toml
      annexkit formats --verbose --plugin-dir plugins >log 2>&1
      grep -cF 'xlsx 1.0.0 (Apache-2.0), formats xlsx, files .xlsx' log >count || fail "the manifest is not taken" ;;
    'import hashlib'*) ;; # cli.digest
    '#include <annexkit/'*) ;; # embedding.examples
    'find_package('*) ;; # package
    '- uses: '*) ;; # manners.files
    './dev '*) ;; # what runs everything else
    '{"input":'* | 'hint: '* | 'bytes -> '*) ;; # nothing that could be run
    *) fail "no test knows this example: $text" ;;
  esac
}

for document in "$source"/{README,CONTRIBUTING}.md; do
  text='' blank=''
  while IFS= read -r line; do
    case $line in
      '') blank+=$'\n' ;;
      '    '*) text+="${text:+$blank}${line#'    '}"$'\n' blank='' ;;
      *) [ -z "$text" ] || example "$text"; text='' blank='' ;;
    esac
  done < <(cat "$document"; echo end)
done
# The settings and the waiver, together: what is waived is no error, and what is ignored is not told.
code=0
(cd project && annexkit validate submissions/partner.unknown.json) >log 2>&1 || code=$?
[ "$code" -eq 0 ] || fail "the settings of README.md: exit code $code"
exit $failed
