#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Very many findings are all reported, in memory that does not grow with them.
# usage: many_findings.sh PROGRAM GENERATOR
set -euo pipefail
program=$1 generator=$2
. "$(dirname "$0")/check.sh"
# peak COUNT: makes so many initiatives with a finding each, validates them, and says the most memory in KiB. How many
# findings each report tells goes to the file told; the reports themselves would be more than a gigabyte.
peak() {
  "$generator" "$work/$1" --records "$1" --findings error --formats csv >/dev/null
  python3 - "$program" "$work/$1" <<'PYTHON'
import resource, subprocess, sys
program, folder = sys.argv[1:]
def counting(pattern):
    return subprocess.Popen(["grep", "-c", pattern], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
ndjson, text = counting('"type":"finding"'), counting("^error: ")
subprocess.run([program, "validate", "--schema", "eu-morocco-2013", folder + "/annex.csv", "--report", "ndjson",
                "--report", "text=/dev/fd/%d" % text.stdin.fileno()],
               stdout=ndjson.stdin, stderr=subprocess.DEVNULL, pass_fds=[text.stdin.fileno()])
with open(folder + "/told", "w") as told:
    for report in ndjson, text:
        told.write(report.communicate()[0])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
PYTHON
}
few=$(peak 10000) many=$(peak 1000000)
for count in 10000 1000000; do
  told=$(tr '\n' ' ' <"$work/$count/told")
  [ "$told" = "$count $count " ] || fail "$count findings: told in ndjson and text: $told"
done
[ "$many" -lt $((few * 3 / 2)) ] || fail "10,000 findings take $few KiB, a hundred times as many $many"
exit $failed
