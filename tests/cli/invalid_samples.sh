#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Each file of samples/invalid is named by the rule that it breaks, and breaks that rule alone; every rule has one.
# samples/invalid/README.md tells how.
# usage: invalid_samples.sh PROGRAM SAMPLES [PLUGINS]
# Without the folder of the plugins with a defect, what takes one is not run.
set -euo pipefail
program=$(realpath "$1") plugins=${3:+$(realpath "$3")}
cd "$2"
failed=0
fail() { echo "$*"; failed=1; }

rules=$("$program" rules --format json | sed -n 's/^ *"id": "\([^"]*\)",$/\1/p')
[ "$(wc -l <<<"$rules")" -gt 60 ] || fail "the list of rules cannot be read"
for rule in $rules; do
  compgen -G "$rule.*" >/dev/null || fail "no sample breaks $rule"
done

for sample in *; do
  rule=${sample%.*} arguments=(validate "$sample") wanted=${sample%.*}
  case "$sample" in README.md | *.args) continue ;; esac
  path=
  if [[ "$rule" == plugin.* ]]; then
    [ -n "$plugins" ] || continue
    path=$plugins
  fi
  if [ -e "$rule.args" ]; then
    read -ra arguments <"$rule.args"
    wanted=$({ echo "$rule" && sed -n 's/^also //p' "$rule.args"; } | sort)
  fi
  code=0
  report=$(ANNEXKIT_PLUGIN_PATH=$path "$program" "${arguments[@]}" --report ndjson 2>&1) || code=$?
  found=$(sed -n '/"type":"finding"/s/.*"rule":"\([^"]*\)".*/\1/p' <<<"$report" | sort)
  [ "$found" = "$wanted" ] || fail "$sample: wanted" $wanted "alone, found:" ${found:-nothing}
  if grep -q '"type":"finding".*"severity":"error"' <<<"$report"; then
    [[ "$code" =~ ^[12346]$ ]] || fail "$sample: exit code $code"
  else
    [ "$code" -eq 0 ] || fail "$sample: exit code $code"
  fi
done
exit $failed
