# SPDX-License-Identifier: Apache-2.0
"""Inputs that change while they are read, outputs that are inputs, files that are no files, folders that are read-only."""

import os
import pathlib
import subprocess
import sys
import threading

from commands import COMMANDS, OLD, PROGRAM, SOURCE, Case, Command, Folder, main, ndjson, run, sample

ONE = Command("one", ("convert", "annex.csv", "out.json", "--force"), ("out.json",))


def while_read(folder, arguments, change):
    """Runs the program with an input that is a file of `folder`, and changes it after its first bytes were read."""
    environment = {"ANNEXKIT_PAUSE": str(folder.path / "pause")}
    os.mkfifo(folder.path / "pause")
    done = []
    thread = threading.Thread(target=lambda: done.append(run(folder.path, arguments, "read 999999 5",
                                                             environment=environment)))
    thread.start()
    with open(folder.path / "pause", "wb"):  # opens when the program has read something
        change()
    thread.join()
    os.unlink(folder.path / "pause")
    return done[0]


class Changes(Case):
    """What is read of a file that somebody writes to is neither what it was nor what it is."""

    def check_refused(self, change, arguments=ONE.arguments, told="annex.csv was changed while it was read"):
        folder = Folder(ONE)
        file = folder.path / "annex.csv"
        outcome = while_read(folder, arguments, lambda: change(file))
        self.assertEqual(outcome.code, 3, outcome.err)
        self.check_told(outcome, (3,), told)
        files = folder.files()
        self.assertEqual(files["out.json"], OLD)
        self.assertEqual(set(files), {"annex.csv", "out.json"})
        folder.close()

    def test_an_input_that_shrinks(self):
        self.check_refused(lambda file: os.truncate(file, 100))

    def test_an_input_that_grows(self):
        def grow(file):
            with open(file, "ab") as more:
                more.write(b"ma-2013-p1-999,1\n")

        self.check_refused(grow)

    def test_an_input_that_is_written_over(self):
        def write(file):
            with open(file, "r+b") as over:
                over.write(b"#")

        self.check_refused(write)

    def test_an_input_that_is_replaced_stays_what_it_was(self):
        folder = Folder(ONE)

        def replace():
            (folder.path / "new").write_bytes(b"another file\n")
            os.replace(folder.path / "new", folder.path / "annex.csv")

        outcome = while_read(folder, ONE.arguments, replace)
        self.assertEqual(outcome.code, 0, outcome.err)
        self.assertEqual(folder.files()["out.json"], sample("annex.json"))
        folder.close()

    def test_what_others_wrote_meanwhile_is_not_mended_away(self):
        command = next(each for each in COMMANDS if each.name == "fix")
        for change in ("replace", "append"):
            folder = Folder(command)
            file = folder.path / "mend.csv"

            def write(folder=folder, file=file, change=change):
                if change == "append":
                    with open(file, "ab") as more:
                        more.write(b"ma-2013-p1-003,1,mobilite,3,UE,Un texte.\n")
                else:
                    (folder.path / "new").write_bytes(b"another file\n")
                    os.replace(folder.path / "new", file)

            outcome = while_read(folder, command.arguments, write)
            with self.subTest(change=change):
                self.check_told(outcome, (3,), "mend.csv")
                content = file.read_bytes()
                self.assertTrue(content == b"another file\n" or content.endswith(b"003,1,mobilite,3,UE,Un texte.\n"), content)
                self.assertEqual(set(folder.files()), {"mend.csv"})
            folder.close()


