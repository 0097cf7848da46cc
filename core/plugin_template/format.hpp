// What the format says of itself.
#pragma once

#include <annexkit/plugin.h>

extern const annexkit_format plugin_format;
