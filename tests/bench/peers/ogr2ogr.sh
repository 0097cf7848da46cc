#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# CSV to lines of GeoJSON with GDAL's ogr2ogr, without guessing the kinds of values.
# usage: ogr2ogr.sh IN OUT
exec ogr2ogr -f GeoJSONSeq -oo AUTODETECT_TYPE=NO "$2" "$1" 2>/dev/null