class SameFile(Case):
    """Whatever it is called, no file that is read is written."""

    def spellings(self, folder, name):
        os.link(folder.path / name, folder.path / ("hard-" + name))
        os.symlink(name, folder.path / ("soft-" + name))
        os.symlink(".", folder.path / "here")
        return (name, "./" + name, str(folder.path / name), "here/" + name, "hard-" + name, "soft-" + name)

    def refuse(self, name, content, commands, write=None):
        folder = Folder(ONE)
        folder.put(name, content)
        for spelling in self.spellings(folder, name):
            for command in commands:
                arguments = [part.replace("THIS", spelling) for part in command]
                with self.subTest(arguments=arguments):
                    outcome = run(folder.path, arguments)
                    self.assertIn(outcome.code, (2, 6), outcome.err)
                    self.check_told(outcome, (2, 6))
                    self.assertEqual((folder.path / name).read_bytes(), content)
        folder.close()

    def test_no_input_is_replaced(self):
        self.refuse("in.csv", sample("annex.csv"), (
            ("convert", "in.csv", "THIS", "--to", "json", "--force"),
            ("convert", "in.csv", "--accepted", "a.csv", "--rejected", "THIS", "--force"),
            ("convert", "in.csv", "--accepted", "THIS", "--rejected", "a.csv", "--force"),
            ("convert", "in.csv", "new.json", "--force", "--report", "json=THIS"),
            ("convert", "in.csv", "--out-dir", ".", "--to", "csv", "--force"),
            ("convert", "in.csv", "--out-dir", "o", "--to", "xml", "--force", "--manifest", "THIS"),
            ("validate", "in.csv", "--report", "csv=THIS"),
            ("validate", "in.csv", "--write-baseline", "THIS"),
            ("fix", "in.csv", "-o", "THIS", "--force"),
            ("coverage", "in.csv", "-o", "THIS"),
        ))

    def test_nor_by_what_a_shell_leads_there(self):
        for command in (("convert", "in.csv", "-", "--to", "json"), ("validate", "in.csv"), ("coverage", "in.csv"),
                        ("fix", "--diff", "in.csv"), ("digest", "in.csv"), ("sniff", "in.csv")):
            folder = Folder(ONE)
            folder.put("in.csv", sample("annex.csv"))
            with self.subTest(command=command):
                with open(folder.path / "in.csv", "ab") as output:
                    child = subprocess.run([PROGRAM, *command], cwd=folder.path, stdout=output, stderr=subprocess.PIPE)
                self.assertEqual(child.returncode, 2, child.stderr)
                self.assertIn(b"/dev/stdout", child.stderr)
                self.assertEqual((folder.path / "in.csv").read_bytes(), sample("annex.csv"))
            folder.close()

    def test_no_schema_is_replaced(self):
        schema = (pathlib.Path(SOURCE) / "schemas/eu-morocco-2013.schema.json").read_bytes()
        options = ("--schema", "./s.schema.json")
        self.refuse("s.schema.json", schema, (
            ("convert", "annex.csv", "THIS", "--force", *options),
            ("validate", "annex.csv", "--report", "json=THIS", *options),
            ("validate", "annex.csv", "--write-baseline", "THIS", *options),
            ("schema", "export", "--to", "json-schema", "-o", "THIS", *options),
            ("coverage", "annex.csv", "-o", "THIS", *options),
            ("template", "THIS", "--to", "csv", "--force", *options),
        ))

    def test_no_baseline_and_no_settings_are_replaced(self):
        baseline = b'{"annexkit_baseline": 1, "findings": []}\n'
        self.refuse("known.json", baseline, (
            ("validate", "annex.csv", "--baseline", "known.json", "--report", "json=THIS"),
            ("convert", "annex.csv", "THIS", "--baseline", "known.json", "--force"),
        ))
        self.refuse("annexkit.toml", b'lang = "en"\n', (
            ("validate", "annex.csv", "--report", "json=THIS"),
            ("convert", "annex.csv", "THIS", "--to", "json", "--force"),
            ("validate", "annex.csv", "--write-baseline", "THIS"),
        ))


