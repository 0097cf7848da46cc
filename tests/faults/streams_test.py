# SPDX-License-Identifier: Apache-2.0
"""Whoever reads what the program says may leave before its end, and standard streams may be full or closed."""

import os
import signal
import subprocess

from commands import COMMANDS, MEND, PROGRAM, Case, Folder, Whole, main, run

SAYING = (("validate", "annex.csv"), ("validate", "annex.csv", "--report", "json"), ("digest", "annex.csv"),
          ("sniff", "annex.csv"), ("coverage", "annex.csv"), ("formats",), ("rules",), ("declarations",),
          ("schema", "export", "--to", "xsd"), ("template",), ("convert", "annex.csv", "-", "--to", "json"),
          ("fix", "--diff", "mend.csv"))


def closed_pipe():
    """The end to write to, of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def folder_with_both():
    folder = Folder(COMMANDS[0])
    folder.put("mend.csv", MEND)
    return folder


class Streams(Case):
    def test_a_reader_that_has_left_ends_the_program_without_a_word(self):
        folder = folder_with_both()
        for arguments in SAYING:
            # Python ignores SIGPIPE, and so would its children; a shell's do not, and the program does not care.
            for before in (None, lambda: signal.signal(signal.SIGPIPE, signal.SIG_DFL)):
                writing = closed_pipe()
                outcome = run(folder.path, arguments, before=before, stdout=writing)
                os.close(writing)
                with self.subTest(arguments=arguments):
                    self.assertEqual(outcome.code, -signal.SIGPIPE, outcome.err)
                    self.assertNotIn("error", outcome.err.replace("0 errors", ""))
        folder.close()

    def test_a_reader_that_has_left_takes_no_output_with_it(self):
        for command in COMMANDS:
            if command.stdout or command.name == "fix":
                continue
            folder = Folder(command)
            writing = closed_pipe()
            outcome = run(folder.path, command.arguments, stdout=writing, stderr=writing)
            os.close(writing)
            with self.subTest(command=command.name):
                self.assertIn(outcome.code, (command.code, -signal.SIGPIPE))
                whole = Whole.of(command)[1]
                for name in set(command.outputs):
                    self.assertEqual(folder.files().get(name), whole[name], name)
            folder.close()

    def test_a_reader_that_leaves_in_the_middle(self):
        folder = Folder(COMMANDS[0])
        for arguments in (("validate", "annex.csv"), ("convert", "annex.csv", "-", "--to", "xml")):
            with subprocess.Popen([PROGRAM, *arguments], cwd=folder.path,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
                child.stdout.read(1)
                child.stdout.close()
                said = child.stderr.read().decode()
                # All of it may have fitted into the pipe already.
                self.assertIn(child.wait(60), (0, -signal.SIGPIPE), said)
                self.assertNotIn("annexkit: error", said)
        folder.close()

    def test_a_full_standard_output_is_told_once(self):
        folder = folder_with_both()
        for arguments in SAYING:
            with open("/dev/full", "wb") as full, self.subTest(arguments=arguments):
                outcome = run(folder.path, arguments, stdout=full)
                self.assertEqual(outcome.code, 6, outcome.err)
                self.check_told(outcome, (6,), "No space left on device")
                self.assertEqual(outcome.err.count("No space left"), 1, outcome.err)
        folder.close()


if __name__ == "__main__":
    main()
