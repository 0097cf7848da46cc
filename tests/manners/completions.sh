#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Completes command lines in bash, and in zsh and fish where they are installed.
# usage: completions.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$source/tests/cli/check.sh"
export LC_ALL=C.UTF-8 XDG_DATA_HOME=$work/none XDG_CONFIG_HOME=$work/none
mkdir -p "$work/bin" "$work/here/folder"
ln -s "$program" "$work/bin/annexkit"
export PATH=$work/bin:$PATH
cd "$work/here"
touch annex.csv 'another annex.xml'
for shell in bash zsh fish; do annexkit completions $shell >"$work/annexkit.$shell"; done
check 2 "a shell that is not known" annexkit completions tcsh

. "$work/annexkit.bash"
complete -p annexkit | grep -qF -- '-F _annexkit annexkit' || fail "bash does not complete annexkit"
# completes WANTED WORD...: what bash offers for the last word, in one line.
completes() {
  local wanted=$1 offered
  shift
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
  _annexkit
  offered=$(printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort | tr '\n' ' ')
  [ "$offered" = "$wanted " ] || fail "$*: $offered, wanted: $wanted"
}
completes "validate" annexkit val
completes "--help --version" annexkit --
completes "completions convert coverage" annexkit co
completes "--to --to-option" annexkit convert --to
completes "csv" annexkit convert --to c
completes "csv json ndjson xml" annexkit convert annex.csv x.json --from ''
completes "html" annexkit validate --report h
completes "html" annexkit validate annex.csv --report = h
completes "error" annexkit validate --fail-on e
completes "partner.combined partner.unknown" annexkit validate --ignore partner.
completes "partner.unknown" annexkit rules partner.u
completes "eu-morocco-2013" annexkit validate --schema eu
completes "annex.csv another annex.xml" annexkit validate --schema a
completes "annex.csv another annex.xml" annexkit validate a
completes "folder" annexkit convert --out-dir ''
completes "" annexkit convert --jobs ''
completes "export" annexkit schema ''
completes "xsd xsd-namespace" annexkit schema export --to x
completes "bash fish zsh" annexkit completions ''
completes "annex.csv another annex.xml" annexkit validate convert a

if command -v zsh >/dev/null; then
  zsh -n "$work/annexkit.zsh" || fail "zsh cannot read its script"
  mkdir "$work/functions" && cp "$work/annexkit.zsh" "$work/functions/_annexkit"
  zsh -fc "fpath=('$work/functions' \$fpath); autoload -Uz compinit; compinit -D -u; whence -w _annexkit; echo \$_comps[annexkit]" \
    >"$work/zsh.out" 2>&1
  grep -qx '_annexkit' "$work/zsh.out" || fail "zsh does not complete annexkit: $(cat "$work/zsh.out")"
  # It completes at a terminal alone, so it gets one; control-X tells the line.
  cat >"$work/complete.zsh" <<'ZSH'
zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell "fpath=('$1' \$fpath); autoload -Uz compinit; compinit -D -u; unsetopt beep; bindkey '^I' complete-word
  tell() { print -r -- \$BUFFER; exit }; zle -N tell; bindkey '^X' tell; exec >'$3'"
zpty -w -n shell "$2"$'\t\030'
while zpty -t shell; do zpty -r shell line; done
ZSH
  # completed WANTED LINE: what zsh makes of the line.
  completed() {
    timeout 60 zsh -f "$work/complete.zsh" "$work/functions" "$2" "$work/line" >"$work/zsh.out" 2>&1 || true
    [ "$(tail -n 1 "$work/line" | sed 's/ *$//')" = "$1" ] || fail "zsh: $2: $(cat "$work/line"), wanted: $1"
  }
  completed "annexkit validate" "annexkit val"
  completed "annexkit convert a b --from ndjson" "annexkit convert a b --from nd"
  completed "annexkit validate --report html" "annexkit validate --report ht"
  completed "annexkit validate --ignore partner.unknown" "annexkit validate --ignore partner.u"
  completed "annexkit schema export --to xsd-namespace" "annexkit schema export --to xsd-"
  completed "annexkit completions fish" "annexkit completions f"
fi
if command -v fish >/dev/null; then
  # offers WANTED LINE: what fish offers for the end of the line.
  offers() {
    local offered
    offered=$(fish --no-config -c "source '$work/annexkit.fish'; complete -C '$2'" | cut -f 1 | LC_ALL=C sort | tr '\n' ' ')
    [ "$offered" = "$1 " ] || fail "fish: $2: $offered, wanted: $1"
  }
  fish -n "$work/annexkit.fish" || fail "fish cannot read its script"
  offers "validate" "annexkit val"
  offers "csv json ndjson xml" "annexkit convert a b --from "
  offers "html" "annexkit validate --report h"
  offers "partner.combined partner.unknown" "annexkit validate --ignore partner."
  offers "xsd xsd-namespace" "annexkit schema export --to x"
  offers "bash fish zsh" "annexkit completions "
fi
exit $failed
