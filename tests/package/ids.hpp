// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <annexkit/plugin.h>

extern const annexkit_format ids_format;
