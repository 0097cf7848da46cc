/* SPDX-License-Identifier: Apache-2.0
 * Where every member of every table stands in version 1 of the plugin contract, and what every number of it means:
 * plugins that were built against it rely on that for ever. Compiled as C11 and as C++, against the header of today
 * and against the one that was frozen. */
#include <annexkit/plugin.h>

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#if UINTPTR_MAX == UINT64_MAX

/* Tables with struct_size may grow at their end; the others stand in arrays and may not. */
#define ANNEXKIT_AT_LEAST(table, size) static_assert(sizeof(table) >= (size), #table " has shrunk");
#define ANNEXKIT_EXACTLY(table, size) static_assert(sizeof(table) == (size), #table " has another size");
#define ANNEXKIT_AT(table, member, offset)                                                                             \
    static_assert(offsetof(table, member) == (offset), #table "." #member " has moved");

ANNEXKIT_EXACTLY(annexkit_text, 16)
ANNEXKIT_AT(annexkit_text, data, 0)
ANNEXKIT_AT(annexkit_text, size, 8)

ANNEXKIT_EXACTLY(annexkit_span, 16)
ANNEXKIT_AT(annexkit_span, offset, 0)
ANNEXKIT_AT(annexkit_span, size, 8)

ANNEXKIT_EXACTLY(annexkit_value, 32)
ANNEXKIT_AT(annexkit_value, kind, 0)
ANNEXKIT_AT(annexkit_value, count, 4)
ANNEXKIT_AT(annexkit_value, text, 8)
ANNEXKIT_AT(annexkit_value, items, 24)

ANNEXKIT_EXACTLY(annexkit_named_value, 48)
ANNEXKIT_AT(annexkit_named_value, name, 0)
ANNEXKIT_AT(annexkit_named_value, value, 16)

ANNEXKIT_EXACTLY(annexkit_place, 24)
ANNEXKIT_AT(annexkit_place, value, 0)
ANNEXKIT_AT(annexkit_place, items, 16)

ANNEXKIT_AT_LEAST(annexkit_record, 80)
ANNEXKIT_AT(annexkit_record, struct_size, 0)
ANNEXKIT_AT(annexkit_record, values, 8)
ANNEXKIT_AT(annexkit_record, value_count, 16)
ANNEXKIT_AT(annexkit_record, unknown, 24)
ANNEXKIT_AT(annexkit_record, unknown_count, 32)
ANNEXKIT_AT(annexkit_record, span, 40)
ANNEXKIT_AT(annexkit_record, row, 56)
ANNEXKIT_AT(annexkit_record, places, 64)
ANNEXKIT_AT(annexkit_record, unknown_places, 72)

ANNEXKIT_EXACTLY(annexkit_field, 24)
ANNEXKIT_AT(annexkit_field, name, 0)
ANNEXKIT_AT(annexkit_field, kind, 16)

ANNEXKIT_EXACTLY(annexkit_argument, 32)
ANNEXKIT_AT(annexkit_argument, name, 0)
ANNEXKIT_AT(annexkit_argument, value, 16)

ANNEXKIT_AT_LEAST(annexkit_finding, 80)
ANNEXKIT_AT(annexkit_finding, struct_size, 0)
ANNEXKIT_AT(annexkit_finding, rule, 8)
ANNEXKIT_AT(annexkit_finding, span, 24)
ANNEXKIT_AT(annexkit_finding, record, 40)
ANNEXKIT_AT(annexkit_finding, row, 48)
ANNEXKIT_AT(annexkit_finding, column, 56)
ANNEXKIT_AT(annexkit_finding, field, 60)
ANNEXKIT_AT(annexkit_finding, arguments, 64)
ANNEXKIT_AT(annexkit_finding, argument_count, 72)

ANNEXKIT_EXACTLY(annexkit_column, 32)
ANNEXKIT_AT(annexkit_column, name, 0)
ANNEXKIT_AT(annexkit_column, span, 16)

ANNEXKIT_AT_LEAST(annexkit_sink, 56)
ANNEXKIT_AT(annexkit_sink, struct_size, 0)
ANNEXKIT_AT(annexkit_sink, host, 8)
ANNEXKIT_AT(annexkit_sink, resolve, 16)
ANNEXKIT_AT(annexkit_sink, columns, 24)
ANNEXKIT_AT(annexkit_sink, head, 32)
ANNEXKIT_AT(annexkit_sink, record, 40)
ANNEXKIT_AT(annexkit_sink, finding, 48)

ANNEXKIT_AT_LEAST(annexkit_output, 56)
ANNEXKIT_AT(annexkit_output, struct_size, 0)
ANNEXKIT_AT(annexkit_output, host, 8)
ANNEXKIT_AT(annexkit_output, data, 16)
ANNEXKIT_AT(annexkit_output, size, 24)
ANNEXKIT_AT(annexkit_output, capacity, 32)
ANNEXKIT_AT(annexkit_output, reserve, 40)
ANNEXKIT_AT(annexkit_output, finding, 48)

ANNEXKIT_EXACTLY(annexkit_option_value, 32)
ANNEXKIT_AT(annexkit_option_value, name, 0)
ANNEXKIT_AT(annexkit_option_value, value, 16)

ANNEXKIT_AT_LEAST(annexkit_open_request, 48)
ANNEXKIT_AT(annexkit_open_request, struct_size, 0)
ANNEXKIT_AT(annexkit_open_request, fields, 8)
ANNEXKIT_AT(annexkit_open_request, field_count, 16)
ANNEXKIT_AT(annexkit_open_request, options, 24)
ANNEXKIT_AT(annexkit_open_request, option_count, 32)
ANNEXKIT_AT(annexkit_open_request, sink, 40)

ANNEXKIT_AT_LEAST(annexkit_window, 32)
ANNEXKIT_AT(annexkit_window, struct_size, 0)
ANNEXKIT_AT(annexkit_window, data, 8)
ANNEXKIT_AT(annexkit_window, size, 16)
ANNEXKIT_AT(annexkit_window, last, 24)

ANNEXKIT_AT_LEAST(annexkit_scan, 32)
ANNEXKIT_AT(annexkit_scan, struct_size, 0)
ANNEXKIT_AT(annexkit_scan, found, 8)
ANNEXKIT_AT(annexkit_scan, consumed, 16)
ANNEXKIT_AT(annexkit_scan, rows, 24)

ANNEXKIT_AT_LEAST(annexkit_chunk, 48)
ANNEXKIT_AT(annexkit_chunk, struct_size, 0)
ANNEXKIT_AT(annexkit_chunk, data, 8)
ANNEXKIT_AT(annexkit_chunk, size, 16)
ANNEXKIT_AT(annexkit_chunk, original, 24)
ANNEXKIT_AT(annexkit_chunk, places, 32)
ANNEXKIT_AT(annexkit_chunk, rows, 40)

ANNEXKIT_AT_LEAST(annexkit_address_request, 48)
ANNEXKIT_AT(annexkit_address_request, struct_size, 0)
ANNEXKIT_AT(annexkit_address_request, ordinal, 8)
ANNEXKIT_AT(annexkit_address_request, field, 16)
ANNEXKIT_AT(annexkit_address_request, name, 24)
ANNEXKIT_AT(annexkit_address_request, item, 40)

ANNEXKIT_AT_LEAST(annexkit_importer, 64)
ANNEXKIT_AT(annexkit_importer, struct_size, 0)
ANNEXKIT_AT(annexkit_importer, sniff, 8)
ANNEXKIT_AT(annexkit_importer, declared_encoding, 16)
ANNEXKIT_AT(annexkit_importer, open, 24)
ANNEXKIT_AT(annexkit_importer, scan, 32)
ANNEXKIT_AT(annexkit_importer, parse, 40)
ANNEXKIT_AT(annexkit_importer, address, 48)
ANNEXKIT_AT(annexkit_importer, close, 56)

ANNEXKIT_AT_LEAST(annexkit_exporter, 64)
ANNEXKIT_AT(annexkit_exporter, struct_size, 0)
ANNEXKIT_AT(annexkit_exporter, in_order, 8)
ANNEXKIT_AT(annexkit_exporter, open, 16)
ANNEXKIT_AT(annexkit_exporter, begin, 24)
ANNEXKIT_AT(annexkit_exporter, write, 32)
ANNEXKIT_AT(annexkit_exporter, separator, 40)
ANNEXKIT_AT(annexkit_exporter, end, 48)
ANNEXKIT_AT(annexkit_exporter, close, 56)

ANNEXKIT_EXACTLY(annexkit_option, 72)
ANNEXKIT_AT(annexkit_option, name, 0)
ANNEXKIT_AT(annexkit_option, kind, 16)
ANNEXKIT_AT(annexkit_option, choices, 24)
ANNEXKIT_AT(annexkit_option, fallback, 40)
ANNEXKIT_AT(annexkit_option, help, 56)

ANNEXKIT_EXACTLY(annexkit_rule, 104)
ANNEXKIT_AT(annexkit_rule, id, 0)
ANNEXKIT_AT(annexkit_rule, severity, 16)
ANNEXKIT_AT(annexkit_rule, summary, 24)
ANNEXKIT_AT(annexkit_rule, message_en, 40)
ANNEXKIT_AT(annexkit_rule, hint_en, 56)
ANNEXKIT_AT(annexkit_rule, message_fr, 72)
ANNEXKIT_AT(annexkit_rule, hint_fr, 88)

ANNEXKIT_AT_LEAST(annexkit_format, 160)
ANNEXKIT_AT(annexkit_format, struct_size, 0)
ANNEXKIT_AT(annexkit_format, id, 8)
ANNEXKIT_AT(annexkit_format, version, 24)
ANNEXKIT_AT(annexkit_format, description, 40)
ANNEXKIT_AT(annexkit_format, extensions, 56)
ANNEXKIT_AT(annexkit_format, extension_count, 64)
ANNEXKIT_AT(annexkit_format, media_types, 72)
ANNEXKIT_AT(annexkit_format, media_type_count, 80)
ANNEXKIT_AT(annexkit_format, guess_encoding, 88)
ANNEXKIT_AT(annexkit_format, import_options, 96)
ANNEXKIT_AT(annexkit_format, import_option_count, 104)
ANNEXKIT_AT(annexkit_format, export_options, 112)
ANNEXKIT_AT(annexkit_format, export_option_count, 120)
ANNEXKIT_AT(annexkit_format, rules, 128)
ANNEXKIT_AT(annexkit_format, rule_count, 136)
ANNEXKIT_AT(annexkit_format, importer, 144)
ANNEXKIT_AT(annexkit_format, exporter, 152)

ANNEXKIT_AT_LEAST(annexkit_plugin, 80)
ANNEXKIT_AT(annexkit_plugin, struct_size, 0)
ANNEXKIT_AT(annexkit_plugin, abi, 8)
ANNEXKIT_AT(annexkit_plugin, name, 16)
ANNEXKIT_AT(annexkit_plugin, version, 32)
ANNEXKIT_AT(annexkit_plugin, license, 48)
ANNEXKIT_AT(annexkit_plugin, formats, 64)
ANNEXKIT_AT(annexkit_plugin, format_count, 72)

#endif

#define ANNEXKIT_IS(name, number) static_assert((name) == (number), #name " means something else");

ANNEXKIT_IS(ANNEXKIT_OK, 0)
ANNEXKIT_IS(ANNEXKIT_STOP, 1)
ANNEXKIT_IS(ANNEXKIT_FAILED, 2)
ANNEXKIT_IS(ANNEXKIT_NO_MEMORY, 3)
ANNEXKIT_IS(ANNEXKIT_ABSENT, 0)
ANNEXKIT_IS(ANNEXKIT_UNTYPED, 1)
ANNEXKIT_IS(ANNEXKIT_TEXT, 2)
ANNEXKIT_IS(ANNEXKIT_NUMBER, 3)
ANNEXKIT_IS(ANNEXKIT_BOOLEAN, 4)
ANNEXKIT_IS(ANNEXKIT_LIST, 5)
ANNEXKIT_IS(ANNEXKIT_JSON, 6)
ANNEXKIT_IS(ANNEXKIT_NAME_UNKNOWN, -1)
ANNEXKIT_IS(ANNEXKIT_NAME_HEAD, -2)
ANNEXKIT_IS(ANNEXKIT_NAME_OTHER_FIELDS, -3)
ANNEXKIT_IS(ANNEXKIT_SCAN_MORE, 0)
ANNEXKIT_IS(ANNEXKIT_SCAN_STRUCTURE, 1)
ANNEXKIT_IS(ANNEXKIT_SCAN_RECORDS, 2)
ANNEXKIT_IS(ANNEXKIT_SCAN_END, 3)
ANNEXKIT_IS(ANNEXKIT_OPTION_TEXT, 0)
ANNEXKIT_IS(ANNEXKIT_OPTION_CHARACTER, 1)
ANNEXKIT_IS(ANNEXKIT_OPTION_INTEGER, 2)
ANNEXKIT_IS(ANNEXKIT_OPTION_BOOLEAN, 3)
ANNEXKIT_IS(ANNEXKIT_OPTION_CHOICE, 4)
ANNEXKIT_IS(ANNEXKIT_NOTE, 1)
ANNEXKIT_IS(ANNEXKIT_WARNING, 2)
ANNEXKIT_IS(ANNEXKIT_ERROR, 3)
ANNEXKIT_IS(ANNEXKIT_PLUGIN_ABI, 1u)
static_assert(sizeof(ANNEXKIT_PLUGIN_SYMBOL) == sizeof("annexkit_plugin_v1"), "the entry point has another name");

int main(void) { return 0; }
