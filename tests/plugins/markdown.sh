#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The sample of an exporter in plain C: passes annexkit plugin check, writes the annex that stands beside it, and texts that
# look like Markdown come out of a Markdown reader as they went in.
# usage: markdown.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
. "$source/tests/cli/check.sh"
coast=$source/samples/declarations/coast-2020 sample=$source/samples/plugins/markdown
check 0 "it compiles" cc -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -O2 -shared -fPIC \
  -fvisibility=hidden "$sample/markdown.c" -o annexkit_markdown.so -I "$source/core/include"
check 0 "it passes" "$program" plugin check annexkit_markdown.so
says out " 24 passed, 0 failed, 21 skipped"
options=(--plugin-dir "$work" --schema "$coast/coast-2020.schema.json" --on-invalid keep)
check 0 "it writes" "$program" convert "${options[@]}" "$coast/annex.json" annex.md
same "$work/annex.md" "$sample/annex.md"
check 0 "parts can be joined" bash -c 'for part in 1 2 3; do "$0" convert "$@" --shard $part/3 -; done' \
  "$program" "${options[@]}" --to markdown "$coast/annex.json"
same "$work.out" "$sample/annex.md"
printf '[{"id": "a\\u0000"}]' >"$work/nul.json"
check 5 "what it cannot hold is told" "$program" convert "${options[@]}" --lossless nul.json nul.md
says err "loss.character"
if command -v cmark >"$work.found"; then
  check 0 "hostile texts" "$source/tests/plugins/markdown.py" "$program" "${options[@]}"
else
  echo "without cmark, what a Markdown reader makes of it was not tried"
fi
exit $failed
