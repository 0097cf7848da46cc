#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Nothing that was submitted steers a terminal or writes elsewhere, whether it is a text, a name or an option.
# usage: hostile.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"

# It would turn the title of the window, the colour and the direction of what follows, and begin a line of its own.
evil=$'\e]0;owned\a\e[31m\nannexkit: error: forged\r\u202e'
mkdir -p "$work/in" "$work/plain"
header=id,part,section,objective,partners,initiative
printf '%s\nma-2013-p1-001,1,mobilite,3,"%s","%s"\n%s,1,nowhere,3,UE,Un  texte.\n' "$header" "$evil" "$evil" "${evil//$'\n'/}" >"$work/in/a$evil.csv"
printf '{"annex":{"declaration":"%s"},"initiatives":[{"\\u001b[31m":1}]}' "$(printf %s "$evil" | sed -z 's/\n/\\n/g; s/\r/\\r/g; s/\x1b/\\u001b/g; s/\x07/\\u0007/g')" >"$work/in/b$evil.json"
printf '<annex><initiative><id>%s</id><x y="1"/></initiative></annex>' "$(printf %s "$evil" | tr -d '\033\007')" >"$work/in/c$evil.xml"
printf '<\e[31m' >"$work/in/d.xml"
cp "$source/schemas/eu-morocco-2013.schema.json" "$work/plain/s.schema.json"
sed 's/"minLength"/"\\u001b[31m\\nforged"/' "$work/plain/s.schema.json" >"$work/plain/x$evil.schema.json"
ln -s /nonexistent "$work/plain/annexkit_$evil.so"
printf '"%s" = 1\n' $'\\u001b[31m' >"$work/plain/t.toml"
printf 'severity = "\e[31m"\n' >"$work/plain/u.toml"

# usage: harmless FILE WHAT: nothing of it is a control character but for the end of a line, or turns the direction.
harmless() {
  without '[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80\xae' "$1" "$2"
  ! grep -q '^annexkit: error: forged' "$1" || fail "$2 has a line that is not ours"
}
without() {
  ! LC_ALL=C grep -qaP "$1" "$2" || fail "$3 is raw: $(LC_ALL=C grep -aP "$1" "$2" | head -n 2 | cat -v)"
}
# What programs read keeps marks of direction, as JSON, and a cell of a table keeps its lines; escapes are none of it.
try_data() {
  (cd "$work" && "$program" "$@" >"$work.out" 2>"$work.err" </dev/null) || true
  without '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]' "$work.out" "the output of $1"
  harmless "$work.err" "the complaint of $1"
}
try() {
  (cd "$work" && "$program" "$@" >"$work.out" 2>"$work.err" </dev/null) || true
  [ -s "$work.out" ] || [ -s "$work.err" ] || fail "nothing is said of: $*"
  harmless "$work.out" "the output of $1"
  harmless "$work.err" "the complaint of $1"
}

schema=(--schema eu-morocco-2013)
for file in "in/a$evil.csv" "in/b$evil.json" "in/c$evil.xml" in/d.xml "in/none$evil.csv"; do
  for form in text concise markdown github junit; do
    try validate "$file" "${schema[@]}" --report "$form"
    try validate "$file" "${schema[@]}" --report "$form" --lang fr
  done
  for form in csv gitlab sarif ndjson json html; do
    try_data validate "$file" "${schema[@]}" --report "$form"
    try_data validate "$file" "${schema[@]}" --report "$form" --lang fr
  done
  try validate "$file"
  try validate "$file" --color always --report concise
  for to in csv json xml; do
    try convert "$file" "out.$to" "${schema[@]}"
    try convert "$file" "out$evil/x.$to" "${schema[@]}"
  done
  try sniff "$file" "${schema[@]}"
  try_data sniff "$file" "${schema[@]}" --format json
  try coverage "$file" "${schema[@]}"
  try fix "$file" "${schema[@]}" -o "mended$evil"
  try convert "$file" --accepted "ok$evil.csv" --rejected "no$evil.csv" "${schema[@]}"
  try validate "$file" "${schema[@]}" --write-baseline "known$evil"
  try validate "$file" "${schema[@]}" --report "json=saved.json"
  try validate "$file" "${schema[@]}" --show-config
done
[ ! -e "$work/saved.json" ] || try report saved.json
try convert in --out-dir "out$evil" --to json "${schema[@]}"
try convert in --out-dir out --to json "${schema[@]}" --manifest "run$evil"
try validate in "${schema[@]}" --baseline "none$evil"
try validate in --schema "./plain/x$evil.schema.json"
try validate in --schema "$evil"
try declarations --schema-dir plain
try validate in --schema-dir plain
try formats --plugin-dir plain
try validate in --from "$evil" --plugin-dir plain
try validate in --config plain/t.toml
try validate in --config plain/u.toml
try validate in --config "plain/$evil"
try "$evil"
try validate "--$evil" in
try validate in --jobs "$evil"
try validate in --lang "$evil"
try validate in --report "$evil"
try validate in --report "$evil=x"
try validate in --limit "$evil"
try validate in --limit "$evil=1"
try validate in --select "$evil"
try validate in --severity "$evil=$evil"
try validate in --from-option "$evil=$evil"
try convert in/d.xml "x.$evil"
try convert in/d.xml out.csv --to-option "delimiter=$evil"
try convert in/d.xml out.csv --shard "$evil"
try rules "$evil"
try report "in/a$evil.csv"
try report --compare "in/a$evil.csv" "in/b$evil.json"
try template "form$evil.csv" --lang "$evil"
try schema export --to "$evil"
try schema export --schema "$evil" --to xsd
try coverage "in/a$evil.csv" --part 99 "${schema[@]}"
# A diff is for patch(1), other than on a terminal.
(cd "$work" && script -qec "'$program' fix --diff in ${schema[*]}" /dev/null </dev/null 2>/dev/null | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g; s/\x1b\[K//g' >"$work.tty") || true
harmless "$work.tty" "a diff on a terminal"
(cd "$work" && script -qec "'$program' digest \"\$(ls -d in/b*)\" ${schema[*]}" /dev/null </dev/null 2>/dev/null | tr -d '\r' >"$work.tty") || true
harmless "$work.tty" "a digest on a terminal"

# Nothing is written outside what was named.
mkdir -p "$work/out-links" "$work/elsewhere" "$work/submitted/sub"
cp "$source/samples/eu-morocco-2013/annex.csv" "$work/submitted/a.csv"
cp "$source/samples/eu-morocco-2013/annex.csv" "$work/submitted/sub/b.csv"
ln -s ../elsewhere "$work/out-links/sub"
ln -s ../elsewhere/stolen.json "$work/out-links/a.json"
check 6 "links in the folder of outputs lead nowhere" "$program" convert submitted --out-dir out-links --to json --force
files "$work/elsewhere"
says err "leads out of"
for path in ../elsewhere/known.json /etc/passwd plain/../../x.json; do
  printf 'baseline = "%s"\n' "$path" >"$work/submitted/annexkit.toml"
  check 2 "settings that came with a submission reach no further than it: $path" "$program" validate submitted
  says err "not below the folder of the file"
done
exit $failed
