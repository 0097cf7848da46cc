#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Reads XML from end to end with libxml2, checking that it is well-formed, and does nothing else.
# usage: xmllint.sh IN
exec xmllint --stream --noout "$1"
