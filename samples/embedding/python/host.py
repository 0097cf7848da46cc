# SPDX-License-Identifier: Apache-2.0
# A program in Python that holds annexkit: validates an annex, converts it, and pulls its initiatives one by one.
#
#     python3 host.py LIBRARY ANNEX OUTPUT
import sys

import annexkit


def convert(engine, annex, output):
    shown = []

    def show(found):
        if len(shown) < 3:
            shown.append(found.line)
            print(f"line {found.line}, {found.field}: {found.message} [{found.rule}]")

    with engine.job() as job:
        job.read_file(annex)
        # What nobody submits is not read to its end.
        job.limit(input_bytes=1 << 30, records=100_000)
        job.write_file(output)
        job.on_found(show)
        done = job.run()
        print(f"{done.declaration}: {done.read} initiatives, {done.errors} errors, {done.warnings} warnings, "
              f"{'written' if done.kept else 'not written'}")


def pull(engine, annex):
    with engine.job() as job:
        job.read_file(annex)
        initiatives = list(job.records())
    partners = sum(len(initiative["partners"] or []) for initiative in initiatives)
    print(f"{len(initiatives)} initiatives pulled, with {partners} partners")


def main(library, annex, output):
    try:
        with annexkit.Engine(annexkit.Library(library)) as engine:
            engine.add_installed()
            convert(engine, annex, output)
            pull(engine, annex)
    except annexkit.Error as error:
        print(f"error: {error}", file=sys.stderr)
        if error.hint:
            print(f"hint: {error.hint}", file=sys.stderr)
        return 1
    except (OSError, ImportError) as error:
        print(f"error: cannot load {library}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        print("usage: host.py LIBRARY ANNEX OUTPUT", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
