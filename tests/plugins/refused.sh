#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Plugins that are not taken: the list of formats says why, and so does a command that misses the format.
# usage: refused.sh PROGRAM SOURCE_DIR PLUGINS
set -euo pipefail
program=$1 source=$2 plugins=$3 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
annex=$source/samples/declarations/coast-2020/annex.json
of=(--schema "$source/samples/declarations/coast-2020/coast-2020.schema.json")

fail() { echo "$*"; failed=1; }

# run CODE ARGUMENT...: keeps what the program says in $work/said.
run() {
  local wanted=$1 code=0
  shift
  "$program" "$@" >"$work/said" 2>&1 || code=$?
  [ "$code" -eq "$wanted" ] || fail "$*: exit code $code, wanted $wanted: $(head -c 500 "$work/said")"
}
says() { grep -qF -- "$1" "$work/said" || fail "not said: $1 (but: $(head -c 500 "$work/said"))"; }

# refused NAME REASON [FOLDER]
refused() {
  local folder=${3:-$plugins}/$1
  run 0 formats --plugin-dir "$folder"
  [ "$(grep -v '^refused ' "$work/said" | awk 'length > 80' | wc -l)" = 0 ] || fail "$1: a line is too long"
  tr -s '\n ' '  ' <"$work/said" >"$work/flat" && mv "$work/flat" "$work/said"
  says "refused $folder/annexkit_$1.so: $2"
  run 2 convert --plugin-dir "$folder" "$annex" "$work/annex.refused"
  says "$folder/annexkit_$1.so was refused: $2"
  [ ! -e "$work/annex.refused" ] || fail "$1: there is an output"
}

refused wrong_abi "it speaks version 2 of the plugin contract, this program version 1"
refused no_entry "it has no function annexkit_plugin_v1, so it is no plugin for this version of annexkit"
refused entry_null "its entry point returned nothing"
refused entry_throws "its entry point threw: no tables today"
refused small_plugin_table "its plugin table is too small"
refused small_format_table "its format table is too small"
refused small_importer_table "its importer table is too small"
refused small_exporter_table "its exporter table is too small"
refused no_formats "it has no formats"
refused formats_null "it has no formats"
refused no_parse "the importer of refused lacks open, parse or close"
refused no_write "the exporter of refused lacks one of its functions"
refused neither "format refused can neither read nor write"
refused odd_id "\"My Format\" is no id of a format"

# The first folder wins, so it is the program's own plugin that is refused here.
run 0 formats --plugin-dir "$plugins/taken_id"
says "annexkit_json.so:"
says "already there, so left out: json (of plugin refused)"
# Its other format is not lost with it.
says "ndjson  rw"

mkdir "$work/many"
for n in 1 2 3 4 5; do printf '%100s' "this is no library" >"$work/many/annexkit_$n.so"; done
run 2 convert --plugin-dir "$work/many" "$annex" "$work/annex.refused"
says "annexkit_3.so was refused: it cannot be loaded: invalid ELF header; and 2 more: annexkit formats --verbose"

mkdir "$work/text"
printf '%100s' "this is no library" >"$work/text/annexkit_text.so"
refused text "it cannot be loaded: invalid ELF header" "$work"

# What others may change: a file, its folder, or one that leads to it. What is owned by root and sticky is safe.
mkdir -p -m 755 "$work/way/open"
cp "$plugins/broken/annexkit_broken.so" "$work/way/open/annexkit_open.so"
library=$work/way/open/annexkit_open.so
# unsafe MODE PATH REASON
unsafe() {
  chmod "$1" "$2"
  refused open "$3" "$work/way"
  chmod 755 "$2"
}
unsafe 757 "$work/way/open" "all users may change $work/way/open (chmod o-w mends that)"
unsafe 777 "$work/way" "all users may change $work/way (chmod o-w mends that)"
unsafe 666 "$library" "all users may change $library (chmod o-w mends that)"
mkdir -m 777 "$work/links"
ln -s "$library" "$work/links/annexkit_links.so"
refused links "all users may change $work/links (chmod o-w mends that)" "$work/links/.."
if [ "$(id -u)" -eq 0 ]; then
  chown 12345 "$library"
  refused open "$library belongs to another user (12345), who may change it" "$work/way"
  chown 0 "$library"
  chgrp daemon "$work/way/open" "$library"
  unsafe 775 "$work/way/open" "a group of users may change $work/way/open (chmod g-w mends that)"
  unsafe 664 "$library" "a group of users may change $library (chmod g-w mends that)"
  # Nobody else is in root's own group, as in that of many users, whose files are made so.
  chgrp root "$work/way/open" "$library"
  chmod 775 "$work/way/open"
  run 0 convert "${of[@]}" --plugin-dir "$work/way/open" "$annex" "$work/group.whole"
  chmod 755 "$work/way/open"
fi
chmod 1777 "$work/way/open"
run 0 convert "${of[@]}" --plugin-dir "$work/way/open" "$annex" "$work/annex.whole"
chmod 755 "$work/way/open"

# Admitted on request, with a warning.
chmod 666 "$library"
run 0 convert "${of[@]}" --allow-unsafe-plugins --plugin-dir "$work/way/open" "$annex" "$work/other.whole"
says "annexkit: warning: plugin $library is loaded all the same: all users may change $library (chmod o-w mends that)"
says "hint: whoever may change it runs code as you"
cmp "$work/annex.whole" "$work/other.whole" || fail "an unsafe plugin works otherwise"
run 0 validate "${of[@]}" --lang fr --allow-unsafe-plugins --plugin-dir "$work/way/open" "$work/other.whole"
says "est chargé malgré tout"
run 0 formats --allow-unsafe-plugins
if grep -q "loaded all the same" "$work/said"; then fail "a warning for nothing"; fi
exit $failed
