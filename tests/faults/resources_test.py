# SPDX-License-Identifier: Apache-2.0
"""The system gives less than is wanted: memory, file handles, threads, the size of a file, room on a disk."""

import os
import pathlib
import re
import resource
import subprocess
import tempfile

from commands import COMMANDS, OLD, Case, Command, Folder, Whole, has_failed, main, run, sample


def limit(what, value):
    return lambda: resource.setrlimit(what, (value, value))


class Sizes(Case):
    def test_a_file_that_may_not_grow_is_told_as_such(self):
        for command in COMMANDS:
            for most in (0, 1, 4096, 20000):
                folder = Folder(command)
                outcome = run(folder.path, command.arguments, before=limit(resource.RLIMIT_FSIZE, most))
                with self.subTest(command=command.name, bytes=most):
                    self.check_files(folder)
                    if outcome.code == command.code:
                        self.check_done(folder, outcome)
                    else:
                        self.check_told(outcome, (6,), "File too large")
                folder.close()

    def test_a_full_disk(self):
        mount = pathlib.Path(tempfile.mkdtemp(prefix="annexkit-disk-"))
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mount], capture_output=True)
        if made.returncode != 0:
            mount.rmdir()
            self.skipTest("nothing can be mounted here")
        try:
            folder = Folder(COMMANDS[0])
            (mount / "old.json").write_bytes(OLD)
            for arguments in (("convert", "annex.csv", f"{mount}/old.json", "--force"),
                              ("convert", "annex.csv", f"{mount}/new.xml"),
                              ("convert", "annex.csv", "--out-dir", f"{mount}/out", "--to", "json"),
                              ("validate", "annex.csv", "--report", f"html={mount}/r.html")):
                with self.subTest(arguments=arguments):
                    self.check_told(run(folder.path, arguments), (6,), "No space left on device")
                    self.assertEqual([file.name for file in mount.rglob("*") if file.is_file()], ["old.json"])
                    self.assertEqual((mount / "old.json").read_bytes(), OLD)
            outcome = run(folder.path, ("convert", "annex.csv", "-", "--to", "json"), environment={"TMPDIR": str(mount)})
            self.check_told(outcome, (6,), f"temporary file in {mount}: No space left on device")
            self.assertEqual(outcome.out, b"")
            folder.close()
        finally:
            subprocess.run(["umount", mount], check=True)
            mount.rmdir()


class Handles(Case):
    def test_however_few_file_handles_there_are(self):
        for command in COMMANDS:
            for most in (*range(3, 16), 24):
                folder = Folder(command)
                outcome = run(folder.path, command.arguments, before=limit(resource.RLIMIT_NOFILE, most))
                with self.subTest(command=command.name, handles=most):
                    self.check_files(folder)
                    if outcome.code == command.code:
                        self.check_done(folder, outcome)
                    elif outcome.code != 127:  # the program itself could not be loaded
                        self.check_told(outcome, (2, 3, 6))
                        self.assertRegex(outcome.err, "(?i)too many open files|cannot open shared object")
                folder.close()


class Threads(Case):
    def test_where_no_thread_can_be_had_the_work_is_done_all_the_same(self):
        command = Command("large", ("convert", "large.csv", "out.json", "--jobs", "2", "--on-invalid", "keep"), ("out.json",), ("large.csv",), False)
        folder = Folder(command)
        table = sample("annex.csv").split(b"\n", 1)
        rows = [re.sub(rb"(?m)^ma-2013", b"ma-%04d" % number, table[1]) for number in range(2000, 2030)]
        (folder.path / "large.csv").write_bytes(table[0] + b"\n" + b"".join(rows))
        outcome = run(folder.path, command.arguments, "thread 1+ 11")
        has_failed(folder.path)
        self.assertEqual(outcome.code, 1, "the ids are no longer those of the declaration")
        self.assertNotIn("annexkit: error", outcome.err)
        self.assertEqual(set(folder.files()), {"large.csv", "out.json"})
        folder.close()


class Memory(Case):
    # Ahead of main() nobody can tell anything.
    BEFORE_MAIN = 60

    def check(self, folder, outcome):
        self.check_files(folder)
        if outcome.code == 3:
            self.check_told(outcome, (3,))
        elif outcome.code == folder.command.code:
            pass
        else:
            self.check_told(outcome, (2, 3, 4, 6))

    def test_each_allocation_fails_and_all_behind_it(self):
        failed = 0
        for command in COMMANDS:
            Whole.of(command)
            for every in ("", "+"):
                step = 797 if every else 431
                for number in range(self.BEFORE_MAIN + len(command.name), 1000000, step):
                    folder = Folder(command)
                    wish = f"malloc {number}{every} 12"
                    outcome = run(folder.path, command.arguments, wish)
                    made = has_failed(folder.path)
                    if made:
                        failed += 1
                        with self.subTest(command=command.name, fail=wish):
                            self.check(folder, outcome)
                    folder.close()
                    if not made:
                        break
        print(f"{failed} allocations failed")

    def test_an_address_space_that_is_too_small(self):
        told = 0
        for command in COMMANDS:
            for megabytes in range(60, 300, 24):
                folder = Folder(command)
                outcome = run(folder.path, command.arguments, before=limit(resource.RLIMIT_AS, megabytes << 20))
                with self.subTest(command=command.name, megabytes=megabytes):
                    self.check_files(folder)
                    # 127: the program itself could not be loaded.
                    if outcome.code not in (127, command.code):
                        self.check_told(outcome, (2, 3, 4, 6))
                        told += 1
                folder.close()
        self.assertGreater(told, 0)

    def test_a_text_that_does_not_fit_into_memory(self):
        for name, before, after in (
                ("big.json", b'[{"id": "a", "initiative": "', b'"}]'),
                ("big.ndjson", b'{"id": "a", "initiative": "', b'"}\n'),
                ("big.csv", b'id,initiative\na,"', b'"\n'),
                ("big.xml", b"<annex><initiative><initiative>", b"</initiative></initiative></annex>")):
            command = Command("big", ("convert", name, "out.json"), ("out.json",), (name,), False)
            folder = Folder(command)
            (folder.path / name).write_bytes(before + b"a " * (28 << 20) + after)
            outcome = run(folder.path, ("convert", name, "out.json", "--schema", "eu-morocco-2013"),
                          before=limit(resource.RLIMIT_AS, 150 << 20))
            with self.subTest(name=name):
                self.check_told(outcome, (3,), "out of memory")
                self.assertEqual(set(folder.files()), {name})
            folder.close()


if __name__ == "__main__":
    main()