class OddFiles(Case):
    def test_a_pipe_is_read_and_never_mended(self):
        folder = Folder(ONE)
        os.mkfifo(folder.path / "pipe.csv")
        outcome = run(folder.path, ("fix", "pipe.csv"))
        self.check_told(outcome, (2,), "pipe.csv is no file whose contents stay")
        feed = subprocess.Popen([sys.executable, "-c",
                                 "import sys; open('pipe.csv', 'wb').write(open('annex.csv', 'rb').read())"],
                                cwd=folder.path)
        outcome = run(folder.path, ("convert", "pipe.csv", "out.json", "--force"))
        feed.wait()
        self.assertEqual(outcome.code, 0, outcome.err)
        self.assertEqual(folder.files()["out.json"], sample("annex.json"))
        outcome = run(folder.path, ("validate", "."))
        self.assertEqual(outcome.code, 0, "a pipe in a folder is left alone")
        folder.close()

    def test_devices(self):
        folder = Folder(ONE)
        for device, code, told in (("/dev/null", 3, "empty"), ("/dev/zero", 3, "NUL"), ("/dev/full", 3, "NUL")):
            outcome = run(folder.path, ("validate", device, "--from", "csv"))
            with self.subTest(device=device):
                self.assertEqual(outcome.code, code, outcome.err)
                self.assertIn(told, outcome.out.decode())
        outcome = run(folder.path, ("validate", "annex.csv", "--schema", "/dev/zero"))
        self.assertIn("more than 67108864 bytes", outcome.err)
        outcome = run(folder.path, ("validate", "annex.csv", "--baseline", "/dev/zero"))
        self.check_told(outcome, (2,), "/dev/zero is no baseline: it has more than 268435456 bytes")
        outcome = run(folder.path, ("convert", "annex.csv", "/dev/full", "--to", "json"))
        self.check_told(outcome, (6,), "No space left on device")
        self.assertEqual(run(folder.path, ("convert", "annex.csv", "/dev/null", "--to", "json")).code, 0)
        folder.close()

    def test_a_folder_that_may_not_be_written_to(self):
        folder = Folder(ONE)
        os.chmod(folder.path, 0o555)
        nobody = 65534
        before = (lambda: os.setresuid(nobody, nobody, nobody)) if os.geteuid() == 0 else None
        for arguments in (("convert", "annex.csv", "new.json"), ("validate", "annex.csv", "--report", "json=r.json"),
                          ("template", "form.csv"), ("coverage", "annex.csv", "-o", "m.svg"),
                          ("schema", "export", "--out-dir", "forms")):
            with self.subTest(arguments=arguments):
                outcome = run(folder.path, arguments, before=before)
                if outcome.code == 2 and "plugin" in outcome.err:
                    self.skipTest("the program cannot be run as another user here")
                self.check_told(outcome, (6,), "Permission denied")
        os.chmod(folder.path, 0o755)
        self.assertEqual(folder.files(), folder.before)
        folder.close()

    def test_a_temporary_folder_that_is_not_there_or_not_ours(self):
        folder = Folder(ONE)
        for arguments in (("convert", "annex.csv", "-", "--to", "json"), ("fix", "annex.csv")):
            outcome = run(folder.path, arguments, environment={"TMPDIR": "/nonexistent"})
            self.check_told(outcome, (6,), "cannot write to a temporary file in /nonexistent: No such file")
            self.assertEqual(outcome.out, b"")
            outcome = run(folder.path, arguments, environment={"TMPDIR": str(folder.path / "annex.csv")})
            self.check_told(outcome, (6,), "Not a directory")
            outcome = run(folder.path, arguments, environment={"TMPDIR": "/proc"})
            self.check_told(outcome, (6,), "/proc")
            self.assertEqual(folder.files(), folder.before)
        folder.close()


class LargeFiles(Case):
    GIGABYTES = 5

    def sparse(self, folder, name, beginning, end):
        with open(folder.path / name, "wb") as file:
            file.write(beginning)
            file.seek((self.GIGABYTES << 30) - len(end))
            file.write(end)

    def test_five_gigabytes_of_nothing_are_refused_at_once(self):
        folder = Folder(ONE)
        for name in ("huge.csv", "huge.json", "huge.ndjson", "huge.xml"):
            self.sparse(folder, name, b"", b"\n")
            outcome = run(folder.path, ("validate", name))
            self.assertEqual(outcome.code, 3, outcome.err)
            self.assertIn("NUL", outcome.out.decode())
            os.unlink(folder.path / name)
        folder.close()

    def test_the_last_part_of_five_gigabytes_is_read_where_it_is(self):
        folder = Folder(ONE)
        lines = ndjson()
        last = lines.replace(b'"partners":["UE"]', b'"partners":["EU"]')
        # The part begins within the lines at the end, behind nothing. How many pieces at the start are read before it is
        # known what the part follows depends on the threads, so there are more than can be in flight.
        self.sparse(folder, "huge.ndjson", lines * 20, b"\n" + last * 20)
        outcome = run(folder.path, ("convert", "huge.ndjson", "part.json", "--shard", "100000/100000", "--report",
                                    "ndjson", "--on-invalid", "keep", "--chunk-bytes", "1000", "--schema", "eu-morocco-2013"))
        self.assertEqual(outcome.code, 1, outcome.err)
        self.assertIn('"offset":53', outcome.err, "a place beyond 4 GB")
        folder.close()


if __name__ == "__main__":
    main()
