#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs what the files for pre-commit and GitHub say, and reads publiccode.yml by its standard.

usage: files.py PROGRAM SOURCE_DIR PEERS"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

program, source = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
good = source / "samples/eu-morocco-2013/annex.csv"
bad = source / "samples/invalid/partner.unknown.json"
failed = False


def check(holds, what):
    global failed
    if not holds:
        print(what)
        failed = True


def read(name):
    return yaml.safe_load((source / name).read_text(encoding="utf-8"))


def run(command, **variables):
    environment = os.environ | {"PATH": f"{bin}:{os.environ['PATH']}"} | variables
    return subprocess.run(command, cwd=bin, env=environment, text=True, capture_output=True)


def try_hooks():
    for hook in read(".pre-commit-hooks.yaml"):
        check(set(hook) == {"id", "name", "description", "entry", "language", "types_or"}, f"a hook has {set(hook)}")
        check(hook["language"] == "system", f"{hook['id']} is installed by pre-commit")
        copy = pathlib.Path(bin, "annex.csv")
        copy.write_bytes(good.read_bytes())
        check(run([*hook["entry"].split(), str(copy)]).returncode == 0, f"{hook['id']} fails on the real annex")
        copy = pathlib.Path(bin, bad.name)
        copy.write_bytes(re.sub(b'"EU"', b'"Atlantis"', bad.read_bytes()))
        check(run([*hook["entry"].split(), str(copy)]).returncode == 1, f"{hook['id']} passes a bad annex")


def try_action():
    action = read("action.yml")
    check(action["runs"]["using"] == "composite", "the action is not composite")
    [step] = action["runs"]["steps"]
    names = {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]}
    check(set(step["env"].values()) == names, "an input does not reach the script, or is not declared")
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    none = {name: "" for name in step["env"]}
    ended = run(script, **none | {"ANNEXKIT_PATHS": f"{good}\n{bad}\n", "ANNEXKIT_SARIF": "out.sarif"})
    check(ended.returncode == 1, f"the action ends with {ended.returncode}: {ended.stderr}")
    check("::error file=" in ended.stdout, f"the action shows no annotation: {ended.stdout}")
    check(pathlib.Path(bin, "out.sarif").is_file(), "the action writes no SARIF")
    ended = run(script, **none | {"ANNEXKIT_PATHS": str(bad), "ANNEXKIT_OPTIONS": "--fail-on=never\n--lang\nfr"})
    check(ended.returncode == 0, f"the options do not count: {ended.stderr}")
    shown = re.search(r"^    (- uses: .*\n(?:    .*\n)+)", (source / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    [use] = yaml.safe_load(re.sub("^    ", "", shown[1], flags=re.MULTILINE))
    check(set(use["with"]) <= set(action["inputs"]), f"README.md gives the action {set(use['with'])}")
    ended = run(script, **none | {"ANNEXKIT_PATHS": str(good), "ANNEXKIT_OPTIONS": use["with"]["options"]})
    check(ended.returncode == 1, f"what README.md gives the action does not count: {ended.stderr}")
    ended = run(script, **none | {"ANNEXKIT_PATHS": str(bad), "PATH": "/usr/bin:/bin"})
    check(ended.returncode == 2 and "not installed" in ended.stdout, "a missing annexkit is not told")


def read_publiccode():
    code = read("publiccode.yml")
    required = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description",
                "legal", "maintenance", "localisation"}
    check(required <= set(code), f"publiccode.yml lacks {required - set(code)}")
    check(code["legal"]["license"] == "Apache-2.0", "the licence is another one")
    check(code["maintenance"]["type"] == "community" and code["maintenance"]["contacts"][0]["name"], "nobody maintains it")
    check(set(code["localisation"]["availableLanguages"]) == set(code["description"]), "a language is not described")
    for language, text in code["description"].items():
        check(len(text["shortDescription"]) <= 150, f"{language}: the short description is long")
        check(150 <= len(text["longDescription"]) <= 10_000, f"{language}: the long description is short or very long")
        check(text["features"], f"{language}: there are no features")
    version = re.search(r"project\(annexkit VERSION ([0-9.]+)", (source / "CMakeLists.txt").read_text())[1]
    check(code["softwareVersion"] == version, f"the version is {code['softwareVersion']}, not {version}")


with tempfile.TemporaryDirectory() as bin:
    pathlib.Path(bin, "annexkit").symlink_to(program)
    try_hooks()
    try_action()
    read_publiccode()
sys.exit(failed)
