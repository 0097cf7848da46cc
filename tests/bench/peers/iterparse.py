# SPDX-License-Identifier: Apache-2.0
"""XML to CSV with Python's standard library, one initiative in memory at a time.

usage: python3 iterparse.py IN OUT
"""
import csv
import sys
from xml.etree.ElementTree import iterparse

NAMES = ["id", "part", "section", "section_heading", "objective", "objective_text", "partners", "initiative", "bodies"]


def cell(field):
    if field.tag in ("partners", "bodies"):
        return "|".join(item.text for item in field)
    return field.text


with open(sys.argv[1], "rb") as source, open(sys.argv[2], "w", encoding="utf-8", newline="") as target:
    rows = csv.writer(target, lineterminator="\n")
    rows.writerow(NAMES)
    for _, element in iterparse(source):
        # A field of an initiative has the same name.
        if element.tag == "initiative" and len(element) > 0:
            fields = {field.tag: cell(field) for field in element}
            rows.writerow([fields.get(name) for name in NAMES])
            element.clear()
