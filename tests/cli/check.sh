# SPDX-License-Identifier: Apache-2.0
# What the tests of the program share; to be sourced, after $program is set. Each test gets a folder $work of its own.
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work" "$work".*' EXIT

# check CODE TITLE COMMAND...: runs it in $work, keeps its output beside it in $work.out and $work.err.
check() {
  local wanted=$1 title=$2 code=0
  shift 2
  (cd "$work" && "$@" >"$work.out" 2>"$work.err") || code=$?
  [ "$code" -eq "$wanted" ] || fail "$title: exit code $code, wanted $wanted: $(cat "$work.err")"
}
convert() { local code=$1 title=$2; shift 2; check "$code" "$title" "$program" convert "$@"; }
fail() { echo "$*"; failed=1; }
# French has no-break spaces, which tests spell as those of the keyboard; the golden messages have them as they are.
plain() { sed 's/\xC2\xA0\|\xE2\x80\xAF/ /g' "$@"; }
says() { plain "$work.$1" | grep -F -- "$2" >"$work.found" || fail "$1 lacks: $2 (it has: $(head -c 300 "$work.$1"))"; }
# What is broken into lines, as one.
unwrap() { tr -s '\n ' '  ' <"$work.$1" >"$work.flat" && mv "$work.flat" "$work.$1"; }
silent() { [ ! -s "$work.$1" ] || fail "$1 should be empty, but has: $(head -c 300 "$work.$1")"; }
same() { cmp -s "$1" "$2" || fail "$1 differs from $2"; }
absent() { [ ! -e "$1" ] || fail "$1 is there"; }
# files FOLDER NAME...: the files below the folder are these.
files() {
  local folder=$1 found
  shift
  found=$(cd "$folder" && find . -not -type d | sed 's,^\./,,' | LC_ALL=C sort | tr '\n' ' ')
  [ "$found" = "${*:+$* }" ] || fail "$folder holds: $found, wanted: $*"
}
