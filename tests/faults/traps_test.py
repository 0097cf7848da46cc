# SPDX-License-Identifier: Apache-2.0
"""Inputs that make a careless program slow or large: four times as much of them takes about four times as long.

Times depend on the machine, so only their ratio is judged, with a wide margin, and a bad one is tried again."""

import json
import os
import tempfile

from commands import PROGRAM, SOURCE, Case, main

# Nothing quadratic passes: its ratio is 16.
MOST = 10
TRIES = 4
OPTIONS = ("--jobs", "1", "--limit", "field-bytes=1000000000", "--limit", "fields=1000000000")
SCHEMA = "eu-morocco-2013"
# A blank row is one byte, and a finding of half a kilobyte; an item of five bytes one of a whole.
BYTES_EACH = 700


def initiative(members):
    return '{"id":"ma-2013-p1-001","part":1,"section":"mobilite","objective":3,"partners":["UE"]' + members + "}"


def table(text):
    return "id,part,section,objective,partners,initiative\nma-2013-p1-001,1,mobilite,3,UE," + text + "\n"


def element(content, attributes=""):
    return f"<annex><initiative{attributes}><id>ma-2013-p1-001</id>{content}</initiative></annex>"


# A text for so many of the same, and the format that it is in.
TRAPS = {
    "quotes in a cell": ("csv", lambda n: table('"' + '""' * n + '"')),
    "quotes without a cell": ("csv", lambda n: table('"' * n)),
    "quotes in the headings": ("csv", lambda n: '"' * n + "\n"),
    "a quote that is never closed": ("csv", lambda n: table('"' + "a,\n" * n)),
    "cells in a row": ("csv", lambda n: table("a" + "," * n)),
    "headings": ("csv", lambda n: "id" + "".join(f",h{i}" for i in range(n // 16)) + "\n" + "a," * n + "\n"),
    "rows of nothing": ("csv", lambda n: table("a") + "\n" * n),
    "rows that are too short": ("csv", lambda n: table("a") + "a\n" * (n // 8)),
    "partners in a cell": ("csv", lambda n: table("a").replace("UE", "|".join(["UE"] * n))),
    "members": ("json", lambda n: "[" + initiative("".join(f',"m{i}":1' for i in range(n // 4))) + "]"),
    "members of one name": ("json", lambda n: "[" + initiative(',"m":1' * (n // 4)) + "]"),
    "brackets": ("json", lambda n: "[" * n),
    "brackets in a member": ("json", lambda n: "[" + initiative(',"m":' + "[" * 60 + "]" * 60) * 1 + "," + "[" * n),
    "quotes in a text": ("json", lambda n: "[" + initiative(',"initiative":"' + '\\"' * n + '"') + "]"),
    "a text that is never closed": ("json", lambda n: "[" + initiative(',"initiative":"' + "a" * n)),
    "a list": ("json", lambda n: "[" + initiative(',"initiative":"a"').replace('["UE"]', '["UE"' + ',"UE"' * n + "]") + "]"),
    "a list of other items": ("json", lambda n: "[" + initiative(',"initiative":"a"').replace(
        '["UE"]', '["UE"' + "".join(f',"X{i}"' for i in range(n // 20)) + "]") + "]"),
    "the same alias": ("json", lambda n: "[" + initiative("").replace('["UE"]', '["GB"' + ',"GB"' * (n // 4) + "]") + "]"),
    "the same combined partners": ("json", lambda n: "[" + initiative("").replace(
        '["UE"]', '["AT, FR"' + ',"AT, FR"' * (n // 8) + "]") + "]"),
    "one giant item of partners": ("json", lambda n: "[" + initiative("").replace('"UE"', '"' + "UE/" * n + '"') + "]"),
    "items with spaces": ("json", lambda n: "[" + initiative(',"bodies":["a"' + ',"a  b "' * (n // 8) + "]") + "]"),
    "digits": ("json", lambda n: "[" + initiative(',"m":' + "1" * n) + "]"),
    "initiatives of one id": ("ndjson", lambda n: (initiative("") + "\n") * (n // 400)),
    "empty lines": ("ndjson", lambda n: initiative("") + "\n" * n),
    "white space before a comma": ("json", lambda n: "[" + initiative("") + " " * n + "," + initiative("") + "]"),
    "white space before a line": ("ndjson", lambda n: " " * n + initiative("") + "\n"),
    "white space between initiatives": ("xml", lambda n: element("").replace("</annex>", " " * n + "<initiative/></annex>")),
    "white space behind the root": ("xml", lambda n: element("") + " " * n),
    "attributes": ("xml", lambda n: element("", "".join(f' a{i}="1"' for i in range(n // 4)))),
    "ampersands": ("xml", lambda n: element("<initiative>" + "&amp;" * n + "</initiative>")),
    "loose ampersands": ("xml", lambda n: element("<initiative>" + "&" * n)),
    "brackets in a text": ("xml", lambda n: element("<initiative>" + "]" * n + "</initiative>")),
    "brackets in CDATA": ("xml", lambda n: element("<initiative><![CDATA[" + "]" * n + "]]></initiative>")),
    "CDATA": ("xml", lambda n: element("<initiative>" + "<![CDATA[a]]>" * (n // 4) + "</initiative>")),
    "elements in elements": ("xml", lambda n: "<annex>" + "<a>" * n),
    "comments": ("xml", lambda n: element("<!---->" * n)),
    "hyphens in a comment": ("xml", lambda n: element("<!-- " + "- " * n + "-->")),
    "processing instructions": ("xml", lambda n: element("<?a?>" * n)),
    "a giant text": ("xml", lambda n: element("<initiative>" + "Texte é " * n + "</initiative>")),
    "spaces": ("csv", lambda n: table('"' + "a  " * n + '"')),
    "brackets that do not match": ("csv", lambda n: table('"' + "(" * n + '"')),
    "addresses": ("csv", lambda n: table('"' + "http://a.b " * n + '"')),
    "links": ("csv", lambda n: table('"' + "](http" * n + '"')),
    "stars": ("csv", lambda n: table('"' + "** a" * n + '"')),
    "question marks": ("csv", lambda n: table('"a' + "?" * n + 'a"')),
    "letters that may be lost": ("csv", lambda n: table('"' + "a?b=" * n + '"')),
    "guillemets": ("csv", lambda n: table('"' + "« a\n" * n + '"')),
    "words that may be divided": ("csv", lambda n: table('"mots ' + "mots- deux " * n + '"')),
    "brackets of forums": ("csv", lambda n: table('"' + "[b]" * n + '"')),
    "underlined words": ("csv", lambda n: table('"' + "__a b" * n + '"')),
    "letters of a wrong encoding": ("csv", lambda n: table('"' + "Ã©" * n + '"')),
}


# Patterns that take time without end, or quadratic time, where an engine tries one way after the other.
PATTERNS = ("^(a+)+$", "^(a|aa)+$", "(a*)*b", "(.*)(.*)(.*)c$", "^(([a-z])+.)+[A-Z]([a-z])+$", "a.{0,50}b")


def run(command, file, schema):
    """Processor seconds and most memory of a run, in kilobytes."""
    child = os.posix_spawn(PROGRAM, [PROGRAM, *command, file, "--schema", schema, *OPTIONS], os.environ,
                           file_actions=[(os.POSIX_SPAWN_OPEN, stream, "/dev/null", os.O_RDWR, 0) for stream in (0, 1, 2)])
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss


class Traps(Case):
    def check(self, command, name, count, trap=None, schema=SCHEMA):
        form, text = trap or TRAPS[name]
        with tempfile.TemporaryDirectory(prefix="annexkit-traps-") as folder:
            files = []
            for size in (count, 4 * count):
                files.append(f"{folder}/{size}.{form}")
                with open(files[-1], "w", encoding="utf-8") as file:
                    file.write(text(size))
            idle = f"{folder}/idle.{form}"
            open(idle, "w", encoding="utf-8").write(text(1))
            for number in range(TRIES):
                (_, before, small), (_, one, _), (code, four, most) = (run(command, each, schema) for each in (idle, *files))
                # What is over in no time tells nothing.
                if four - before < 0.1 or (four - before) / max(one - before, 0.01) < MOST:
                    break
            else:
                self.fail(f"{name}: {one - before:.2f} s, and {four - before:.2f} s for four times as many")
            self.assertIn(code, (0, 1, 3), name)
            self.assertLess(most - small, BYTES_EACH * os.path.getsize(files[1]) / 1024 + 64 * 1024, f"kilobytes for {name}")

    def test_nothing_is_quadratic_in_validation(self):
        for name in TRAPS:
            with self.subTest(trap=name):
                self.check(("validate",), name, 100_000)

    def test_nor_in_mending(self):
        for name in ("spaces", "letters of a wrong encoding", "a list", "partners in a cell", "rows that are too short",
                     "the same alias", "the same combined partners", "one giant item of partners", "items with spaces"):
            with self.subTest(trap=name):
                self.check(("fix", "--diff"), name, 25_000)

    def test_nor_in_patterns_of_schemas(self):
        with open(f"{SOURCE}/samples/declarations/coast-2020/coast-2020.schema.json", encoding="utf-8") as file:
            coast = json.load(file)
        with tempfile.TemporaryDirectory(prefix="annexkit-traps-") as folder:
            schema = f"{folder}/coast.schema.json"
            for pattern in PATTERNS:
                coast["properties"]["contact"]["pattern"] = pattern
                with open(schema, "w", encoding="utf-8") as file:
                    json.dump(coast, file)
                trap = ("ndjson", lambda n: '{"id":"coast-01","contact":"' + "a" * n + '!"}\n')
                with self.subTest(pattern=pattern):
                    self.check(("validate",), pattern, 100_000, trap, schema)

    def test_nor_in_declarations(self):
        with open(f"{SOURCE}/samples/declarations/coast-2020/coast-2020.schema.json", encoding="utf-8") as file:
            coast = json.load(file)

        def schema(n):
            sections = [f"section-{i}" for i in range(n)]
            coast["properties"]["section"] = {"type": "string", "enum": sections}
            coast["properties"]["objective"] = {"type": "integer", "minimum": 1, "maximum": n}
            coast["anyOf"] = [{"properties": {"section": {"enum": [code]}, "objective": {"enum": [i + 1]}}}
                              for i, code in enumerate(sections)]
            declared = coast["x-declaration"]
            declared["sections"] = [{"code": code, "heading": code, "objectives": [i + 1]}
                                    for i, code in enumerate(sections)]
            declared["objectives"] = [{"number": i + 1, "text": f"Text {i}."} for i in range(n)]
            declared["implementation"]["points"][0]["number"] = n + 1
            declared["whole_annex"] = {}
            return json.dumps(coast)

        with tempfile.TemporaryDirectory(prefix="annexkit-traps-") as folder:
            annex = f"{folder}/annex.ndjson"
            open(annex, "w", encoding="utf-8").write('{"id":"coast-01"}\n')
            sizes = (2_000, 8_000)
            for size in sizes:
                open(f"{folder}/{size}.schema.json", "w", encoding="utf-8").write(schema(size))
            for _ in range(TRIES):
                (code, one, _), (_, four, _) = (run(("validate",), annex, f"{folder}/{size}.schema.json") for size in sizes)
                self.assertEqual(code, 1)
                if four < 0.1 or four / one < MOST:
                    break
            else:
                self.fail(f"{one:.2f} s, and {four:.2f} s for four times as many sections and objectives")


if __name__ == "__main__":
    main()
