# SPDX-License-Identifier: Apache-2.0
"""Every call of the system that a command makes fails once, as on a full disk, a broken one, or for want of handles."""

import errno

from commands import COMMANDS, Case, Folder, Whole, has_failed, main, run

# What may fail, with what error.
FAULTS = (
    ("open", errno.EMFILE, "Too many open files"),
    ("open", errno.EACCES, "Permission denied"),
    ("read", errno.EIO, "Input/output error"),
    ("write", errno.ENOSPC, "No space left on device"),
    ("write", errno.EIO, "Input/output error"),
    ("fsync", errno.EIO, "Input/output error"),
    ("syncfs", errno.ENOSPC, "No space left on device"),
    ("linkat", errno.ENOSPC, "No space left on device"),
    ("rename", errno.EXDEV, "Invalid cross-device link"),
    ("close", errno.EIO, "Input/output error"),
    ("ftruncate", errno.EIO, "Input/output error"),
    ("mkdir", errno.ENOSPC, "No space left on device"),
)
OUTPUT_FAILED = 6

class Calls(Case):
    def each_call(self, function, error, check):
        """Makes the first call fail, then the second one, until there are no more. Returns how many failed."""
        failed = 0
        for command in COMMANDS:
            Whole.of(command)
            for number in range(1, 1000):
                folder = Folder(command)
                wish = f"{function} {number} {error}"
                outcome = run(folder.path, command.arguments, wish)
                made = has_failed(folder.path)
                with self.subTest(command=command.name, fail=wish):
                    if made:
                        check(folder, outcome)
                    else:
                        self.check_done(folder, outcome)
                folder.close()
                if not made:
                    break
                failed += 1
        return failed

    def test_a_call_that_fails_is_told_and_nothing_is_lost(self):
        total = 0
        for function, error, reason in FAULTS:

            def check(folder, outcome, reason=reason):
                self.check_files(folder)
                if outcome.code != folder.command.code:
                    self.check_told(outcome, (2, 3, OUTPUT_FAILED), reason)
                elif outcome.code == 0:
                    # What failed was none of the outputs, such as looking for leftovers.
                    self.check_done(folder, outcome)

            total += self.each_call(function, error, check)
        print(f"{total} calls failed")

    def test_an_interrupted_call_is_made_again(self):
        for function in ("read", "write"):
            self.each_call(function, errno.EINTR, self.check_done)

    def test_short_reads_and_writes_change_nothing(self):
        for function in ("read", "write", "pread"):
            for command in COMMANDS:
                folder = Folder(command)
                with self.subTest(command=command.name, function=function):
                    self.check_done(folder, run(folder.path, command.arguments, f"{function} 1+ short"))
                has_failed(folder.path)
                folder.close()

    def test_without_nameless_files_and_links_it_is_the_same(self):
        # As on file systems that have neither: every output waits under a temporary name.
        for command in COMMANDS:
            folder = Folder(command)
            with self.subTest(command=command.name):
                outcome = run(folder.path, command.arguments, f"linkat 1+ {errno.EPERM}",
                              environment={"ANNEXKIT_NO_NAMELESS": "1"})
                self.check_done(folder, outcome)
            has_failed(folder.path)
            folder.close()

if __name__ == "__main__":
    main()
