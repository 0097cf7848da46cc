// SPDX-License-Identifier: Apache-2.0
// The formats of this plugin.
#pragma once

#include <annexkit/plugin.h>

extern "C" const annexkit_format annexkit_json_format;
extern "C" const annexkit_format annexkit_ndjson_format;
