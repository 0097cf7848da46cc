#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Manifests beside plugins: what they are good for where the library is missing or refused, and those that are wrong.
# usage: manifests.sh PROGRAM SOURCE_DIR PLUGINS
set -euo pipefail
program=$1 source=$2 plugins=$3
. "$source/tests/cli/check.sh"
annex=$source/samples/declarations/coast-2020/annex.json
unset ANNEXKIT_PLUGIN_PATH
export XDG_DATA_HOME=$work/none
mkdir "$work/dir"
manifest() { cat >"$work/dir/annexkit_sheet.toml"; }
whole='name = "sheet"
version = "1.0.0"
license = "Apache-2.0"
abi = 1
formats = ["sheet"]
extensions = [".sheet"]
magic = ["504b0304"]'
missing="plugin sheet is for it, but is not installed ($work/dir/annexkit_sheet.so is missing)"

manifest <<<"$whole"
printf 'PK\003\004 a workbook' >"$work/a.csv"
printf 'no format looks like this' >"$work/a.sheet"
check 2 "a file by its name" "$program" validate --plugin-dir dir a.sheet
says err "hint: $missing; use --from to name one; known: csv, json, ndjson, xml (searched $work/dir, "
check 3 "a file by its beginning" "$program" validate --plugin-dir dir a.csv
unwrap out
says out "$missing"
check 2 "a format by its id" "$program" validate --plugin-dir dir --from sheet a.sheet
says err "hint: $missing; known: csv"
check 2 "an output by its name" "$program" convert --plugin-dir dir "$annex" b.sheet
says err "hint: $missing; use --to to name one"
check 2 "in French" "$program" validate --lang fr --plugin-dir dir a.sheet
says err "conseil : le module sheet y sert, mais n'est pas installé ($work/dir/annexkit_sheet.so manque) ; indiquez-le"
check 0 "files of others" "$program" validate --plugin-dir dir --schema "$source/samples/declarations/coast-2020/coast-2020.schema.json" "$annex"

export ANNEXKIT_PLUGIN_PATH=relative
check 0 "every place that was searched" "$program" formats --verbose --plugin-dir dir
diff - <(sed '1,/^Plugins are looked for/d' "$work.out" | head -n 9) <<TEXT || fail "formats --verbose tells otherwise"

$work/dir
  (--plugin-dir)
  annexkit_sheet.so: not installed
    sheet 1.0.0 (Apache-2.0), formats sheet, files .sheet

$work/none/annexkit/plugins
  (your data folder: no such folder)

TEXT
says out "    json 1.0.0 (Apache-2.0), formats json, ndjson, files .json .ndjson .jsonl"
says out "  (ANNEXKIT_PLUGIN_PATH: not looked into, since it is relative)"
[ "$(grep -v '^/' "$work.out" | awk 'length > 80' | wc -l)" = 0 ] || fail "a line is too long"
check 0 "the same as JSON" "$program" formats --verbose --format json --plugin-dir dir
python3 - "$work.out" <<'PYTHON' || fail "the JSON is: $(head -c 300 "$work.out")"
import json, sys
told = json.load(open(sys.argv[1]))
assert [each["id"] for each in told["formats"]] == ["csv", "json", "ndjson", "xml"]
assert [each["from"] for each in told["searched"]] == [
    "--plugin-dir", "your data folder", "installed with annexkit", "ANNEXKIT_PLUGIN_PATH"]
assert told["searched"][1]["reason"] == "no such folder"
assert told["searched"][3]["reason"] == "not looked into, since it is relative"
sheet = told["searched"][0]["plugins"][0]
assert (sheet["name"], sheet["version"], sheet["state"]) == ("sheet", "1.0.0", "not installed")
assert (sheet["formats"], sheet["extensions"]) == (["sheet"], [".sheet"])
assert [each["state"] for each in told["searched"][2]["plugins"]] == ["loaded"] * 3
PYTHON
unset ANNEXKIT_PLUGIN_PATH

# A library that is refused has a reason, which is told once.
printf '%100s' "this is no library" >"$work/dir/annexkit_sheet.so"
check 2 "a file of a plugin that was refused" "$program" validate --plugin-dir dir a.sheet
says err "hint: plugin sheet is for it, but was refused: "
[ "$(grep -o "invalid ELF header" "$work.err" | wc -l)" = 1 ] || fail "the reason is told otherwise: $(cat "$work.err")"
manifest <<<"${whole/abi = 1/abi = 7}"
check 2 "a plugin for another host" "$program" validate --plugin-dir dir a.sheet
says err "but was refused: it speaks version 7 of the plugin contract, this program version 1"
manifest <<<"${whole/abi = 1/abi = 7}
later = true"
check 0 "a plugin for another host, with keys of its own" "$program" formats --verbose --plugin-dir dir
unwrap out
says out "refused it speaks version 7 of the plugin contract, this program version 1 sheet 1.0.0 (Apache-2.0), formats"

# wrong REASON: the manifest on standard input is refused, with the library beside it.
wrong() {
  manifest
  check 0 "$1" "$program" formats --verbose --plugin-dir dir
  unwrap out
  says out "annexkit_sheet.so: refused its manifest $1"
}
wrong "annexkit_sheet.toml, line 3, column 9: it is no TOML: " <<<"${whole/license = /license }"
wrong "annexkit_sheet.toml: it has more than 16384 bytes" <<<"$(printf 'a.%.0s' $(seq 100000))a = 1"
wrong "annexkit_sheet.toml lacks the key version" <<<"${whole/version = \"1.0.0\"/}"
wrong "annexkit_sheet.toml lacks the key formats" <<<"${whole/\"sheet\"]/]}"
wrong 'annexkit_sheet.toml, line 2, column 11: version must be a text in quotes' <<<"${whole/\"1.0.0\"/1}"
wrong 'annexkit_sheet.toml, line 4, column 7: abi must be a whole number' <<<"${whole/abi = 1/abi = -1}"
wrong 'annexkit_sheet.toml, line 6, column 15: extensions must be a list of ends of names, such as [".csv"]' \
  <<<"${whole/\".sheet\"/\"sheet\"}"
wrong 'annexkit_sheet.toml, line 7, column 10: magic must be a list of bytes' <<<"${whole/504b/PK}"
wrong 'annexkit_sheet.toml, line 8, column 11: there is no key "endings", only name, version' <<<"$whole
endings = 1"

# What a manifest says is what its library is.
cp "$plugins/broken/annexkit_broken.so" "$work/dir/annexkit_sheet.so"
wrong 'says sheet for name, the library broken' <<<"$whole"
wrong 'says 1.0.0 for version, the library 1' <<<"${whole/name = \"sheet\"/name = \"broken\"}"
exit $failed
