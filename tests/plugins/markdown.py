#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes texts that look like Markdown through the sample exporter, and reads them with cmark.

usage: markdown.py PROGRAM OPTION...
"""
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

TEXTS = [
    "plain", " lead", "trail ", "\ttab\t", "    four", "a  b", "a\tb", "# head", "## a ##", "a#", "a #", "- item", "-", "--",
    "---", "--x", "-5", "+ x", "+", "1. one", "1) x", "12.", "0.", "10)", "1.5", "1", "= x", "===", "***", "__init__", "* a *",
    "**b**", "_c_", "_", "a_b_c", "a*b*c", "2 * 3", "`code`", "``", "[l](u)", "![i](u)", "[x] task", "[ ] task",
    "[^1]: foot", "[a]: b", "!", "![", "<b>", "<br>", "<!-- -->", "<https://x.example>", "&amp;", "&#65;", "&", "a|b", "|---|",
    "~~~", "~s~", "$x$", "\\", "\\n", "a\\", "https://x.example/a_b?c=1&d=2", "> quote", ">", "\"q\" 'q'", "{.c}", "x^2^",
    "é œ ’", "a\u00a0", "\u00a0", "\u2003x", "\u202eabc", ":smile:", "@user", "...",
]
NAMESPACE = "{http://commonmark.org/xml/1.0}"


def written(program, options):
    """The Markdown of an annex with each text as a name, a value, an item, and a name of a field."""
    annex = [{"id": text, "harbours": ["a", text, text + text], "x" + text: text, "initiative": text} for text in TEXTS]
    done = subprocess.run([program, "convert", *options, "--from", "json", "--to", "markdown", "-", "-"],
                          input=json.dumps(annex).encode(), capture_output=True, check=False)
    return done.stdout


def text_of(node):
    """What a reader sees of a node; anything but text shows."""
    kinds = {"text": lambda child: child.text or "", "html_inline": lambda child: child.text}
    return "".join(kinds.get(child.tag.removeprefix(NAMESPACE), lambda child: f"({child.tag})")(child) for child in node)


def members_of(node):
    """The lines of a list: name, value and items."""
    for item in node:
        lines = text_of(item[0])
        yield lines, [text_of(inner[0]) for inner in item[1]] if len(item) > 1 else None


def main():
    markdown = written(sys.argv[1], sys.argv[2:])
    xml = subprocess.run(["cmark", "--to", "xml", "--unsafe"], input=markdown, capture_output=True, check=True).stdout
    document = list(ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", xml.decode())))
    wrong = []
    for text, title, values in zip(TEXTS, document[::2], document[1::2]):
        wanted = [("harbours:", ["a", text, text + text]), (f"initiative: {text}", None), (f"x{text}: {text}", None)]
        if text_of(title) != text:
            wrong.append((text, text_of(title)))
        if sorted(members_of(values)) != sorted(wanted):
            wrong.append((text, list(members_of(values))))
    if len(document) != 2 * len(TEXTS):
        wrong.append((len(TEXTS), len(document)))
    for text, found in wrong:
        print(f"{text!r} is read as {found!r}", file=sys.stderr)
    return 1 if wrong else 0


sys.exit(main())
