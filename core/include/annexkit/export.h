/* SPDX-License-Identifier: Apache-2.0
 * Marks what libannexkit gives to others. Everything without the mark stays inside. */
#ifndef ANNEXKIT_EXPORT_H
#define ANNEXKIT_EXPORT_H

#if defined(__GNUC__)
#define ANNEXKIT_API __attribute__((visibility("default")))
#else
#define ANNEXKIT_API
#endif

#endif
