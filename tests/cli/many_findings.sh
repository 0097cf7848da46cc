#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Very many findings are all reported, in memory that does not grow with them.
# usage: many_findings.sh PROGRAM GENERATOR
set -euo pipefail
program=$1 generator=$2
. "$(dirname "$0")/check.sh"
# peak COUNT: makes so many initiatives with a finding each, validates them, and says the most memory in KiB.
peak() {
  "$generator" "$work/$1" --records "$1" --findings error --formats csv >/dev/null
  python3 - "$program" "$work/$1" <<'PYTHON'
import resource, subprocess, sys
program, folder = sys.argv[1:]
with open(folder + "/findings", "wb") as findings:
    subprocess.run([program, "validate", "--schema", "eu-morocco-2013", folder + "/annex.csv", "--report", "ndjson",
                    "--report", "text=" + folder + "/text"], stdout=findings, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
PYTHON
}
few=$(peak 10000) many=$(peak 100000)
for count in 10000 100000; do
  [ "$(grep -c '"type":"finding"' "$work/$count/findings")" -eq "$count" ] || fail "$count findings: not all are told in ndjson"
  [ "$(grep -c '^error: ' "$work/$count/text")" -eq "$count" ] || fail "$count findings: not all are told in text"
done
[ "$many" -lt $((few * 3 / 2)) ] || fail "10,000 findings take $few KiB, ten times as many $many"
exit $failed
