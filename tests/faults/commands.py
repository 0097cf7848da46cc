# SPDX-License-Identifier: Apache-2.0
"""Every command that writes, and what must hold of it whatever fails: each file that it writes is as it was or as it should
be, its inputs are untouched, nothing else is left, and the exit code and one message say what happened.

usage of the tests: TEST.py PROGRAM SOURCE_DIR LIBRARY"""

import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE, LIBRARY = (sys.argv.pop(1) for _ in range(3)) if len(sys.argv) > 3 else ("", "", "")
OLD = b"what stood here before\n"
OLD_BASELINE = b'''{"annexkit_baseline":1,"findings":[{"rule":"id.malformed","initiative":"xx p1-004","field":"id",
"reason":"known since May","until":"9999-12-31"}]}'''
# With a partner by its name, and accents that stand behind their letters.
MEND = "id,part,section,objective,partners,initiative\nma-2013-p1-001,1,mobilite,3,Suède|DE, Un  texte.\n" \
       "ma-2013-p1-002,1,nowhere,3,UE,Un texte qui est re\u0301dige\u0301 ainsi pour e\u0302tre compose\u0301.\n".encode()
LEFTOVER = ".annexkit-"


@dataclasses.dataclass(frozen=True)
class Command:
    """A run of the program: its arguments, what it reads and what it writes. Outputs exist already where `old`."""
    name: str
    arguments: tuple
    outputs: tuple
    inputs: tuple = ("annex.csv",)
    old: bool = True
    code: int = 0
    stdout: bool = False
    # Those of the outputs that also say what could not be read.
    reports: tuple = ()
    # What it may leave beside its outputs, since the next run goes on with it.
    resumes: tuple = ()


FORMS = ("json", "csv", "junit", "sarif", "markdown", "gitlab", "ndjson")
REPORTS = tuple(f"r.{form}" for form in FORMS)
COMMANDS = (
    Command("convert", ("convert", "annex.csv", "out.json", "--force"), ("out.json",),
            ("annex.csv", "annexkit.toml")),
    Command("convert-new", ("convert", "annex.csv", "out.xml"), ("out.xml",), old=False),
    Command("convert-stdout", ("convert", "annex.csv", "-", "--to", "json"), (), stdout=True),
    Command("convert-reports", ("convert", "annex.csv", "out.xml", "--force", "--report", "json=r.json", "--report",
                                "html=r.html"), ("out.xml", "r.json", "r.html"), reports=("r.json", "r.html")),
    Command("split", ("convert", "mixed.csv", "--accepted", "ok.json", "--rejected", "mend.json"),
            ("ok.json", "mend.json"), ("mixed.csv",), old=False, code=1),
    Command("batch", ("convert", "in", "--out-dir", "out", "--to", "xml", "--force", "--quiet"),
            ("out/a.xml", "out/b/c.xml"), ("in/a.csv", "in/b/c.csv")),
    Command("batch-resume", ("convert", "in", "--out-dir", "out", "--to", "xml", "--resume", "run.ndjson", "--quiet"),
            ("out/a.xml", "out/b/c.xml"), ("in/a.csv", "in/b/c.csv"), old=False, resumes=("run.ndjson",)),
    Command("shard", ("convert", "annex.ndjson", "part.json", "--shard", "2/2", "--force"), ("part.json",),
            ("annex.ndjson",)),
    Command("fix", ("fix", "mend.csv"), ("mend.csv",), (), code=1),
    Command("fix-output", ("fix", "mend.csv", "-o", "mended.csv", "--force"), ("mended.csv",), ("mend.csv",), code=1),
    Command("validate", ("validate", "annex.csv", *(word for form in FORMS for word in ("--report", f"{form}=r.{form}"))),
            REPORTS, reports=REPORTS),
    Command("baseline", ("validate", "mixed.csv", "--write-baseline", "known.json"), ("known.json",), ("mixed.csv",),
            old=False),
    Command("baseline-again", ("validate", "mixed.csv", "--write-baseline", "known.json"), ("known.json",),
            ("mixed.csv",)),
    Command("template", ("template", "form.csv", "--force"), ("form.csv",), ()),
    Command("plugin-new", ("plugin", "new", "mine"),
            tuple(f"mine/{name}" for name in ("CMakeLists.txt", "README.md", "format.cpp", "format.hpp", "lines.cpp", "lines.hpp",
                                              "plugin.cpp", "reader.cpp", "reader.hpp", "tests/annex.mine",
                                              "tests/round_trip.cmake", "writer.cpp", "writer.hpp")), (), old=False),
    Command("schema", ("schema", "export", "--out-dir", "forms"),
            ("forms/annex.xsd", "forms/annex.csv-metadata.json", "forms/annex.json-schema.json",
             "forms/annex.json-schema-draft-04.json", "forms/annex.table-schema.json",
             "forms/annex-namespace.xsd"), ()),
    Command("coverage", ("coverage", "annex.csv", "-o", "matrix.svg"), ("matrix.svg",)),
)


def sample(name):
    return (pathlib.Path(SOURCE) / "samples/eu-morocco-2013" / name).read_bytes()


