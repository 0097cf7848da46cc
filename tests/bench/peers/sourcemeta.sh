#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Validates NDJSON with sourcemeta's jsonschema: its program itself, without the JavaScript around it, in its fast mode.
# usage: sourcemeta.sh MODULES SCHEMA IN   (IN must be named .jsonl)
machine=$(uname -m)
exec "$1"/@sourcemeta/jsonschema/build/*/jsonschema-linux-"${machine/aarch64/arm64}" validate --fast "$2" "$3"
