#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Doxygen makes the API reference without a warning, and finds what the headers say.
# usage: reference.sh SOURCE_DIR
set -euo pipefail
cd "$1"
command -v doxygen >/dev/null || { echo "skipped: doxygen is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{ cat core/docs/Doxyfile; echo "OUTPUT_DIRECTORY = $work"; } | doxygen -
says() { grep -qF "$2" "$work/html/$1" || { echo "$1 does not say: $2" >&2; exit 1; }; }
says classannexkit_1_1Records.html "A job whose initiatives are pulled."
says annexkit_8h.html "No exception leaves a function, and nothing is printed."
says plugin_8h.html "The contract between annexkit and a plugin"
says structannexkit__value.html "count"
