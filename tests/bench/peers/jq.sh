#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# NDJSON to CSV with jq.
# usage: jq.sh IN OUT
{
  echo id,part,section,section_heading,objective,objective_text,partners,initiative,bodies
  exec jq -r '[.id, .part, .section, .section_heading, .objective, .objective_text, (.partners | join("|")), .initiative,
               (.bodies | join("|"))] | @csv' "$1"
} >"$2"
