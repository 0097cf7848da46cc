/* SPDX-License-Identifier: Apache-2.0
 * Where every member of every struct of the C API stands, and what every number of it means: hosts in other languages
 * write them down by themselves. Compiled as C11 and as C++. */
#include <annexkit/arrow.h>

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#define ANNEXKIT_IS(name, number) static_assert((name) == (number), #name " means something else");

ANNEXKIT_IS(ANNEXKIT_ERROR_NONE, 0)
ANNEXKIT_IS(ANNEXKIT_ERROR_USAGE, 1)
ANNEXKIT_IS(ANNEXKIT_ERROR_SCHEMA, 2)
ANNEXKIT_IS(ANNEXKIT_ERROR_INPUT, 3)
ANNEXKIT_IS(ANNEXKIT_ERROR_PLUGIN, 4)
ANNEXKIT_IS(ANNEXKIT_ERROR_OUTPUT, 5)
ANNEXKIT_IS(ANNEXKIT_ERROR_CANCELLED, 6)
ANNEXKIT_IS(ANNEXKIT_ERROR_MEMORY, 7)
ANNEXKIT_IS(ANNEXKIT_ERROR_DEFECT, 8)
ANNEXKIT_IS(ANNEXKIT_ENGLISH, 0)
ANNEXKIT_IS(ANNEXKIT_FRENCH, 1)
ANNEXKIT_IS(ANNEXKIT_INVALID_STOP, 0)
ANNEXKIT_IS(ANNEXKIT_INVALID_SKIP, 1)
ANNEXKIT_IS(ANNEXKIT_INVALID_DIVERT, 2)
ANNEXKIT_IS(ANNEXKIT_INVALID_KEEP, 3)
ANNEXKIT_IS(ANNEXKIT_ACCEPTED, 0)
ANNEXKIT_IS(ANNEXKIT_REJECTED, 1)
ANNEXKIT_IS(ANNEXKIT_REFUSE, 0)
ANNEXKIT_IS(ANNEXKIT_REPLACE, 1)
ANNEXKIT_IS(ANNEXKIT_OFF, 0)
ANNEXKIT_IS(ANNEXKIT_FIX_NONE, 0)
ANNEXKIT_IS(ANNEXKIT_FIX_SAFE, 1)
ANNEXKIT_IS(ANNEXKIT_FIX_UNSAFE, 2)
ANNEXKIT_IS(ANNEXKIT_UNLIMITED, UINT64_MAX)

#if UINTPTR_MAX == UINT64_MAX