class Folder:
    """Where a command is run, with what it reads and what stood there before."""

    def __init__(self, command):
        self.command = command
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="annexkit-faults-"))
        table = sample("annex.csv")
        lines = table.split(b"\n")
        mixed = b"\n".join(lines[:4] + [lines[4].replace(b"ma-2013-", b"xx ", 1)] + lines[5:8]) + b"\n"
        self.before = {}
        for name in command.inputs:
            content = {"mixed.csv": mixed, "mend.csv": MEND, "annex.ndjson": ndjson(), "annexkit.toml": b'lang = "en"\n'}.get(name, table)
            self.put(name, content)
        for name in command.outputs:
            if name == "mend.csv":
                self.put(name, MEND)
            elif command.old:
                self.put(name, OLD_BASELINE if name == "known.json" else OLD)

    def put(self, name, content):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        self.before[name] = content

    def files(self):
        return {str(file.relative_to(self.path)): file.read_bytes()
                for file in sorted(self.path.rglob("*")) if file.is_file()}

    def close(self):
        shutil.rmtree(self.path, ignore_errors=True)


def ndjson():
    head = '{"id":"ma-2013-p1-%03d","part":1,"section":"mobilite","objective":3,"partners":["UE"],"initiative":"Texte numéro %d."}\n'
    return "".join(head % (number, number) for number in range(1, 40)).encode()


@dataclasses.dataclass
class Outcome:
    code: int
    out: bytes
    err: str


def run(folder, arguments, fail="", before=None, environment=None, stdin=None, **more):
    """Runs the program in a folder; `fail` is what ANNEXKIT_FAIL says, `before` is called in the child."""
    variables = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TMPDIR": str(folder)}
    # A program with the address sanitizer may be told of calls that fail, and ends like no other when it reports.
    variables["ASAN_OPTIONS"] = "verify_asan_link_order=0:exitcode=99"
    if fail:
        variables |= {"LD_PRELOAD": LIBRARY, "ANNEXKIT_FAIL": fail, "ANNEXKIT_FAILED": str(folder) + ".failed"}
    variables |= environment or {}
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, env=variables, preexec_fn=before, timeout=120,
                          stdin=subprocess.DEVNULL if stdin is None else stdin,
                          **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more})
    return Outcome(done.returncode, done.stdout or b"", (done.stderr or b"").decode("utf-8", "replace"))


def has_failed(folder):
    """Whether the call that should fail was made."""
    mark = pathlib.Path(str(folder) + ".failed")
    made = mark.exists()
    mark.unlink(missing_ok=True)
    return made


class Whole:
    """What a command does when nothing fails."""
    known = {}

    @staticmethod
    def of(command):
        if command.name not in Whole.known:
            folder = Folder(command)
            outcome = run(folder.path, command.arguments)
            files = folder.files()
            folder.close()
            assert outcome.code == command.code, (command.name, outcome)
            assert set(command.outputs) <= set(files), (command.name, files.keys())
            Whole.known[command.name] = (outcome, files)
        return Whole.known[command.name]


# What differs from run to run.
TIMES = re.compile(rb'"(seconds|finished)":("[^"]*"|[0-9.]+)')


class Case(unittest.TestCase):
    maxDiff = 2000

    def check_files(self, folder, leftovers=False, failed=True):
        """Every output is as it was or whole, every input is untouched, and there is nothing else. Where the command
        failed, its reports say so."""
        command = folder.command
        whole = Whole.of(command)[1]
        files = folder.files()
        for name in command.inputs:
            self.assertEqual(files.get(name), folder.before[name], f"{name} was read, and is another now")
        for name in command.outputs:
            was = folder.before.get(name)
            if files.get(name) != was and not (name in command.reports and failed):
                self.assertEqual(files.get(name), whole[name], f"{name} is neither what it was nor whole")
        known = set(command.inputs) | set(command.outputs) | set(command.resumes)
        left = [name for name in files if name not in known]
        if leftovers:
            left = [name for name in left if not pathlib.Path(name).name.startswith(LEFTOVER)]
        self.assertEqual(left, [], "something is left behind")

    def check_done(self, folder, outcome):
        """The command did what it does when nothing fails."""
        whole, files = Whole.of(folder.command)
        self.assertEqual(outcome.code, whole.code, outcome.err)
        self.assertEqual(outcome.out, whole.out)
        self.assertEqual({name: TIMES.sub(b"", content) for name, content in folder.files().items()},
                         {name: TIMES.sub(b"", content) for name, content in files.items()})

    def check_told(self, outcome, codes, reason=""):
        """An error with its reason; at most one for each input, and what comes of it."""
        self.assertIn(outcome.code, codes, outcome.err)
        # Without memory, RE2 may have begun the line.
        errors = [line for line in outcome.err.splitlines() if "annexkit: error:" in line]
        self.assertLessEqual(len(errors), 2, outcome.err)
        self.assertTrue(errors, f"exit code {outcome.code}, and nobody says why: {outcome.err}")
        if reason:
            self.assertTrue(any(reason in line for line in errors), (reason, errors))


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=0)
