# SPDX-License-Identifier: Apache-2.0
"""Checks that files of any format, or folders of such files, hold the same initiatives in the same order.

usage: python3 check.py FILE... (.csv, .ndjson or .geojsonl; lists may be joined by "|" or written as JSON)
"""
import csv
import hashlib
import json
import os
import sys

NAMES = ["id", "part", "section", "section_heading", "objective", "objective_text", "partners", "initiative", "bodies"]


def rows(path):
    if os.path.isdir(path):
        for name in sorted(os.listdir(path)):
            yield from rows(os.path.join(path, name))
        return
    with open(path, encoding="utf-8", newline="") as file:
        if path.endswith(".csv"):
            yield from csv.DictReader(file)
        else:
            for line in file:
                record = json.loads(line)
                yield record.get("properties", record)


def text(name, value):
    if name in ("partners", "bodies") and isinstance(value, str) and value.startswith("["):
        value = json.loads(value)
    return "|".join(value) if isinstance(value, list) else str(value or "")


def digest(path):
    total, count = hashlib.sha256(), 0
    for row in rows(path):
        total.update(json.dumps([text(name, row[name]) for name in NAMES]).encode())
        count += 1
    return count, total.hexdigest()


found = {path: digest(path) for path in sys.argv[1:]}
for path, (count, sha256) in found.items():
    print(f"{count} initiatives, {sha256[:16]}: {path}")
sys.exit(0 if len(set(found.values())) == 1 else 1)