/* Structs with struct_size may grow at their end. */
#define ANNEXKIT_AT_LEAST(table, size) static_assert(sizeof(table) >= (size), #table " has shrunk");
#define ANNEXKIT_EXACTLY(table, size) static_assert(sizeof(table) == (size), #table " has another size");
#define ANNEXKIT_AT(table, member, offset)                                                                             \
    static_assert(offsetof(table, member) == (offset), #table "." #member " has moved");

ANNEXKIT_AT_LEAST(annexkit_found, 216)
ANNEXKIT_AT(annexkit_found, struct_size, 0)
ANNEXKIT_AT(annexkit_found, severity, 8)
ANNEXKIT_AT(annexkit_found, item, 12)
ANNEXKIT_AT(annexkit_found, rule, 16)
ANNEXKIT_AT(annexkit_found, message, 32)
ANNEXKIT_AT(annexkit_found, hint, 48)
ANNEXKIT_AT(annexkit_found, initiative, 64)
ANNEXKIT_AT(annexkit_found, field, 80)
ANNEXKIT_AT(annexkit_found, source, 96)
ANNEXKIT_AT(annexkit_found, address, 112)
ANNEXKIT_AT(annexkit_found, excerpt, 128)
ANNEXKIT_AT(annexkit_found, fingerprint, 144)
ANNEXKIT_AT(annexkit_found, ordinal, 160)
ANNEXKIT_AT(annexkit_found, line, 168)
ANNEXKIT_AT(annexkit_found, column, 176)
ANNEXKIT_AT(annexkit_found, offset, 184)
ANNEXKIT_AT(annexkit_found, size, 192)
ANNEXKIT_AT(annexkit_found, row, 200)
ANNEXKIT_AT(annexkit_found, cell_column, 208)

ANNEXKIT_AT_LEAST(annexkit_trust, 32)
ANNEXKIT_AT(annexkit_trust, struct_size, 0)
ANNEXKIT_AT(annexkit_trust, allow_unsafe, 8)
ANNEXKIT_AT(annexkit_trust, isolate, 12)
ANNEXKIT_AT(annexkit_trust, memory_bytes, 16)
ANNEXKIT_AT(annexkit_trust, call_seconds, 24)

ANNEXKIT_AT_LEAST(annexkit_limits, 48)
ANNEXKIT_AT(annexkit_limits, struct_size, 0)
ANNEXKIT_AT(annexkit_limits, input_bytes, 8)
ANNEXKIT_AT(annexkit_limits, records, 16)
ANNEXKIT_AT(annexkit_limits, record_bytes, 24)
ANNEXKIT_AT(annexkit_limits, field_bytes, 32)
ANNEXKIT_AT(annexkit_limits, fields, 40)

ANNEXKIT_AT_LEAST(annexkit_edit, 64)
ANNEXKIT_AT(annexkit_edit, struct_size, 0)
ANNEXKIT_AT(annexkit_edit, offset, 8)
ANNEXKIT_AT(annexkit_edit, size, 16)
ANNEXKIT_AT(annexkit_edit, bytes, 24)
ANNEXKIT_AT(annexkit_edit, rules, 40)
ANNEXKIT_AT(annexkit_edit, rule_count, 48)
ANNEXKIT_AT(annexkit_edit, is_safe, 56)

ANNEXKIT_AT_LEAST(annexkit_progress, 64)
ANNEXKIT_AT(annexkit_progress, struct_size, 0)
ANNEXKIT_AT(annexkit_progress, bytes, 8)
ANNEXKIT_AT(annexkit_progress, read, 16)
ANNEXKIT_AT(annexkit_progress, written, 24)
ANNEXKIT_AT(annexkit_progress, invalid, 32)
ANNEXKIT_AT(annexkit_progress, notes, 40)
ANNEXKIT_AT(annexkit_progress, warnings, 48)
ANNEXKIT_AT(annexkit_progress, errors, 56)

ANNEXKIT_AT_LEAST(annexkit_summary, 160)
ANNEXKIT_AT(annexkit_summary, struct_size, 0)
ANNEXKIT_AT(annexkit_summary, is_read, 8)
ANNEXKIT_AT(annexkit_summary, kept, 12)
ANNEXKIT_AT(annexkit_summary, misused, 16)
ANNEXKIT_AT(annexkit_summary, plugin_failed, 20)
ANNEXKIT_AT(annexkit_summary, read, 24)
ANNEXKIT_AT(annexkit_summary, written, 32)
ANNEXKIT_AT(annexkit_summary, rejected, 40)
ANNEXKIT_AT(annexkit_summary, left_out, 48)
ANNEXKIT_AT(annexkit_summary, invalid, 56)
ANNEXKIT_AT(annexkit_summary, unjudged, 64)
ANNEXKIT_AT(annexkit_summary, notes, 72)
ANNEXKIT_AT(annexkit_summary, warnings, 80)
ANNEXKIT_AT(annexkit_summary, errors, 88)
ANNEXKIT_AT(annexkit_summary, losses, 96)
ANNEXKIT_AT(annexkit_summary, format, 104)
ANNEXKIT_AT(annexkit_summary, encoding, 120)
ANNEXKIT_AT(annexkit_summary, declaration, 136)
ANNEXKIT_AT(annexkit_summary, known, 152)

ANNEXKIT_AT_LEAST(annexkit_initiative, 56)
ANNEXKIT_AT(annexkit_initiative, struct_size, 0)
ANNEXKIT_AT(annexkit_initiative, ordinal, 8)
ANNEXKIT_AT(annexkit_initiative, values, 16)
ANNEXKIT_AT(annexkit_initiative, value_count, 24)
ANNEXKIT_AT(annexkit_initiative, unknown, 32)
ANNEXKIT_AT(annexkit_initiative, unknown_count, 40)
ANNEXKIT_AT(annexkit_initiative, is_valid, 48)

ANNEXKIT_EXACTLY(struct ArrowSchema, 72)
ANNEXKIT_AT(struct ArrowSchema, format, 0)
ANNEXKIT_AT(struct ArrowSchema, name, 8)
ANNEXKIT_AT(struct ArrowSchema, metadata, 16)
ANNEXKIT_AT(struct ArrowSchema, flags, 24)
ANNEXKIT_AT(struct ArrowSchema, n_children, 32)
ANNEXKIT_AT(struct ArrowSchema, children, 40)
ANNEXKIT_AT(struct ArrowSchema, dictionary, 48)
ANNEXKIT_AT(struct ArrowSchema, release, 56)
ANNEXKIT_AT(struct ArrowSchema, private_data, 64)

ANNEXKIT_EXACTLY(struct ArrowArray, 80)
ANNEXKIT_AT(struct ArrowArray, length, 0)
ANNEXKIT_AT(struct ArrowArray, null_count, 8)
ANNEXKIT_AT(struct ArrowArray, offset, 16)
ANNEXKIT_AT(struct ArrowArray, n_buffers, 24)
ANNEXKIT_AT(struct ArrowArray, n_children, 32)
ANNEXKIT_AT(struct ArrowArray, buffers, 40)
ANNEXKIT_AT(struct ArrowArray, children, 48)
ANNEXKIT_AT(struct ArrowArray, dictionary, 56)
ANNEXKIT_AT(struct ArrowArray, release, 64)
ANNEXKIT_AT(struct ArrowArray, private_data, 72)

ANNEXKIT_EXACTLY(struct ArrowArrayStream, 40)
ANNEXKIT_AT(struct ArrowArrayStream, get_schema, 0)
ANNEXKIT_AT(struct ArrowArrayStream, get_next, 8)
ANNEXKIT_AT(struct ArrowArrayStream, get_last_error, 16)
ANNEXKIT_AT(struct ArrowArrayStream, release, 24)
ANNEXKIT_AT(struct ArrowArrayStream, private_data, 32)

#endif

int main(void) { return 0; }
