// SPDX-License-Identifier: Apache-2.0
// The format of this plugin.
#pragma once

#include <annexkit/plugin.h>

extern "C" const annexkit_format annexkit_csv_format;
