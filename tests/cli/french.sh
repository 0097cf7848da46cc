#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Errors in French, by --lang and by the locale. The help, too.
# usage: french.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$(dirname "$0")/check.sh"
# told CODE TEXT ARGUMENT...: standard error is this text.
told() {
  local code=$1 text=$2
  shift 2
  check "$code" "$*" "$program" "$@"
  diff <(printf '%s\n' "$text") <(plain "$work.err") >"$work.diff" || fail "$*: $(cat "$work.diff")"
}
cp "$source/samples/invalid/partner.unknown.json" "$work/a.json"
mkdir "$work/empty"
unset LC_MESSAGES LANG
export LC_ALL=fr_FR.UTF-8
told 3 "annexkit : erreur : impossible de lire rien.csv : fichier ou dossier inexistant" validate rien.csv
told 3 "annexkit: error: cannot read rien.csv: No such file or directory" validate rien.csv --lang en
told 2 "annexkit : erreur : il n'y a pas de règle « partner.unkown »
  conseil : la plus proche est « partner.unknown » ; annexkit rules les liste toutes" validate a.json --ignore partner.unkown
told 2 "annexkit : erreur : la règle loss.head ne peut être ni désactivée ni adoucie
  conseil : elle dit ce qui n'a pu être lu ou écrit, ce qui ne se tait jamais" validate a.json --ignore loss.head
told 2 "annexkit : erreur : il n'y a pas de gravité « grave »
  conseil : elle est off, note, warning ou error" validate a.json --severity text=grave
told 2 "annexkit : erreur : un flux ne peut pas être corrigé
  conseil : indiquez un fichier, qui sera lu deux fois" fix -
told 2 "annexkit : erreur : convert prend une entrée et une sortie, et non 1 noms
  conseil : convertissez plusieurs fichiers dans un dossier avec --out-dir" convert a.json
cp "$work/a.json" "$work/b.json"
check 6 "an output that is there" "$program" convert a.json b.json
says err "annexkit : erreur : b.json existe"
says err "  conseil : remplacez-le avec --force"
told 2 "annexkit : erreur : validate ne prend pas « --frob »
  conseil : annexkit validate --help liste ce qu'elle accepte" validate a.json --frob
told 2 "annexkit : erreur : le format json n'a pas d'option « x »
  conseil : connues : encoding, max-depth" validate a.json --from-option x=1
told 2 "annexkit : erreur : l'option max-depth du format json vaut « x », mais doit être un nombre entier
  conseil : how deep brackets may be nested in an initiative or in the annex head, 1 to 1000" validate a.json --from-option max-depth=x
told 2 "annexkit : erreur : a.json n'est pas une base de référence : il n'y figure pas « annexkit_baseline » : 1
  conseil : écrivez-en une avec --write-baseline FICHIER" validate a.json --baseline a.json
check 2 "no format" "$program" convert a.json out.xyz
says err "annexkit : erreur : aucun format de sortie pour « out.xyz »"
says err "  conseil : indiquez-en un avec --to ; connus : csv, json, ndjson, xml (cherchés dans "
check 3 "no files" "$program" validate empty
says err "annexkit : erreur : aucun fichier d'un format connu dans empty"
check 2 "no command" "$program"
says err "annexkit : erreur : aucune commande n'a été donnée"
check 2 "CLI11's own words" "$program" validate a.json --jobs many
says err "  conseil : annexkit validate --help liste ce qu'elle accepte"

# A saved report tells its errors in either language.
check 3 "a report with an error" "$program" validate rien.csv --report json=saved.json
check 3 "in English" "$program" report --lang en saved.json
says out "error: cannot read rien.csv: No such file or directory"
check 3 "in French" "$program" report saved.json
says out "erreur : impossible de lire rien.csv : fichier ou dossier inexistant"

# The help: whatever it says in English, it says in French.
lines() { sed -nE 's/^ {2,}\S.* {2,}(\S.*)$/\1/p; s/^ {34}(\S.*)$/\1/p; 1p' "$1" | sort -u; }
for command in "" convert validate fix sniff report coverage digest formats rules declarations schema "schema export" \
  template plugin "plugin check" "plugin new" completions man; do
  LC_ALL=C "$program" $command --help >"$work/en" || fail "$command --help"
  LC_ALL=fr_FR.UTF-8 "$program" $command --help >"$work/fr" || fail "$command --help"
  [ "$(lines "$work/en" | wc -l)" -gt 1 ] || fail "$command --help says nothing"
  comm -12 <(lines "$work/en") <(lines "$work/fr") >"$work/same"
  [ ! -s "$work/same" ] || fail "$command --help is English in French: $(cat "$work/same")"
  ! LC_ALL=fr_FR.UTF-8 "$program" $command --help | grep -E "^(The |With |One |Safe|Three forms)" || fail "$command: English below"
done
exit $failed
