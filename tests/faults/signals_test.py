# SPDX-License-Identifier: Apache-2.0
"""The program is ended by a signal ahead of each of its calls, and at random moments."""

import os
import random
import signal
import subprocess
import time

from commands import COMMANDS, LEFTOVER, PROGRAM, Case, Folder, Whole, has_failed, main, run


class Signals(Case):
    def ended_at_each_call(self, number_of_signal, function="any", step=1):
        """Ends each command at its first call, its second one, and so on. Yields folder and outcome of each."""
        for command in COMMANDS:
            Whole.of(command)
            for number in range(1, 1000, step):
                folder = Folder(command)
                wish = f"{function} {number} SIG{number_of_signal}"
                outcome = run(folder.path, command.arguments, wish)
                if not has_failed(folder.path):
                    folder.close()
                    break
                with self.subTest(command=command.name, fail=wish):
                    yield folder, outcome
                folder.close()

    def check_ended(self, folder, outcome, number_of_signal):
        # What has its name already is whole, and the signal may come as the program ends.
        self.assertIn(outcome.code, (-number_of_signal, folder.command.code), outcome.err)
        self.check_files(folder)
        self.assertNotIn("annexkit: error", outcome.err)

    def test_sigterm_at_every_other_call_leaves_nothing(self):
        ended = 0
        for folder, outcome in self.ended_at_each_call(signal.SIGTERM, step=2):
            self.check_ended(folder, outcome, signal.SIGTERM)
            ended += outcome.code == -signal.SIGTERM
        self.assertGreater(ended, 200)
        print(f"SIGTERM ended {ended} runs")

    def test_sigint_and_sighup_leave_nothing_either(self):
        for number in (signal.SIGINT, signal.SIGHUP):
            for folder, outcome in self.ended_at_each_call(number, step=7):
                self.check_ended(folder, outcome, number)

    def test_a_temporary_name_is_gone_after_a_signal(self):
        # Where outputs have temporary names, the signal finds them.
        for command in COMMANDS:
            for number in range(1, 40, 2):
                folder = Folder(command)
                wish = f"write {number} SIG{signal.SIGTERM}"
                outcome = run(folder.path, command.arguments, wish, environment={"ANNEXKIT_NO_NAMELESS": "1"})
                made = has_failed(folder.path)
                if made:
                    with self.subTest(command=command.name, fail=wish):
                        self.check_ended(folder, outcome, signal.SIGTERM)
                folder.close()
                if not made:
                    break

    def test_what_sigkill_leaves_the_next_run_removes(self):
        killed = left = 0
        for names in ("", "1"):
            for command in COMMANDS:
                for number in range(1, 1000, 3):
                    folder = Folder(command)
                    wish = f"any {number} SIG{signal.SIGKILL}"
                    outcome = run(folder.path, command.arguments, wish, environment={"ANNEXKIT_NO_NAMELESS": names})
                    made = has_failed(folder.path)
                    with self.subTest(command=command.name, fail=wish):
                        if made:
                            killed += 1
                            self.assertEqual(outcome.code, -signal.SIGKILL)
                            self.check_files(folder, leftovers=True)
                            left += any(LEFTOVER in name for name in folder.files())
                            self.check_next_run(folder)
                    folder.close()
                    if not made:
                        break
        self.assertGreater(killed, 200)
        self.assertGreater(left, 50)
        print(f"SIGKILL ended {killed} runs and left {left} temporary files")

    def check_next_run(self, folder):
        # An output that is there already needs --force then; the batch that resumes takes it for its own.
        arguments = folder.command.arguments
        if arguments[0] == "convert" and "-" not in arguments and "--resume" not in arguments and "--force" not in arguments:
            arguments += ("--force",)
        outcome = run(folder.path, arguments)
        if folder.command.name == "fix":  # what is mended already needs no second time
            self.assertEqual(outcome.code, folder.command.code)
            self.check_files(folder)
        else:
            self.assertEqual(outcome.code, folder.command.code, outcome.err)
            self.check_files(folder, failed=False)

    def test_signals_at_random_moments(self):
        moments = random.Random(2013)
        for command in COMMANDS:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
                for _ in range(3):
                    folder = Folder(command)
                    with subprocess.Popen([PROGRAM, *command.arguments], cwd=folder.path, stdin=subprocess.DEVNULL,
                                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                          env=os.environ | {"TMPDIR": str(folder.path)}) as child:
                        time.sleep(moments.random() * 0.03)
                        child.send_signal(number)
                        code = child.wait(60)
                    with self.subTest(command=command.name, signal=number):
                        self.assertIn(code, (-number, command.code))
                        self.check_files(folder, leftovers=number == signal.SIGKILL)
                    folder.close()

    def test_a_signal_that_the_caller_ignores_is_ignored(self):
        command = COMMANDS[0]
        folder = Folder(command)
        ignore = lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)  # as nohup and a shell's & do
        outcome = run(folder.path, command.arguments, f"any 9 SIG{signal.SIGINT}", before=ignore)
        self.assertTrue(has_failed(folder.path))
        self.check_done(folder, outcome)
        folder.close()


if __name__ == "__main__":
    main()
